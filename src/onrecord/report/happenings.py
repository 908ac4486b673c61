"""What several articles tell of, as rows of the page: who tells it, and how each puts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from onrecord.linking.words import Words, words_of
from onrecord.model import Article, Attribution, Event, Happening, Reading, Span, Statement, Telling
from onrecord.report.rows import HappeningRow, TellingRow

SURE = 0.5
"""Confidence from which a happening is shown. Linking keeps them from .33 on, for whoever counts; a page should not
hold what is wrong as often as right: of 60 drawn at random of US news, 8 of 15 under .5 told of one thing throughout, and 37
of 45 above."""
DOUBTFUL = 0.7
"""Confidence under which it is marked as what may be several things, and comes last."""
MOST = 400
"""Happenings that are sent."""
PLAIN = range(40, 241)
"""Characters of a sentence that can be read at a glance and still says something."""


class Source(Protocol):
    """What is asked of a record."""

    def happenings(self) -> Iterable[Happening]: ...
    def reading(self, article_id: str, /) -> Reading | None: ...


class Tellers:
    """The articles of a record, as those who tell.

    `articles` and `statements` are in the page's order; `origin_of` gives what an article is a reprint of.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        statements: Sequence[Statement],
        origin_of: Callable[[str], str],
    ) -> None:
        self._articles = {article.id: (at, article) for at, article in enumerate(articles)}
        self._statements: dict[tuple[object, ...], int] = {
            (statement.article, *_spans(statement.attribution)): at
            for at, statement in enumerate(statements)
        }
        self._cues: dict[str, list[Span]] = defaultdict(list)
        for statement in statements:
            self._cues[statement.article].extend(statement.attribution.cue)
        self._origin_of = origin_of

    def rows(self, record: Source) -> list[HappeningRow]:
        """Happenings of two articles or more, no more than `MOST`: first those that most
        independent origins tell, weighed by how likely they are one; the doubtful last.

        Sayings are left out: where the word that names most tellings is the cue of a statement, the page
        shows it among the statements.
        """
        found = [h for h in record.happenings() if h.confidence >= SURE]
        events = self._events(record, found)
        told = {h.id: [t for t in h.tellings if t in events] for h in found}
        shown = [
            h
            for h in found
            if len({t.article for t in told[h.id]}) > 1
            and 2 * sum(self._is_saying(t, events[t][0]) for t in told[h.id]) < len(told[h.id])
        ]
        shown.sort(
            key=lambda h: (
                h.confidence < DOUBTFUL,
                -self._origins(told[h.id]) * h.confidence,
                h.id,
            )
        )
        shown = shown[:MOST]
        sentences = self._sentences({t: events[t][0] for h in shown for t in told[h.id]})
        return [self._row(h, told[h.id], events, sentences) for h in shown]

    def _events(
        self, record: Source, happenings: Iterable[Happening]
    ) -> dict[Telling, tuple[Event, int | None]]:
        """The event of each telling, with the page's index of the statement that tells it."""
        wanted: dict[str, list[Telling]] = defaultdict(list)
        for happening in happenings:
            for telling in happening.tellings:
                wanted[telling.article].append(telling)
        found = {}
        for article, tellings in wanted.items():
            reading = record.reading(article) if article in self._articles else None
            if reading is None:
                continue
            for telling in tellings:
                if telling.event < len(reading.events):
                    event = reading.events[telling.event]
                    by = event.attribution
                    key = () if by is None else (article, *_spans(reading.attributions[by]))
                    found[telling] = (event, self._statements.get(key))
        return found

    def _origins(self, tellings: Iterable[Telling]) -> int:
        return len({self._origin_of(telling.article) for telling in tellings})

    def _is_saying(self, telling: Telling, event: Event) -> bool:
        return any(event.trigger.overlaps(cue) for cue in self._cues[telling.article])

    def _sentences(self, events: Mapping[Telling, Event]) -> dict[Telling, Span]:
        by_article: dict[str, list[Telling]] = defaultdict(list)
        for telling in events:
            by_article[telling.article].append(telling)
        found = {}
        for article, tellings in by_article.items():
            text = self._articles[article][1].text
            words = words_of(self._articles[article][1])
            for telling in tellings:
                found[telling] = sentence_of(events[telling].trigger, words, text)
        return found

    def _row(
        self,
        happening: Happening,
        tellings: Sequence[Telling],
        events: Mapping[Telling, tuple[Event, int | None]],
        sentences: Mapping[Telling, Span],
    ) -> HappeningRow:
        """Tellings come in the order of the articles' publication. That leads which is told as having happened, in no
        question or quotation, on a stated day, in few words and early in its sentence (not in passing), with those
        who took part, by an agency, in the outlet's own name; of equals the first."""
        tellings = sorted(tellings, key=lambda t: (self._articles[t.article][0], t.event))

        def plainness(telling: Telling) -> tuple[bool, ...]:
            event, sentence = events[telling][0], sentences[telling]
            article = self._articles[telling.article][1]
            words = sentence.of(article.text)
            return (
                event.factuality == "happened",
                words[:1].isalnum() and "?" not in words,
                event.dated == "stated",
                len(sentence) in PLAIN,
                2 * (event.trigger.start - sentence.start) < len(sentence),
                len(event.participants) > 1,
                article.agency is not None,
                event.attribution is None,
            )

        return HappeningRow(
            id=happening.id,
            word=happening.word,
            type=happening.type,
            earliest=happening.earliest,
            latest=happening.latest,
            origins=self._origins(tellings),
            confidence=happening.confidence,
            doubtful=happening.confidence < DOUBTFUL,
            lead=tellings.index(max(tellings, key=plainness)),
            tellings=[
                TellingRow(
                    article=self._articles[t.article][0],
                    trigger=_pair(events[t][0].trigger),
                    sentence=_pair(sentences[t]),
                    factuality=events[t][0].factuality,
                    statement=events[t][1],
                )
                for t in tellings
            ],
        )


def sentence_of(span: Span, words: Words, text: str) -> Span:
    """The sentence that holds `span`, with its marks; `span` itself where no word of the body is in it."""
    first, last = words.inside(span)
    if first == last:
        return span
    whole = words.span(*words.sentences(first, last))
    start, end = whole.start, whole.end
    while start > 0 and text[start - 1] in "\"'“‘«([":
        start -= 1
    while end < len(text) and text[end] in ".?!…,;:\"'”’»)]":
        end += 1
    return Span(start, end)


def _spans(said: Attribution) -> tuple[tuple[Span, ...], ...]:
    return (said.source, said.cue, said.content)


def _pair(span: Span) -> tuple[int, int]:
    return (span.start, span.end)
