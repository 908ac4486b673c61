"""Which offices somebody held, and when, as far as articles show it.

An office is what its printed forms come down to: 'Lomerian Foreign Minister', 'Lomeria's foreign minister'
and 'Foreign Minister' are one, 'Deputy Foreign Minister' is another. Whoever is named with it
in an article holds it on the day of publication, unless the article says 'former' or the like.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.linking.identities.demonyms import places_of
from onrecord.linking.identities.organisation_names import plain
from onrecord.model import IdentityMention, RoleHeld

Days = tuple[str | None, str | None]
"""The first and last day on which an article may have been published."""

_OVER = re.compile(
    r"\b(?:former(?:ly)?|ex|then|previous|past|late|one-?time|erstwhile|retired|ousted|deposed|sacked)"
    r"(?:\s*-\s*|\s+)",
    re.IGNORECASE,
)
"""Before an office: it is held no longer."""
_WHOSE = re.compile(r"^(?:its|his|her|their|our|my)\s+", re.IGNORECASE)
_MORE = re.compile(r",|\band\b|\bwho\b")
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_COURTESY = frozenset("mr mrs ms miss mx dr sir dame madam mme m prof professor".split())
_RELATIVE = frozenset("predecessor successor counterpart job colleague".split())
"""What says only whom somebody is compared with."""
_LESSER = frozenset(
    "deputy vice acting interim assistant associate under shadow prime first junior senior elect designate".split()
)
"""Words that make another office of the one they stand before."""
_SMALL = frozenset("the a an of for in at on to with".split())
_ABBREVIATED = {
    "sen": "senator", "rep": "representative", "gov": "governor", "col": "colonel", "gen": "general",
    "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "maj": "major", "adm": "admiral",
    "pres": "president", "sec": "secretary", "pm": "prime minister",
}  # fmt: skip


@dataclass
class _Office:
    """What was seen of one office: printed forms, days on which it was held and on which it was over."""

    forms: Counter[str] = field(default_factory=Counter)
    held: dict[str, Days] = field(default_factory=dict)  # by article
    over: dict[str, Days] = field(default_factory=dict)

    def add(self, other: _Office) -> None:
        self.forms += other.forms
        self.held |= other.held
        self.over |= other.over


def roles_held(
    mentions: Iterable[IdentityMention], days: Mapping[str, Days]
) -> tuple[RoleHeld, ...]:
    """One for each office that stands with one of the mentions, in the order of first days.

    `days` are those of the mentions' articles.
    """
    offices: dict[frozenset[str], _Office] = defaultdict(_Office)
    for mention in mentions:
        if mention.role is None:
            continue
        shown, over = _stripped(mention.role)
        words = _words(shown)
        if not words or words <= _COURTESY or words & _RELATIVE:
            continue
        office = offices[words]
        office.forms[shown] += 1
        seen = office.over if over else office.held
        seen[mention.article] = days.get(mention.article, (None, None))
    found = [_role(office) for office in _joined(offices)]
    return tuple(sorted(found, key=lambda r: (r.since or r.ended or "9999", r.role)))


def _stripped(role: str) -> tuple[str, bool]:
    """The role without what says that it is over, and whether anything did."""
    whole = _MORE.split(role, maxsplit=1)[0].strip() or role
    shown = _WHOSE.sub("", _OVER.sub("", whole)).strip()
    return shown, bool(_OVER.search(whole))


def _words(role: str) -> frozenset[str]:
    """What equal offices have in common."""
    words: list[str] = []
    for word in plain(_POSSESSIVE.sub("", role)).split():
        words += _ABBREVIATED.get(word, word).split()
    return frozenset(words) - _SMALL


def _joined(offices: Mapping[frozenset[str], _Office]) -> list[_Office]:
    """Offices with those that say less of the same: 'Minister' with 'Energy Minister', where there is no
    other minister."""
    known = frozenset().union(*offices) if offices else frozenset()
    groups: dict[frozenset[str], _Office] = defaultdict(_Office)
    for words, office in offices.items():
        groups[frozenset(_place(word, known) for word in words)].add(office)
    kept: dict[frozenset[str], _Office] = {}
    for words in sorted(groups, key=lambda w: (-len(w), sorted(w))):
        fuller = [w for w in kept if words < w and words & _LESSER == w & _LESSER]
        if len(fuller) == 1:
            kept[fuller[0]].add(groups[words])
        else:
            kept[words] = groups[words]
    return list(kept.values())


def _place(word: str, known: frozenset[str]) -> str:
    return next((place for place in places_of(word) if place in known), word)


def _role(office: _Office) -> RoleHeld:
    # Without a first day an article may be much older than its last.
    known = [(first, last) for first, last in office.held.values() if first and last]
    until = max((last for _, last in known), default=None)
    ends = [day for _, day in office.over.values() if day and (until is None or day > until)]
    forms = office.forms
    return RoleHeld(
        role=min(forms, key=lambda form: (-forms[form], -len(form), form)),
        since=min((first for first, _ in known), default=None),
        until=until,
        ended=min(ends, default=None),
        articles=tuple(sorted({*office.held, *office.over})),
    )
