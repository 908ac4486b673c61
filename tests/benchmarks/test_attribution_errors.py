from __future__ import annotations

from benchmarks.attribution_errors import kinds, table
from benchmarks.overlap import Wording, Words

from onrecord.model import Attribution, Span

TEXT = (
    "The mayor said the ferry would stop on Friday. Rusk denied that it was unsafe. "
    "The union hopes for talks."
)


def spans(words: str) -> tuple[Span, ...]:
    if not words:
        return ()
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def found(source: str, content: str, parent: int | None = None) -> Attribution:
    return Attribution(
        spans(source), (), spans(content), "indirect", "speech", "assert", "person", parent=parent
    )


def gold(source: str, content: str) -> tuple[Words, Words]:
    wording = Wording(TEXT)
    return wording.within(spans(content)), wording.within(spans(source))


def counted(found_: list[Attribution], wanted: list[tuple[Words, Words]]) -> dict[str, int]:
    return dict(kinds(Wording(TEXT), found_, wanted))


FERRY = ("The mayor", "the ferry would stop on Friday")


def test_right_and_false() -> None:
    hopes = found("The union", "talks")
    assert counted([found(*FERRY), hopes], [gold(*FERRY)]) == {"right": 1, "false: speech": 1}
    nested = found("", "on Friday", parent=0)
    assert counted([found(*FERRY), nested], [gold(*FERRY)]) == {
        "right": 1,
        "false: nested in a content": 1,
    }


def test_wrong_sources() -> None:
    wanted = [gold(*FERRY)]
    content = FERRY[1]
    assert counted([found("", content)], wanted) == {"source: none found": 1}
    assert counted([found("mayor", content)], wanted) == {"source: too short": 1}
    assert counted([found("The mayor said", content)], wanted) == {"source: too long": 1}
    assert counted([found("Rusk", content)], wanted) == {"source: another": 1}


def test_missed_contents() -> None:
    assert counted([], [gold(*FERRY)]) == {"missed: nothing found there": 1}
    short = counted([found("The mayor", "on Friday")], [gold(*FERRY)])
    assert short == {"missed: content too short": 1, "false: speech": 1}


def test_the_table_counts_a_hundred_relations() -> None:
    lines = table(kinds(Wording(TEXT), [], [gold(*FERRY), gold("Rusk", "it was unsafe")]), 2)
    assert [line.split()[-2:] for line in lines if "nothing" in line] == [["2", "100.0"]]
