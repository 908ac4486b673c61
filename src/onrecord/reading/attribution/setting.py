"""To whom, where and when it was said: the words around the cue that are not content."""

from __future__ import annotations

from onrecord.model import Span, Timex
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import NOUNS, SETTINGS
from onrecord.reading.names import fold
from onrecord.reading.names.words import CALENDAR, MEDIA_NAMES
from onrecord.reading.tree import Tree

# More places and texts in which things are said.
_MORE = frozenset(
    "court courtroom audience talk visit tour trip dinner lunch breakfast event documentary episode "
    "chat memoir autobiography newsletter advert ad video-link videolink message thread lecture "
    "sermon parade vigil commercial newscast abstract caption".split()
)
_CHANNELS = frozenset(
    "telephone phone email e-mail radio television tv air television-channel channel text website "
    "site page account station network".split()
)
_WITHIN = frozenset("in at during on after via over".split())
_BY = frozenset("by via over on".split())
# Two are in them: who is named with 'to' or 'with' hears it.
_TWO_SIDED = frozenset(
    "interview call conversation letter email e-mail message note memo statement briefing speech "
    "remark comment chat talk meeting tweet post".split()
)
# What is spoken to only in that it is spoken of.
_UNHEARING = frozenset(NOUNS) | frozenset(
    "question price tag decision idea move plan detail issue point term way use story order news "
    "event attack fact need end extent degree time date reason effort use law bill deal talk".split()
)
# Frames whose content is said; in the others it is done, wanted or feared.
_SAYING = frozenset({"clause", "quote"})


def addressee(tree: Tree, candidate: Candidate) -> Span | None:
    """The phrase of whom it was said to.

    Beside the verb's own ('told X'): who is on the other side of where it was said ('in a letter to
    X', 'in an interview with X') or spoken to meanwhile ('Speaking to reporters, …').
    """
    own = candidate.addressee
    if own is not None and not _listens(tree, own):
        own = None
    if own is None:
        own = _other_side(tree, candidate)
    if own is None:
        return None
    words = _before_content(tree, phrases.noun_phrase(tree, own), own, candidate)
    return tree.span(words[0], words[-1]) if words else None


def _before_content(tree: Tree, words: list[int], head: int, candidate: Candidate) -> list[int]:
    """The words of the phrase that the content leaves: 'told Corvo Ana Voss was ill', which the
    parser reads as one name. All of them where the content begins with them ('urged Voss to go')."""
    first = candidate.content[0].start if candidate.content else 0
    if not words or not tree.tokens[words[0]].start < first <= tree.tokens[words[-1]].start:
        return words
    apart = phrases.trim(tree, [i for i in words if tree.tokens[i].start < first])
    named = apart and tree.tokens[apart[-1]].pos in ("PROPN", "NOUN", "PRON")
    return apart if head in apart or named else words


def _listens(tree: Tree, head: int) -> bool:
    """Whether somebody: nobody speaks to a claim, a price, or 'what'."""
    token = tree.tokens[head]
    if token.tag in ("WP", "WDT", "CD", "DT", "EX", "VBG") or token.lemma in ("it", "this", "that"):
        return False
    return token.pos in ("PROPN", "PRON") or token.lemma.lower() not in _UNHEARING


def _other_side(tree: Tree, candidate: Candidate) -> int | None:
    if candidate.act != "speech" or not candidate.cue:
        return None
    places = [place for _, place in _places(tree, candidate)]
    for place in places:
        owner = tree.child(place, "poss")
        if owner is not None and tree.tokens[owner].pos != "PRON":
            continue  # 'during Voss's call with Hallam, the senator asked': either may be meant
        if tree.tokens[place].lemma.lower() in _TWO_SIDED:
            for prep in tree.children_by(place, "prep"):
                other = tree.child(prep, "pobj")
                if tree.tokens[prep].lemma in ("to", "with") and other is not None and _listens(tree, other):  # fmt: skip
                    return other
    for clause in tree.children_by(candidate.anchor, "advcl"):
        if tree.tokens[clause].lemma in ("speak", "talk", "address") and tree.tokens[clause].tag == "VBG":  # fmt: skip
            direct = tree.child(clause, "dobj")
            if tree.tokens[clause].lemma == "address" and direct is not None:
                return direct
            for prep in tree.children_by(clause, "prep"):
                other = tree.child(prep, "pobj")
                if tree.tokens[prep].lemma in ("to", "with") and other is not None and _listens(tree, other):  # fmt: skip
                    return other
    return None


