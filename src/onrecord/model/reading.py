"""What one article says: names, attributions, times, events and figures, each with its words."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.span import Span

Kind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "attitude"]
Stance = Literal[
    "assert",
    "deny",
    "demand",
    "promise",
    "threaten",
    "accuse",
    "praise",
    "question",
    "decline",
    "agree",
    "predict",
]
SourceType = Literal["person", "organisation", "document", "media", "unnamed", "collective", "none"]
NameType = Literal["person", "organisation", "place", "group", "other"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["actor", "recipient", "participant"]
Factuality = Literal["happened", "not_happened", "denied", "planned", "possible"]
# What a day rests on: a timex of its own clause; one of the sentence or the passage before; the day of
# publication; the day on which it was said.
Dated = Literal["stated", "context", "publication", "saying"]


class Name(msgspec.Struct, frozen=True):
    """A mention of somebody or something named.

    `identity` is the fullest name of the same one within the article ('Maria Zakharova' for
    'Zakharova'); `role` the office or description that stands with this mention
    ('Foreign Minister'), if any.
    """

    span: Span
    type: NameType
    identity: str
    role: str | None = None
    by: str = ""
    confidence: float = 1.0


class Timex(msgspec.Struct, frozen=True):
    """A temporal expression, normalised as TIMEX3 (ISO-TimeML).

    `value` is the normalised value (`2019-03-27`, `2019-W13`, `XXXX-06-26`, `P3M`,
    `PAST_REF`); `mod` as in TIMEX3 (`EARLY`, `LATE`, `APPROX`, …); `earliest` and `latest` are ISO days, both
    `None` where no day can be bounded (a duration, an unknown year). `anchor` says what the
    value was counted from: `DCT`, `self`, or the index of another timex of the reading.
    """

    span: Span
    type: TimexType
    value: str
    earliest: str | None = None
    latest: str | None = None
    mod: str | None = None
    anchor: str = "self"
    by: str = ""
    confidence: float = 1.0


class Attribution(msgspec.Struct, frozen=True):
    """An attribution relation (PARC, PolNeAR): who is said to have said what.

    `source`, `cue` and `content` are the words as printed; content may be discontinuous and
    source or cue may be empty (a quoted paragraph of its own). `speaker` is the source
    resolved: the fullest name in the article, or the description of an unnamed source;
    `speaker_spans` are the words that give it. `parent` is the index, in
    `Reading.attributions`, of the attribution whose content holds this one. `said_on` is the
    TIMEX value of the day of saying when the text states it, and `said_earliest` / `said_latest`
    its ISO days, or bounds of it where the text does not state it; `said_dated` says what they rest on.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind
    act: Act
    stance: Stance
    source_type: SourceType
    speaker: str | None = None
    speaker_spans: tuple[Span, ...] = ()
    addressee: str | None = None
    addressee_span: Span | None = None
    setting: str | None = None
    setting_span: Span | None = None
    said_on: str | None = None
    said_earliest: str | None = None
    said_latest: str | None = None
    said_span: Span | None = None
    said_dated: Dated | None = None
    parent: int | None = None
    by: str = ""
    confidence: float = 1.0


class Participant(msgspec.Struct, frozen=True):
    """Who takes part in an event, and how. `identity` is the name's identity in the article."""

    role: Role
    span: Span
    identity: str | None = None


class Event(msgspec.Struct, frozen=True):
    """Something that happened, did not, or may: its trigger word and what hangs on it.

    `type` is of PLOVER, or `other`. `time` and `figures` are indices into the reading's timexes and
    figures. `factuality` is how its teller presents it; the teller is the speaker of the
    attribution whose index is `attribution` (the innermost whose content holds the trigger), or
    the outlet where that is `None`. `earliest` and `latest` are ISO days, `dated` says what they rest
    on.
    """

    trigger: Span
    type: str
    participants: tuple[Participant, ...] = ()
    place: Span | None = None
    time: int | None = None
    factuality: Factuality = "happened"
    attribution: int | None = None
    figures: tuple[int, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    dated: Dated | None = None
    by: str = ""
    confidence: float = 1.0


class Figure(msgspec.Struct, frozen=True):
    """A number with what it counts: `value` 99, `unit` `None` or 'tonnes', `counts` 'military staff'.

    `span` covers number, unit and counted noun as printed; `approximate` is true for 'about', 'more than', 'some'.
    """

    span: Span
    value: float
    counts: str
    unit: str | None = None
    approximate: bool = False
    by: str = ""
    confidence: float = 1.0


class Reading(msgspec.Struct, frozen=True):
    """All that was read in one text. Lists are in text order. `versions` names the layers."""

    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    versions: dict[str, str] = {}
