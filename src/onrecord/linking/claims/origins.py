"""How many independent origins stand behind a claim.

Articles are of one origin when one is an echo of the other (or reuses the very passage), when
they credit the same agency or one credits the other, when they quote the same words, when they
report the same named speaker, and when one relays the other ('told Corvo').
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.claims.terms import Said
from onrecord.linking.echoes.lineage import Imprint, agencies, house
from onrecord.linking.union import Sets
from onrecord.model import Echo

QUOTED_RUN = 5
"""Words in a row in quotation marks that two interviews do not yield by chance."""


@dataclass(frozen=True)
class Provenance:
    """What is known of the articles: their imprints by id, and what each is an echo of."""

    imprints: Mapping[str, Imprint]
    echoes: Callable[[str], Sequence[Echo]]


def origins(
    statements: Sequence[Said], known: Provenance
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The articles of the statements in groups of one origin (sorted), and why, a line a join.

    The work is linear in statements and in the echoes of their articles.
    """
    articles = sorted({s.article for s in statements})
    sets: Sets[str] = Sets(articles)
    because: list[str] = []

    def join(one: str, other: str, reason: str) -> None:
        if sets.join(one, other):
            names = sorted(known.imprints[a].words for a in (one, other))
            because.append(f"{names[0]} and {names[1]} are one origin: {reason}")

    covers: dict[str, list[Said]] = defaultdict(list)
    for statement in statements:
        covers[statement.article].append(statement)
    for article in articles:
        for echo in known.echoes(article):
            if echo.of_article in covers and _carries(echo, covers):
                join(echo.article, echo.of_article, f"{echo.kind}, {echo.because}")
    seen: dict[tuple[str, ...], str] = {}
    for key, article, reason in _marks(statements, articles, known):
        other = seen.setdefault(key, article)
        if other != article:
            join(other, article, reason)
    return tuple(tuple(group) for group in sets.groups()), tuple(because)


def _carries(echo: Echo, covers: Mapping[str, Sequence[Said]]) -> bool:
    """The echo is of the whole article, or its passages hold one of the statements."""
    if echo.kind != "passage":
        return True
    return any(s.cover.overlaps(span) for s in covers[echo.article] for span in echo.spans)


def _marks(
    statements: Sequence[Said], articles: Sequence[str], known: Provenance
) -> list[tuple[tuple[str, ...], str, str]]:
    """(mark, article, reason): articles that bear the same mark are of one origin."""
    marks: list[tuple[tuple[str, ...], str, str]] = []
    for article in articles:
        imprint = known.imprints[article]
        names = [*agencies(imprint), *([imprint.outlet] if imprint.outlet else [])]
        marks += [(("house", *house(n)), article, f"both are of or credit {n}") for n in names]
    for statement in statements:
        if statement.addressee:  # 'told Corvo': Corvo's interview, whoever prints it
            marks.append(
                (
                    ("house", *house(statement.addressee)),
                    statement.article,
                    f"told to {statement.addressee}",
                )
            )
        if statement.speaker:
            reason = f"the same speaker, {statement.speaker_name}"
            marks.append((("speaker", statement.speaker), statement.article, reason))
        marks += [
            (("quote", run), statement.article, f"the same quotation, '{run}'")
            for run in sorted(quoted_runs([statement]))
        ]
    return marks


def quoted_runs(statements: Sequence[Said]) -> set[str]:
    """Every run of `QUOTED_RUN` folded words that the statements have in quotation marks."""
    runs = set()
    for statement in statements:
        for quote in statement.quotes:
            words = quote.split()
            runs |= {
                " ".join(words[at : at + QUOTED_RUN]) for at in range(len(words) - QUOTED_RUN + 1)
            }
    return runs
