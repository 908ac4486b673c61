"""How much a word tells: its inverse document frequency (Spärck Jones 1972) in a fixed pile of news.

The weights are those of 6,067 articles of US news and the same for every record. So whether two texts
are alike depends on these two alone: it stays as it was when other articles are added, and is the same in a
record of ten and of ten thousand.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

import onrecord.weights

TABLE = Path(onrecord.weights.__file__).parent / "rarity" / "stems.bin"
"""The number of known stems (uint32), the weight of any other (uint8); then the known stems' numbers
(uint32, ascending) and their weights (uint8); weights in steps of `STEPS_A_NAT`."""
STEPS_A_NAT = 16
FLOOR = 2
"""Articles up to which a stem counts as unknown: names of the day, and slips."""

Numbers = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float64]


def weights(numbers: Numbers) -> Weights:
    """In nats, of the stems with these numbers (`onrecord.linking.stems.number`), in any shape; one that is not
    known weighs most, 7.6."""
    known, steps, unknown = _table()
    at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    found: Weights = np.where(known[at] == numbers, steps[at], unknown)
    return found


def weight(number: int) -> float:
    """That of one stem."""
    return float(weights(np.array(number, dtype=np.uint32)))


@cache
def _table() -> tuple[Numbers, Weights, float]:
    data = TABLE.read_bytes()
    count = int(np.frombuffer(data, np.uint32, 1)[0])
    steps = np.frombuffer(data, np.uint8, count, 5 + 4 * count)
    return np.frombuffer(data, np.uint32, count, 5), steps / STEPS_A_NAT, data[4] / STEPS_A_NAT
