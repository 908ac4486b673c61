"""Statements and speakers on two sets of others' articles.

PolNeAR's dev part: attribution at large (speech, attitudes, plans) in political news; agency_dev:
reported speech in agency-style news, with speakers, stances and source types. The scorers stand
beside the data.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from benchmarks import attribution_errors
from benchmarks.common import Figure, Row, rows, scored, scored_json, share
from benchmarks.overlap import Wording, pairs
from onrecord.export.annotation import annotation
from onrecord.intake import plain
from onrecord.model import Article, Reading, Span
from onrecord.reading import Parser, read

_MEASURES = (
    "content_exact",
    "content_partial",
    "content_token",
    "cue_head",
    "joint",
    "joint_exact",
)
# A subset of fewer relations says little.
_LEAST = 20
# Recall alone: a little of it may be given for precision.
_SLACK = 0.02
# What stands less often than this has no precision of its own.
_SELDOM = 10


@dataclass(frozen=True)
class Read:
    """A document of the set and what was read in it."""

    row: Row
    article: Article
    reading: Reading


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by-rule",
        action="store_true",
        help="print how often each rule stands in PolNeAR's dev part, and how often it is right",
    )
    parser.add_argument(
        "--error-kinds", action="store_true", help="count errors by kind on PolNeAR's dev part"
    )
    parser.add_argument(
        "--rules-alone", action="store_true", help="without the trained reader, to compare"
    )
    parser.add_argument(
        "--hard-cases", action="store_true", help="print recall on each kind of hard case"
    )


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """F1 on both sets, recall on hard cases, and what is right of the statements found."""
    parser = Parser()
    alone = getattr(options, "rules_alone", False)
    folder = data / "attribution"
    polnear = read_all(rows(folder / "polnear_dev.jsonl"), parser, alone)
    if getattr(options, "by_rule", False):
        for line in by_rule(polnear):
            print(line)
    if getattr(options, "error_kinds", False):
        relations = sum(len(document.row["attributions"]) for document in polnear)
        for line in attribution_errors.table(error_kinds(polnear), relations):
            print(line)
    yield from _polnear(data, folder / "polnear_dev.jsonl", polnear, options)
    agency = folder / "agency_dev.jsonl"
    printed = scored(
        data / "score_speech.py", agency, _predicted(read_all(rows(agency), parser, alone))
    )
    yield from speech_figures(printed)


def read_all(documents: Iterable[Row], parser: Parser, rules_alone: bool = False) -> list[Read]:
    """Each text read by itself, exactly as it is; `date` or `published` is its day."""
    done = []
    for row in documents:
        article = plain(
            row["text"],
            key=row["id"],
            published=row.get("date") or row.get("published"),
            title=row.get("title"),
            outlet=row.get("publisher") or row.get("outlet"),
        )
        parses = parser.parse([span.of(article.text) for span in article.passages()])
        if rules_alone:
            parses = [msgspec.structs.replace(parse, relations=()) for parse in parses]
        done.append(Read(row, article, read(article, parses)))
    return done


def by_rule(documents: Iterable[Read]) -> list[str]:
    """One line a rule: how often it stands, and the share of these whose content is right, half
    of the words or more in common with the gold's, one to one."""
    stands: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for document in documents:
        wording = Wording(document.article.text)
        found, wanted = document.reading.attributions, document.row["attributions"]
        stands.update(a.by for a in found)
        matched = pairs(
            [wording.within(a.content) for a in found],
            [wording.within(_spans(a["content"])) for a in wanted],
            [wording.within(a.source) for a in found],
            [wording.within(_spans(a["source"])) for a in wanted],
        )
        right.update(found[i].by for i, _ in matched)
    kinds: dict[str, list[str]] = defaultdict(list)
    for rule in stands:
        kinds[_kind(rule)].append(rule)
    lines = [f"{'rule':40} {'stands':>7} {'right':>6}"]
    for rule, count in stands.most_common():
        note = f"seldom: mean of {_kind(rule)}" if count < _SELDOM else ""
        family = kinds[_kind(rule)] if note else [rule]
        part = share(sum(right[r] for r in family), sum(stands[r] for r in family))
        lines.append(f"{rule:40} {count:7} {part:6.2f}  {note}".rstrip())
    return lines


def error_kinds(documents: Iterable[Read]) -> Counter[str]:
    """Errors of all documents by kind."""
    counted: Counter[str] = Counter()
    for document in documents:
        wording = Wording(document.article.text)
        wanted = [
            (wording.within(_spans(a["content"])), wording.within(_spans(a["source"])))
            for a in document.row["attributions"]
        ]
        counted += attribution_errors.kinds(wording, document.reading.attributions, wanted)
    return counted


def speech_figures(printed: str) -> Iterator[Figure]:
    """The numbers of the two lines that the scorer of reported speech prints."""
    content, rest = printed.strip().split("\n")
    joint, _, right = rest.partition("joint ")[2].partition(", of those found ")
    for name, line in (("content", content), ("joint", joint)):
        f1 = re.findall(r"F1 (\d\.\d+)", line)[0]
        yield Figure(f"attribution.agency.{name}", float(f1), line.removeprefix("content "))
    for name, value in re.findall(r"([a-z ]+?) (\d\.\d+)", right):
        last = name.strip().removeprefix("right ").replace(" ", "_")
        yield Figure(f"attribution.agency.{last}", float(value), "of those found")


def _polnear(
    data: Path, gold: Path, documents: list[Read], options: argparse.Namespace
) -> Iterator[Figure]:
    found = _predicted(documents)
    result = scored_json(data / "score_attribution.py", gold, found, "--json")
    for name in _MEASURES:
        numbers = result[name]
        note = f"P {numbers['P']:.3f}  R {numbers['R']:.3f}"
        yield Figure(f"attribution.polnear.{name}", numbers["F1"], note)
    table = scored(data / "hard_cases_attribution.py", gold, found)
    if getattr(options, "hard_cases", False):
        print(table)
    for name, of, recall in hard_cases(table):
        if of >= _LEAST:
            yield Figure(f"attribution.hard.{name}", recall, f"of {of} found", slack=_SLACK)


def hard_cases(table: str) -> Iterator[tuple[str, int, float]]:
    """Name, number of relations and recall of each subset but 'all'."""
    for line in table.splitlines()[1:]:
        parts = re.fullmatch(r"(.+?) +(\d+) +(\d\.\d+)", line.strip())
        if parts and parts[1] != "all":
            name = re.sub(r"\W+", "_", parts[1]).strip("_")
            yield name, int(parts[2]), float(parts[3])


def _predicted(documents: list[Read]) -> list[Row]:
    return [annotation(d.row["id"], d.article, d.reading) for d in documents]


def _spans(pairs_of_offsets: list[list[int]]) -> list[Span]:
    return [Span(start, end) for start, end in pairs_of_offsets]


def _kind(rule: str) -> str:
    """'rule:verb' of 'rule:verb-clause'."""
    return rule.partition("-")[0]
