"""When each thing was said: as its own words state it, as the text before it shows, or by the publication.

A day is carried from one saying of a speaker to the next as a reader carries it: 'said on Wednesday.
… He added', in the same passage or the one after, until the speaker's tense or an adverb points
elsewhere, or another day comes between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.model import Dated, Published, Span, Timex
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.setting import said_on, setting
from onrecord.reading.speakers.speaker import Speaker
from onrecord.reading.tree import Tree

# Cues that go on with what was begun: after them another's day in between does not count.
_GOING_ON = frozenset("add continue conclude stress emphasise emphasize note explain".split())
# Words beside a cue that put it on another day than the one at hand.
_ELSEWHEN = frozenset(
    "earlier previously later before once repeatedly often always already recently since then "
    "initially originally formerly subsequently consistently long".split()
)
# What a document goes through on the day that it bears: 'a poll published on Tuesday showed'.
_ISSUED = frozenset(
    "publish release issue post sign send broadcast air print circulate distribute write carry "
    "conduct hold give make deliver record".split()
)
# What a speaker does, or has done to them, at the time of saying: 'reached on Wednesday, he said'.
_MEETING = frozenset(
    "reach ask question contact press quiz speak talk address appear testify respond reply react "
    "comment brief write interview meet visit".split()
)
_DAY = re.compile(r"^([\dX]{4}-\d\d-\d\d)T.*")
# A day holds for the passage in which it stands and for the one that follows.
_REACH = 1


class Saying(msgspec.Struct, frozen=True):
    """`on` is the TIMEX value that the text states and `span` its words; `earliest` and `latest` are ISO
    days, either `None` where it is not bounded; `dated` says what they rest on."""

    on: str | None = None
    span: Span | None = None
    earliest: str | None = None
    latest: str | None = None
    dated: Dated | None = None


class _Heard(msgspec.Struct, frozen=True):
    """A speaker's last saying that has a day."""

    saying: Saying
    passage: int
    turn: int


def sayings(
    tree: Tree,
    candidates: Sequence[Candidate],
    speakers: Sequence[Speaker],
    timexes: list[Timex],
    published: Published,
) -> list[Saying]:
    """The date of each candidate's saying, in their order."""
    stated = [_stated(tree, candidate, timexes, published) for candidate in candidates]
    found = _shared(tree, candidates, speakers, stated)
    heard: dict[str, _Heard] = {}
    # How many days have been named so far, to tell whether another came between.
    turn = 0
    order = sorted(range(len(candidates)), key=lambda place: candidates[place].anchor)
    for place in order:
        candidate, who = candidates[place], speakers[place].name
        if candidate.parent is not None or candidate.act != "speech":
            continue
        passage = tree.passage_of(candidate.anchor)
        saying = found[place]
        if saying is not None:
            turn += 1
        elif (
            who is not None
            and (last := heard.get(who)) is not None
            and passage - last.passage <= _REACH
            and _goes_on(tree, candidate, last.turn == turn)
        ):
            saying = msgspec.structs.replace(last.saying, on=None, span=None, dated="context")
            found[place] = saying
        if who is not None and saying is not None and saying.earliest is not None:
            heard[who] = _Heard(saying, passage, turn)
    places = {id(candidate): place for place, candidate in enumerate(candidates)}
    return [
        found[place] or _bounded(candidate, found, places, published)
        for place, candidate in enumerate(candidates)
    ]


def _shared(
    tree: Tree,
    candidates: Sequence[Candidate],
    speakers: Sequence[Speaker],
    stated: Sequence[Saying | None],
) -> list[Saying | None]:
    """A second verb of the same speaker shares what dates the first: 'in a statement posted on
    Thursday, it described …, and said …'."""
    by_verb = {candidates[place].anchor: place for place in range(len(candidates))}
    found = list(stated)
    for place, candidate in enumerate(candidates):
        token = tree.tokens[candidate.anchor]
        first = by_verb.get(token.head) if candidate.cue and token.dep == "conj" else None
        if (
            found[place] is None
            and first is not None
            and candidate.act == "speech"
            and speakers[first].name == speakers[place].name
        ):
            found[place] = stated[first]
    return found


