"""Entities of Wikidata's JSON dumps as rows of a gazetteer.

Labels count in every language, since news prints names in several; aliases in English and in
`mul` (all languages). The type comes from 'instance of' (P31), the country from P17 or P27, positions
from P39; of these the ids are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.model import NameType

_LANGUAGES = ("en", "mul", "en-gb", "en-us")
_CLASSES: dict[NameType, frozenset[str]] = {
    "person": frozenset(["Q5"]),
    "organisation": frozenset(
        # organisation, business, enterprise, company, public company, party, agencies, ministries,
        # non-profits, international bodies, media, universities, clubs, armed forces, courts, parliaments
        "Q43229 Q4830453 Q6881511 Q783794 Q891723 Q7278 Q327333 Q192350 Q163740 Q484652 Q245065"
        " Q11032 Q1110794 Q11033 Q192283 Q1616075 Q3918 Q875538 Q476028 Q847017 Q12973014 Q772547"
        " Q176799 Q41487 Q35749 Q11204 Q22687 Q66344 Q613142 Q20857065 Q4120211 Q2659904 Q17149090"
        " Q210167 Q15265344 Q13393265 Q46970 Q1194970 Q748019".split()
    ),
    "place": frozenset(
        # states, countries, cities, towns, villages, districts, islands, waters, mountains, buildings, regions
        "Q6256 Q3624078 Q515 Q1549591 Q5119 Q486972 Q532 Q3957 Q35657 Q10864048 Q13220204 Q23442"
        " Q4022 Q23397 Q8502 Q12323 Q165 Q5107 Q82794 Q7275 Q15284 Q484170 Q1093829 Q7930989"
        " Q200250 Q1637706 Q123705 Q39715 Q12280 Q1248784 Q41176 Q192611 Q107390"
        " Q1134686 Q62049 Q149621 Q28575 Q34876 Q10742 Q15243209 Q46831 Q9430 Q131681".split()
    ),
    "group": frozenset("Q41710 Q33829 Q231002 Q2472587".split()),
}


def is_entity(row: Mapping[str, Any]) -> bool:
    return isinstance(row.get("labels"), Mapping) and "id" in row


def row(entity: Mapping[str, Any]) -> dict[str, object]:
    """The columns of a gazetteer's row; what is missing or malformed is left empty."""
    labels = _by_language(entity.get("labels"))
    label = next((labels[code] for code in _LANGUAGES if code in labels), None)
    if label is None and labels:
        label = labels[min(labels)]
    descriptions = _by_language(entity.get("descriptions"))
    classes = set(_items(entity, "P31"))
    return {
        "id": entity.get("id"),
        "label": label,
        "aliases": [*_aliases(entity.get("aliases")), *labels.values()],
        "type": next((kind for kind, ids in _CLASSES.items() if ids & classes), None),
        "description": next((descriptions[c] for c in _LANGUAGES if c in descriptions), ""),
        "country": next((id_ for claim in ("P17", "P27") for id_ in _items(entity, claim)), ""),
        "positions": list(_items(entity, "P39")),
    }


def _by_language(values: object) -> dict[str, str]:
    if not isinstance(values, Mapping):  # a dump writes [] for none
        return {}
    texts = {code: _value(value) for code, value in values.items()}
    return {code: text for code, text in texts.items() if text}


def _aliases(values: object) -> Iterator[str]:
    if isinstance(values, Mapping):
        for code in _LANGUAGES:
            listed = values.get(code)
            for value in listed if isinstance(listed, list) else ():
                text = _value(value)
                if text:
                    yield text


def _value(value: object) -> str:
    text = value.get("value") if isinstance(value, Mapping) else None
    return text if isinstance(text, str) else ""


def _items(entity: Mapping[str, Any], claim: str) -> Iterator[str]:
    """The ids that the claim gives, deprecated ones apart."""
    claims = entity.get("claims")
    listed = claims.get(claim) if isinstance(claims, Mapping) else None
    for statement in listed if isinstance(listed, list) else ():
        try:
            identifier = statement["mainsnak"]["datavalue"]["value"]["id"]
            if statement.get("rank") != "deprecated" and isinstance(identifier, str):
                yield identifier
        except (KeyError, TypeError, AttributeError):
            continue  # no value, or of another shape
