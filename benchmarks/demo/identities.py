"""Who is who across articles: B³ (Bagga and Baldwin 1998) over the gold's mention strings.

An item is one string in one article that means one identity. An item that was not found has no
recall, also where it is the only one of its identity; precision is over the items that were found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from benchmarks.common import Figure
from benchmarks.demo.gold import Body, Gold
from benchmarks.demo.outcome import Outcome
from benchmarks.demo.reading import Page
from onrecord.model import Identity, Span

Item = tuple[str, str]
Mentions = Mapping[str, Sequence[tuple[Span, str]]]


def score(
    gold: Gold, pages: dict[str, Page], identities: list[Identity], keys: dict[str, str]
) -> Outcome:
    outcome = Outcome()
    mentions: dict[str, list[tuple[Span, str]]] = {}
    names = {identity.id: identity.name for identity in identities}
    for identity in identities:
        for mention in identity.mentions:
            # The gold takes a place that speaks for the place.
            who = identity.metonym_of or identity.id
            mentions.setdefault(keys[mention.article], []).append((mention.span, who))
    strings: dict[str, list[str]] = {}
    for row in gold.identities:
        for key, words in row["mentions"].items():
            strings.setdefault(key, []).extend(words)
    wanted: dict[Item, str] = {}
    found: dict[Item, str] = {}
    for number, row in enumerate(gold.identities):
        clusters: dict[str, list[str]] = {}
        for key, words in row["mentions"].items():
            for word in words:
                wanted[key, word] = str(number)
                page = pages.get(key)
                taken = page and taken_for(word, page.body, strings[key], mentions.get(key, ()))
                if taken:
                    found[key, word] = taken
                    clusters.setdefault(taken, []).append(f"{word} ({key})")
                else:
                    outcome.mistake("identity", key, f"{row['name']}: '{word}' is nobody")
        if len(clusters) > 1:
            largest = max(clusters, key=lambda each: len(clusters[each]))
            for taken, items in clusters.items():
                if taken != largest:
                    apart = f"apart from the rest as {names[taken]!r}: {', '.join(items)}"
                    outcome.mistake("identity", "all", f"{row['name']}: {apart}")
    owners: dict[str, set[str]] = {}
    for item, taken in found.items():
        owners.setdefault(taken, set()).add(gold.identities[int(wanted[item])]["name"])
    for taken, several in owners.items():
        if len(several) > 1:
            outcome.mistake("identity", "all", f"taken for one, {names[taken]!r}: {several}")
    precision, recall = b_cubed(found, wanted)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    note = f"B³ P {precision:.3f}  R {recall:.3f}"
    outcome.figures.append(Figure("demo.identities.b3", f1, note))
    outcome.shared("identities.found", len(found), len(wanted))
    return outcome


def taken_for(
    words: str, body: Body, strings: Sequence[str], mentions: Sequence[tuple[Span, str]]
) -> str | None:
    """The identity that most places of `words` are taken for; those inside a longer one of
    `strings`, or a longer word, are no places of it."""
    longer = [span for s in strings if s != words and words in s for span in body.occurrences(s)]
    votes: Counter[str] = Counter()
    for place in body.named(words):
        if any(span.covers(place) for span in longer):
            continue
        overlapping = [(span, who) for span, who in mentions if span.overlaps(place)]
        if overlapping:
            votes[min(overlapping, key=lambda each: _apart(each[0], place))[1]] += 1
    return min(votes, key=lambda who: (-votes[who], who)) if votes else None


def b_cubed(found: Mapping[Item, Hashable], wanted: Mapping[Item, Hashable]) -> tuple[float, float]:
    """Precision over the items of `found`, recall over those of `wanted`."""
    both = Counter((found[item], wanted[item]) for item in found)
    sizes, wanted_sizes = Counter(found.values()), Counter(wanted.values())
    precision = sum(both[found[item], wanted[item]] / sizes[found[item]] for item in found) / max(
        1, len(found)
    )
    recall = sum(
        (both[found[item], cluster] if item in found else 0) / wanted_sizes[cluster]
        for item, cluster in wanted.items()
    ) / max(1, len(wanted))
    return precision, recall


def _apart(a: Span, b: Span) -> int:
    return abs(a.start - b.start) + abs(a.end - b.end)
