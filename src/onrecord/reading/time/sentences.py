"""What the parse says around an expression: its words, its verb, and which way that verb points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from onrecord.model.parse import Parse, Token

# `timetable` is a simple present that a day stands with: 'they meet Monday'.
Direction = Literal["past", "present", "future", "timetable"]

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "must", "should"})
# 'could come Wednesday', but 'could not be reached Wednesday'.
_NONE = frozenset("not n't n’t never neither nor no none nobody few little".split())
# Before a clause in the present tense, which then lies ahead: 'if they do not vote Wednesday'.
_CONDITIONS = frozenset("if unless until till once when before after".split())
# What begins and ends as planned, in whatever clause: 'the talks, which resume Friday'.
_TIMETABLES = frozenset("start begin open resume expire end close enter".split())
# Verbs whose infinitive lies ahead of them: 'plans to fly', 'is due to expire'.
_AHEAD = frozenset(
    [
        "plan",
        "expect",
        "intend",
        "schedule",
        "aim",
        "hope",
        "promise",
        "pledge",
        "vow",
        "threaten",
        "set",
        "slate",
        "want",
        "due",
        "likely",
        "agree",
        "propose",
        "seek",
        "prepare",
        "need",
        "go",
        "ask",
        "urge",
        "wait",
        "order",
        "call",
        "require",
        "force",
        "continue",
    ]
)
# Verbs of arranging, whose dates lie ahead whatever their own tense: 'postponed until Tuesday'.
_ARRANGE = frozenset(
    ["postpone", "delay", "extend", "schedule", "reschedule", "slate", "adjourn", "plan", "expect"]
)
# Participles that say by themselves that a thing lies ahead: 'talks set for Monday'.
_FIXED = frozenset(["set", "schedule", "slate", "expect", "plan", "due"])
# Verbs whose present tense dates nothing ahead: states, and the historic present of telling.
# With them 'fell', 'found', 'saw' and 'rose', pasts that a parser takes for presents.
_STATES = frozenset(
    "be have say tell show know report date remain feel seem want fell found saw rose".split()
)
# Pasts that look like presents, which a parser may take for them.
_UNCHANGED = frozenset(
    "beat bet bid burst cast cost cut hit hurt let put quit set shed shut slit split spread thrust upset".split()
)
# Adjectives of things that lie ahead: 'the planned visit in September'.
_COMING = frozenset("planned scheduled slated upcoming forthcoming".split())
# What stands before a day by which something must be done: with no past tense it lies ahead.
_DEADLINES = (
    ("until",),
    ("till",),
    ("by",),
    ("as", "soon", "as"),
    ("as", "early", "as"),
    ("no", "later", "than"),
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUN_PARENTS = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


class Surroundings:
    """One passage's parse, with look-up by code point of the passage."""

    def __init__(self, parse: Parse) -> None:
        self.tokens: Sequence[Token] = parse.tokens
        self.parse = parse
        self._starts = [token.start for token in parse.tokens]
        self._children: dict[int, list[int]] | None = None

    def index(self, start: int, end: int) -> range:
        """The tokens that `[start, end)` touches."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        if self.tokens and self.tokens[first].end <= start:
            first += 1
        return range(first, max(bisect_left(self._starts, end), first))

    def sentence(self, start: int) -> int:
        """The number of the sentence that holds the code point."""
        at = bisect_right(self._starts, start) - 1
        for number, (_, end) in enumerate(self.parse.sentences):
            if at < end:
                return number
        return len(self.parse.sentences)

    def children(self, of: int) -> list[int]:
        if self._children is None:
            self._children = {}
            for number, token in enumerate(self.tokens):
                if token.head != number:
                    self._children.setdefault(token.head, []).append(number)
        return self._children.get(of, [])

    def head(self, start: int, end: int) -> int | None:
        """The token of the expression on which its other tokens hang."""
        inside = self.index(start, end)
        for number in inside:
            if self.tokens[number].head not in inside or self.tokens[number].head == number:
                return number
        return None

    def modifies_noun(self, start: int, end: int) -> bool:
        """Whether the expression stands before a noun that is known: 'the March meeting', 'Friday's vote',
        but not 'a Friday vote'."""
        head = self.head(start, end)
        if head is None or self.tokens[head].dep not in _NOUN_PARENTS:
            return False
        if self.tokens[head].dep == "poss" or not self.tokens[head].text.endswith("day"):
            return True
        return not any(
            self.tokens[child].text.lower() in ("a", "an")
            for child in self.children(self.tokens[head].head)
        )

    def direction(self, start: int, end: int) -> Direction | None:
        """Which way the governing verb points, from its tense and its auxiliaries; `None` where it does not say.

        A participle or infinitive without an auxiliary of its own takes its direction from
        the verb above it; an infinitive under a verb of planning lies ahead, and so does a deadline.
        """
        found = self._direction(start, end)
        return "future" if found in ("present", None) and self._deadline(start) else found

    def _deadline(self, start: int) -> bool:
        """Whether 'until' or the like stands before the expression."""
        first = bisect_left(self._starts, start)
        before = tuple(token.text.lower() for token in self.tokens[max(first - 3, 0) : first])
        return any(before[-len(words) :] == words for words in _DEADLINES)

    def _direction(self, start: int, end: int) -> Direction | None:
        at = self.head(start, end)
        # Whether nothing but prepositions stood between the expression and `at`.
        direct = True
        for step in range(len(self.tokens)):
            if at is None:
                return None
            token = self.tokens[at]
            if token.lemma.lower() in _ARRANGE and token.end <= start:
                # What 'had been scheduled for September' may be over, or not.
                return None if self._perfect(at) else "future"
            if token.pos in ("VERB", "AUX") and not self._begins_after(at, end):
                found = self._tense(at)
                if found == "present" and direct and self._timetabled(at):
                    return "timetable"
                if found is not None:
                    return found
            if direct and token.pos == "NOUN" and self._coming(at):
                return "future"
            direct = direct and (not step or token.pos == "ADP")
            if token.pos == "ADJ" and token.lemma.lower() in ("payable", "due", "effective"):
                return "future"
            above = token.head
            at = above if above != at else None
        return None

    def _begins_after(self, verb: int, end: int) -> bool:
        """Whether the verb's clause begins only after `end`, which then cannot be in it, whatever
        the parser says: 'warnings on Thursday that strikes could follow'."""
        return any(
            self.tokens[child].dep == "mark" and self.tokens[child].start >= end
            for child in self.children(verb)
        )

    def _coming(self, noun: int) -> bool:
        """Whether the noun is called planned."""
        return any(
            self.tokens[child].dep == "amod" and self.tokens[child].text.lower() in _COMING
            for child in self.children(noun)
        )

    def _timetabled(self, verb: int) -> bool:
        """Whether the verb is in the simple present, which with a date is a timetable's: 'they meet Monday'."""
        token = self.tokens[verb]
        if token.tag in ("VBZ", "VBP") and token.lemma.lower() in _TIMETABLES:
            return True
        helped = any(
            self.tokens[child].dep in ("aux", "auxpass", "neg") for child in self.children(verb)
        )
        plain = token.tag in ("VBZ", "VBP") and token.dep != "relcl" and not helped
        unchanged = token.tag == "VBP" and token.lemma.lower() in _UNCHANGED
        return plain and not unchanged and token.lemma.lower() not in _STATES

    def _perfect(self, verb: int) -> bool:
        """Whether 'had' helps the verb: what 'had been scheduled' may be over."""
        return any(self.tokens[child].text.lower() == "had" for child in self.children(verb))

    def _tense(self, verb: int) -> Direction | None:
        token = self.tokens[verb]
        children = [self.tokens[child] for child in self.children(verb)]
        helpers = [child for child in children if child.dep in ("aux", "auxpass")]
        # 'May' that a parser takes for a helper is the month, or a person.
        words = {helper.text.lower() for helper in helpers if helper.text != "May"}
        if words & _WILL or token.text.lower() in _WILL:
            return "past" if "have" in words and "will" not in words else "future"
        if "could" in words and "have" not in words:
            return "present" if self._denied(verb) else "future"
        if "to" in words and "be" in words and token.dep in ("acl", "relcl"):
            # 'a report to be released Thursday'
            return "future"
        if "to" in words:
            parent = self.tokens[token.head]
            if parent.lemma.lower() in _AHEAD and token.dep in ("xcomp", "ccomp", "acl", "advcl"):
                if self._fixed(token.head):
                    return "future"
                # What was planned in the past may be over.
                return "future" if self._tense(token.head) != "past" else None
            return None
        if any(helper.tag == "VBD" for helper in helpers):
            return "past"
        if not helpers and token.tag == "VBD":
            return "past"
        if helpers or token.tag in ("VBZ", "VBP"):
            condition = token.lemma.lower() not in _STATES and any(
                child.dep in ("mark", "advmod") and child.text.lower() in _CONDITIONS
                for child in children
            )
            finished = words & {"have", "has", "'ve", "’ve"}
            return "future" if condition and not finished else "present"
        if token.tag == "VBN" and not helpers and token.dep in ("acl", "advcl"):
            return "future" if self._fixed(verb) else "past"
        return None

    def _denied(self, verb: int) -> bool:
        """Whether the verb or its subject is negative."""
        near = [verb, *(n for n in self.children(verb) if self.tokens[n].dep in _SUBJECTS)]
        return any(
            self.tokens[child].text.lower() in _NONE for at in near for child in self.children(at)
        )

    def _fixed(self, verb: int) -> bool:
        """Whether the verb is a bare participle of arranging: 'a summit set for April'."""
        token = self.tokens[verb]
        if token.lemma.lower() == "set" and not any(
            self.tokens[child].text.lower() == "for" or self.tokens[child].dep == "xcomp"
            for child in self.children(verb)
        ):
            # A record set on 6 August lies behind.
            return False
        return (
            token.lemma.lower() in _FIXED
            and token.tag in ("VBN", "VBD")
            and token.dep in ("acl", "advcl", "relcl")
            and not any(
                self.tokens[child].dep in ("aux", "auxpass") for child in self.children(verb)
            )
        )