def setting(tree: Tree, candidate: Candidate) -> Span | None:
    """'in a statement', 'in a phone call with X', 'in the programme … aired by Y', 'at a rally',
    'on Norland-1', 'by telephone'."""
    if not candidate.cue:
        return None
    for prep, _ in _places(tree, candidate):
        below = tree.subtree(prep)
        apart = [i for i in below if not any(c.start <= tree.tokens[i].start < c.end for c in candidate.content)]  # fmt: skip
        run = _unbroken(apart)
        if len(run) > 1:
            last = run[-1]
            if tree.tokens[last].pos == "PUNCT" and tree.tokens[last].text in (",", ":", ";"):
                run = run[:-1]
            return tree.span(run[0], run[-1])
    return None


def _unbroken(indices: list[int]) -> list[int]:
    """The first run of neighbours; gaps of one token, a comma or a mark, do not break it."""
    run: list[int] = []
    for index in indices:
        if run and index > run[-1] + 2:
            break
        run.append(index)
    return run


def _places(tree: Tree, candidate: Candidate) -> list[tuple[int, int]]:
    """(preposition, its noun) of each place, text or medium in which the cue's verb says it."""
    found: list[tuple[int, int]] = []
    verbs = [candidate.anchor]
    above = tree.tokens[candidate.anchor].head
    if tree.tokens[candidate.anchor].dep == "xcomp" and above in candidate.cue:
        verbs.append(above)  # 'in his interview with X, he continued to insist'
    for prep in [p for verb in verbs for p in tree.children_by(verb, "prep", "agent")]:
        head = tree.child(prep, "pobj")
        place = tree.tokens[prep].start
        if head is None or any(c.start <= place < c.end for c in candidate.content):
            continue
        word, noun = tree.tokens[prep].lemma, tree.tokens[head].lemma.lower()
        if (
            (word in _WITHIN and (noun in SETTINGS or noun in _MORE))
            or (word in _BY and noun in _CHANNELS)
            or (word == "on" and _is_medium(tree, head))
        ):
            found.append((prep, head))
    return found


def _is_medium(tree: Tree, head: int) -> bool:
    """'on CNN', 'on Twitter', 'on “Harbour Sunday”': a name that is neither a day nor a place."""
    token = tree.tokens[head]
    if token.pos != "PROPN" or fold(token.text) in CALENDAR:
        return False
    first = min([head, *tree.children_by(head, "compound", "nmod")])
    quoted = tree.tokens[first - 1].text in ('"', "“", "‘", "'", "``") if first else False
    label = next((e.label for e in tree.entities if e.start <= head < e.end), "")
    return quoted or fold(token.text) in MEDIA_NAMES or label == "ORG"


def said_on(tree: Tree, candidate: Candidate, timexes: list[Timex]) -> Timex | None:
    """The temporal expression that dates the saying: in the cue's clause, outside content and source.

    Durations and sets date nothing, nor does what follows the thing demanded, promised or
    threatened ('promised sirens by July'). Of several expressions the nearest to the cue. A
    second cue of the same subject shares the first one's date ('said on Monday …, adding that').
    """
    if not candidate.cue:
        return None
    start, end = tree.sentence(candidate.anchor)
    sentence = Span(tree.tokens[start].start, tree.tokens[end - 1].end)
    apart = (*candidate.content, *tree.spans(candidate.source))
    usable = [
        timex
        for timex in timexes
        if timex.type in ("DATE", "TIME")
        and timex.value not in ("PRESENT_REF", "FUTURE_REF")
        and sentence.covers(timex.span)
        and not any(timex.span.overlaps(span) for span in apart)
        and not (candidate.frame not in _SAYING and _behind(timex.span, candidate))
    ]
    verb = candidate.anchor
    for _ in range(3):
        dated = [timex for timex in usable if _reaches(tree, timex.span, verb)]
        if dated:
            place = tree.tokens[verb].start
            return min(dated, key=lambda timex: abs(timex.span.start - place))
        token = tree.tokens[verb]
        if token.dep not in ("conj", "advcl") or token.head == verb or verb < token.head:
            return None
        verb = token.head
    return None


def _behind(span: Span, candidate: Candidate) -> bool:
    return bool(candidate.content) and span.start >= candidate.content[0].end


def _reaches(tree: Tree, span: Span, verb: int) -> bool:
    """The path from the expression up to the verb crosses no other verb."""
    inside = tree.inside(span)
    if not len(inside):
        return False
    index = inside[-1]
    for _ in range(8):
        if index == verb:
            return True
        above = tree.tokens[index].head
        if above == index or (index not in inside and phrases.is_verb(tree, index)):
            return False
        index = above
    return False
