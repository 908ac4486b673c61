"""Named entities of the parser, mended: edges, kinds, and what it ran together.

A small parser calls a news agency a person and a president an organisation; within one
article the other mentions of the same name, the office that stands before it and the article's own
credits tell better.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from onrecord.model import Article, NameType
from onrecord.reading.names.words import (
    CALENDAR,
    FEMALE_NAMES,
    MALE_NAMES,
    MEDIA_NAMES,
    NAME_PARTICLES,
    ORGANISATION_HEADS,
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


def mentions(tree: Tree, article: Article) -> list[Mention]:
    """All mentions of names, in text order, never overlapping."""
    found = [m for m in (_tidy(tree, e.start, e.end - 1, _TYPES.get(e.label)) for e in tree.entities) if m]  # fmt: skip
    found = _split(tree, found)
    taken = {i for e in tree.entities for i in range(e.start, e.end)}
    taken |= {i for m in found for i in range(m.first, m.last + 1)}
    found += _missed(tree, taken)
    found.sort(key=lambda m: m.first)
    _agree(tree, found, article)
    return found


def _tidy(tree: Tree, first: int, last: int, type: NameType | None) -> Mention | None:
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
    if type == "person":
        while first < last and _title(tokens[first].text):
            first += 1
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


def _title(word: str) -> bool:
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
                part = _tidy(tree, first, last, type)  # type: ignore[arg-type]  # literals of the tuple
                if part:
                    out.append(part)
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
        if head.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "poss", "dative", "ROOT"):  # fmt: skip
            continue
        while first < last and _title(tree.tokens[first].text):
            first += 1
        titled = first > 0 and _title(tree.tokens[first - 1].text)
        if _title(tree.tokens[last].text):
            continue
        if tree.tokens[last].lemma.lower() in CALENDAR:
            continue
        type: NameType = "other"
        if tree.tokens[last].text.lower() in ORGANISATION_HEADS:
            type = "organisation"
        elif titled:
            type = "person"
        mention = _tidy(tree, first, last, type)
        if mention and len(mention.key) > 1:
            mention.by = "proper-noun"
            found.append(mention)
    return found


def _agree(tree: Tree, found: list[Mention], article: Article) -> None:
    """One name, one kind: mentions of one string vote, and stronger signs outvote the parser."""
    votes: dict[str, Counter[NameType]] = {}
    credits = {fold(c) for c in (article.agency, article.outlet) if c}
    for mention in found:
        ballot = votes.setdefault(mention.key, Counter())
        ballot[mention.type] += 1 if mention.by == "parser" else 0
        before = tree.tokens[mention.first - 1] if mention.first else None
        if before is not None and _title(before.text) and before.head in range(mention.first, mention.last + 1):  # fmt: skip
            ballot["person"] += 3
        words = mention.key.split()
        if len(words) > 1 and (words[0] in MALE_NAMES or words[0] in FEMALE_NAMES):
            ballot["person"] += 5
        if mention.key in credits or (words and words[-1] in MEDIA_NAMES and len(words) <= 2):
            ballot["organisation"] += 20
        if words and (words[-1] in ORGANISATION_HEADS or words[0] in ORGANISATION_HEADS) and len(words) > 1:  # fmt: skip
            ballot["organisation"] += 4
    _vote_by_pronoun(tree, found, votes)
    # A surname goes with the full names that end in it, if the parser knows any for people.
    people = Counter(
        mention.key.split()[-1]
        for mention in found
        if mention.type == "person" and len(mention.key.split()) > 1
    )
    for mention in found:
        words = mention.key.split()
        if len(words) == 1 and people.get(words[0], 0) and votes[mention.key]["place"] < 2:
            votes[mention.key]["person"] += 10 * people[words[0]]
    for mention in found:
        ballot = votes[mention.key]
        if ballot:
            best = max(ballot.items(), key=lambda item: (item[1], item[0]))
            if best[1] > 0:
                mention.type = best[0]


def _vote_by_pronoun(tree: Tree, found: list[Mention], votes: dict[str, Counter[NameType]]) -> None:
    """A name that 'he', 'she' or 'who' takes up is a person; one that 'it' or 'its' takes up is not.

    Only the first pronoun after a subject counts, and only before the next name.
    """
    starts = {m.first for m in found}
    for mention in found:
        if tree.tokens[mention.last].dep not in ("nsubj", "nsubjpass"):
            continue
        for index in range(mention.last + 1, min(mention.last + 30, len(tree))):
            if index in starts:
                break
            word = tree.tokens[index].text.lower()
            if word in ("he", "she", "his", "her", "him", "himself", "herself"):
                votes[mention.key]["person"] += 2
                break
            if word in ("it", "its", "itself"):
                votes[mention.key]["person"] -= 2
                break


def surname(key: str) -> str:
    """The last word of a folded name, with its particles ('van der voss' of 'ana van der voss')."""
    words = key.split()
    start = len(words) - 1
    while start > 1 and words[start - 1] in NAME_PARTICLES:
        start -= 1
    return " ".join(words[start:])
