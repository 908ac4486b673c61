"""Whether an event came about, as its teller presents it.

From the event the tree is climbed to the teller's cue or the sentence's top, and the first word that
decides does: a negation, a modal, a verb of planning, trying or preventing, a condition.
After FactBank and its profiler (Saurí and Pustejovsky 2009, 2012), whose degrees are folded:
CT+ happened, CT- not_happened, PR and PS possible, and what lies ahead planned.
"""

from __future__ import annotations

from onrecord.model import Factuality
from onrecord.reading.attribution.cues import NOUNS as SAYINGS
from onrecord.reading.events import auxiliaries, nouns, predicates
from onrecord.reading.events.ground import Ground
from onrecord.reading.events.words import OCCURS

_UP = 10  # steps; nothing that decides stands farther up
_LATER = frozenset(
    {"first", "last", "only", "second", "third", "next", "latest", "youngest", "one"}
)


class Weighing:
    """Judges the events of one article; remembers what it found of each verb."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._tree = ground.tree
        self._known: dict[int, Factuality] = {}

    def factuality(self, trigger: int) -> Factuality:
        """How the event of a trigger is presented."""
        if self._tree.tokens[trigger].tag[:2] == "NN":
            found = self._noun(trigger, 0)
        elif self._tree.tokens[trigger].dep == "acomp":
            found = self._verb(self._tree.tokens[trigger].head, 0)  # 'is not dead'
        else:
            found = self._verb(trigger, 0)
        if found in ("happened", "planned", "possible") and self._denied(trigger):
            return "denied"
        return found

    def _verb(self, verb: int, depth: int) -> Factuality:
        found = self._known.get(verb)
        if found is None:
            found = auxiliaries.own(self._tree, verb) or self._above(verb, depth)
            self._known[verb] = found
        return found

    def _above(self, verb: int, depth: int) -> Factuality:
        """What the words above a verb say of it, where its own say nothing."""
        tree = self._tree
        token = tree.tokens[verb]
        head = token.head
        if head == verb or depth > _UP:
            return "possible" if auxiliaries.asked(tree, verb) else "happened"
        mark = auxiliaries.mark(tree, verb)
        if mark in predicates.IF:
            return "possible"
        above = tree.tokens[head]
        dep = token.dep
        to = auxiliaries.infinitive(tree, verb)
        if dep in ("xcomp", "ccomp", "oprd") or (dep == "advcl" and to and above.pos == "ADJ"):
            return self._complement(verb, head, to, depth)
        if dep == "acl":
            return self._of_noun(verb, head, to, depth)
        if dep == "advcl":
            if to:
                return self._purpose(head, depth)
            if above.tag[:2] != "VB":
                return "happened"
            if mark in predicates.GRANTED:
                return self._granted(verb, head, depth)
            # 'will leave, taking the money': a participle shares its verb's fate.
            return self._verb(head, depth + 1) if token.tag in ("VBG", "VBN") else "happened"
        if dep == "pcomp":
            return self._prepositional(head, depth)
        if dep in ("conj", "parataxis", "dep"):
            if dep == "conj" and above.tag[:2] == "VB":
                return self._joined(verb, head, depth)
            return "happened"
        if dep in ("csubj", "csubjpass") or (dep == "nsubj" and above.tag[:2] == "VB"):
            return "possible" if to else "happened"
        return "happened"

    def _granted(self, verb: int, head: int, depth: int) -> Factuality:
        """'when they meet, they will sign' is ahead; 'when they met' and 'as they meet' are not."""
        if self._tree.tokens[verb].tag not in ("VBZ", "VBP"):
            return "happened"
        return "planned" if self._verb(head, depth + 1) == "planned" else "happened"

    def _complement(self, verb: int, head: int, to: bool, depth: int) -> Factuality:
        tree = self._tree
        above = tree.tokens[head]
        said = head in self._ground.cues
        if above.pos == "ADJ":
            return self._adjective(head, to, depth)
        lemma = tree.tokens[head].lemma
        kind = predicates.VERBS.get(auxiliaries.phrasal(tree, head))
        bare = tree.tokens[verb].tag == "VB" and not to and auxiliaries.has_subject(tree, verb)
        if kind is not None and not (
            lemma in predicates.INFINITIVE_ONLY and not to and not (bare and kind == "planned")
        ):
            if lemma in _THAT_CLAIMS and not to and not bare:
                kind = "happened"
            return auxiliaries.turned(tree, head, kind)
        if lemma == "go" and to and above.tag == "VBG":
            return auxiliaries.turned(tree, head, "planned")
        if lemma == "be" and to:
            return auxiliaries.turned(tree, head, "planned")
        if lemma == "have" and to:
            later = any(tree.tokens[c].lemma == "yet" for c in tree.children[head])
            past = auxiliaries.past(tree, head) or above.tag == "VBN"
            return "not_happened" if later else ("happened" if past else "possible")
        if said or not (to or tree.tokens[verb].dep == "xcomp" or tree.tokens[verb].tag == "VBG"):
            # A finite clause is its teller's, whatever becomes of the telling.
            return "happened"
        outer = self._verb(head, depth + 1)
        if outer == "not_happened" and lemma not in predicates.IMPLICATIVE and not to:
            return "happened"
        return outer

    def _adjective(self, adjective: int, to: bool, depth: int) -> Factuality:
        tree = self._tree
        token = tree.tokens[adjective]
        if any(tree.tokens[c].lemma == "too" for c in tree.children[adjective]):
            return "not_happened"
        kind = predicates.ADJECTIVES.get(token.lemma)
        if kind is None or not to:
            return "happened"
        above = token.head
        if above == adjective:
            return kind
        found = auxiliaries.turned(tree, above, kind)
        # 'was able to leave' says that one did; 'is able to' does not.
        return (
            "happened"
            if token.lemma == "able" and found == kind and auxiliaries.past(tree, above)
            else found
        )

    def _of_noun(self, verb: int, noun: int, to: bool, depth: int) -> Factuality:
        tree = self._tree
        if not to:
            if tree.tokens[verb].tag in ("VBG", "VBN"):
                outer = self._noun(noun, depth + 1)
                return outer if outer in ("planned", "possible") and nouns.indefinite(tree, noun) else "happened"  # fmt: skip
            return "happened"
        lemma = tree.tokens[noun].lemma.lower()
        if lemma in predicates.NOUNS:
            return predicates.NOUNS[lemma]
        words = {lemma, *(tree.tokens[c].lemma.lower() for c in tree.children[noun])}
        if words & _LATER:
            return "happened"
        passive = any(tree.tokens[c].dep == "auxpass" for c in tree.children[verb])
        return "planned" if passive else "possible"

    def _purpose(self, head: int, depth: int) -> Factuality:
        """'came to help': what it was done for lies ahead of the doing."""
        tree = self._tree
        if tree.tokens[head].tag[:2] != "VB":
            return "planned"
        outer = self._verb(head, depth + 1)
        if tree.tokens[head].lemma == "go" and any(tree.tokens[c].lemma == "on" for c in tree.children[head]):  # fmt: skip
            return outer  # 'went on to win'
        return outer if outer in ("possible", "not_happened") else "planned"

    def _prepositional(self, prep: int, depth: int) -> Factuality:
        tree = self._tree
        word = tree.tokens[prep].lemma
        above = tree.tokens[prep].head
        token = tree.tokens[above]
        if word in ("without", "than") or (word == "of" and token.lemma == "instead"):
            return "not_happened"
        if token.tag[:2] == "VB":
            kind = auxiliaries.after_preposition(token.lemma, word)
            if kind is not None:
                return auxiliaries.turned(tree, above, kind)
            if word in ("by", "in", "with"):
                outer = self._verb(above, depth + 1)
                return outer if outer in ("planned", "possible") else "happened"
        elif token.tag[:2] == "NN" and word in ("of", "for", "to"):
            return predicates.NOUNS.get(token.lemma, "happened")
        elif token.pos == "ADJ" and word in ("of", "to"):
            return predicates.ADJECTIVES.get(token.lemma, "happened")
        return "possible" if word in ("about", "regarding", "toward", "towards", "against") else "happened"  # fmt: skip

    def _joined(self, verb: int, head: int, depth: int) -> Factuality:
        """A verb that is coordinated with another shares its auxiliaries and what stands above both."""
        tree = self._tree
        shares = not auxiliaries.has_subject(tree, verb)
        mine, first = tree.tokens[verb].tag, tree.tokens[head].tag
        if shares and (mine == first or (mine, first) in _ALIKE):
            return self._verb(head, depth + 1)
        if tree.tokens[head].dep in ("ccomp", "relcl", "ROOT", "xcomp", "advcl", "conj"):
            mark = auxiliaries.mark(tree, head)
            if mark in predicates.IF:
                return "possible"
        return "happened"

    def _noun(self, noun: int, depth: int) -> Factuality:
        tree = self._tree
        token = tree.tokens[noun]
        head = token.head
        found = nouns.own(tree, noun)
        if found is not None:
            averted = token.dep == "dobj" and nouns.under_verb(tree, noun, head) == "not_happened"
            return "not_happened" if averted else found
        if head == noun or depth > _UP:
            return "happened"
        above = tree.tokens[head]
        dep = token.dep
        if dep == "conj" and above.tag[:2] == "NN":
            return self._noun(head, depth + 1)
        if dep in ("dobj", "nsubjpass", "nsubj", "attr", "dative") and above.tag[:2] in (
            "VB",
            "MD",
        ):
            said = nouns.under_verb(tree, noun, head)
            if said == "shared":
                return self._verb(head, depth + 1)
            return auxiliaries.turned(tree, head, said) if said != "happened" else said
        if dep == "pobj" and above.dep == "prt":
            # The parser takes the particle of 'called off the visit' for a preposition.
            said = nouns.under_verb(tree, noun, above.head)
            return self._verb(above.head, depth + 1) if said == "shared" else said
        if dep == "pobj":
            said = nouns.under_preposition(tree, noun, head)
            if said == "shared":
                outer = self._verb(above.head, depth + 1)
                return outer if outer in ("planned", "possible") else "happened"
            return said
        return "happened"

    def _granted_noun(self, noun: int) -> bool:
        """'denied the report': it was made; 'denied that the visit was a mistake': it took place."""
        tree = self._tree
        token = tree.tokens[noun]
        if token.tag[:2] != "NN":
            return False
        if token.lemma in SAYINGS or token.dep == "compound":
            return True
        about = token.dep in ("nsubj", "nsubjpass") and not nouns.indefinite(tree, noun)
        return about and tree.tokens[token.head].lemma not in OCCURS

    def _denied(self, trigger: int) -> bool:
        """Whether the event is what a denial denies, and not what it takes for granted."""
        ground, tree = self._ground, self._tree
        teller = ground.teller[trigger]
        attributions = ground.draft.attributions
        for _ in range(_UP):
            # 'rejected rumours that': where nobody tells it, he who denies it is the teller.
            if teller < 0 or attributions[teller].speaker is not None:
                break
            above = attributions[teller].parent
            teller = -1 if above is None else above
        if teller < 0 or attributions[teller].stance != "deny":
            return False
        candidate = ground.draft.candidates[teller]
        lemma = tree.tokens[candidate.anchor].lemma
        if not candidate.cue or lemma not in _DENYING:
            return False
        if self._granted_noun(trigger):
            return False
        index = trigger
        for _ in range(_UP):
            token = tree.tokens[index]
            if index == candidate.anchor or token.head == index:
                return True
            if token.dep in ("relcl", "appos", "poss", "compound", "amod"):
                return False
            if token.dep == "advcl" and auxiliaries.mark(tree, index) in predicates.GRANTED:
                return False
            if token.dep == "conj" and index in ground.cues:
                return False  # 'denied it and said …'
            if token.dep == "pobj" and not nouns.indefinite(tree, index) and token.tag[:2] == "NN":
                above = tree.tokens[token.head].head
                if tree.tokens[above].lemma not in nouns.TOLD:
                    return False
            index = token.head
        return True


# Forms that the tagger takes for one another behind a shared auxiliary: 'will cut and raise'.
_ALIKE = frozenset({("VBP", "VB"), ("VBD", "VBN")})
_DENYING = frozenset(
    """
    deny refute rebut reject dismiss repudiate contradict disavow dispute disclaim debunk disown denial
    rejection refutation rule
    """.split()
)
# Verbs of VERBS whose that-clause is a claim like any other.
_THAT_CLAIMS = frozenset(
    "promise agree swear threaten allege accuse warn resist announce decide".split()
)
