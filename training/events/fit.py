"""Fit the weights of `onrecord.reading.events.confidence` on ECB+'s train part; say how they do on dev.

python -m training.events.fit [--data DIRECTORY]

Needs ../shared/bench, numpy and scipy. Every event that onrecord reads in an annotated sentence is an example;
it is right where its trigger is the head of an action that ECB+ marks.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from benchmarks.common import DATA, rows
from benchmarks.happenings import Page, parsed_pages
from training.happenings.fit import fitted

from onrecord.model import Parse
from onrecord.reading import LAYERS
from onrecord.reading.events import confidence
from onrecord.reading.events.ground import ground
from onrecord.reading.layer import Draft
from onrecord.reading.quotes import quotations
from onrecord.reading.tree import Tree

RIDGE = 5.0
RARE = 25
"""Features of fewer examples are left out."""
FAINT = 0.1
"""Weights nearer 0 are, where the feature is of yes or no."""

Floats = npt.NDArray[np.float64]


class Example(NamedTuple):
    split: str
    features: dict[str, float]
    marked: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    folder = parser.parse_args().data / "events"
    splits = {row["id"]: row["split"] for row in rows(folder / "ecbplus_docs_1-35.jsonl")}
    found = [
        example
        for page, parses in parsed_pages(folder)
        for example in examples(page, parses, splits[page.document.id])
    ]
    choose(found)


def choose(found: Iterable[Example]) -> None:
    """Prints the weights, then how well they rank dev's events and how often each tenth of them is marked."""
    train, dev = ([e for e in found if e.split == split] for split in ("train", "dev"))
    counts = Counter(name for example in train for name in example.features)
    names = ["always", *sorted(n for n, times in counts.items() if times >= RARE and n != "always")]
    weights = fitted(_matrix(train, names), _truth(train), RIDGE)
    names = [n for n, w in zip(names, weights, strict=True) if n == "always" or abs(w) >= FAINT]
    weights = fitted(_matrix(train, names), _truth(train), RIDGE)
    confidence.WEIGHTS.clear()
    confidence.WEIGHTS.update({n: round(float(w), 2) for n, w in zip(names, weights, strict=True)})
    for name, weight in confidence.WEIGHTS.items():
        print(f'    "{name}": {weight},')
    for part, events in (("train", train), ("dev", dev)):
        chances = np.array([confidence.probability(e.features) for e in events])
        truth = _truth(events)
        print(f"{part}: area under the curve {area(chances, truth):.3f} of {len(events)}")
        for low in np.arange(0, 1, 0.1):
            inside = (chances >= low) & (chances < low + 0.1)
            if inside.any():
                print(f"  {low:.1f}: {inside.sum():4} said {chances[inside].mean():.2f} are {truth[inside].mean():.2f}")  # fmt: skip


def examples(page: Page, parses: list[Parse], split: str) -> Iterator[Example]:
    """The events of annotated sentences."""
    article, passages = page.article, page.article.passages()
    tree = Tree(article.text, passages, parses)
    draft = Draft(article, passages, parses, tree, quotations(article.text, passages))
    for layer in LAYERS:
        layer.run(draft)
    known = ground(draft)
    triggers = [tree.at(event.trigger.start) for event in draft.events]
    times = Counter(tree.tokens[trigger].lemma.lower() for trigger in triggers)
    annotated = {start for _, start in page.triggers()}
    for trigger, event in zip(triggers, draft.events, strict=True):
        start = event.trigger.start
        if start in annotated:
            place = next(n for n, (_, end) in enumerate(tree.sentences) if trigger < end)
            given = confidence.features(known, trigger, event, place, times)
            yield Example(split, given, start in page.gold)


def area(chances: Floats, truth: Floats) -> float:
    """Under the ROC curve: how often a right one is given the higher chance (ties by their order)."""
    ranks = np.empty(len(chances))
    ranks[np.argsort(chances, kind="stable")] = np.arange(1, len(chances) + 1)
    right = truth.sum()
    found = (ranks[truth > 0].sum() - right * (right + 1) / 2) / (right * (len(truth) - right))
    return float(found)


def _matrix(found: list[Example], names: list[str]) -> Floats:
    return np.array([[example.features.get(name, 0.0) for name in names] for example in found])


def _truth(found: list[Example]) -> Floats:
    return np.array([example.marked for example in found], dtype=np.float64)


if __name__ == "__main__":
    main()
