"""Who is who across documents on ECB+ (Cybulska and Vossen 2014), topics 1 to 35, B³ F1.

Everything that ECB+ marks as a person, an organisation or a place and that is a name in print is an
item; pronouns and descriptions ('the actress') are not. All documents are linked as one record, and
beside onrecord stands the baseline that takes equal strings for one, on the same items. ECB+ says who
is who within a topic only, so items of two topics are never held against each other. An item for
which onrecord has no name stands alone, as if it were somebody else's.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import Figure, Row, rows
from benchmarks.demo.identities import b_cubed
from onrecord import reading
from onrecord.intake import plain
from onrecord.linking.identities.mentions import Local, locals_of
from onrecord.linking.identities.people import find_identities
from onrecord.model import Article, Identity, Parse, Reading, Span

_TAGS = {
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "organisation",
    "HUMAN_PART_MET": "organisation",
    "HUMAN_PART_GPE": "place",
    "LOC_GEO": "place",
    "LOC_FAC": "place",
    "LOC_OTHER": "place",
}
_PRONOUNS = frozenset(
    "i me my mine myself you your yours he him his himself she her hers herself it its itself we us our ours"
    " ourselves they them their theirs themselves who whom whose this that these those".split()
)
_POSSESSIVE = re.compile(r"(?:['’]s?)?$")
_SMALL = frozenset("of the and for de la le al el bin van von der & - ' .".split())
_PREPOSITIONS = frozenset(
    "in at on to into from near of inside outside across around between through by for with off within"
    " over along via toward towards".split()
)
_MARKS = frozenset([*"'’.,;:()\"-", "'s", "’s", "``", "''", "--"])
_CLOSING = frozenset(
    [*".,;:?!%)]'’", "'s", "’s", "n't", "''", "...", "'m", "'re", "'ve", "'ll", "'d"]
)
BATCH = 200
"""Passages parsed at a time."""


@dataclass(frozen=True)
class Item:
    """A named mention: `words` as printed without what leads to them; `span` counts in its article's text."""

    document: str
    topic: str
    chain: str
    kind: str
    words: str
    span: Span


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--errors", action="store_true", help="print, for every chain, how onrecord splits it"
    )


def measure(data: Path, options: argparse.Namespace) -> Iterator[Figure]:
    """B³ F1 of onrecord and of equal strings, and how far apart they are."""
    articles, items = documents(data)
    found = find_identities(read_locals(articles))
    if getattr(options, "errors", False):
        print_errors(items, taken(items, articles, found), {i.id: i.name for i in found})
    yield from figures(items, taken(items, articles, found))


def figures(items: Sequence[Item], identities: Mapping[Item, str]) -> Iterator[Figure]:
    """`identities` gives the identity's id of every item for which there is a name."""
    ours = {i: (i.topic, identities.get(i, f"alone {n}")) for n, i in enumerate(items)}
    strings = {i: (i.topic, i.words.casefold()) for i in items}
    gold = {i: (i.topic, i.chain) for i in items}
    (one, note), (other, beside) = _f1(ours, gold), _f1(strings, gold)
    yield Figure("identities.b3", one, note)
    yield Figure("identities.same_string.b3", other, beside, held=False)
    yield Figure("identities.above_same_string", one - other)
    for kind in sorted(set(_TAGS.values())):
        kept = [i for i in items if i.kind == kind]
        (one, note), (other, _) = (_f1({i: c[i] for i in kept}, gold) for c in (ours, strings))
        note += f"  same string {other:.3f}, {len(kept)} items"
        yield Figure(f"identities.{kind}.b3", one, note)
    yield Figure("identities.found", len(identities) / len(items), f"{len(items)} items")


