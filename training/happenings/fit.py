"""Fit the weights of `onrecord.linking.happenings.same_happening` on ECB+'s train part; score thresholds on dev.

python -m training.happenings.fit [--data DIRECTORY]

Needs ../shared/bench, numpy and scipy. All pairs of our triggers in annotated sentences that happenings
compares are examples; a pair is right where both are heads of gold mentions of one chain.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import numpy as np
import numpy.typing as npt
from benchmarks.common import DATA, rows
from benchmarks.coreference import clusters, conll
from benchmarks.happenings import Chains, Page, ours, read_pages, without_singletons
from benchmarks.happenings import happenings as found
from scipy.optimize import minimize

from onrecord.linking.happenings import groups, same_happening, tied

RIDGE = 1.0
THRESHOLDS = (0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.25)

Floats = npt.NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    folder = parser.parse_args().data / "events"
    splits = {row["id"]: row["split"] for row in rows(folder / "ecbplus_docs_1-35.jsonl")}
    choose(list(read_pages(folder)), splits)


def choose(pages: Sequence[Page], splits: dict[str, str]) -> None:
    """Prints the weights, and CoNLL F1 of each part by threshold."""
    parts = {page.article.id: splits[page.document.id] for page in pages}
    weights = fitted(
        *examples([page for page in pages if parts[page.article.id] == "train"], pages)
    )
    same_happening.WEIGHTS = tuple(round(float(weight), 2) for weight in weights)
    for name, weight in zip(same_happening.FEATURES, same_happening.WEIGHTS, strict=True):
        print(f"    {weight},  # {name}")
    for threshold in THRESHOLDS:
        tied.SAME = threshold
        chains = ours(pages, found(pages))
        scores = " ".join(
            f"{part} {100 * score(chains, pages, parts, part):.1f}" for part in ("train", "dev")
        )
        print(f"{threshold:.2f}: {scores}")


def examples(counted: Sequence[Page], pages: Sequence[Page]) -> tuple[Floats, Floats]:
    """Features and truth of the pairs among `counted`, as they are when all `pages` are linked."""
    chains: dict[tuple[str, int], str] = {}
    for page in counted:
        annotated = {start for _, start in page.triggers()}
        for index, event in enumerate(page.reading.events):
            if event.trigger.start in annotated:
                chain = page.gold.get(event.trigger.start, "")
                chains[page.article.id, index] = chain
    values, truth = [], []
    with closing(connect(":memory:")) as connection:
        store = groups.Happenings(connection)
        for page in pages:
            store.add(page.article, page.reading)
        store.update()
        for *tellings, features in store.pairs():
            first, second = (chains.get((t.article, t.event)) for t in tellings)
            if first is not None and second is not None:
                values.append(features)
                truth.append(bool(first) and first == second)
    return np.array(values), np.array(truth, dtype=np.float64)


def fitted(values: Floats, truth: Floats, ridge: float = RIDGE) -> Floats:
    """Logistic regression; the first value is the constant, which is not shrunk."""
    shrunk = np.full(values.shape[1], ridge)
    shrunk[0] = 0

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums = values @ weights
        chances = 1 / (1 + np.exp(-sums))
        total = np.sum(np.logaddexp(0, sums) - truth * sums) + np.sum(shrunk * weights**2)
        return float(total), values.T @ (chances - truth) + 2 * shrunk * weights

    result = minimize(loss, np.zeros(values.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(result.x)


def score(chains: Chains, pages: Sequence[Page], parts: dict[str, str], part: str) -> float:
    mine = {mention: chain for mention, chain in chains.items() if parts[mention[0]] == part}
    gold = {
        (page.article.id, at): chain
        for page in pages
        if parts[page.article.id] == part
        for at, chain in page.gold.items()
    }
    return conll(clusters(without_singletons(mine)), clusters(gold))["conll"]


if __name__ == "__main__":
    main()
