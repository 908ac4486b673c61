"""Articles against the time and memory of linking, as an SVG."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.scaling.cost import Cost

_SIDE, _TOP, _LEFT, _GAP = 260, 44, 64, 96
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#333}.grid{stroke:#8884;fill:none}"
    ".even{stroke:#888;stroke-dasharray:4 4;fill:none}.head{font-weight:600}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}}"
)


@dataclass(frozen=True)
class Series:
    """Values of the costs that are drawn as one line."""

    name: str
    colour: str
    value: Callable[[Cost], float]


_ALL = Series("all at once", "#2563c9", lambda cost: cost.seconds)
_MORE = Series("again, with ten more", "#c2571a", lambda cost: cost.more)
_PEAK = Series("at most", "#2563c9", lambda cost: cost.peak / 1e6)


def diagram(costs: Sequence[Cost]) -> str:
    """Two panels, both axes logarithmic; the dashed line grows with n log n from the smallest size."""
    width = 2 * (_LEFT + _SIDE) + _GAP
    height = _TOP + _SIDE + 56
    panels = [
        _panel(costs, "CPU seconds", (_ALL, _MORE), _LEFT, grows=True),
        _panel(costs, "megabytes", (_PEAK,), _LEFT + _SIDE + _GAP, grows=False),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-label="Linking, by articles">'
        f"<style>{_STYLE}</style>{''.join(panels)}</svg>\n"
    )


def _panel(
    costs: Sequence[Cost], title: str, series: Sequence[Series], left: int, *, grows: bool
) -> str:
    sizes = [cost.articles for cost in costs]
    values = [one.value(cost) for one in series for cost in costs]
    first = series[0].value(costs[0])
    even = [first * n * math.log(n) / (sizes[0] * math.log(sizes[0])) for n in sizes]
    across = _Axis(min(sizes), max(sizes), left, left + _SIDE)
    up = _Axis(min(values), max([*values, *(even if grows else [])]), _TOP + _SIDE, _TOP)
    marks = [f'<text class="head" x="{left}" y="20">{title}</text>']
    for tick in across.ticks():
        x = across(tick)
        marks.append(
            f'<path class="grid" d="M{x:.1f} {_TOP}V{_TOP + _SIDE}"/>'
            f'<text x="{x:.1f}" y="{_TOP + _SIDE + 18}" text-anchor="middle">{tick:,.0f}</text>'
        )
    for tick in up.ticks():
        y = up(tick)
        marks.append(
            f'<path class="grid" d="M{left} {y:.1f}H{left + _SIDE}"/>'
            f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{tick:,g}</text>'
        )
    if grows:
        marks.append(f'<path class="even" d="M{_line(across, up, sizes, even)}"/>')
    for number, one in enumerate(series):
        drawn = [one.value(cost) for cost in costs]
        line = _line(across, up, sizes, drawn)
        marks.append(f'<path d="M{line}" fill="none" stroke="{one.colour}" stroke-width="1.5"/>')
        for size, value in zip(sizes, drawn, strict=True):
            marks.append(
                f'<circle cx="{across(size):.1f}" cy="{up(value):.1f}" r="4" fill="{one.colour}">'
                f"<title>{size:,} articles: {value:.1f} {title}, {one.name}</title></circle>"
            )
        y = _TOP + 14 + 20 * number
        marks.append(
            f'<circle cx="{left + 14}" cy="{y}" r="4" fill="{one.colour}"/>'
            f'<text x="{left + 26}" y="{y + 4}">{one.name}</text>'
        )
    middle = left + _SIDE / 2
    marks.append(f'<text x="{middle}" y="{_TOP + _SIDE + 42}" text-anchor="middle">articles</text>')
    return "".join(marks)


class _Axis:
    """Values to pixels, logarithmically."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self._low, self._high = math.log10(low) - 0.1, math.log10(high) + 0.1
        self._start, self._end = start, end

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        """1, 2, 5, 10, 20 … that lie on it; more of them where it is short."""
        tens = range(math.floor(self._low), math.ceil(self._high) + 1)
        bases = (1, 2, 5) if self._high - self._low > 1 else (1, 1.5, 2, 3, 5, 7)
        every = [base * 10.0**ten for ten in tens for base in bases]
        return [tick for tick in every if self._low <= math.log10(tick) <= self._high]


def _line(across: _Axis, up: _Axis, sizes: Sequence[float], values: Sequence[float]) -> str:
    points = zip(sizes, values, strict=True)
    return "L".join(f"{across(size):.1f} {up(value):.1f}" for size, value in points)
