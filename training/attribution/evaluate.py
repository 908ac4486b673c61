"""Score a reader on gold articles: the measures of the benchmark, and the settings that suit it.

python evaluate.py --model DIRECTORY --gold FILE [--write FILE] scores exported graphs.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import reader
from data import rows

from onrecord.reading.relations.candidates import candidates, keep
from onrecord.reading.relations.decode import Relation, confidence
from onrecord.reading.relations.graphs import Backend, Graphs
from onrecord.reading.relations.pieces import Pieces
from onrecord.reading.relations.settings import Settings
from onrecord.reading.relations.words import Words, split

Floats = npt.NDArray[np.float64]
SCORERS = Path(__file__).resolve().parents[3] / "shared" / "bench"
MEASURES = ("content_exact", "content_partial", "content_token", "cue_head", "joint")


def read_all(
    gold: Sequence[dict[str, Any]], pieces: Pieces, backend: Backend, settings: Settings
) -> list[tuple[Words, list[Relation]]]:
    """Every candidate relation of each article."""
    found = []
    for row in gold:
        words = split(row["text"])
        found.append((words, candidates(words, pieces(words.strings), backend, settings)))
    return found


def annotated(
    gold: Sequence[dict[str, Any]],
    found: Sequence[tuple[Words, list[Relation]]],
    settings: Settings,
) -> list[dict[str, Any]]:
    """Rows of an annotation file, after threshold and exclusion."""
    return [
        {"id": row["id"], "attributions": reader.rows(words, keep(relations, settings))}
        for row, (words, relations) in zip(gold, found, strict=True)
    ]


def _read(
    score: Any, tokens: list[tuple[int, int]], row: dict[str, Any]
) -> tuple[frozenset[int], frozenset[int]]:
    """Content and source of a relation as the scorer's tokens."""
    starts = [start for start, _ in tokens]
    content, source = (score.inside(tokens, starts, row[k]) for k in ("content", "source"))
    return frozenset(content), frozenset(source)


def calibrated(
    gold: Sequence[dict[str, Any]],
    found: Sequence[tuple[Words, list[Relation]]],
    settings: Settings,
) -> Settings:
    """Settings whose confidence is the chance that a relation is found in gold (Platt scaling).

    A candidate is right where content overlap reaches 50 % and the source words are the same.
    """
    score = scorer()
    inputs, truths = [], []
    for row, (words, relations) in zip(gold, found, strict=True):
        tokens = score.tokens(row["text"])
        want = [_read(score, tokens, a) for a in row["attributions"]]
        for relation, made in zip(relations, reader.rows(words, relations), strict=True):
            content, source = _read(score, tokens, made)
            right = any(
                source == s and 2 * len(content & c) >= max(len(content), len(c))
                for c, s in want
                if content & c
            )
            cue = min(max(relation.scores["cue"], 1e-6), 1 - 1e-6)
            inputs.append((1.0, np.log(cue / (1 - cue)), relation.scores["valid"]))
            truths.append(float(right))
    bias = logistic(np.asarray(inputs), np.asarray(truths))
    return settings.changed(bias=tuple(float(b) for b in bias))


def logistic(x: Floats, y: Floats, ridge: float = 1e-2) -> Floats:
    """Weights [F] of a logistic regression of y [N] on x [N, F]: Newton's steps, each halved until
    it helps, since whole ones may run away where the classes are nearly apart."""

    def loss(weights: Floats) -> float:
        score = x @ weights
        likelihood = np.logaddexp(0, score) - y * score
        return float(likelihood.sum() + ridge / 2 * weights @ weights)

    weights = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (chance - y) + ridge * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + ridge * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        now = loss(weights)
        while np.abs(step).max() > 1e-6 and loss(weights - step) > now:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() <= 1e-6:
            break
    return weights


def rescore(found: Sequence[tuple[Words, list[Relation]]], settings: Settings) -> None:
    """Give each candidate the confidence of new settings."""
    for _, relations in found:
        for relation in relations:
            scores = relation.scores
            relation.confidence = confidence(scores["cue"], scores["valid"], settings.bias)


def scorer() -> Any:
    """The benchmark's own scorer."""
    if str(SCORERS) not in sys.path:
        sys.path.insert(0, str(SCORERS))
    import score_attribution  # type: ignore[import-not-found]  # a script of the bench

    return score_attribution


def summary(
    gold: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]], heads: bool
) -> dict[str, float]:
    """F1 by measure, rounded; cue heads (slow: they need a parser) only if asked for."""
    result = scorer().evaluate(gold, {row["id"]: row for row in predicted}, use_head=heads)
    return {m: round(result[m]["F1"], 4) for m in MEASURES if m in result}


def fitted(
    gold: Sequence[dict[str, Any]],
    found: Sequence[tuple[Words, list[Relation]]],
    settings: Settings,
) -> Settings:
    """Confidence by Platt scaling and the best threshold; `found` gets the new confidence."""
    settings = calibrated(gold, found, settings)
    rescore(found, settings)
    tried = []
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        trial = settings.changed(threshold=threshold)
        got = summary(gold, annotated(gold, found, trial), False)
        tried.append((got["joint"] + 0.3 * got["content_exact"], trial))
    return max(tried, key=lambda t: t[0])[1]


def score_documents(
    gold: Sequence[dict[str, Any]], pieces: Pieces, backend: Backend, settings: Settings
) -> tuple[Settings, dict[str, float]]:
    """Read, choose confidence and threshold by joint F1, and score."""
    found = read_all(gold, pieces, backend, settings)
    settings = fitted(gold, found, settings)
    result = summary(gold, annotated(gold, found, settings), False)
    result["threshold"] = settings.threshold
    return settings, result


def main() -> None:
    """Score exported graphs on one gold file."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--model", type=Path, required=True)
    ask.add_argument("--gold", type=Path, required=True)
    ask.add_argument("--fit", action="store_true", help="fit confidence and threshold, keep them")
    ask.add_argument("--write", type=Path)
    ask.add_argument("--heads", action="store_true", help="score cue heads too (needs spaCy)")
    ask.add_argument(
        "--acts", action="store_true", help="mark speech and attitude (needs onrecord)"
    )
    ask.add_argument("--threads", type=int, default=1)
    args = ask.parse_args()
    gold = rows(args.gold)
    settings = Settings.load(args.model / "settings.json")
    pieces = Pieces(args.model / "tokenizer.json")
    backend = Graphs(args.model, args.threads)
    begun = time.process_time()
    found = read_all(gold, pieces, backend, settings)
    seconds = (time.process_time() - begun) / len(gold)
    if args.fit:
        settings = fitted(gold, found, settings)
        settings.save(args.model / "settings.json")
    predicted = annotated(gold, found, settings)
    if args.acts:
        from acts import act

        for row, article in zip(predicted, gold, strict=True):
            for relation in row["attributions"]:
                relation["act"] = act(" ".join(article["text"][a:b] for a, b in relation["cue"]))
    if args.write:
        with args.write.open("w", encoding="utf8") as out:
            out.writelines(json.dumps(row) + "\n" for row in predicted)
    result = summary(gold, predicted, args.heads)
    print(json.dumps({**result, "cpu_seconds_per_article": round(seconds, 4)}))


if __name__ == "__main__":
    main()
