"""How likely an event is one of those that the article is there to tell: a logistic model over what
reading knows of it.

Verbs of all work, what was said in passing and what may never come about are events too and stay in the
reading; whoever wants what happened asks for those above a confidence. Fitted on ECB+, whose annotators
marked the events of its stories, and where the share of marked ones is as predicted: see training/events.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.model import Event
from onrecord.reading.events.classes import classes
from onrecord.reading.events.ground import Ground
from onrecord.reading.events.predicates import MODALS

# fmt: off
WEIGHTS: dict[str, float] = {
    "always": 3.19, "AGREE": 0.2, "AID": -0.44, "ASSAULT": 0.5, "CONSULT": 0.15, "PROTEST": 0.56,
    "REQUEST": -0.45, "SANCTION": 0.11, "a": 0.22, "actor named": 0.21, "again": 0.4,
    "bare": -0.59, "class deed": 0.21, "class disaster": 0.5, "class general": -0.44,
    "class harm": 0.93, "class law": 0.76, "class mind": -0.35, "class phase": -0.19,
    "class speech": -0.91, "dep acl": -0.41, "dep ccomp": 0.3, "dep pcomp": 0.27,
    "dep pobj": 0.43, "dep subject": 0.65, "dep xcomp": -0.45, "first": -0.61, "happened": 0.07,
    "late": -0.74, "long": -0.69, "modal": -0.41, "no class": -0.29, "noun": -0.16,
    "passive": -0.3, "place": 0.32, "possible": -0.24, "recipient": 0.27,
    "recipient is somebody": 0.26, "tag NN": 0.2, "tag NNP": -0.77, "tag NNS": 0.45,
    "tag VB": 0.11, "tag VBD": 0.11, "tag VBN": 0.33, "tag VBP": -0.27, "tag VBZ": -0.27,
    "the": 0.21, "told": 0.23,
}
# fmt: on
"""By feature, those left out weigh nothing. Made by `python -m training.events.fit`."""

FAR_DOWN = 15
"""Sentences after which it says no more that an event stands later still."""
_THE = frozenset({"the", "this", "that", "these", "those"})
_A = frozenset({"a", "an", "another", "some", "any"})
_PASSIVE = frozenset({"auxpass", "nsubjpass", "agent"})


def features(
    ground: Ground, trigger: int, event: Event, place: int, times: Mapping[str, int]
) -> dict[str, float]:
    """What is not 0. `place` is the number of its sentence in the article, from 0, `times` says how many
    events of the article each lemma names."""
    tree = ground.tree
    token = tree.tokens[trigger]
    lemma = token.lemma.lower()
    below = [tree.tokens[child] for child in tree.children[trigger]]
    start, end = tree.sentence(trigger)
    recipients = [p for p in event.participants if p.role == "recipient"]
    mine = classes(lemma)
    subject = token.dep in ("nsubj", "nsubjpass")
    names = [*(f"class {name}" for name in mine), f"tag {token.tag}"]
    names.append("dep subject" if subject else f"dep {token.dep}")
    if token.tag[:2] == "NN":
        owned = any(t.dep == "poss" for t in below)
        kinds = {t.lemma.lower() for t in below if t.dep == "det"}
        definite = owned or not kinds.isdisjoint(_THE)
        names += ["noun", "the" if definite else "bare" if kinds.isdisjoint(_A) else "a"]
    stated = {
        "always": True,
        "no class": not mine,
        event.type: event.type != "other",
        event.factuality: True,
        "modal": any(t.dep == "aux" and t.text.lower() in MODALS for t in below),
        "passive": any(t.dep in _PASSIVE for t in below),
        "told": event.attribution is not None,
        "actor named": any(p.identity and p.role == "actor" for p in event.participants),
        "recipient": bool(recipients),
        "recipient is somebody": any(
            ground.somebody(index) for p in recipients for index in tree.inside(p.span)
        ),
        "place": event.place is not None,
        "figures": bool(event.figures),
        "first": place == 0,
    }
    return {
        **dict.fromkeys(names, 1.0),
        **{name: 1.0 for name, so in stated.items() if so},
        "late": math.log1p(min(place, FAR_DOWN)),
        "again": math.log(times[lemma]),
        "long": math.log1p(end - start),
    }


def probability(of: Mapping[str, float]) -> float:
    """That an event with these features is marked, to three decimals."""
    total = sum(WEIGHTS.get(name, 0.0) * value for name, value in sorted(of.items()))
    return round(1 / (1 + math.exp(-total)), 3)
