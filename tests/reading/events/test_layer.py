from __future__ import annotations

from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import intake
from onrecord.model import Dated, Factuality, Role
from onrecord.reading import Parser, read
from onrecord.reading.events.plover import OTHER, TYPES

PIECES = st.sampled_from(
    [
        "Peter Hallam said", "that", "“", "”", "\n\n", ",", ".", "according to", "denied",
        "the attack", "attacks", "will", "may not", "was", "killed by", "arrived", "two planes",
        "which", "brought", "35 tonnes of cargo", "on Monday", "late on 24 June", "in April", "if",
        "to leave", "plans", "failed", "talks with", "and", "who", "they", "Norland", "when", "?",
        "called off", "no", "without", "the police raid", "next week", "é", "—", "(", "resigned",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=80)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from([None, "2031-05-06", "XXXX-06-26"]))
def test_whatever_the_text(parser: Parser, text: str, published: str | None) -> None:
    article = intake.plain(text, key="fiction", published=published)
    reading = read(article, parser.parse([span.of(text) for span in article.passages()]))
    events = reading.events
    assert [e.trigger for e in events] == sorted({e.trigger for e in events})
    for event in events:
        spans = [event.trigger, *(p.span for p in event.participants)]
        spans += [event.place] if event.place else []
        for span in spans:
            assert any(passage.covers(span) for passage in article.passages())
            assert span.of(text).strip()
        assert event.type in (*TYPES, OTHER)
        assert event.factuality in get_args(Factuality)
        assert event.dated is None or event.dated in get_args(Dated)
        assert all(p.role in get_args(Role) for p in event.participants)
        assert event.time is None or 0 <= event.time < len(reading.timexes)
        assert all(0 <= place < len(reading.figures) for place in event.figures)
        assert event.figures == tuple(sorted(set(event.figures)))
        if event.attribution is not None:
            content = reading.attributions[event.attribution].content
            assert any(span.covers(event.trigger) for span in content)
        if event.earliest and event.latest:
            assert event.earliest <= event.latest
        if published == "2031-05-06" and event.factuality == "happened" and event.latest:
            assert event.latest <= published
        assert event.by
        assert 0 < event.confidence <= 1
