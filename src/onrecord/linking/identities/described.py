"""An identity as the record shows it, from its keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.linking.identities.keys import Key
from onrecord.linking.identities.naming import Form, Naming, names_of, usual_of
from onrecord.linking.identities.organisation_names import government_key, place_key
from onrecord.linking.identities.parted import Parted
from onrecord.linking.identities.roles import roles_held
from onrecord.linking.words import fold
from onrecord.model import AUTHORITIES, Identity, NameType

REASONS = 20
"""Reasons kept an identity."""


def described(
    identifier: str,
    keys: Sequence[Key],
    because: Iterable[str],
    naming: Naming,
    parted: Parted,
    row: str | None = None,
) -> Identity:
    """The identity of the keys, of which none is of type `other`, without its mentions; `row` is its row in the
    gazetteer."""
    # With a place stand its adjectives, which are no names of it.
    kind: NameType = "place" if any(key[0] == "place" for key in keys) else keys[0][0]
    forms = {key: parted.forms(key) for key in keys}
    names: Counter[str] = Counter()
    naming_it: Counter[str] = Counter()
    reasons = set(because)
    for key, own in forms.items():
        printed = names_of(own)
        reasons.update(form.because for form in own if form.because)
        reasons.update(_same_forms(printed))
        names += printed
        if key[0] == kind:
            naming_it += printed
    # A place's name is the authorities' own only where they have no other.
    speaking = _speaking(forms)
    mine = speaking if kind == "organisation" else set()
    full = [f for f in naming_it if len(f.split()) > 1] if kind == "person" else list(naming_it)
    full = [f for f in full if f not in mine]
    name = usual_of(Counter({form: naming_it[form] for form in full or naming_it}))
    mentions = parted.mentions(keys, with_role=True)
    roles = Counter(m.role for m in mentions if m.role)
    days = parted.published(keys) if roles else {}
    places = (naming.identity(("place", place_key(spoken))) for spoken in sorted(speaking))
    place = next(filter(None, places), None)
    return Identity(
        id=identifier,
        name=f"{name}{AUTHORITIES}" if name in mine else name,
        type=kind,
        aliases=tuple(sorted(form for form in names if form != name or name in mine)),
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))),
        # What people judged first: it explains why the rest does not hold.
        because=tuple(sorted(reasons, key=lambda b: (": judged " not in b, b)))[:REASONS],
        roles_held=roles_held(mentions, days),
        metonym_of=place if place != identifier else None,
        gazetteer_id=row,
    )


def _speaking(forms: Mapping[Key, Sequence[Form]]) -> set[str]:
    """The places' names under which the keys speak."""
    return {
        form.name
        for key, own in forms.items()
        for form in own
        if form.metonym and key == government_key(form.name)
    }


def _same_forms(names: Counter[str]) -> Iterator[str]:
    """Why several printed forms are one key."""
    usual = usual_of(names)
    told = {fold(usual)}
    for name in sorted(names):
        if fold(name) not in told:
            told.add(fold(name))
            yield f"{name} = {usual}: one name but for titles, accents and forms of address"
