from __future__ import annotations

from benchmarks.attribution import hard_cases, speech_figures


def test_the_table_of_hard_cases() -> None:
    table = (
        "subset                               gold      onrecord\n"
        "all                                  2192        0.586\n"
        "cue: anything else                   1232        0.358\n"
    )
    assert list(hard_cases(table)) == [("cue_anything_else", 1232, 0.358)]


def test_the_lines_on_reported_speech() -> None:
    printed = (
        "content P 0.814 R 0.773 F1 0.793\n"
        "agency news: joint P 0.740 R 0.702 F1 0.720 (annotators .96), of those found "
        "right speaker 0.878 stance 0.817 source type 0.878\n"
    )
    assert {
        f.name.removeprefix("attribution.agency."): f.value for f in speech_figures(printed)
    } == {
        "content": 0.793,
        "joint": 0.72,
        "speaker": 0.878,
        "stance": 0.817,
        "source_type": 0.878,
    }
