"""The layer of events: triggers, and what hangs on each."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from msgspec.structs import replace

from onrecord.model import Event, Participant
from onrecord.reading.events.clauses import clauses
from onrecord.reading.events.confidence import features, probability
from onrecord.reading.events.dating import Calendar
from onrecord.reading.events.factuality import Weighing
from onrecord.reading.events.ground import Ground, ground
from onrecord.reading.events.participants import Found, participants
from onrecord.reading.events.places import place
from onrecord.reading.events.plover import OTHER, typed
from onrecord.reading.events.quantities import figures
from onrecord.reading.events.triggers import triggers
from onrecord.reading.layer import Draft, Layer


def run(draft: Draft) -> None:
    known = ground(draft)
    found = triggers(known)
    members = frozenset(found)
    weighing = Weighing(known)
    calendar = Calendar(known, clauses(known, members))
    taking = {trigger: participants(known, trigger) for trigger in found}
    counted = figures(known, taking)
    times = Counter(draft.tree.tokens[trigger].lemma.lower() for trigger in found)
    starts = [start for start, _ in draft.tree.sentences]
    for trigger in found:
        factuality = weighing.factuality(trigger)
        if factuality == "happened" and calendar.ahead(trigger):
            factuality = "planned"
        days = calendar.days(trigger, factuality)
        teller = known.teller[trigger]
        noun = draft.tree.tokens[trigger].tag[:2] == "NN"
        said = known.cues.get(trigger)
        kind = "cue" if said is not None else "noun" if noun else "verb"
        event = Event(
            trigger=draft.tree.span(trigger, trigger),
            type=_type(known, trigger, noun, taking[trigger]),
            participants=tuple(
                Participant(role, known.phrase(head), known.identity(head))
                for head, role in taking[trigger].items()
            ),
            place=place(known, trigger),
            time=days.time,
            factuality=factuality,
            attribution=teller if teller >= 0 else None,
            figures=tuple(counted.get(trigger, ())),
            earliest=days.earliest,
            latest=days.latest,
            dated=days.dated,
            by=f"rule:event-{kind}",
        )
        number = bisect_right(starts, trigger) - 1
        sure = probability(features(known, trigger, event, number, times))
        draft.events.append(replace(event, confidence=sure))


def _type(known: Ground, trigger: int, noun: bool, taking: Found) -> str:
    tree = known.tree
    if (
        noun
        and tree.tokens[trigger].lemma == "call"
        and tree.child(trigger, "compound") is not None
    ):
        return "CONSULT"  # 'a phone call', 'a video call'
    if tree.tokens[trigger].lemma in ("release", "free") and not any(
        role == "recipient" and known.somebody(head) for head, role in taking.items()
    ):
        return OTHER  # 'released a film', not a prisoner
    particle = tree.child(trigger, "prt")
    said = known.cues.get(trigger)
    return typed(
        tree.tokens[trigger].lemma.lower(),
        noun,
        tree.tokens[particle].lemma if particle is not None else None,
        known.draft.attributions[said].stance if said is not None else None,
    )


LAYER = Layer(
    "events",
    "2",
    ("tree", "names", "chains", "timexes", "figures", "candidates", "speakers", "attributions"),
    ("events",),
    run,
)
