"""What kind of thing a name names: person, organisation, place.

A small parser calls a news agency a person, a president an organisation and an unheard-of
country either. Within one article the other mentions of the name, the words around them and the
article's own credits tell better. Each sign votes; the weights say how seldom it misleads.
"""

from __future__ import annotations

from collections import Counter

from onrecord.model import Article, NameType
from onrecord.reading.names.mentions import Mention, fold, is_title, surname
from onrecord.reading.names.words import (
    DEMONYM_ENDINGS,
    FEMALE_NAMES,
    LOCATIVES,
    MALE_NAMES,
    MEDIA_NAMES,
    ORGANISATION_HEADS,
    ORGANISATION_NOUNS,
    PLACE_HEADS,
    STATE_NOUNS,
)
from onrecord.reading.tree import Tree

Ballots = dict[str, Counter[NameType]]
_PERSONAL = frozenset("he she his her him himself herself".split())
_IMPERSONAL = frozenset("it its itself".split())
_OFFICE = 10  # tokens that an office may take, up to the comma behind it
_NEAR = 30  # tokens within which a pronoun takes up a subject


def settle(tree: Tree, found: list[Mention], article: Article) -> None:
    """Give all mentions of one string one kind, in place."""
    ballots: Ballots = {mention.key: Counter() for mention in found}
    demonyms = _demonyms(tree)
    credits = {fold(credit) for credit in (article.agency, article.outlet) if credit}
    for mention in found:
        ballot = ballots[mention.key]
        if mention.by == "parser":
            ballot[mention.type] += 1
        _by_form(mention, ballot, credits)
        owner = tree.tokens[mention.first]
        if mention.last > mention.first and tree.tokens[mention.first + 1].tag == "POS":
            # 'Norland's Energy Ministry', taken for one name by the parser.
            ballots.setdefault(fold(owner.text), Counter())["place"] += 4
        _by_neighbours(tree, mention, ballot, credits)
    for key, ballot in ballots.items():
        if _has_demonym(key, demonyms):
            ballot["place"] += 20
    _by_pronouns(tree, found, ballots)
    _by_full_names(found, ballots)
    for mention in found:
        best = max(ballots[mention.key].items(), key=lambda item: (item[1], item[0]), default=None)
        if best and best[1] > 0:
            mention.type = best[0]


def _has_demonym(key: str, demonyms: frozenset[str]) -> bool:
    """'norland' where the article has 'Norlandian'; 'lomeria' where it has 'Lomerian'."""
    stems = [key, key[:-1]] if key[-1:] in tuple("aeio") else [key]
    formed = {stem + ending for stem in stems for ending in DEMONYM_ENDINGS} - {key}
    return " " not in key and not formed.isdisjoint(demonyms)


def _demonyms(tree: Tree) -> frozenset[str]:
    """Capitalised words that stand before a noun, folded: 'norlandian' of 'Norlandian troops'."""
    return frozenset(
        fold(token.text)
        for token in tree.tokens
        if token.text[:1].isupper() and token.dep in ("amod", "compound", "nmod")
    )


def _by_form(mention: Mention, ballot: Counter[NameType], credits: set[str]) -> None:
    words = mention.key.split()
    if not words:
        return
    given = words[0] in MALE_NAMES or words[0] in FEMALE_NAMES
    if len(words) > 1 and given:
        ballot["person"] += 5
    if mention.key in credits or (words[-1] in MEDIA_NAMES and len(words) <= 2 and not given):
        ballot["organisation"] += 20
    if len(words) > 1 and words[-1] in PLACE_HEADS:
        ballot["place"] += 4
    heads = {words[0], words[-1]} & ORGANISATION_HEADS
    if heads and len(words) > 1:
        ballot["organisation"] += 4


def _by_neighbours(
    tree: Tree, mention: Mention, ballot: Counter[NameType], credits: set[str]
) -> None:
    after = [t.text.lower() for t in tree.tokens[mention.last + 1 : mention.last + 4]]
    if after[:1] in (["'s"], ["’s"]) and not STATE_NOUNS.isdisjoint(after[1:]):
        ballot["place"] += 4
    if mention.first == 0:
        return
    before = tree.tokens[mention.first - 1]
    inside = range(mention.first, mention.last + 1)
    if is_title(before.text) and before.head in inside:
        ballot["person"] += 10
    if before.text.lower() == "the" and any(c.endswith(f" {mention.key}") for c in credits):
        ballot["organisation"] += 20  # 'the Courier' in the Vask Courier
    if before.lemma in ORGANISATION_NOUNS and before.pos == "NOUN" and _one_phrase(tree, mention):
        ballot["organisation"] += 12
    if before.text == "," and _follows_office(tree, mention.first - 1):
        ballot["person"] += 4
    if before.lemma in LOCATIVES and tree.tokens[mention.last].head == mention.first - 1:
        ballot["place"] += 1


def _one_phrase(tree: Tree, mention: Mention) -> bool:
    """The noun before the name stands in one phrase with it ('the company Vask Ore')."""
    noun = mention.first - 1
    heads = {tree.tokens[i].head for i in range(mention.first, mention.last + 1)}
    return mention.first <= tree.tokens[noun].head <= mention.last or noun in heads


def _follows_office(tree: Tree, comma: int) -> bool:
    """'the mayor of Porto Alba, …': an office before the comma, and no verb between."""
    start = tree.sentence(comma)[0]
    for index in range(comma - 1, max(start, comma - _OFFICE) - 1, -1):
        token = tree.tokens[index]
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return False
        if token.pos == "NOUN" and is_title(token.text):
            return True
    return False


def _by_pronouns(tree: Tree, found: list[Mention], ballots: Ballots) -> None:
    """A subject that 'he' or 'she' takes up is a person; one that 'it' takes up is not.

    Only the first pronoun after it counts, and only before the next name.
    """
    starts = {mention.first for mention in found}
    for mention in found:
        if tree.tokens[mention.last].dep not in ("nsubj", "nsubjpass"):
            continue
        for index in range(mention.last + 1, min(mention.last + _NEAR, len(tree))):
            word = tree.tokens[index].text.lower()
            if index in starts:
                break
            if word in _PERSONAL or word in _IMPERSONAL:
                ballots[mention.key]["person"] += 2 if word in _PERSONAL else -2
                break


def _by_full_names(found: list[Mention], ballots: Ballots) -> None:
    """A surname goes with the full names that end in it, where those are people's."""
    people = Counter(
        surname(mention.key)
        for mention in found
        if " " in mention.key and _leads(ballots[mention.key], "person")
    )
    for key in {mention.key for mention in found if " " not in mention.key}:
        if people[key] and ballots[key]["place"] < 2:
            ballots[key]["person"] += 10 * people[key]


def _leads(ballot: Counter[NameType], kind: NameType) -> bool:
    return bool(ballot) and ballot[kind] == max(ballot.values())
