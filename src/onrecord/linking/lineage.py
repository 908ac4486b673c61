"""Which way an echo went: from credits first, then from titles and days; else nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern
from typing import Literal

from onrecord.linking.words import fold
from onrecord.model import Article

Lineage = Literal["copied_from", "shared_origin", "update_of", "unknown"]

_UPDATE = re.compile(
    r"^\W*(?:(?:\d+(?:st|nd|rd|th)\s+)?(?:update|upd|updated|recast|corrected|correction|refile|rpt)"
    r"\s*\d*\b|(?:\d+(?:st|nd|rd|th)\s+)?lead\b\W)|\(\s*updated?\s*\d*\s*\)|\bupdated?\W*$",
    re.IGNORECASE,
)
_WIRES = {
    "reuters", "associated press", "ap", "afp", "agence france presse", "upi", "tass", "interfax",
    "sputnik", "xinhua", "efe", "dpa", "ansa", "pa media", "press association", "kyodo", "yonhap",
    "pti", "ians", "anadolu", "bloomberg", "ria novosti", "canadian press", "aap",
}  # fmt: skip
_DESK = {"news", "online", "web", "agency", "the", "wire", "service", "newsroom", "com", "press"}


@dataclass(frozen=True, slots=True)
class Imprint:
    """What an article says of its own provenance. Days are ISO, `None` where unknown."""

    article: str
    outlet: str | None
    agency: str | None
    title: str | None
    earliest: str | None
    latest: str | None

    @property
    def words(self) -> str:
        """How the article is called where people read: its outlet and day."""
        outlet = self.outlet or self.agency or "an unnamed outlet"
        if self.earliest and self.earliest == self.latest:
            return f"{outlet} of {self.earliest}"
        return f"{outlet}, undated"


def imprint(article: Article) -> Imprint:
    published = article.published
    return Imprint(
        article.id,
        _shared(article.outlet),
        _shared(article.agency),
        article.title,
        _shared(published.earliest),
        _shared(published.latest),
    )


def _shared(text: str | None) -> str | None:
    return text and intern(text)  # outlets and days come back in article after article


def is_update(title: str | None) -> bool:
    """The title says that it replaces an earlier version ('UPDATE 2 - …')."""
    return bool(title and _UPDATE.search(title))


def same_house(one: str | None, other: str | None) -> bool:
    """Two names of outlets or agencies are of one house: equal but for 'The', 'News', 'Online'
    and the like, or one is the other's acronym."""
    if not one or not other:
        return False
    if house(one) == house(other):
        return True
    short, long = sorted((_folded(one), _folded(other)), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(w[0] for w in long)


def credits(imprint: Imprint, name: str | None) -> bool:
    """The article credits `name`, one or several agencies being named."""
    return any(same_house(agency, name) for agency in agencies(imprint))


def agencies(imprint: Imprint) -> Iterator[str]:
    """The agencies that the article credits."""
    yield from (a.strip() for a in re.split(r"[,;/&]|\band\b", imprint.agency or "") if a.strip())


def lineage(one: Imprint, other: Imprint) -> tuple[Imprint, Imprint, Lineage, str]:
    """(echo, original, lineage, because) of two articles that share text. Where nothing tells
    the direction, the later one, or else the one with the greater id, is called the echo."""
    first, second = _in_time(one, other)
    apart = _days_apart(first, second)
    shared = _shared_house(first, second)
    if shared and is_update(first.title) != is_update(second.title):
        before, update = (second, first) if is_update(first.title) else (first, second)
        # What another house made of the wire's story on the day of the update or after it may well
        # be made of the update.
        if same_house(before.outlet, shared) or _days_apart(before, update):
            return (
                update,
                before,
                "update_of",
                f"both are of {shared}, and the title says it is an update",
            )
    if shared and apart and same_house(first.outlet, second.outlet):
        return second, first, "update_of", f"a later version by {shared}"
    for echo, original in ((second, first), (first, second)):
        if credits(echo, original.outlet) and not same_house(echo.outlet, original.outlet):
            return echo, original, "copied_from", f"it credits {original.outlet}"
    for echo, original in ((second, first), (first, second)):
        own = credits(original, original.outlet)
        if own and not _credits_any(echo, original.outlet):
            return (
                echo,
                original,
                "copied_from",
                f"{original.outlet} credits its own wire, the other nobody",
            )
    ones, others = list(agencies(first)), list(agencies(second))
    for agency in ones:
        if any(same_house(agency, a) for a in others):
            return second, first, "shared_origin", f"both credit {agency}"
    if ones or others:
        credited = (ones or others)[0]
        return second, first, "shared_origin", f"one of them credits {credited} for the shared text"
    for echo, original in ((second, first), (first, second)):
        if _is_wire(original.outlet) and not _is_wire(echo.outlet):
            return echo, original, "copied_from", f"{original.outlet} is a wire that others print"
    if apart:
        return (
            second,
            first,
            "copied_from",
            f"published later ({second.earliest} after {first.latest}), no agency credited",
        )
    return second, first, "unknown", "neither credits nor days tell which came first"


def house(name: str) -> tuple[str, ...]:
    """The folded words of an outlet's or agency's name that tell it from others."""
    words = _folded(name)
    kept = tuple(w for w in words if w not in _DESK)
    return kept or tuple(words)


def _credits_any(imprint: Imprint, name: str | None) -> bool:
    return same_house(imprint.outlet, name) or any(agencies(imprint))


def _folded(name: str) -> list[str]:
    return re.findall(r"\w+", fold(re.sub(r"\.(?=\w\b)", "", name)))


def _is_wire(outlet: str | None) -> bool:
    return bool(outlet) and " ".join(house(outlet or "")) in _WIRES


def _shared_house(one: Imprint, other: Imprint) -> str | None:
    if same_house(one.outlet, other.outlet):
        return other.outlet
    return next((a for a in agencies(other) if credits(one, a)), None)


def _in_time(one: Imprint, other: Imprint) -> tuple[Imprint, Imprint]:
    first, second = sorted((one, other), key=lambda i: (i.earliest or "9999", i.article))
    return first, second


def _days_apart(first: Imprint, second: Imprint) -> bool:
    """The second was certainly published on a later day than the first."""
    return bool(first.latest and second.earliest and first.latest < second.earliest)
