"""Blame and praise in the words that are said: 'called it a disgrace', 'said the crews were heroic'.

Only what is predicated counts, the main clause's verb or its predicate, and the name that something
is called by: a content may speak of crimes and blame nobody. The words are those that stand far oftener behind
'accused', 'condemned' and 'blamed' in news than behind 'said', and their opposites.
"""

from __future__ import annotations

from onrecord.model import Stance
from onrecord.reading.tree import Tree

# Verbs that nobody uses of those whom he does not blame.
_WRONGS = frozenset(
    "lie sabotage fabricate mislead deceive betray conspire collude exploit smear obstruct incite "
    "undermine meddle interfere distort fearmonger blackmail plunder stoke vilify trample squander "
    "endanger jeopardize bully violate breach cheat scapegoat weaponize orchestrate politicize "
    "slander intimidate discriminate stonewall instigate provoke backtrack abuse".split()
)
_TRIES = frozenset("try seek want attempt effort bid plot scheme campaign".split())
_WELL = frozenset("responsibly bravely heroically admirably brilliantly courageously".split())
_BLAMED = frozenset(
    "lie liar hypocrisy hypocrite sabotage blackmail treason traitor corruption fraud betrayal "
    "aggression provocation propaganda cover-up crime atrocity genocide racism racist bigotry bigot "
    "abuse scandal disgrace shame mockery farce sham interference meddling cowardice coward "
    "negligence extortion conspiracy wrongdoing mistake failure disaster threat outrage insult "
    "travesty catastrophe abomination thug bully dictator tyrant terrorist criminal attack "
    "irresponsible reckless shameful disgraceful outrageous unacceptable appalling despicable cowardly "
    "barbaric illegal unlawful unconstitutional immoral dishonest corrupt hypocritical inhumane cruel "
    "brutal heinous disgusting deplorable sickening unconscionable hateful vile misguided unfair "
    "unjust dangerous divisive offensive inappropriate wrong incompetent ridiculous absurd pathetic embarrassing unprofessional foolish".split()
)
_UNTRUE = frozenset(
    "lie nonsense rubbish fiction fabrication hoax fake false untrue baseless groundless unfounded "
    "fabricated fantasy fairy-tale".split()
)
_PRAISED = frozenset(
    "heroic hero brave courageous wonderful excellent outstanding remarkable tremendous fantastic "
    "admirable exemplary brilliant terrific superb impressive magnificent extraordinary inspiring "
    "honorable honourable".split()
)


def named(tree: Tree, inside: set[int]) -> Stance | None:
    """What calling something so does: rejects it, blames it, or praises it."""
    words = {tree.tokens[i].lemma.lower() for i in inside}
    if words & _UNTRUE:
        return "deny"
    return _judged(words)


def predicated(tree: Tree, verb: int) -> Stance | None:
    """What the clause of `verb` does to its subject, who is another than the speaker."""
    token = tree.tokens[verb]
    if token.lemma in _WRONGS or (token.lemma in _TRIES and _wrongs_below(tree, verb)):
        return "accuse"
    manner = {tree.tokens[c].lemma for c in tree.children_by(verb, "advmod")}
    if token.lemma == "appreciate" or manner & _WELL:
        return "praise"
    if token.lemma != "be":
        return None
    words: set[str] = set()
    for predicate in tree.children_by(verb, "acomp", "attr"):
        if tree.tokens[predicate].lemma in _TRIES and _wrongs_below(tree, predicate):
            return "accuse"
        words.add(tree.tokens[predicate].lemma.lower())
        words |= {tree.tokens[c].lemma.lower() for c in tree.children_by(predicate, "amod", "conj")}
    return _judged(words)


def _wrongs_below(tree: Tree, index: int) -> bool:
    """'an effort to sabotage', 'are trying to mislead'."""
    return any(
        tree.tokens[c].lemma in _WRONGS for c in tree.children_by(index, "xcomp", "acl", "relcl")
    )


def _judged(words: set[str]) -> Stance | None:
    if words & _BLAMED:
        return "accuse"
    return "praise" if words & _PRAISED else None
