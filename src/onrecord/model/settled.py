"""A publication date that the article does not tell and other articles do."""

from __future__ import annotations

import msgspec

from onrecord.model.linked import Statement
from onrecord.model.reading import Attribution, Event, Reading, Timex
from onrecord.model.span import Span


class SettledTime(msgspec.Struct, frozen=True):
    """A temporal expression of the article (`span` in its text) whose year is known now: its TIMEX
    value, and the ISO days that bound it."""

    span: Span
    value: str
    earliest: str
    latest: str


class Settled(msgspec.Struct, frozen=True):
    """When an article was published that does not tell, as other articles settle it.

    `earliest` and `latest` are ISO days; `published` is the TIMEX value that both lie in, as fine as
    there is one (`2019-06-26`, `2019-06`, `2019`; `""` where they are of two years). `articles` are the
    ids of those it rests on, sorted; `because` has a line for each piece of evidence. `times` are
    the article's expressions without a year that have one now, in text order.

    The article and its reading stay as they were read: `reading` and `statement` give them with the
    year filled in.
    """

    article: str
    published: str
    earliest: str
    latest: str
    articles: tuple[str, ...]
    because: tuple[str, ...]
    times: tuple[SettledTime, ...] = ()

    def reading(self, read: Reading) -> Reading:
        """`read` with the dates of its expressions, attributions and events filled in."""
        times = {time.span: time for time in self.times}
        of_event = [times.get(timex.span) for timex in read.timexes]
        return msgspec.structs.replace(
            read,
            timexes=tuple(_timex(t, times.get(t.span)) for t in read.timexes),
            attributions=tuple(self._attribution(a, times) for a in read.attributions),
            events=tuple(
                self._event(e, None if e.time is None else of_event[e.time]) for e in read.events
            ),
        )

    def statement(self, made: Statement) -> Statement:
        """`made` with the days of its saying filled in."""
        attribution = self._attribution(made.attribution, {time.span: time for time in self.times})
        earliest, latest = attribution.said_earliest, attribution.said_latest
        return msgspec.structs.replace(
            made,
            attribution=attribution,
            said_earliest=earliest or made.said_earliest,
            said_latest=_earlier(latest or made.said_latest, self.latest),
        )

    def _attribution(self, made: Attribution, times: dict[Span, SettledTime]) -> Attribution:
        time = times.get(made.said_span) if made.said_span else None
        if time is not None:
            return msgspec.structs.replace(
                made,
                said_on=time.value,
                said_earliest=time.earliest,
                said_latest=max(time.earliest, _earlier(time.latest, self.latest)),
                said_dated="stated",
            )
        return msgspec.structs.replace(made, said_latest=_earlier(made.said_latest, self.latest))

    def _event(self, event: Event, time: SettledTime | None) -> Event:
        earliest, latest = event.earliest, event.latest
        if time is not None:
            earliest, latest = time.earliest, time.latest
        if event.factuality == "happened":
            latest = max(earliest or "", _earlier(latest, self.latest))
        elif event.factuality == "planned" and earliest is None and latest is None:
            earliest = self.earliest
        return msgspec.structs.replace(event, earliest=earliest, latest=latest)


def _timex(timex: Timex, time: SettledTime | None) -> Timex:
    if time is None:
        return timex
    return msgspec.structs.replace(
        timex, value=time.value, earliest=time.earliest, latest=time.latest
    )


def _earlier(day: str | None, other: str) -> str:
    return other if day is None else min(day, other)
