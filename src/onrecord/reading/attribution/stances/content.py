"""What the words said do, where the cue only says that they were said: 'said it would not go' promises.

Read off the main clauses of the content, the first two that the parser finds: who their subject is
(the speaker's own side or another), whether they look ahead, oblige, ask or negate. The first of them
that does more than assert decides. Speech acts after Searle (1976), with the signs that hold in news.
"""

from __future__ import annotations

from onrecord.model import Stance
from onrecord.reading.attribution import frames, phrases
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import lookup
from onrecord.reading.attribution.stances import blame
from onrecord.reading.attribution.stances.ahead import MIND, ahead, promised
from onrecord.reading.attribution.stances.mains import (
    FIRST,
    WILL,
    Clause,
    clause_of,
    conditional,
    depends,
    mains,
    with_to,
)
from onrecord.reading.tree import Tree

_MUST = frozenset(["must", "should", "ought"])
# Verbs of opinion: what is thought is what is said.
_HOLD = frozenset("think believe guess suppose feel hope expect know see recognize recognise say mean".split())  # fmt: skip
_HELD = frozenset("confident sure certain hopeful optimistic convinced".split())
# 'There was no doubt' denies nothing.
_IDLE = frozenset(
    "doubt question need way reason one word information sign comment time answer guarantee choice "
    "excuse room place point alternative substitute limit issue problem chance hurry total plan "
    "rush difference".split()
)
# Deeds: what somebody says of his own side that it did not do.
_NOT_DEEDS = MIND - frozenset(["take", "cause", "lead"]) | frozenset(
    "object seem appear mean look recall realize realise consider recognize recognise trust"
    " view regard agree support oppose intend plan doubt hold blame rule expect suggest say".split()
)
# Those who pass on another's words do not promise, demand or foresee.
_RELAYS = frozenset(["cite", "quote", "report"])
_RELAYING = frozenset({"rule:citing", "rule:quoted-by"})
_WISH = frozenset(["want", "like", "wish"])
_GRATEFUL = frozenset("grateful thankful indebted".split())
_TALK = frozenset("comment discuss speculate elaborate disclose answer confirm say".split())
_NAMING = frozenset("call label brand dub term describe characterize characterise".split())
# Right stances of those found on agency_dev and on the demo: .907 and .788 with one clause, .907 and
# .791 with two, and with three.
_MAINS = 2


def stance_of(tree: Tree, candidate: Candidate) -> Stance | None:
    """What the content does besides being asserted; `None` where it does no more."""
    anchor = tree.tokens[candidate.anchor]
    if anchor.lemma in _RELAYS or candidate.by in _RELAYING:
        return None
    if anchor.pos == "NOUN":
        return None  # of a claim or a comment somebody else tells
    inside = {i for span in candidate.content for i in tree.inside(span)}
    # A cue inside its own content would have its own subject read as what it says.
    inside -= {*candidate.cue, *candidate.source}
    if anchor.lemma in _NAMING:
        return blame.named(tree, inside)
    for verb in mains(tree, inside)[:_MAINS]:
        found = _of_clause(tree, candidate, clause_of(tree, candidate, verb), inside)
        if found is not None:
            return found
    return None


def is_threat(tree: Tree, candidate: Candidate) -> bool:
    """Whether what is warned of is what the speaker's own side will do."""
    inside = {i for span in candidate.content for i in tree.inside(span)}
    inside -= {*candidate.cue, *candidate.source}
    return any(
        clause.own and not clause.negated and promised(tree, clause)
        for clause in (clause_of(tree, candidate, verb) for verb in mains(tree, inside)[:1])
    )


def _of_clause(tree: Tree, candidate: Candidate, clause: Clause, inside: set[int]) -> Stance | None:
    if depends(tree, clause.verb):
        return None
    verb = tree.tokens[clause.verb]
    held = _held(tree, candidate, clause, inside)
    if held is not None:
        return _of_clause(tree, candidate, held, inside) or (
            "predict" if verb.lemma in ("expect", "hope") else None
        )
    return (
        _performed(tree, clause)
        or _wished(tree, clause)
        or _kept_back(tree, clause)
        or _demanded(tree, clause, inside)
        or _denied(tree, clause)
        or ahead(tree, candidate, clause)
        or _judged(tree, clause)
    )


def _held(tree: Tree, candidate: Candidate, clause: Clause, inside: set[int]) -> Clause | None:
    """'I think that …', 'we are confident that …': the clause that is held."""
    lower = tree.child(clause.verb, "ccomp", "acomp")
    if not clause.own or clause.negated or lower is None:
        return None
    verb = tree.tokens[clause.verb].lemma
    if verb == "be" and tree.tokens[lower].lemma in _HELD:
        lower = tree.child(lower, "ccomp")
    elif verb not in _HOLD or tree.tokens[lower].dep == "acomp":
        return None
    return None if lower is None or lower not in inside else clause_of(tree, candidate, lower)


