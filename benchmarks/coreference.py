"""Scores of coreference: MUC (Vilain et al. 1995), B³ (Bagga & Baldwin 1998), CEAF-e (Luo 2005), and
their mean, the CoNLL F1 (Pradhan et al. 2012).

Both sides may hold mentions that the other lacks; they count against precision or recall. Singletons
count, as is usual on ECB+.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Mention = Hashable
Clusters = Sequence[frozenset[Mention]]
Key = TypeVar("Key", bound=Hashable)


def clusters(chains: Mapping[Key, Hashable]) -> list[frozenset[Mention]]:
    """Mentions by the chain they are in."""
    made: dict[Hashable, set[Mention]] = defaultdict(set)
    for mention, chain in chains.items():
        made[chain].add(mention)
    return [frozenset(mentions) for mentions in made.values()]


def conll(found: Clusters, wanted: Clusters) -> dict[str, float]:
    """F1 of 'muc', 'b3' and 'ceaf_e', and 'conll', their mean."""
    scores = {
        "muc": f1(_links(found, wanted), _links(wanted, found)),
        "b3": f1(_share(found, wanted), _share(wanted, found)),
        "ceaf_e": _aligned(found, wanted),
    }
    return {**scores, "conll": sum(scores.values()) / 3}


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _places(chains: Clusters) -> dict[Mention, int]:
    return {mention: i for i, chain in enumerate(chains) for mention in chain}


def _links(of: Clusters, against: Clusters) -> float:
    """MUC: the share of the links in `of` that `against` has too."""
    where = _places(against)
    kept = links = 0
    for chain in of:
        parts = {where[m] for m in chain if m in where}
        alone = sum(m not in where for m in chain)
        kept += len(chain) - len(parts) - alone
        links += len(chain) - 1
    return kept / links if links else 0.0


def _share(of: Clusters, against: Clusters) -> float:
    """B³: over the mentions of `of`, the mean share of its chain that `against` has together."""
    where = _places(against)
    total, mentions = 0.0, 0
    for chain in of:
        mentions += len(chain)
        for part in _counted(where[m] for m in chain if m in where).values():
            total += part * part / len(chain)
    return total / mentions if mentions else 0.0


def _aligned(found: Clusters, wanted: Clusters) -> float:
    """CEAF-e F1: the best one-to-one alignment of chains, each pair weighed by 2|a∩b|/(|a|+|b|)."""
    where = _places(wanted)
    weights: dict[tuple[int, int], float] = {}
    for i, chain in enumerate(found):
        for j, shared in _counted(where[m] for m in chain if m in where).items():
            weights[i, j] = 2 * shared / (len(chain) + len(wanted[j]))
    total = 0.0
    for pairs in _components(weights):
        left = {i: n for n, i in enumerate(sorted({i for i, _ in pairs}))}
        right = {j: n for n, j in enumerate(sorted({j for _, j in pairs}))}
        matrix = np.zeros((len(left), len(right)))
        for i, j in pairs:
            matrix[left[i], right[j]] = weights[i, j]
        total += float(matrix[linear_sum_assignment(matrix, maximize=True)].sum())
    return f1(total / len(found) if found else 0.0, total / len(wanted) if wanted else 0.0)


def _components(pairs: Collection[tuple[int, int]]) -> Iterable[list[tuple[int, int]]]:
    """Pairs that hang together by one side or the other."""
    by_left: dict[int, list[tuple[int, int]]] = defaultdict(list)
    by_right: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        by_left[pair[0]].append(pair)
        by_right[pair[1]].append(pair)
    seen: set[tuple[int, int]] = set()
    for pair in pairs:
        if pair in seen:
            continue
        seen.add(pair)
        group, todo = [], [pair]
        while todo:
            one = todo.pop()
            group.append(one)
            for other in (*by_left[one[0]], *by_right[one[1]]):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        yield group


def _counted(items: Iterable[int]) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for item in items:
        counts[item] += 1
    return counts