def _f1(found: Mapping[Item, tuple[str, str]], gold: Mapping[Item, tuple[str, str]]) -> tuple[float, str]:  # fmt: skip
    keyed = {i: (i.document, f"{i.span.start}-{i.span.end} {i.chain}") for i in found}
    precision, recall = b_cubed(
        {keyed[i]: who for i, who in found.items()}, {keyed[i]: gold[i] for i in found}
    )
    return 2 * precision * recall / (precision + recall), f"P {precision:.3f}  R {recall:.3f}"


def documents(data: Path) -> tuple[dict[str, Article], list[Item]]:
    """The articles by the documents' names, printed as a newspaper would, and the items in them."""
    gold: dict[str, list[Row]] = defaultdict(list)
    for row in rows(data / "events" / "ecbplus_gold_1-35.jsonl"):
        if row["type"] == "coref":
            gold[row["doc"]].append(row)
    documents_ = rows(data / "events" / "ecbplus_docs_1-35.jsonl")
    usual = _usually_capital(row["text"] for row in documents_)
    articles, items = {}, []
    for row in documents_:
        text, spans = printed(row["text"])
        day = row.get("published")
        articles[row["id"]] = plain(text, key=row["id"], published=day, outlet=row.get("outlet"))
        tokens = row["text"].split()
        offset = _offset(tokens, gold[row["id"]])
        for mention in gold[row["id"]]:
            if mention["tag"] not in _TAGS:
                continue
            places = [int(t) - 1 - offset for t in mention["tokens"]]
            core = named([tokens[p] for p in places], usual)
            if core and places == list(range(places[0], places[0] + len(places))):
                first, last = places[core[0]], places[core[1]]
                printed_name = text[spans[first].start : spans[last].end]
                span = Span(spans[first].start, spans[first].start + len(_possessor(printed_name)))
                kind = _TAGS[mention["tag"]]
                items.append(
                    Item(row["id"], row["topic"], mention["chain"], kind, span.of(text), span)
                )
    return articles, sorted(set(items), key=lambda i: (i.document, i.span, i.chain))


def named(words: Sequence[str], usual: frozenset[str]) -> tuple[int, int] | None:
    """The first and last of the words that are the name in a mention; `None` for one that is no name.

    Prepositions, determiners and descriptions in small letters before it are left off, and so are
    marks and the possessive behind it. What remains is in capitals, small words apart, and holds a
    word that is `usual`ly printed with one.
    """
    first, last = 0, len(words) - 1
    while first <= last and (words[first].lower() in _PREPOSITIONS or words[first] in _MARKS):
        first += 1
    while first <= last and (
        words[first].lower() in ("the", "a", "an") or words[first] in _MARKS
        or (words[first].islower() and words[first] not in _PREPOSITIONS)
    ):  # fmt: skip
        first += 1
    while last >= first and words[last] in _MARKS:
        last -= 1
    kept = words[first : last + 1]
    if not kept or (len(kept) == 1 and re.split(r"['’]", kept[0])[0].lower() in _PRONOUNS):
        return None
    capital = all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in kept)
    if not capital or not kept[0][0].isupper() or not any(w.lower() in usual for w in kept):
        return None
    return first, last


def printed(tokens: str) -> tuple[str, list[Span]]:
    """The text of tokens set apart by spaces, with the spaces that print has; and the tokens' spans."""
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for line in tokens.split("\n"):
        words = line.split()
        for n, word in enumerate(words):
            shown = {"``": "“", "''": "”"}.get(word, word)
            if n and _spaced(words, n):
                pieces.append(" ")
                at += 1
            pieces.append(shown)
            spans.append(Span(at, at + len(shown)))
            at += len(shown)
        pieces.append("\n")
        at += 1
    return "".join(pieces), spans


def _spaced(words: Sequence[str], n: int) -> bool:
    """There is a space between word `n` and the one before."""
    before, word = words[n - 1], words[n]
    if word in _CLOSING or before in ("``", "(", "[", "$", "£"):
        return False
    if "-" in (word, before):  # 'court - mandated' was one word, 'Paris - Thieves' was none
        left, right = (n - 1, n + 1) if word == "-" else (n - 2, n)
        inside = left >= 0 and right < len(words)
        return not (inside and words[left][-1].isalnum() and not words[right][:1].isupper())
    return True


