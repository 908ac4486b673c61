"""The rows of events, and of the happenings that events of several articles are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.export import annotation
from onrecord.export.annotation import Row
from onrecord.linking.echoes.copies import origin_of
from onrecord.model import Article, Event, Reading, Telling
from onrecord.record import Record
from onrecord.record.identifiers import content_id
from onrecord.record.statements import statements_of


def events(record: Record) -> Iterator[Row]:
    settled = {one.article: one for one in record.settled()}
    for article, reading in record.readings():
        dated = settled.get(article.id)
        filled = dated.reading(reading) if dated else None
        told = [statement.id for statement in statements_of(article, reading)]
        happenings = record.happenings_of(article.id)
        identified = zip(_identifiers(article, reading), reading.events, strict=True)
        for at, (identifier, event) in enumerate(identified):
            row = annotation.event(event, article, reading)
            if event.attribution is not None:
                row["attribution"] = told[event.attribution]
            row["happening"], row["happening_articles"] = happenings.get(at, (None, None))
            row |= _settled(event, filled.events[at] if filled else event)
            yield {"id": identifier, "article": article.id, **row}


def happenings(record: Record) -> Iterator[Row]:
    told = _told(record)
    origin = origin_of((article for article, _ in record.reading_versions()), record.echoes())
    for happening in record.happenings():
        yield {
            "id": happening.id,
            "word": happening.word,
            "type": happening.type,
            "earliest": happening.earliest,
            "latest": happening.latest,
            "articles": happening.articles,
            "independent_origins": len({origin(a) for a in happening.articles}),
            "tellings": [told[telling] for telling in happening.tellings if telling in told],
            "confidence": happening.confidence,
        }


def _told(record: Record) -> dict[Telling, Row]:
    """Every event that is in a happening, in one pass over the readings."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for happening in record.happenings():
        for telling in happening.tellings:
            wanted[telling.article].add(telling.event)
    found: dict[Telling, Row] = {}
    for article, reading in record.readings():
        if article.id not in wanted:
            continue
        identifiers = _identifiers(article, reading)
        for at in wanted[article.id] & set(range(len(reading.events))):
            event = reading.events[at]
            by = None if event.attribution is None else reading.attributions[event.attribution]
            found[Telling(article.id, at)] = {
                "article": article.id,
                "event": identifiers[at],
                "span": event.trigger,
                "text": event.trigger.of(article.text),
                "factuality": event.factuality,
                "teller": by and by.speaker,
            }
    return found


def _identifiers(article: Article, reading: Reading) -> list[str]:
    """The ids of the reading's events, in their order."""
    seen: dict[str, int] = {}
    found = []
    for event in reading.events:
        core = content_id(article.id, event.type, event.trigger.start, event.trigger.end)
        turn = seen[core] = seen.get(core, -1) + 1
        found.append(content_id(core, turn) if turn else core)
    return found


def _settled(event: Event, filled: Event) -> Row:
    days = (filled.earliest, filled.latest)
    changed = days != (event.earliest, event.latest)
    return {
        "settled_earliest": days[0] if changed else None,
        "settled_latest": days[1] if changed else None,
    }
