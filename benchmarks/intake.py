"""Intake on saved web pages with known article text and known publication days, and on their bare text.

Three tasks: article text (F1 of word 4-grams, by the scorer beside the data); publication day (the same
scorer), with how many days are marked sure and how many of those are right; and text dumps: all the visible
text of a page, as a scraper leaves it, in which the gold text tells body from junk (F1 of characters, mean of
pages). Pages of half of the outlets were not read for their errors in the last round of work, told by the
checksum of the host: each figure comes for all pages, and without a floor for either half.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tarfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import msgspec

from benchmarks.common import Figure, Row, needed, rows, share, write_rows
from onrecord.intake import understand
from onrecord.intake.formats import html
from onrecord.model import Article, RawDocument, Span

SETS = ("text", "day", "dump")
PARTS = ("all", "read", "unread")
#: The labels of what belongs to an article's running text.
RUNNING = frozenset({"body", "dateline", "subheading"})
# Three words in a row tell a passage; a page whose text shows less than this share of the gold one
# (it came by script) has nothing to label.
_GRAM = 3
_SHOWN = 0.8
_WORD = re.compile(r"\w+")


class Page(msgspec.Struct, frozen=True):
    """A row of gold and the bytes of its page."""

    row: Row
    data: bytes

    @property
    def part(self) -> str:
        """`unread` or `read`, by the outlet."""
        host = urlsplit(self.row["url"]).hostname or ""
        return "unread" if zlib.crc32(host.removeprefix("www.").encode()) % 2 else "read"


class Dump(msgspec.Struct, frozen=True):
    """The bare text of a page, and where in it the article's own text stands."""

    text: str
    body: tuple[Span, ...]


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", action="append", choices=SETS, help="default: all")
    parser.add_argument(
        "--errors", type=int, metavar="N", help="print the N worst pages of the read half"
    )


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """Figures of each task, on all pages and on either half of the outlets."""
    tasks: dict[str, Callable[[Path, int], Iterator[Figure]]] = {
        "text": _article_text,
        "day": _published_day,
        "dump": _dump_body,
    }
    for name in getattr(options, "set", None) or SETS:
        yield from tasks[name](data, getattr(options, "errors", None) or 0)


def pages(data: Path, name: str) -> list[Page]:
    """The pages of a set, in the order of its rows. Raises `DataAbsentError`."""
    folder = data / "pages"
    gold = {row["file"]: row for row in rows(folder / f"{name}.jsonl")}
    found: dict[str, Page] = {}
    with tarfile.open(needed(folder / f"{name}.tar.xz"), "r:xz") as members:
        for member in members:
            file = Path(member.name).name
            if file in gold and (stream := members.extractfile(member)):
                found[file] = Page(gold[file], stream.read())
    return [found[file] for file in gold if file in found]


def of_part(items: Sequence[Page], part: str) -> list[Page]:
    """Those of `items` in that half of the outlets; all of them for `all`."""
    return [page for page in items if part in ("all", page.part)]


def figure(name: str, part: str, value: float, note: str) -> Figure:
    """All pages' figures are held; those of a half show whether it is harder than the other."""
    return Figure(name if part == "all" else f"{name}.{part}", value, note, held=part == "all")


def running_text(article: Article) -> list[Span]:
    """The blocks that belong to the article's running text."""
    return [block.span for block in article.blocks if block.label in RUNNING]


def _article_text(data: Path, errors: int) -> Iterator[Figure]:
    scorer = needed(data / "score_articles.py")
    every = pages(data, "articles_dev")
    found = {page.row["id"]: _understood(page) for page in every}
    texts = {
        key: "\n".join(span.of(article.text) for span in running_text(article)) if article else ""
        for key, article in found.items()
    }
    for part in PARTS:
        chosen = of_part(every, part)
        r = _scored(scorer, "text", chosen, [{"id": k, "text": t} for k, t in texts.items()])
        note = f"P {r['P']:.3f}  R {r['R']:.3f}; {r['pages']} pages"
        yield figure("intake.article_text", part, r["F1"], note)
    if errors:
        wanted = {page.row["id"]: page.row["text"] for page in of_part(every, "read")}
        for key in sorted(wanted, key=lambda k: _alike(texts[k], wanted[k]))[:errors]:
            print(f"{_alike(texts[key], wanted[key]):.3f}  {key}", flush=True)


def _alike(found: str, wanted: str) -> float:
    return SequenceMatcher(None, found.split(), wanted.split(), autojunk=False).ratio()


def _published_day(data: Path, errors: int) -> Iterator[Figure]:
    scorer = needed(data / "score_articles.py")
    every = pages(data, "dates_dev")
    found: list[Row] = []
    for page in every:
        article = _understood(page)
        published = article.published if article else None
        day = (
            published.value
            if published and re.fullmatch(r"\d{4}-\d\d-\d\d", published.value)
            else None
        )
        found.append(
            {"id": page.row["id"], "date": day, "sure": bool(published and published.sure)}
        )
        if errors and day != page.row["date"] and page.part == "read":
            evidence = [(e.kind, e.value) for e in published.evidence] if published else []
            print(page.row["id"], "is", page.row["date"], "found", day, evidence, flush=True)
    for part in PARTS:
        chosen = of_part(every, part)
        r = _scored(scorer, "date", chosen, found)
        given = r["all"]
        note = f"right {given['right']} of {given['given']} given, {r['pages']} pages"
        yield figure("intake.published_day", part, given["F1"], note)
        sure = sum(row["sure"] for row in found if row["id"] in {p.row["id"] for p in chosen})
        right = r["sure"]["right"]
        yield figure("intake.sure_share", part, share(sure, r["pages"]), f"{sure} marked sure")
        yield figure("intake.sure_right", part, share(right, sure), f"{sure - right} of them wrong")


