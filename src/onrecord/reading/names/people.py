"""What is known of a person from the words around the name: office and gender."""

from __future__ import annotations

from onrecord.reading.names.mentions import Mention, fold, is_title
from onrecord.reading.names.words import FEMALE, FEMALE_NAMES, MALE, MALE_NAMES
from onrecord.reading.tree import Tree

_PART = 3  # words of an office's second part
_BEFORE = ("compound", "amod", "nmod")
_LONGEST_OFFICE = 12  # words; what is longer is a sentence's tail and no office


def role(tree: Tree, mention: Mention) -> str | None:
    """The office before the name ('Foreign Minister', 'Secretary of State'), or in apposition beside it."""
    long = _long_office(tree, mention)
    if long is not None:
        return _text(tree, long, mention.first - 1)
    head = max(range(mention.first, mention.last + 1), key=lambda i: (tree.tokens[i].head not in range(mention.first, mention.last + 1), i))  # fmt: skip
    first = mention.first
    while first > 0 and (
        tree.tokens[first - 1].dep in ("compound", "amod", "nmod", "poss", "case", "punct", "det")
        and mention.first <= _up(tree, first - 1, mention) <= mention.last
        and tree.tokens[first - 1].text not in (",", "(", ")", '"', "“", "”")
    ):
        first -= 1
    before = [i for i in range(first, mention.first) if tree.tokens[i].pos not in ("DET", "PUNCT")]
    if before and tree.tokens[before[-1]].pos in ("NOUN", "PROPN"):
        return _text(tree, before[0], before[-1])
    for child in tree.children[head]:
        if tree.tokens[child].dep == "appos" and tree.tokens[child].pos == "NOUN":
            return _phrase(tree, child)
    if tree.tokens[head].dep == "appos":
        noun = _holder(tree, tree.tokens[head].head)
        if tree.tokens[noun].pos == "NOUN":
            return _phrase(tree, noun, stop=mention.first)
    return None


def _long_office(tree: Tree, mention: Mention) -> int | None:
    """The first token of an office in two parts right before the name, all in capitals: 'Deputy Secretary of
    State Ana Lund'. The parser hangs the name on the second part."""
    part = mention.first - 1
    while part > 0 and mention.first - part <= _PART and _is_capital(tree, part):
        part -= 1
    between = range(part + 1, mention.first)
    if not between or any(is_title(tree.tokens[i].text) for i in between):
        return None
    if tree.tokens[part].text == "the":
        part -= 1
    first = part - 1
    if first < 0 or tree.tokens[part].text not in ("of", "for"):
        return None
    if not (is_title(tree.tokens[first].text) and _is_capital(tree, first)):
        return None
    if tree.passage_of(first) != tree.passage_of(mention.first):
        return None
    while first > 0 and _is_capital(tree, first - 1) and tree.tokens[first - 1].dep in _BEFORE:
        first -= 1
    if first > 1 and tree.tokens[first - 1].text == "-":  # 'then-Secretary of State'
        first -= 2 if tree.tokens[first - 2].text.lower() in ("then", "ex") else 0
    return first


def _is_capital(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ")


def _holder(tree: Tree, noun: int) -> int:
    """'the head of the ministry, Ana Voss': the parser hangs her on 'ministry'; she is the head."""
    for _ in range(3):
        above = tree.tokens[noun].head
        if tree.tokens[noun].dep != "pobj" or tree.tokens[above].lemma not in (
            "of",
            "for",
            "in",
            "at",
        ):
            break
        if tree.tokens[tree.tokens[above].head].pos not in ("NOUN", "PROPN"):
            break
        noun = tree.tokens[above].head
    return noun


def _up(tree: Tree, index: int, mention: Mention) -> int:
    """The nearest ancestor of `index` that lies in the mention, or -1."""
    for _ in range(6):
        above = tree.tokens[index].head
        if mention.first <= above <= mention.last:
            return above
        if above == index or above > mention.last:
            return -1
        index = above
    return -1


def _text(tree: Tree, first: int, last: int) -> str:
    return " ".join(tree.text[tree.tokens[first].start : tree.tokens[last].end].split())


def _phrase(tree: Tree, head: int, stop: int | None = None) -> str | None:
    """The noun phrase of an office, without clauses, up to token `stop`."""
    apart = ("relcl", "appos", "acl", "punct")
    loose = [c for c in tree.children[head] if tree.tokens[c].dep in apart]
    below = [i for i in tree.subtree(head, loose) if stop is None or i < stop]
    while below and tree.tokens[below[0]].pos in ("DET", "PUNCT"):
        below.pop(0)
    while below and tree.tokens[below[-1]].pos == "PUNCT":
        below.pop()
    if not below or len(below) > _LONGEST_OFFICE:
        return None
    return _text(tree, below[0], below[-1])


def gender(name: str, described: str | None) -> str | None:
    """`m`, `f` or None, by title and office words first and by the given name second."""
    # 'his deputy' says nothing of the deputy.
    words = set(fold(described or "").split()) - {"his", "her"}
    if words & FEMALE:
        return "f"
    if words & MALE:
        return "m"
    given = fold(name).split()
    if len(given) > 1:
        if given[0] in FEMALE_NAMES:
            return "f"
        if given[0] in MALE_NAMES:
            return "m"
    return None