def _stated(
    tree: Tree, candidate: Candidate, timexes: list[Timex], published: Published
) -> Saying | None:
    """The date that stands with the cue, or with the document or occasion in which it was said."""
    when = said_on(tree, candidate, timexes) or _occasion(tree, candidate, timexes)
    if when is None:
        return None
    earliest, latest = when.earliest, when.latest
    # The day of saying, where there is one: 'on Wednesday evening' is that Wednesday.
    on = _DAY.sub(r"\1", when.value)
    if earliest is None and latest is None:
        if when.value == "PAST_REF":
            return Saying(on, when.span, None, published.latest, "publication")
        return Saying(on, when.span, None, None, "stated")
    if latest and published.latest and (earliest or "") <= published.latest < latest:
        # Nothing is reported before it is said.
        latest = published.latest
    return Saying(on, when.span, earliest, latest, "stated")


def _occasion(tree: Tree, candidate: Candidate, timexes: list[Timex]) -> Timex | None:
    """The date of the occasion or the document, where the cue itself has none: 'in a statement posted on
    Thursday', 'a poll published on Tuesday', 'reached by telephone on Wednesday', 'on Sunday, when
    he told', 'the July 25 call in which he asked'."""
    if candidate.act != "speech" or not candidate.cue:
        return None
    start, end = tree.sentence(candidate.anchor)
    places = [
        *_issued(tree, candidate),
        *(
            clause
            for clause in tree.children_by(candidate.anchor, "advcl")
            if tree.tokens[clause].lemma.lower() in _MEETING
            and tree.tokens[clause].tag in ("VBN", "VBG")
        ),
        *_above(tree, candidate.anchor),
    ]
    for timex in timexes:
        inside = tree.inside(timex.span)
        if timex.type not in ("DATE", "TIME") or timex.value.endswith("_REF") or not len(inside):
            continue
        if not start <= inside[0] < end or any(timex.span.overlaps(c) for c in candidate.content):
            continue
        at = inside[-1]
        for _ in range(7):
            if at in places:
                return timex
            token = tree.tokens[at]
            if at not in inside and token.pos not in ("ADP", "NOUN", "PROPN"):
                break
            at = token.head
    return None


def _issued(tree: Tree, candidate: Candidate) -> list[int]:
    """The verbs that say how the document came out, in the words of the source and of the setting."""
    place = setting(tree, candidate)
    words = [*candidate.source, *(tree.inside(place) if place else ())]
    return [
        index
        for index in words
        if tree.tokens[index].lemma.lower() in _ISSUED
        and (tree.tokens[index].tag, tree.tokens[index].dep)
        in (("VBN", "acl"), ("VBN", "relcl"), ("VBD", "relcl"), ("VBD", "acl"))
    ]


def _above(tree: Tree, verb: int) -> list[int]:
    """What the cue's clause hangs on, where it tells what was said then: the date or the verb before
    'when', the call 'in which' it was said."""
    token = tree.tokens[verb]
    if token.dep not in ("relcl", "advcl") or token.head > verb:
        return []
    then = {tree.tokens[child].text.lower() for child in tree.children[verb]}
    which = {
        tree.tokens[word].text.lower()
        for prep in tree.children_by(verb, "prep")
        for word in tree.children_by(prep, "pobj")
    }
    if "when" in then or (which & {"which", "whom"} and token.dep == "relcl"):
        return [token.head]
    return []


def _goes_on(tree: Tree, candidate: Candidate, latest: bool) -> bool:
    """Whether the saying belongs to the occasion of the speaker's last one. `latest`: no other day was
    named since."""
    if not candidate.cue:
        return latest
    token = tree.tokens[candidate.anchor]
    beside = {tree.tokens[child].text.lower() for child in tree.children[candidate.anchor]}
    if beside & (_ELSEWHEN | {"had"}):
        return False
    if token.tag in ("VBZ", "VBP") or (token.tag == "VBN" and beside & {"has", "have", "'s", "’s"}):
        return False
    return latest or token.lemma.lower() in _GOING_ON


def _bounded(
    candidate: Candidate,
    found: Sequence[Saying | None],
    places: dict[int, int],
    published: Published,
) -> Saying:
    """No later than the saying that tells of it, else than the publication."""
    above = candidate.parent
    while above is not None:
        teller = found[places[id(above)]] if id(above) in places else None
        if teller is not None and teller.latest is not None:
            return Saying(latest=teller.latest, dated="context")
        above = above.parent
    if published.latest is None:
        return Saying()
    return Saying(latest=published.latest, dated="publication")
