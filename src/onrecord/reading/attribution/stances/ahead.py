"""What is yet to come: promises of the speaker's own side, and forecasts."""

from __future__ import annotations

from onrecord.model import Stance
from onrecord.reading.attribution import phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.stances.mains import WILL, Clause, with_to
from onrecord.reading.source_words import COLLECTIVES, ORGANISATIONS, UNNAMED
from onrecord.reading.tree import Tree

# 'likely to', 'expected to', 'set to'.
_LIKELY = frozenset("likely unlikely bound expected set poised due projected forecast".split())
_PERHAPS = frozenset("probably likely surely eventually inevitably undoubtedly soon".split())
# What holds of no time, or goes on: 'that would depend', 'the crew would remain'.
_TIMELESS = frozenset(
    "depend like prefer constitute require seem suffice apply mean remain stay".split()
)
# What goes by a timetable: 'the ferry will sail in May' is known and not foreseen.
_SCHEDULED = frozenset(
    "sail leave depart arrive open reopen start begin close run operate land fly resume".split()
)
_READY = frozenset("ready willing prepared".split())
# What nobody does on purpose: 'will become', 'will rise', 'will mean'.
_HAPPEN = frozenset(
    "be become get see need mean lead cause bring result rise fall grow drop increase decrease shrink "
    "decline win lose fail succeed suffer face take cost happen occur come go have survive recover "
    "last improve worsen weaken strengthen benefit help hurt prove exceed reach return "
    "end emerge die collapse struggle find want".split()
)
# What is in the mind, and promised by nobody: 'would know', 'would like'.
MIND = frozenset(
    "know like love believe think be have want need feel hope expect prefer understand see guess win "
    "lose get say remember hate mind wish care become rise fall depend die suffer lead cost cause take".split()
)
_SELVES = frozenset(["i", "he", "she"])
_THINGS = frozenset("it this that these those there what which nothing everything".split())
# Those who act on purpose: what they will do is a plan made known, and no forecast.
_PEOPLE = COLLECTIVES | UNNAMED | ORGANISATIONS
_PEOPLE |= frozenset("personnel staff crew troop engineer specialist inspector monitor".split())


def ahead(tree: Tree, candidate: Candidate, clause: Clause) -> Stance | None:
    """A promise where the speaker's own side will do something, else a forecast."""
    deed = _to_come(tree, clause)
    if deed is None and clause.own and not clause.negated and promised(tree, clause):
        return "promise"  # 'we are ready to go'
    if deed is None or clause.subject is None:
        return None
    lemma, word = tree.tokens[deed].lemma, tree.tokens[clause.subject]
    passive = word.dep == "nsubjpass"
    if clause.own:
        plan = tree.tokens[candidate.anchor].lemma == "announce"
        if clause.negated or plan:
            return None
        if promised(tree, clause):
            return "promise"
        return "predict" if lemma in _HAPPEN and word.text.lower() not in _SELVES else None
    if lemma in _HAPPEN or _perhaps(tree, clause):
        return "predict" if word.text.lower() not in _SELVES else None
    if lemma in _TIMELESS or lemma in _SCHEDULED:
        return None
    thing = word.pos == "NOUN" and word.lemma not in _PEOPLE
    return "predict" if thing or passive or word.lemma.lower() in _THINGS else None


def promised(tree: Tree, clause: Clause) -> bool:
    deed = _to_come(tree, clause) or clause.verb
    quality = tree.child(deed, "acomp")
    if quality is not None and tree.tokens[quality].lemma in _READY:
        return tree.child(quality, "xcomp") is not None
    ahead = _to_come(tree, clause) is not None
    return ahead and tree.tokens[deed].lemma not in MIND and not phrases.is_passive(tree, deed)


def _to_come(tree: Tree, clause: Clause) -> int | None:
    """The verb of what is yet to come: 'will rise', 'is going to rise', 'is likely to rise'."""
    perfect = any(
        tree.tokens[c].lemma in ("have", "'ve", "’ve") for c in tree.children_by(clause.verb, "aux")
    )
    if clause.modals & WILL:
        return None if perfect else clause.verb
    verb = tree.tokens[clause.verb]
    lower = tree.child(clause.verb, "xcomp")
    if verb.lemma == "go" and verb.tag == "VBG" and lower is not None:
        now = any(tree.tokens[c].tag in ("VBZ", "VBP") for c in tree.children[clause.verb])
        return lower if now and with_to(tree, lower) else None
    if verb.lemma == "be":
        quality = tree.child(clause.verb, "acomp")
        if quality is None or tree.tokens[quality].lemma not in _LIKELY:
            return None
        return tree.child(quality, "xcomp")
    if verb.tag == "VBN" and verb.text.lower() in _LIKELY:
        return lower
    return None


def _perhaps(tree: Tree, clause: Clause) -> bool:
    return any(
        tree.tokens[c].text.lower() in _PERHAPS for c in tree.children_by(clause.verb, "advmod")
    )