def _dump_body(data: Path, errors: int) -> Iterator[Figure]:
    every = pages(data, "articles_dev")
    scores: dict[str, float] = {}
    for page in every:
        dump = dump_of(page)
        if dump is not None:
            article = _read(RawDocument("dump", "dump", dump.text.encode(), "text/plain"))
            scores[page.row["id"]] = overlap(dump, running_text(article) if article else [])
    for part in PARTS:
        values = [scores[k] for p in of_part(every, part) if (k := p.row["id"]) in scores]
        note = f"{len(values)} pages that show their text; median {sorted(values)[len(values) // 2]:.3f}"
        yield figure("intake.dump_body", part, mean(values), note)
    yield from _phrases(data)
    if errors:
        read = {page.row["id"] for page in of_part(every, "read")} & scores.keys()
        for key in sorted(read, key=scores.__getitem__)[:errors]:
            print(f"{scores[key]:.3f}  {key}", flush=True)


def _phrases(data: Path) -> Iterator[Figure]:
    """Pages without gold text, but with phrases that are the article's and phrases that are not:
    how many of each a dump's body holds and leaves out, of those that the dump shows once."""
    every = pages(data, "metadata_dev")
    counts: dict[str, list[int]] = {part: [0, 0, 0, 0] for part in PARTS}
    for page in every:
        root = html.tree(page.data)
        text = html.layout(root).text if root is not None else ""
        article = _read(RawDocument("dump", "dump", text.encode(), "text/plain")) if text else None
        body = _folded(
            "\n".join(s.of(article.text) for s in running_text(article)) if article else ""
        )
        shown = _folded(text)
        for at, name, held in ((0, "with", True), (2, "without", False)):
            for phrase in map(_folded, page.row[name]):
                if shown.count(phrase) == 1:
                    for part in ("all", page.part):
                        counts[part][at] += (phrase in body) is held
                        counts[part][at + 1] += 1
    for part in PARTS:
        kept, wanted, left, unwanted = counts[part]
        value = (share(kept, wanted) + share(left, unwanted)) / 2
        note = f"{kept} of {wanted} phrases of articles kept, {left} of {unwanted} others left out"
        yield figure("intake.dump_phrases", part, value, note)


def _folded(text: str) -> str:
    return " ".join(text.split())


def dump_of(page: Page) -> Dump | None:
    """The visible text of a page with its article's own stretches; None where the page does not show
    most of the gold text."""
    root = html.tree(page.data)
    if root is None:
        return None
    text = html.layout(root).text
    body, found = placed(page.row["text"], text)
    return Dump(text, tuple(body)) if found >= _SHOWN else None


def placed(wanted: str, text: str) -> tuple[list[Span], float]:
    """Where `wanted` stands in `text`, word for word, as spans of `text`; and the share of its words
    that were found. Runs of fewer than three words are no find."""
    own = [word.group().lower() for word in _WORD.finditer(wanted)]
    shown = [(word.group().lower(), *word.span()) for word in _WORD.finditer(text)]
    words = [word for word, _, _ in shown]
    matcher = SequenceMatcher(None, _grams(own), _grams(words), autojunk=False)
    spans: list[Span] = []
    found = 0
    for block in matcher.get_matching_blocks():
        if block.size:
            last = block.b + block.size + _GRAM - 2
            found += block.size + _GRAM - 1
            spans.append(Span(shown[block.b][1], shown[last][2]))
    return spans, min(1.0, found / len(own)) if own else 0.0


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1)]


def overlap(dump: Dump, found: Sequence[Span]) -> float:
    """F1 of the characters of `found` against those of the body. Only letters and digits count: whose
    the white space and the full stops are, nobody can say."""
    wanted = _characters(dump.text, dump.body)
    given = _characters(dump.text, found)
    return 2 * len(wanted & given) / (len(wanted) + len(given)) if wanted or given else 1.0


def _characters(text: str, spans: Sequence[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalnum()}


def _understood(page: Page) -> Article | None:
    key = page.row["id"]
    return _read(RawDocument(key, key, page.data, "text/html", url=page.row.get("url")))


def _read(raw: RawDocument) -> Article | None:
    found = understand(raw)
    return found if isinstance(found, Article) else None


def _scored(scorer: Path, task: str, chosen: Sequence[Page], found: Sequence[Row]) -> Row:
    """The scorer on some of the pages. Unlike the others it takes its task before the files."""
    with TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "onrecord.jsonl")
        write_rows(gold, [page.row for page in chosen])
        write_rows(predicted, found)
        command = [sys.executable, str(scorer), task, str(gold), str(predicted)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        result: Row = json.loads(done.stdout)
        return result
