"""Which of the gold's statements were found, and what is right of those that were."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.common import Counts, Row
from benchmarks.demo.gold import Body, Gold
from benchmarks.demo.outcome import Outcome
from benchmarks.demo.reading import Page
from benchmarks.overlap import Wording, pairs
from benchmarks.people import same_name
from onrecord.model import Attribution, Span, Statement


@dataclass
class Tally:
    """Sums over articles."""

    content: int = 0
    joint: int = 0
    found: int = 0
    wanted: int = 0
    speaker: int = 0
    other_stances: int = 0
    other_stances_right: int = 0
    same: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("stance", "source_type", "kind"), 0)
    )
    # Of what may be absent: right, found, wanted.
    optional: dict[str, list[int]] = field(
        default_factory=lambda: {name: [0, 0, 0] for name in ("addressee", "said_on", "nesting")}
    )


def score(gold: Gold, pages: dict[str, Page]) -> tuple[Outcome, dict[str, tuple[str, int]]]:
    """The outcome, and for each found statement that matches its (article key, gold number).

    Speaker, stance and the like are counted over matched statements. Addressee, day of saying
    and nesting, which most statements lack, are F1 over those of either side that have one.
    """
    outcome = Outcome()
    tally = Tally()
    known: dict[str, tuple[str, int]] = {}
    for key, rows in gold.statements.items():
        page = pages.get(key)
        tally.wanted += len(rows)
        if page is None:
            continue
        tally.found += len(page.statements)
        matched = match(page.article.text, page.body, page.statements, rows)
        known |= {page.statements[i].id: (key, rows[j]["n"]) for i, j in matched}
        _compare(outcome, tally, page, rows, matched)
    _figures(outcome, tally)
    return outcome, known


def match(
    text: str, body: Body, statements: list[Statement], rows: list[Row]
) -> list[tuple[int, int]]:
    """(statement, row) by index: half of the content's words in common, one to one."""
    wording = Wording(text)
    return pairs(
        [wording.within(s.attribution.content) for s in statements],
        [wording.within(body.find_all(row["content"])) for row in rows],
        [wording.within(s.attribution.source) for s in statements],
        [wording.within(body.find_all(row["source"])) for row in rows],
    )


def _compare(
    outcome: Outcome, tally: Tally, page: Page, rows: list[Row], matched: list[tuple[int, int]]
) -> None:
    text, key = page.article.text, page.article.key
    wording = Wording(text)
    numbers = {statement.id: i for i, statement in enumerate(page.statements)}
    partner = dict(matched)
    for i, j in matched:
        row, statement = rows[j], page.statements[i]
        said = statement.attribution
        where = f"#{row['n']} {_said(said, text)}"
        tally.content += 1
        source = wording.within(page.body.find_all(row["source"]))
        if wording.within(said.source) == source:
            tally.joint += 1
        else:
            outcome.mistake("source", key, f"{where}  — source should be {row['source']}")
        if same_name(said.speaker, row["speaker"]):
            tally.speaker += 1
        else:
            wrong = f"speaker {said.speaker!r}, should be {row['speaker']!r} [{said.by}]"
            outcome.mistake("speaker", key, f"{where}  — {wrong}")
        for name in tally.same:
            if getattr(said, name) == row[name]:
                tally.same[name] += 1
            else:
                wrong = f"{getattr(said, name)}, should be {row[name]}"
                outcome.mistake(name, key, f"{where}  — {wrong}")
        if row["stance"] != "assert":
            tally.other_stances += 1
            tally.other_stances_right += said.stance == row["stance"]
        outer = partner.get(numbers.get(statement.parent or "", -1))
        nested = "what the gold has not" if outer is None else rows[outer]["n"]
        if statement.parent is None:
            nested = None
        found = {"addressee": said.addressee, "said_on": said.said_on, "nesting": nested}
        wanted = {
            "addressee": row["addressee"],
            "said_on": row["said_on"],
            "nesting": row["nested_in"],
        }
        for name, counts in tally.optional.items():
            a, b = found[name], wanted[name]
            alike = same_name(a, b) if name == "addressee" else a == b
            counts[0] += alike and a is not None and b is not None
            counts[1] += a is not None
            counts[2] += b is not None
            if not alike:
                outcome.mistake(name, key, f"{where}  — {name} {a!r}, should be {b!r}")
    _unmatched(outcome, page, rows, partner)


def _unmatched(outcome: Outcome, page: Page, rows: list[Row], partner: dict[int, int]) -> None:
    text, key = page.article.text, page.article.key
    for j in sorted(set(range(len(rows))) - set(partner.values())):
        row = rows[j]
        content = " … ".join(_words(each) for each in row["content"])
        cue = ", ".join(_words(each) for each in row["cue"])
        outcome.mistake("missed", key, f"#{row['n']} {row['speaker']} [{cue}] {content}")
        for each in row["content"]:
            if page.body.find(each) is None:
                outcome.mistake("unmapped", key, f"#{row['n']} not in the text: {_words(each)}")
    for i in sorted(set(range(len(page.statements))) - set(partner)):
        said = page.statements[i].attribution
        outcome.mistake("false", key, f"{_said(said, text)}  [{said.by}]")


def _figures(outcome: Outcome, tally: Tally) -> None:
    outcome.counted("statements.content", Counts(tally.content, tally.found, tally.wanted))
    outcome.counted("statements.joint", Counts(tally.joint, tally.found, tally.wanted))
    outcome.shared("statements.speaker", tally.speaker, tally.content, "found")
    for name, right in tally.same.items():
        outcome.shared(f"statements.{name}", right, tally.content, "found")
    outcome.shared(
        "statements.stance_not_assert",
        tally.other_stances_right,
        tally.other_stances,
        "found that do not assert",
    )
    for name, counts in tally.optional.items():
        outcome.counted(f"statements.{name}", Counts(*counts))


def _words(quoted: str | list[str | int]) -> str:
    return quoted if isinstance(quoted, str) else str(quoted[0])


def _said(said: Attribution, text: str) -> str:
    return f"{_of(said.source, text)} [{_of(said.cue, text)}] {_of(said.content, text)}"


def _of(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(span.of(text) for span in spans) or "–"
