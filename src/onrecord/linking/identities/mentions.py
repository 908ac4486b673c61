"""Who is mentioned in one article: the names that reading resolved there, and the speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.linking.identities.sightings import unread
from onrecord.linking.words import fold
from onrecord.model import Article, Attribution, IdentityMention, Name, NameType, Reading, Span

_SPEAKER_TYPES: dict[str, NameType] = {
    "person": "person",
    "organisation": "organisation",
    "media": "organisation",
}
"""Sources that can be named. Unnamed and collective ones are nobody across articles, and a
document is no person."""
_IN = re.compile(r"\b(?:in|(?:city|town|village|people|residents) of) $", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s+$")
_DETERMINERS = {"the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "some"}


@dataclass(frozen=True, slots=True)
class Local:
    """One person, organisation, place or group within one article.

    `name` is the fullest form there, `aliases` the others that stand for it. `metonym`: a place's
    name that speaks, for its government. `owner`: whose it is said to be ('Lomira' of 'Lomira's
    Energy Ministry'). `lived_in`: something is said to be in it ('in Vask'). `published`: the first and
    last ISO day on which the article may have been.
    """

    article: str
    name: str
    type: NameType
    mentions: tuple[IdentityMention, ...]
    metonym: bool = False
    aliases: tuple[str, ...] = ()
    owner: str = ""
    lived_in: bool = False
    published: tuple[str | None, str | None] = (None, None)


def locals_of(article: Article, reading: Reading) -> list[Local]:
    """Everybody and everything named in the article, each once, in the order of first mention; then
    speakers and credited agencies that no name covers. Type `other` is of works, laws and products,
    and of what other articles may know better."""
    by_identity: dict[str, list[Name]] = defaultdict(list)
    for name in reading.names:
        by_identity[name.identity].append(name)
    owners = {n.span.end: n.span for n in reading.names if n.type in ("place", "group")}
    found = []
    for identity, names in by_identity.items():
        types = Counter(n.type for n in names)
        kind = max(sorted(types), key=lambda t: types[t])
        if _is_name(identity):
            found.append(_local(article, identity, kind, names, owners))
    known = {(fold(local.name), local.type) for local in found if local.type != "other"}
    spoken: dict[tuple[str, NameType], Local] = {}
    for attribution in reading.attributions:
        speaker = speaker_of(attribution, reading)
        if speaker is None or speaker in known or speaker in spoken or attribution.speaker is None:
            continue
        metonym = (speaker[0], "place") in known and speaker[1] == "organisation"
        if not metonym and any(name == speaker[0] for name, _ in known):
            continue  # named, but under another type, of which the name itself is the better judge
        spans = set(attribution.speaker_spans)
        if metonym:
            spans = set(_speaking(speaker, reading)) or spans
        mentions = (IdentityMention(article.id, span) for span in sorted(spans))
        spoken[speaker] = Local(
            article.id, attribution.speaker, speaker[1], tuple(mentions), metonym
        )
    return [*found, *spoken.values(), *_credited(article, reading)]


def _speaking(speaker: tuple[str, NameType], reading: Reading) -> Iterator[Span]:
    """Where the speaker's name stands as the source: elsewhere the place's name means the place."""
    for attribution in reading.attributions:
        if speaker_of(attribution, reading) == speaker:
            for name in reading.names:
                if fold(name.identity) == speaker[0] and any(
                    span.overlaps(name.span) for span in attribution.source
                ):
                    yield name.span


def _local(
    article: Article, name: str, kind: NameType, names: Sequence[Name], owners: Mapping[int, Span]
) -> Local:
    text = article.text
    mentions = tuple(IdentityMention(article.id, n.span, n.role) for n in names)
    surfaces = {" ".join(n.span.of(text).split()) for n in names} - {name}
    owned = [_owner(text, n.span, owners) for n in names] if kind == "organisation" else []
    lived_in = kind == "place" and any(
        _IN.search(text, max(0, n.span.start - 16), n.span.start) for n in names
    )
    owner = next((o for o in owned if o), "")
    aliases = tuple(sorted(surfaces))
    days = (article.published.earliest, article.published.latest)
    return Local(article.id, name, kind, mentions, False, aliases, owner, lived_in, days)


def _owner(text: str, span: Span, owners: Mapping[int, Span]) -> str:
    """The place or people whose name stands right before, possessive or adjective."""
    gap = _POSSESSIVE.search(text, max(0, span.start - 4), span.start)
    owner = owners.get(gap.start()) if gap else None
    return owner.of(text) if owner else ""


def _credited(article: Article, reading: Reading) -> Iterator[Local]:
    """The agencies and outlets that datelines and credit lines name, and the article's own where it names
    them in text that was not read."""
    covered = [name.span for name in reading.names]
    named = [(c.value, c.span) for c in article.credits if c.field in ("agency", "outlet")]
    for value, span in [*named, *_own(article, reading, [value for value, _ in named])]:
        if span is None:
            continue
        words = span.of(article.text)
        if not any(span.overlaps(other) for other in covered) and _is_name(words):
            covered.append(span)
            mention = IdentityMention(article.id, span)
            aliases = (words,) if words != value else ()
            yield Local(article.id, value, "organisation", (mention,), aliases=aliases)


def _own(article: Article, reading: Reading, values: Iterable[str]) -> Iterator[tuple[str, Span]]:
    for block in unread(article, reading):
        for value in filter(None, dict.fromkeys(values)):
            pattern = rf"(?<!\w){re.escape(value)}(?!\w)"
            for found in re.compile(pattern).finditer(article.text, block.start, block.end):
                yield value, Span(*found.span())


def speaker_of(attribution: Attribution, reading: Reading) -> tuple[str, NameType] | None:
    """The folded name and type under which the speaker is found among the article's locals.

    A speaker resolved to a description that holds a person's name ('the head of the service,
    Ana Lund') is that person.
    """
    speaker = attribution.speaker
    kind = _SPEAKER_TYPES.get(attribution.source_type)
    if attribution.source_type == "document":
        # A document speaks for its issuer, where the article names one.
        kind = next((name.type for name in reading.names if name.identity == speaker), None)
    if speaker is None or kind is None:
        return None
    if kind == "person":
        spans = (*attribution.speaker_spans, *attribution.source)
        inside = {
            name.identity
            for span in spans
            for name in _within(reading.names, span)
            if name.type == "person"
        }
        if speaker not in inside and len(inside) == 1:
            speaker = inside.pop()
    return (fold(speaker), kind) if _is_name(speaker) else None


def _within(names: Sequence[Name], span: Span) -> Iterator[Name]:
    """Those of the names, which are in text order, that the span covers."""
    for name in names[bisect_left(names, span.start, key=lambda n: n.span.start) :]:
        if name.span.start >= span.end:
            break
        if name.span.end <= span.end:
            yield name


def _is_name(text: str) -> bool:
    """Printed like a name: it begins with a capital or a figure, 'the', 'his' and the like apart."""
    words = text.split()
    while words and words[0].lower() in _DETERMINERS:
        words.pop(0)
    return bool(words) and (
        words[0][0].isupper() or words[0][0].isdigit() or _inner_capital(words[0])
    )


def _inner_capital(word: str) -> bool:
    return any(c.isupper() for c in word)  # 'al-Baghdadi', 'iRobot'
