"""What the parse says around an expression: its words, its verb, and which way that verb points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from onrecord.model.parse import Parse, Token

Direction = Literal["past", "present", "future"]

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may"})
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
        """Whether the expression stands before a noun: 'the March meeting'."""
        head = self.head(start, end)
        return head is not None and self.tokens[head].dep in _NOUN_PARENTS

    def direction(self, start: int, end: int) -> Direction | None:
        """Which way the governing verb points, from its tense and its auxiliaries.

        A participle or infinitive without an auxiliary of its own takes its direction from
        the verb above it; an infinitive under a verb of planning lies ahead.
        """
        at = self.head(start, end)
        for _ in range(len(self.tokens)):
            if at is None:
                return None
            token = self.tokens[at]
            if token.lemma.lower() in _ARRANGE and token.end <= start and not self._perfect(at):
                return "future"
            if token.pos in ("VERB", "AUX"):
                found = self._tense(at)
                if found is not None:
                    return found
            if token.pos == "ADJ" and token.lemma.lower() in ("payable", "due", "effective"):
                return "future"
            above = token.head
            at = above if above != at else None
        return None

    def _perfect(self, verb: int) -> bool:
        """Whether 'had' helps the verb: what 'had been scheduled' may be over."""
        return any(self.tokens[child].text.lower() == "had" for child in self.children(verb))

    def _tense(self, verb: int) -> Direction | None:
        token = self.tokens[verb]
        helpers = [
            self.tokens[child]
            for child in self.children(verb)
            if self.tokens[child].dep in ("aux", "auxpass")
        ]
        words = {helper.text.lower() for helper in helpers}
        if words & _WILL or token.text.lower() in _WILL:
            return "past" if "have" in words and "will" not in words else "future"
        if "to" in words:
            parent = self.tokens[token.head]
            if parent.lemma.lower() in _AHEAD and token.dep in ("xcomp", "ccomp", "acl", "advcl"):
                # What was planned in the past may be over.
                return "future" if self._tense(token.head) != "past" else None
            return None
        if any(helper.tag == "VBD" for helper in helpers):
            return "past"
        if helpers:
            return "present"
        if token.tag == "VBD":
            return "past"
        if token.tag in ("VBZ", "VBP"):
            return "present"
        if token.tag == "VBN" and not helpers and token.dep in ("acl", "advcl"):
            return "past"
        return None
