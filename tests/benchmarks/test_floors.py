from __future__ import annotations

from pathlib import Path

from benchmarks.common import Counts, Figure, share

from benchmarks import floors


def test_floors_are_a_tree_in_the_file_and_dotted_names_outside(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    known = {"demo.articles.title": 0.9, "demo.body.kept": 0.5, "speed.ratio": 0.4}
    floors.save(known, path)
    assert floors.load(path) == known
    assert '"demo": {' in path.read_text(encoding="utf-8")


def test_floors_only_go_up() -> None:
    known = {"a.better": 0.5, "a.worse": 0.5, "a.absent": 0.5}
    measured = [Figure("a.better", 0.66666), Figure("a.worse", 0.4), Figure("a.new", 0.1)]
    assert floors.raised(known, measured) == {
        "a.better": 0.666,
        "a.worse": 0.5,
        "a.absent": 0.5,
        "a.new": 0.1,
    }


def test_a_floor_is_lowered_by_name_alone() -> None:
    known = {"a.one": 0.5, "a.two": 0.5}
    measured = [Figure("a.one", 0.4), Figure("a.two", 0.4)]
    assert floors.raised(known, measured, ["a.one"]) == {"a.one": 0.4, "a.two": 0.5}


def test_slack_stays_below_and_what_is_not_held_has_no_floor() -> None:
    measured = [Figure("a.ratio", 0.5, slack=0.1), Figure("a.speed", 900.0, held=False)]
    assert floors.raised({}, measured) == {"a.ratio": 0.45}
    assert not floors.under(Figure("a.speed", 1.0, held=False), {"a.speed": 2.0})


def test_a_figure_holds_its_own_floor() -> None:
    for right in range(1, 400):
        figure = Figure("a.share", right / 400)
        assert not floors.under(figure, floors.raised({}, [figure]))
    assert floors.under(Figure("a.share", 0.4989), {"a.share": 0.499})


def test_counts_of_nothing() -> None:
    assert Counts(0, 0, 0).f1 == Counts(0, 0, 0).precision == share(0, 0) == 1.0
    assert Counts(0, 3, 0).f1 == Counts(0, 3, 0).recall == 0.0
    assert Counts(2, 4, 2).f1 == 2 / 3
