"""Names that come back: what the article's running text tells of names that the parser missed or cut wrong.

In a headline every word has a capital, and nothing shows where a name ends: the parser takes 'Ana
Lund Quits' for a name. In running text it mostly sees the edges, if not each time. So the names of
the running text are looked for again, in headlines first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.model import NameType
from onrecord.reading.names.mentions import Mention, fold, is_title, surname, tidy
from onrecord.reading.names.words import CALENDAR, ORGANISATION_HEADS, PRONOUNS
from onrecord.reading.tree import Tree

HEADLINE = 0.7
"""Share of a passage's words of four letters or more, its first word apart, that have a capital in a
headline in title case; running text stays far below."""
SHORTEST = 3
"""Letters that a name of one word must have to be looked for again."""
LONGEST = 5
"""Words of the longest name that is looked for."""

Known = dict[tuple[str, ...], NameType]


def repeated(tree: Tree, found: list[Mention]) -> list[Mention]:
    """`found` with headlines cut by the names of the running text, and with the names that come
    back where nothing was found; in text order."""
    headlines = {n for n in range(len(tree.passages)) if _is_headline(tree, n)}
    running = [m for m in found if tree.passage_of(m.first) not in headlines]
    known = _known(running)
    kept: list[Mention] = []
    for mention in found:
        if tree.passage_of(mention.first) in headlines and " " in mention.key:
            kept += _cut(tree, mention, known)
        else:
            kept.append(mention)
    taken = {i for m in kept for i in range(m.first, m.last + 1)}
    return sorted(kept + list(_again(tree, known, taken, headlines)), key=lambda m: m.first)


def _is_headline(tree: Tree, number: int) -> bool:
    start, end = tree.passages[number]
    words = [t.text for t in tree.tokens[start + 1 : end] if len(t.text) >= 4 and t.text.isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 2 and capital >= HEADLINE * len(words)


def _known(running: list[Mention]) -> Known:
    """The names by their folded words; of people the surnames too, where no other has the word."""
    known: Known = {}
    last: dict[str, set[str]] = defaultdict(set)
    for mention in running:
        words = tuple(mention.key.split())
        if mention.type in ("person", "organisation", "place") and _tells(mention, words):
            known.setdefault(words, mention.type)
        if mention.type == "person" and len(words) > 1:
            last[surname(mention.key)].add(mention.key)
    for name in last:
        words = tuple(name.split())
        if all(len(word) >= SHORTEST for word in words):
            known.setdefault(words, "person")
    return known


def _tells(mention: Mention, words: tuple[str, ...]) -> bool:
    if not 1 <= len(words) <= LONGEST or any(w in CALENDAR or w in PRONOUNS for w in words):
        return False
    return len(words) > 1 or (len(words[0]) >= SHORTEST and words[0] not in ORGANISATION_HEADS)


def _cut(tree: Tree, mention: Mention, known: Known) -> list[Mention]:
    """The known names in a headline's mention; the mention itself where it is known, or holds none.
    What stands before a surname that is known is the given name."""
    if tuple(mention.key.split()) in known:
        return [mention]
    parts: list[Mention] = []
    start = at = mention.first
    while at <= mention.last:
        match = _longest(tree, at, mention.last, known)
        if match is None:
            at += 1
            continue
        last, kind = match
        first = at
        if kind == "person" and at == last == start + 1 and mention.type == "person":
            first = start
        part = tidy(tree, first, last, kind)
        if part:
            parts.append(part)
        start = at = last + 1
    return parts or [mention]


def _again(tree: Tree, known: Known, taken: set[int], headlines: set[int]) -> Iterator[Mention]:
    """Places of known names, each word with a capital, that no mention covers."""
    at = 0
    while at < len(tree):
        passage = tree.passage_of(at)
        match = _longest(tree, at, tree.passages[passage][1] - 1, known)
        if match is None or not taken.isdisjoint(range(at, match[0] + 1)):
            at += 1
            continue
        first, (last, kind) = at, match
        at = last + 1
        if passage not in headlines and _in_longer(tree, first, last):
            continue
        mention = tidy(tree, first, last, kind)
        if mention and taken.isdisjoint(range(mention.first, mention.last + 1)):
            mention.by = "again"
            yield mention


def _longest(tree: Tree, first: int, end: int, known: Known) -> tuple[int, NameType] | None:
    """(last token, type) of the longest known name that begins at `first` and ends by `end`."""
    words: list[str] = []
    best = None
    for at in range(first, min(end, first + LONGEST - 1) + 1):
        token = tree.tokens[at]
        if at == first and not token.text[:1].isupper():
            return None
        words.append(fold(token.text))
        kind = known.get(tuple(words))
        if kind is not None and token.text[:1].isupper():
            best = at, kind
    return best


def _in_longer(tree: Tree, first: int, last: int) -> bool:
    """A proper noun beside it, titles apart: the name is but a part of what stands there."""
    before = tree.tokens[first - 1] if first else None
    after = tree.tokens[last + 1] if last + 1 < len(tree) else None
    if tree.tokens[last].pos not in ("PROPN", "NOUN", "ADJ"):
        return True  # 'Will', 'May'
    return bool(
        (before and before.pos == "PROPN" and not is_title(before.text))
        or (after and after.pos == "PROPN")
    )
