"""Whether `confidence` means what it says: a reliability diagram (DeGroot & Fienberg 1983).

Attributions found are put into ten bins by confidence; in each, the share that is right stands
against the mean confidence. Right is the joint measure: half of the longer content's words in common with
a relation of the gold, one to one, and the same words for source.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.attribution import Read, read_all
from benchmarks.common import Figure, Row, rows
from benchmarks.overlap import Wording, pairs
from onrecord.model import Span
from onrecord.reading import Parser

BINS = 10
SETS = {"polnear": "PolNeAR dev", "agency": "agency_dev"}
Judged = list[tuple[float, bool]]


@dataclass(frozen=True)
class Bin:
    """Attributions of like confidence: their mean confidence, the share that is right."""

    count: int
    confidence: float
    right: float


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--draw", type=Path, metavar="SVG", help="write the diagram")


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """One minus the expected calibration error (Naeini et al. 2015), on both sets."""
    parser = Parser()
    folder = data / "attribution"
    judged = {
        "polnear": judgements(read_all(rows(folder / "polnear_dev.jsonl"), parser)),
        "agency": judgements(speech(read_all(rows(folder / "agency_dev.jsonl"), parser))),
    }
    for name, found in judged.items():
        note = f"1 - expected calibration error of {len(found)}"
        yield Figure(f"reliability.{name}", 1 - calibration_error(bins(found)), note)
    if getattr(options, "draw", None):
        drawn = diagram({SETS[name]: bins(found) for name, found in judged.items()})
        options.draw.write_text(drawn, encoding="utf-8")


def speech(documents: Iterable[Read]) -> list[Read]:
    """Without attitudes, which agency_dev does not mark."""
    return [
        Read(
            d.row,
            d.article,
            d.reading.__class__(
                attributions=tuple(a for a in d.reading.attributions if a.act != "attitude")
            ),
        )
        for d in documents
    ]


def judgements(documents: Iterable[Read]) -> Judged:
    """Confidence of each attribution found, and whether it is right.

    What only one annotator of the gold marked counts neither way.
    """
    judged: Judged = []
    for document in documents:
        wording = Wording(document.article.text)
        found, wanted = document.reading.attributions, document.row["attributions"]
        matched = dict(
            pairs(
                [wording.within(a.content) for a in found],
                [wording.within(_spans(a, "content")) for a in wanted],
                [wording.within(a.source) for a in found],
                [wording.within(_spans(a, "source")) for a in wanted],
            )
        )
        for i, attribution in enumerate(found):
            gold = wanted[matched[i]] if i in matched else None
            if gold is not None and gold.get("optional"):
                continue
            own = wording.within(attribution.source)
            right = gold is not None and any(
                own == wording.within(_spans(side, "source"))
                for side in (gold, *([gold["alt"]] if "alt" in gold else []))
            )
            judged.append((attribution.confidence, right))
    return judged


def bins(judged: Judged) -> list[Bin]:
    """`BINS` bins of equal width between 0 and 1; empty ones are left out."""
    made = []
    for number in range(BINS):
        inside = [j for j in judged if min(BINS - 1, int(j[0] * BINS)) == number]
        if inside:
            count = len(inside)
            made.append(
                Bin(count, sum(c for c, _ in inside) / count, sum(r for _, r in inside) / count)
            )
    return made


def calibration_error(found: Sequence[Bin]) -> float:
    """Mean distance between confidence and share right, each bin by its count."""
    total = sum(b.count for b in found)
    return sum(b.count * abs(b.confidence - b.right) for b in found) / max(1, total)


def diagram(sets: dict[str, list[Bin]]) -> str:
    """An SVG of 460 by 400, readable on light and dark ground; dots grow with their count."""
    left, top, side = 56, 20, 320
    colours = ("#2563c9", "#c2571a")
    marks: list[str] = []
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        x, y = left + side * tick, top + side * (1 - tick)
        marks.append(
            f'<path class="grid" d="M{left} {y:.0f}H{left + side}M{x:.0f} {top}V{top + side}"/>'
            f'<text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{tick:g}</text>'
            f'<text x="{x:.0f}" y="{top + side + 18}" text-anchor="middle">{tick:g}</text>'
        )
    marks.append(f'<path class="even" d="M{left} {top + side}L{left + side} {top}"/>')
    for number, (name, found) in enumerate((n, f) for n, f in sets.items() if f):
        colour = colours[number % len(colours)]
        points = [(left + side * b.confidence, top + side * (1 - b.right), b) for b in found]
        line = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in points)
        marks.append(f'<path d="M{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        most = max(b.count for b in found)
        for x, y, b in points:
            radius = 2.5 + 6 * (b.count / most) ** 0.5
            title = f"{name}: {b.count} of confidence {b.confidence:.2f}, {b.right:.2f} right"
            marks.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" '
                f'fill-opacity=".75"><title>{title}</title></circle>'
            )
        height = top + 14 + 20 * number
        marks.append(
            f'<circle cx="{left + 16}" cy="{height}" r="5" fill="{colour}"/>'
            f'<text x="{left + 28}" y="{height + 4}">{name}</text>'
        )
    marks.append(
        f'<text x="{left + side / 2}" y="{top + side + 42}" text-anchor="middle">confidence</text>'
        f'<text transform="translate(16 {top + side / 2}) rotate(-90)" text-anchor="middle">'
        "share right</text>"
    )
    style = (
        "text{font:13px system-ui,sans-serif;fill:#333}.grid{stroke:#8884;fill:none}"
        ".even{stroke:#888;stroke-dasharray:4 4}"
        "@media(prefers-color-scheme:dark){text{fill:#ddd}}"
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 400 400" '
        'role="img" aria-label="Reliability of confidence">'
        f"<style>{style}</style>{''.join(marks)}</svg>\n"
    )


def _spans(relation: Row, part: str) -> list[Span]:
    return [Span(start, end) for start, end in relation[part]]
