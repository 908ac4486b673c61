"""Named entities of the parser, mended: edges, what it ran together, what it missed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from onrecord.model import NameType
from onrecord.reading.names.words import (
    CALENDAR,
    MEMBERS,
    NAME_PARTICLES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    PRONOUNS,
    STATE_HEADS,
    TITLES,
)
from onrecord.reading.tree import Tree

_TYPES: dict[str, NameType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "PRODUCT": "other",
}


@dataclass
class Mention:
    """Tokens `[first, last]` of the tree, both included; `key` is the folded surface."""

    first: int
    last: int
    type: NameType
    surface: str
    key: str
    by: str = "parser"


def fold(name: str) -> str:
    """Lower case, without diacritics, dots and possessive endings: what names are compared by."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"['’]s?\b", "", plain)
    return re.sub(r"[^\w& -]+", "", plain).replace("_", "").strip()


def mentions(tree: Tree) -> list[Mention]:
    """All mentions of names, in text order, never overlapping, with the parser's kinds."""
    found = []
    for entity in tree.entities:
        kind = _TYPES.get(entity.label)
        for first, last in _parts(tree, entity.start, entity.end - 1, kind):
            mention = tidy(tree, first, last, kind)
            if mention:
                found.append(mention)
    found = _possessors(tree, _split(tree, found))
    taken = {i for e in tree.entities for i in range(e.start, e.end)}
    taken |= {i for m in found for i in range(m.first, m.last + 1)}
    found = [_with_given_name(tree, mention, taken) for mention in found]
    found += _missed(tree, taken | {i for m in found for i in range(m.first, m.last + 1)})
    return _continued(tree, sorted(found, key=lambda m: m.first))


def _parts(tree: Tree, first: int, last: int, kind: NameType | None) -> list[tuple[int, int]]:
    """'Aldmark, Edda Thorley' is two names, and so is 'Lund and Marsh' of people and 'Old Bridge and
    Vask' of places; the parser sometimes runs on."""
    cuts = [i for i in range(first + 1, last) if _cuts(tree, i, kind)]
    starts = [first, *(cut + 1 for cut in cuts)]
    return list(zip(starts, [*(cut - 1 for cut in cuts), last], strict=True))


def _cuts(tree: Tree, index: int, kind: NameType | None) -> bool:
    word = tree.tokens[index].text
    if word in (",", ";"):
        return True
    apart = kind == "person" or tree.tokens[index - 1].text.lower() in PLACE_HEADS
    return apart and word.lower() == "and"


def tidy(tree: Tree, first: int, last: int, type: NameType | None) -> Mention | None:
    """A mention of these tokens without what is no part of a name at its edges; `None` for no name."""
    if type is None:
        return None
    tokens = tree.tokens
    while first <= last and (
        tokens[first].pos in ("PUNCT", "DET", "ADP", "CCONJ", "SYM")
        or (tokens[first].text[:1] in "@#" and type == "person")
        or tokens[first].tag == "POS"
    ):
        first += 1
    while last >= first and (
        tokens[last].tag == "POS" or tokens[last].pos in ("PUNCT", "DET", "SYM")
    ):
        last -= 1
    while last > first and tokens[last].text in PLACE_HEADS:
        last -= 1  # 'the Vask weir': not 'Vask Weir'
    if type == "person":
        while first < last and is_title(tokens[first].text):
            first += 1
        # 'appointed Eva Rask Energy Minister': the office behind a name is no part of it.
        if last - first >= 2 and last + 1 < len(tokens) and is_title(tokens[last + 1].text):
            last -= 1
        # 'Eva Rask told': a verb at the edge is no part of the name.
        while last > first and tokens[last].pos in ("VERB", "AUX", "ADP", "ADV"):
            last -= 1
    if last < first:
        return None
    if any(tokens[i].text in '"“”' for i in range(first, last + 1)):
        return None
    if type == "organisation":
        last = _extend(tree, last)
    if tree.passage_of(first) != tree.passage_of(last):
        return None
    surface = " ".join(tree.text[tokens[first].start : tokens[last].end].split())
    if not any(c.isalpha() for c in surface) or (surface.islower() and type != "other"):
        return None
    return Mention(first, last, type, surface, fold(surface))


def _with_given_name(tree: Tree, mention: Mention, taken: set[int]) -> Mention:
    """'envoy Piers Wennick', of which the parser knew 'Wennick' alone."""
    before = mention.first - 1
    if mention.type != "person" or " " in mention.key or before < 0 or before in taken:
        return mention
    token = tree.tokens[before]
    given = (
        token.pos == "PROPN" and token.dep in ("compound", "flat") and token.head == mention.last
    )
    if not given or is_title(token.text) or token.text.lower() in ORGANISATION_HEADS:
        return mention
    return tidy(tree, before, mention.last, "person") or mention


def _continued(tree: Tree, found: list[Mention]) -> list[Mention]:
    """'Kamran' and 'Ustovai', side by side and one phrase, are one person's name."""
    out: list[Mention] = []
    for mention in found:
        before = out[-1] if out else None
        if (
            before is not None
            and before.last + 1 == mention.first
            and before.type in ("person", "group")
            and " " not in before.key
            and tree.tokens[before.first].pos == "PROPN"
            and mention.by == "proper-noun"
            and tree.tokens[before.last].head == mention.last
        ):
            joined = tidy(tree, before.first, mention.last, "person")
            if joined:
                out[-1] = joined
                continue
        out.append(mention)
    return out


def is_title(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES


def _extend(tree: Tree, last: int) -> int:
    """'the Embassy' + 'in Norland': what an office is of, or where it sits, is part of its name."""
    if tree.tokens[last].lemma.lower() not in ORGANISATION_HEADS or last + 2 >= len(tree):
        return last
    link, place = tree.tokens[last + 1], tree.tokens[last + 2]
    if link.lemma in ("in", "of", "for") and place.pos == "PROPN" and link.head == last:
        end = last + 2
        while end + 1 < len(tree) and tree.tokens[end + 1].pos == "PROPN" and tree.tokens[end + 1].head in (end, last + 2, end + 2):  # fmt: skip
            end += 1
        return end
    return last


def _split(tree: Tree, found: list[Mention]) -> list[Mention]:
    """'the National Assembly Juan Orte': an office and its holder that were taken for one name."""
    surnames = {m.key for m in found if m.type == "person" and m.first == m.last}
    surnames |= {m.key.split()[-1] for m in found if m.type == "person" and m.key}
    out: list[Mention] = []
    for mention in found:
        words = mention.key.split()
        heads = [
            i
            for i in range(mention.first, mention.last)
            if tree.tokens[i].text.lower() in ORGANISATION_HEADS
        ]
        if (
            mention.type != "person"
            and len(words) >= 3
            and heads
            and words[-1] in surnames
            and mention.last - heads[-1] in (1, 2, 3)
        ):
            cut = heads[-1] + 1
            for first, last, type in ((mention.first, cut - 1, "organisation"), (cut, mention.last, "person")):  # fmt: skip
                part = tidy(tree, first, last, type)  # type: ignore[arg-type]  # literals of the tuple
                if part:
                    out.append(part)
        else:
            out.append(mention)
    return out


def _possessors(tree: Tree, found: list[Mention]) -> list[Mention]:
    """'Norland's Energy Ministry', taken for one name, is two: the owner is named by itself elsewhere,
    or is an organisation by its name, or what it owns is what states and cities have."""
    alone = {m.key: m.type for m in found}
    out: list[Mention] = []
    for mention in found:
        marks = [i for i in range(mention.first, mention.last) if tree.tokens[i].tag == "POS"]
        owner = tidy(tree, mention.first, marks[0] - 1, "place") if len(marks) == 1 else None
        owned = tidy(tree, marks[0] + 1, mention.last, mention.type) if owner else None
        if owner and owned and mention.type != "person":
            public = owned.key.split()[-1] in STATE_HEADS and owner.key not in MEMBERS
            if owner.key in alone:
                owner.type = alone[owner.key]
            elif owner.key.split()[-1] in ORGANISATION_HEADS:
                owner.type = "organisation"
            elif not public:
                owner = None
        if owner and owned and mention.type != "person":
            out += [owner, owned]
        else:
            out.append(mention)
    return out


def _missed(tree: Tree, taken: set[int]) -> list[Mention]:
    """Proper nouns that head a phrase and that the parser gave no kind."""
    found: list[Mention] = []
    index = 0
    while index < len(tree):
        if index in taken or tree.tokens[index].pos != "PROPN":
            index += 1
            continue
        last = index
        end = tree.passages[tree.passage_of(index)][1]
        while last + 1 < end and last + 1 not in taken and tree.tokens[last + 1].pos == "PROPN":
            last += 1
        first = index
        index = last + 1
        head = tree.tokens[last]
        # 'the Vask Dam accident': a name by its head, though the phrase has another.
        named = first < last and head.text[:1].isupper() and head.text.lower() in PLACE_HEADS
        if not named and head.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "poss", "dative", "ROOT"):  # fmt: skip
            continue
        body = tree.tokens[last].text.lower() in ORGANISATION_HEADS  # 'the General Staff'
        while first < last and not body and is_title(tree.tokens[first].text):
            first += 1
        titled = first > 0 and is_title(tree.tokens[first - 1].text)
        if is_title(tree.tokens[last].text):
            continue
        if (
            tree.tokens[last].lemma.lower() in CALENDAR
            or tree.tokens[last].text.lower() in PRONOUNS
        ):
            continue
        type: NameType = "other"
        if body:
            type = "organisation"
        elif titled:
            type = "person"
        mention = tidy(tree, first, last, type)
        if mention and len(mention.key) > 1:
            mention.by = "proper-noun"
            found.append(mention)
    return found


def surname(key: str) -> str:
    """The last word of a folded name, with its particles ('van der voss' of 'ana van der voss')."""
    words = key.split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in NAME_PARTICLES:
        start -= 1
    return " ".join(words[start:])
