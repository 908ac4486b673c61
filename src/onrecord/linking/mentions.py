"""Who is mentioned in one article: the names that reading resolved there, and the speakers."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.linking.words import fold
from onrecord.model import Article, Attribution, IdentityMention, Name, NameType, Reading

_SPEAKER_TYPES: dict[str, NameType] = {
    "person": "person",
    "organisation": "organisation",
    "media": "organisation",
}
"""Sources that can be named. Unnamed and collective ones are nobody across articles, and a
document is no person."""
_DETERMINERS = {"the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "some"}


@dataclass(frozen=True, slots=True)
class Local:
    """One person, organisation, place or group within one article.

    `name` is the fullest form there. `metonym`: a place's name that speaks, for its government.
    """

    article: str
    name: str
    type: NameType
    mentions: tuple[IdentityMention, ...]
    metonym: bool = False


def locals_of(article: Article, reading: Reading) -> list[Local]:
    """Everybody and everything named in the article, each once, in the order of first mention.
    Names of type `other` (works, laws, products) are nobody."""
    by_identity: dict[str, list[Name]] = defaultdict(list)
    for name in reading.names:
        by_identity[name.identity].append(name)
    found = []
    for identity, names in by_identity.items():
        types = Counter(n.type for n in names)
        kind = max(sorted(types), key=lambda t: types[t])
        if kind != "other" and _is_name(identity):
            mentions = (IdentityMention(article.id, n.span, n.role) for n in names)
            found.append(Local(article.id, identity, kind, tuple(mentions)))
    known = {(fold(local.name), local.type) for local in found}
    spoken: dict[tuple[str, NameType], Local] = {}
    for attribution in reading.attributions:
        speaker = speaker_of(attribution, reading)
        if speaker is None or speaker in known or speaker in spoken or attribution.speaker is None:
            continue
        metonym = (speaker[0], "place") in known and speaker[1] == "organisation"
        if not metonym and any(name == speaker[0] for name, _ in known):
            continue  # named, but under another type, of which the name itself is the better judge
        mentions = (IdentityMention(article.id, span) for span in attribution.speaker_spans)
        spoken[speaker] = Local(
            article.id, attribution.speaker, speaker[1], tuple(mentions), metonym
        )
    return [*found, *spoken.values()]


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
            for name in reading.names
            if name.type == "person" and any(span.covers(name.span) for span in spans)
        }
        if speaker not in inside and len(inside) == 1:
            speaker = inside.pop()
    return (fold(speaker), kind) if _is_name(speaker) else None


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