def read_locals(articles: Mapping[str, Article]) -> Iterator[Local]:
    """Everybody named in the articles, each as it was read by itself."""
    for article, read in readings(articles.values()):
        yield from locals_of(article, read)


def readings(articles: Iterable[Article]) -> Iterator[tuple[Article, Reading]]:
    parser = reading.Parser()
    waiting: list[Article] = []
    for article in articles:
        waiting.append(article)
        if sum(len(a.passages()) for a in waiting) >= BATCH:
            yield from _read(parser, waiting)
            waiting = []
    yield from _read(parser, waiting)


def _read(parser: reading.Parser, articles: Sequence[Article]) -> Iterator[tuple[Article, Reading]]:
    texts = [s.of(a.text) for a in articles for s in a.passages()]
    parses: Iterator[Parse] = iter(parser.parse(texts) if texts else [])
    for article in articles:
        yield article, reading.read(article, [next(parses) for _ in article.passages()])


def taken(
    items: Sequence[Item], articles: Mapping[str, Article], identities: Iterable[Identity]
) -> dict[Item, str]:
    """The identity's id of every item that a name overlaps: of several the one whose ends are nearest, of equals
    all together ('Italy and Egypt' is an item)."""
    names: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for identity in identities:
        for mention in identity.mentions:
            # A place that speaks is the place here.
            names[mention.article].append((mention.span, identity.metonym_of or identity.id))
    found = {}
    for item in items:
        there = names[articles[item.document].id]
        fitting = [(_apart(s, item.span), who) for s, who in there if s.overlaps(item.span)]
        if fitting:
            nearest = min(apart for apart, _ in fitting)
            found[item] = " ".join(sorted({who for apart, who in fitting if apart == nearest}))
    return found


def print_errors(
    items: Sequence[Item], identities: Mapping[Item, str], names: Mapping[str, str]
) -> None:
    """Chains that are split, and identities that hold several chains, with the words of each part."""
    for title, one, other in (
        ("split", {i: i.chain for i in items}, identities),
        ("taken for one", identities, {i: i.chain for i in items}),
    ):
        groups: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for item in items:
            if item in one:
                groups[item.topic, one[item]].append(item)
        for (topic, key), group in sorted(groups.items()):
            parts: dict[str, Counter[str]] = defaultdict(Counter)
            for item in group:
                part = other.get(item, "nobody")
                parts[names.get(part, part)][item.words] += 1
            if len(parts) > 1 or "nobody" in parts:
                shown = "; ".join(f"{p}: {dict(words)}" for p, words in parts.items())
                print(f"{title}, topic {topic}, {names.get(key, key)}: {shown}")


def _possessor(name: str) -> str:
    """The name without a possessive ending."""
    return _POSSESSIVE.sub("", name)


def _apart(a: Span, b: Span) -> int:
    return abs(a.start - b.start) + abs(a.end - b.end)


def _usually_capital(texts: Iterable[str]) -> frozenset[str]:
    capital: Counter[str] = Counter()
    for text in texts:
        for word in text.split():
            capital[word.lower()] += 1 if word[0].isupper() else -1
    return frozenset(word for word, more in capital.items() if more > 0)


def _offset(tokens: Sequence[str], mentions: Sequence[Row]) -> int:
    """By how much the numbers of the gold's tokens run ahead: a document's head is not in its text."""
    votes: Counter[int] = Counter()
    starts: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        starts[token].append(at)
    for mention in mentions:
        first = mention["mention"].split()[0]
        votes.update(int(mention["tokens"][0]) - 1 - at for at in starts[first])
    return min(votes, key=lambda o: (-votes[o], abs(o))) if votes else 0