def _performed(tree: Tree, clause: Clause) -> Stance | None:
    """'We reject this', 'said he welcomed the vote', 'I want to thank them': saying it does it."""
    verb, acting = tree.tokens[clause.verb], clause.verb
    if not clause.own or clause.negated or clause.subject is None:
        return None
    lower = tree.child(clause.verb, "xcomp")
    if verb.lemma in _WISH and lower is not None and with_to(tree, lower):
        acting = lower
    elif clause.modals or verb.tag not in ("VBP", "VBD", "VBZ"):
        return None
    told = tree.tokens[clause.subject].text.lower() in FIRST and verb.tag == "VBD"
    known = lookup(tree.tokens[acting].lemma)
    if told or known is None or known[0] != "speech" or phrases.is_passive(tree, acting):
        return None
    asks = "for" in known[1] and any(
        tree.tokens[c].lemma == "for" for c in tree.children_by(acting, "prep")
    )
    frame = "for" if asks else frames.active(tree, acting, known[1], clause.subject)[0]
    stance = known[1].get(frame, "assert")
    return None if stance == "assert" else stance


def _wished(tree: Tree, clause: Clause) -> Stance | None:
    """'We want them to leave', 'would like to see it shut': a wish that others act."""
    verb = tree.tokens[clause.verb]
    wishes = verb.lemma == "want" or (verb.lemma == "like" and clause.modals & WILL)
    lower = tree.child(clause.verb, "ccomp", "xcomp")
    if not wishes or not clause.own or clause.negated or lower is None:
        return None
    other = tree.child(lower, "nsubj", "nsubjpass") is not None
    if other and tree.tokens[lower].lemma in MIND:
        return None  # 'I want you to know'
    return "demand" if other or tree.tokens[lower].lemma == "see" else None


def _kept_back(tree: Tree, clause: Clause) -> Stance | None:
    """'I do not comment on them', 'we are not going to discuss that', 'it is too early to say'."""
    verb = clause.verb
    lower = tree.child(verb, "xcomp")
    if tree.tokens[verb].lemma == "go" and lower is not None:
        verb = lower
    refused = clause.own and clause.negated and tree.tokens[verb].lemma in _TALK
    if refused and tree.tokens[clause.verb].tag in ("VB", "VBP", "VBG"):
        return "decline"
    early = tree.child(clause.verb, "acomp")
    told = None if early is None else tree.child(early, "xcomp")
    soon = early is not None and tree.tokens[early].lemma in ("early", "soon", "premature")
    return "decline" if soon and told is not None and tree.tokens[told].lemma in _TALK else None


def _demanded(tree: Tree, clause: Clause, inside: set[int]) -> Stance | None:
    """'They must leave', 'the gate needs to be shut', 'Stop it.'"""
    verb, subject = tree.tokens[clause.verb], clause.subject
    auxiliaries = tree.children_by(clause.verb, "aux")
    perfect = any(tree.tokens[c].lemma == "have" for c in auxiliaries)
    if clause.modals & _MUST and subject is not None and not perfect:
        # 'Should it fail', 'should we go?' demand nothing.
        return "demand" if auxiliaries[0] > subject else None
    infinitive = tree.child(clause.verb, "xcomp")
    now = infinitive is not None and verb.tag in ("VBP", "VBZ") and not clause.negated
    we = subject is not None and tree.tokens[subject].text.lower() == "we"
    if now and (verb.lemma == "need" or (verb.lemma == "have" and we)):
        return "demand"
    opens = not any(i < clause.verb and tree.tokens[i].pos != "PUNCT" for i in inside)
    if verb.tag == "VB" and subject is None and not auxiliaries and opens:
        return "demand"
    return None


def _denied(tree: Tree, clause: Clause) -> Stance | None:
    """'There was no collapse'; 'his office did not pay', where the subject is the speaker's own."""
    verb = tree.tokens[clause.verb]
    if clause.modals:
        return None
    if verb.lemma == "be" and tree.child(clause.verb, "expl") is not None:
        noun = tree.child(clause.verb, "attr", "nsubj")
        none = noun is not None and any(
            tree.tokens[c].lemma == "no" for c in tree.children_by(noun, "det")
        )
        more = noun is not None and any(
            tree.tokens[c].tag in ("JJR", "RBR") for c in tree.subtree(noun)
        )
        if conditional(tree, clause.verb):
            return None
        if noun is not None and none and not more and tree.tokens[noun].lemma not in _IDLE:
            return "deny"
    if not clause.own or verb.lemma in _NOT_DEEDS or phrases.is_passive(tree, clause.verb):
        return None
    past = verb.tag in ("VBD", "VBN") or any(
        tree.tokens[c].tag == "VBD" for c in tree.children_by(clause.verb, "aux", "auxpass")
    )
    return "deny" if clause.negated and past else None


def _judged(tree: Tree, clause: Clause) -> Stance | None:
    """What is said of others, as it is and not as it might be; and thanks."""
    if clause.own and tree.tokens[clause.verb].lemma == "be" and not clause.negated:
        quality = tree.child(clause.verb, "acomp")
        thanks = quality is not None and tree.tokens[quality].lemma in _GRATEFUL
        return "praise" if thanks else None
    if clause.own or clause.negated or clause.modals or clause.subject is None:
        return None
    if tree.tokens[clause.subject].lemma == "it":
        return None  # 'it is dangerous to swim there'
    return blame.predicated(tree, clause.verb)
