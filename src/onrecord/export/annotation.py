"""One article's reading as the JSON object that `onrecord annotate` writes.

Spans are `[start, end]` in code points of the text. The objects of the lists are also the
cores of the rows in `onrecord.export.rows`.
"""

from __future__ import annotations

from typing import Any

from onrecord.model import Article, Attribution, Event, Figure, Name, Reading, Timex

Row = dict[str, Any]


def annotation(identifier: object, article: Article, reading: Reading) -> Row:
    """The whole reading; `identifier` comes back as `id`."""
    return {
        "id": identifier,
        "attributions": [attribution(item) for item in reading.attributions],
        "timexes": [timex(item) for item in reading.timexes],
        "names": [name(item) for item in reading.names],
        "events": [event(item, article, reading) for item in reading.events],
        "figures": [figure(item, article) for item in reading.figures],
    }


def attribution(item: Attribution) -> Row:
    """`parent` is an index into the same list."""
    return {
        "source": item.source,
        "cue": item.cue,
        "content": item.content,
        "kind": item.kind,
        "act": item.act,
        "stance": item.stance,
        "source_type": item.source_type,
        "speaker": item.speaker,
        "speaker_spans": item.speaker_spans,
        "addressee": item.addressee,
        "addressee_span": item.addressee_span,
        "setting": item.setting,
        "setting_span": item.setting_span,
        "said_on": item.said_on,
        "said_earliest": item.said_earliest,
        "said_latest": item.said_latest,
        "said_dated": item.said_dated,
        "said_span": item.said_span,
        "parent": item.parent,
        "by": item.by,
        "confidence": item.confidence,
    }


def timex(item: Timex) -> Row:
    """`anchor` is `DCT`, `self`, or an index into the same list, as a string."""
    return {
        "span": item.span,
        "type": item.type,
        "value": item.value,
        "mod": item.mod,
        "earliest": item.earliest,
        "latest": item.latest,
        "anchor": item.anchor,
        "by": item.by,
        "confidence": item.confidence,
    }


def name(item: Name) -> Row:
    return {
        "span": item.span,
        "type": item.type,
        "identity": item.identity,
        "role": item.role,
        "by": item.by,
        "confidence": item.confidence,
    }


def event(item: Event, article: Article, reading: Reading) -> Row:
    """What it points to is there whole, since a row of its own has no list to point into: `time` is a timex,
    `figures` are figures. `attribution` is an index into `Reading.attributions`, `teller` its speaker."""
    told = None if item.attribution is None else reading.attributions[item.attribution]
    return {
        "trigger": item.trigger,
        "text": item.trigger.of(article.text),
        "type": item.type,
        "participants": [
            {
                "role": p.role,
                "span": p.span,
                "text": p.span.of(article.text),
                "identity": p.identity,
            }
            for p in item.participants
        ],
        "place": item.place,
        "place_text": None if item.place is None else item.place.of(article.text),
        "time": None if item.time is None else timex(reading.timexes[item.time]),
        "earliest": item.earliest,
        "latest": item.latest,
        "dated": item.dated,
        "factuality": item.factuality,
        "attribution": item.attribution,
        "teller": None if told is None else told.speaker,
        "figures": [figure(reading.figures[place], article) for place in item.figures],
        "by": item.by,
        "confidence": item.confidence,
    }


def figure(item: Figure, article: Article) -> Row:
    return {
        "span": item.span,
        "text": item.span.of(article.text),
        "value": item.value,
        "unit": item.unit,
        "counts": item.counts,
        "approximate": item.approximate,
        "by": item.by,
        "confidence": item.confidence,
    }
