"""Events as words, so that a test can say what it expects as a reader would."""

from __future__ import annotations

from onrecord.model import Event
from reading.words import Read


def triggers(read: Read) -> list[str]:
    return [event.trigger.of(read.text) for event in read.reading.events]


def event(read: Read, trigger: str) -> Event:
    """The one event with this trigger."""
    found = [each for each in read.reading.events if each.trigger.of(read.text) == trigger]
    assert len(found) == 1, triggers(read)
    return found[0]


def parts(read: Read, trigger: str) -> dict[str, list[str]]:
    """The words of an event's participants by role."""
    found: dict[str, list[str]] = {}
    for participant in event(read, trigger).participants:
        found.setdefault(participant.role, []).append(participant.span.of(read.text))
    return found


def counted(read: Read, trigger: str) -> list[str]:
    """The words of an event's figures."""
    return [read.reading.figures[i].span.of(read.text) for i in event(read, trigger).figures]
