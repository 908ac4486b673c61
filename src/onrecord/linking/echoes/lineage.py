"""Which way an echo went: from credits first, then from titles and days; else nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
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
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.|m\.|amp\.)?([^/?#\s]+/[^?#\s]*?[^?#\s/]+)/*(?:[?#].*)?$", re.IGNORECASE
)
_VERSION_DAYS = 3
"""Days within which an outlet brings its story up to date under another title."""
_TITLE = 0.6
"""Share of the shorter title's words that the titles of two versions have in common."""
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
    moment: str | None = None
    """The TIMEX value of the publication where that has a time of day."""
    url: str | None = None
    """Host and path alone: what follows them tells readers apart, not articles."""

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
        published.value if "T" in published.value else None,
        _address(article.url),
    )


def _address(url: str | None) -> str | None:
    found = _ADDRESS.match(url or "")
    return found.group(1).casefold() if found else None


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
    later = apart or _minutes_apart(first, second)
    if shared and later and same_house(first.outlet, second.outlet):
        return second, first, "update_of", f"a later version by {shared}"
    for echo, original in ((second, first), (first, second)):
        if credits(echo, original.outlet) and not same_house(echo.outlet, original.outlet):
            if long_before(echo, original):
                because = f"it credits {original.outlet}, for an earlier text than this one"
                return second, first, "shared_origin", because
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
        if is_wire(original.outlet) and not is_wire(echo.outlet):
            if long_before(echo, original):
                because = f"an earlier text by {original.outlet}, a wire that others print"
                return second, first, "shared_origin", because
            return echo, original, "copied_from", f"{original.outlet} is a wire that others print"
    if apart:
        return (
            second,
            first,
            "copied_from",
            f"published later ({second.earliest} after {first.latest}), no agency credited",
        )
    return second, first, "unknown", "neither credits nor days tell which came first"


def _same_story(one: Imprint, other: Imprint) -> bool:
    """Two articles of one house have the same address, or nearly the same title within a few days."""
    if one.url and one.url == other.url:
        return True
    words = [set(re.findall(r"\w{2,}", fold(i.title or ""))) for i in (one, other)]
    alike = len(words[0] & words[1]) >= max(3, _TITLE * min(map(len, words)))
    return alike and _within_days(one, other)


def is_version(one: Imprint, other: Imprint, common: float) -> bool:
    """Two articles of one house are versions of one story; `common` is the share of their words that
    both have in common: without the same title or address it has to be most of both."""
    if is_update(one.title) or is_update(other.title) or _same_story(one, other):
        return True
    return common >= _TITLE and _within_days(one, other)


def known_order(echo: Imprint, original: Imprint) -> bool:
    """The echo is certainly the later of the two."""
    return _days_apart(original, echo) or _minutes_apart(original, echo) or is_update(echo.title)


def house(name: str) -> tuple[str, ...]:
    """The folded words of an outlet's or agency's name that tell it from others."""
    words = _folded(name)
    kept = tuple(w for w in words if w not in _DESK)
    return kept or tuple(words)


def _credits_any(imprint: Imprint, name: str | None) -> bool:
    return same_house(imprint.outlet, name) or any(agencies(imprint))


def _folded(name: str) -> list[str]:
    return re.findall(r"\w+", fold(re.sub(r"\.(?=\w\b)", "", name)))


def is_wire(outlet: str | None) -> bool:
    """The outlet is a news agency that others print."""
    return bool(outlet) and " ".join(house(outlet or "")) in _WIRES


def _shared_house(one: Imprint, other: Imprint) -> str | None:
    if same_house(one.outlet, other.outlet):
        return other.outlet
    return next((a for a in agencies(other) if credits(one, a)), None)


def _in_time(one: Imprint, other: Imprint) -> tuple[Imprint, Imprint]:
    def when(of: Imprint) -> tuple[str, str, str]:
        return of.earliest or "9999", of.moment or "", of.article

    first, second = sorted((one, other), key=when)
    return first, second


def _minutes_apart(first: Imprint, second: Imprint) -> bool:
    """The second was published later on the same day; only within a house do clocks agree."""
    return bool(first.moment and second.moment and first.moment < second.moment)


def _within_days(one: Imprint, other: Imprint) -> bool:
    """No more than `_VERSION_DAYS` lie between them, so far as is known."""
    if not one.earliest or not other.earliest:
        return True
    days = date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)
    return abs(days.days) <= _VERSION_DAYS


def long_before(echo: Imprint, original: Imprint) -> bool:
    """The echo came out more than a day before what it should be copied from."""
    if not echo.latest or not original.earliest:
        return False
    return (date.fromisoformat(original.earliest) - date.fromisoformat(echo.latest)).days > 1


def _days_apart(first: Imprint, second: Imprint) -> bool:
    """The second was certainly published on a later day than the first."""
    return bool(first.latest and second.earliest and first.latest < second.earliest)
