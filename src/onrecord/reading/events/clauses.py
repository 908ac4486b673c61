"""Which expression of time dates an event by its own clause: 'held talks on Monday', 'Monday's talks'."""

from __future__ import annotations

from onrecord.model import Article, Timex
from onrecord.reading.events.ground import Ground
from onrecord.reading.events.words import LEADING, OCCURS, SUPPORTS

_UP = 8  # steps from an expression to its event
_VAGUE = frozenset({"PAST_REF", "FUTURE_REF", "PRESENT_REF"})
# A day behind what was promised is the day of that, not of the promise.
_AIMED = frozenset({"promise", "demand", "threaten", "predict"})


def clauses(ground: Ground, triggers: frozenset[int]) -> dict[int, int]:
    """The index of the timex that each trigger's own clause states, where it states one."""
    tree = ground.tree
    saying = {
        attribution.said_span: place
        for place, attribution in enumerate(ground.draft.attributions)
        if attribution.said_span is not None and attribution.act == "speech"
    }
    found: dict[int, tuple[tuple[bool, bool, int], int]] = {}
    for head, place in ground.timed.items():
        timex = ground.draft.timexes[place]
        if timex.type not in ("DATE", "TIME"):
            continue
        begun = in_when_clause(ground, place, triggers)
        if begun is not None:
            found.setdefault(begun, ((False, False, 0), place))
        owner = _owner(ground, head, triggers)
        if owner is None or owner == begun:
            continue
        if timex.span in saying and ground.teller[owner] == saying[timex.span]:
            continue  # it dates the saying, whatever the parser hangs it on
        owner = _of_object(ground, owner, timex, triggers)
        # A day before an hour, a value before 'recently', the nearer before the farther.
        rank = (timex.value in _VAGUE, timex.earliest is None, abs(owner - head))
        if owner not in found or rank < found[owner][0]:
            found[owner] = (rank, place)
    for place, attribution in enumerate(ground.draft.attributions):
        anchor = ground.draft.candidates[place].anchor
        if attribution.said_span is not None and ground.cues.get(anchor) == place:
            for index in tree.inside(attribution.said_span):
                if index in ground.timed:
                    found[anchor] = ((False, False, 0), ground.timed[index])
    return {owner: place for owner, (_, place) in found.items()}


def _owner(ground: Ground, head: int, triggers: frozenset[int]) -> int | None:
    tree = ground.tree
    index = head
    for _ in range(_UP):
        above = tree.tokens[index].head
        if above == index:
            return None
        index = above
        if index in triggers:
            place = ground.cues.get(index)
            if place is not None and ground.teller[head] == place:
                # What stands in a content does not date its saying, save beside a mere name of what was
                # announced: 'announced his bid today'.
                plain = ground.draft.attributions[place].stance not in _AIMED and _plain(ground, index, head)  # fmt: skip
                return index if plain else None
            return _verb_of(ground, index, head, triggers)
        if tree.tokens[index].tag[:2] in ("VB", "MD"):
            return _supported(ground, index, triggers)
    return None


def _plain(ground: Ground, cue: int, head: int) -> bool:
    """Whether an expression hangs on its cue with no verb in between."""
    tree = ground.tree
    above = tree.tokens[head].head
    if tree.tokens[above].pos == "ADP":
        above = tree.tokens[above].head
    between = range(cue + 1, head)
    return above == cue < head and not any(
        tree.tokens[i].tag[:2] in ("VB", "MD", "TO") or tree.tokens[i].text in '"“”'
        for i in between
    )


def _verb_of(ground: Ground, noun: int, head: int, triggers: frozenset[int]) -> int:
    """'The campaign this week held': an adverb between a subject and its verb dates the verb."""
    tree = ground.tree
    verb = tree.tokens[noun].head
    beside = tree.tokens[noun].dep in ("nsubj", "nsubjpass") and noun < head < verb
    bare = tree.tokens[head].head == noun and tree.tokens[head].dep in ("npadvmod", "nmod", "appos")
    if not (beside and bare and verb == head + 1):
        return noun
    return verb if verb in triggers else _supported(ground, verb, triggers) or noun


def in_when_clause(ground: Ground, place: int, triggers: frozenset[int]) -> int | None:
    """'since January, when she resigned': the day is the clause's own."""
    tree = ground.tree
    inside = tree.inside(ground.draft.timexes[place].span)
    if not inside:
        return None
    after = inside[-1] + 1
    if after < len(tree) and tree.tokens[after].text == ",":
        after += 1
    if after >= len(tree) or tree.tokens[after].lemma != "when":
        return None
    verb = tree.tokens[after].head
    return verb if verb in triggers and verb > after else None


def _of_object(ground: Ground, owner: int, timex: Timex, triggers: frozenset[int]) -> int:
    """'contesting the election last year': a past day behind a present verb is its object's."""
    tree = ground.tree
    token = tree.tokens[owner]
    first = published(ground.draft.article)[0]
    past = timex.latest is not None and first is not None and timex.latest < first
    if not past or token.tag not in ("VBG", "VBZ", "VBP"):
        return owner
    if any(tree.tokens[c].dep == "aux" for c in tree.children[owner]):
        return owner
    for child in reversed(tree.children[owner]):
        between = owner < child and tree.tokens[child].end <= timex.span.start
        if between and child in triggers and tree.tokens[child].dep == "dobj":
            return child
    return owner


def _supported(ground: Ground, verb: int, triggers: frozenset[int]) -> int | None:
    """'held talks on Monday', 'the talks began on Monday', 'began to leave on Monday'."""
    tree = ground.tree
    lemma = tree.tokens[verb].lemma
    wanted: tuple[str, ...] = ()
    if lemma in SUPPORTS:
        wanted = ("dobj", "nsubjpass", "nsubj")
    elif lemma in OCCURS or lemma == "be":
        wanted = ("nsubj", "attr")
    if lemma in LEADING:
        wanted = (*wanted, "xcomp")
    for child in tree.children[verb]:
        if child in triggers and tree.tokens[child].dep in wanted:
            return child
    return None


def published(article: Article) -> tuple[str | None, str | None]:
    """First and last ISO day of publication, `None` where unbounded."""
    value = article.published
    day = value.value[:10]
    if len(day) == 10 and day[:4].isdigit() and day[5:7].isdigit():
        return day, day
    return value.earliest, value.latest
