"""Expressions that are part of a name: 'Sunday Times', 'April Jones', 'Operation Dawn'."""

from __future__ import annotations

import re

from onrecord.reading.time.mention import Mention
from onrecord.reading.time.sentences import Surroundings

# Names that hold a weekday, month or year without being about it.
_NAMING = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC"})
_MASTHEAD = re.compile(
    r" (?:Times|Mail|Mirror|Telegraph|Express|Post|Independent|Herald|People|Sun|Star|Tribune|World|Age|Night Live)\b"
)


def named(text: str, mention: Mention, around: Surroundings) -> bool:
    """Whether the words belong to the name of a person, paper, company or work."""
    tokens = around.index(mention.span.start, mention.span.end)
    for entity in around.parse.entities:
        if entity.start < tokens.stop and tokens.start < entity.end:
            longer = entity.start < tokens.start or entity.end > tokens.stop
            if entity.label == "PERSON" and (longer or mention.rule == "month"):
                return True
            if entity.label in _NAMING and longer:
                return True
    return _MASTHEAD.match(text, mention.span.end) is not None


def month(text: str, mention: Mention, around: Surroundings) -> bool:
    """People, marches and the verb 'may'."""
    word = mention.span.of(text)
    if mention.rule == "month":
        number = around.index(mention.span.start, mention.span.end)
        tags = {around.tokens[at].tag for at in number}
        if (word == "May" and "MD" in tags) or (
            word in ("March", "May") and tags & {"VB", "VBP", "VBD"}
        ):
            return True
        # 'May said' has a person for its subject, 'May was the coldest month' has not.
        for at in number:
            token = around.tokens[at]
            verb = around.tokens[token.head].lemma.lower()
            if word not in ("April", "May", "June", "August"):
                break
            if token.dep in ("nsubj", "nsubjpass") and verb not in ("be", "see", "bring", "mark"):
                return True
        # Nor is anybody with, against or told a month.
        if word in ("April", "May", "June", "August") and re.search(
            r"(?:\b(?:with|against|told|asked|behind|under|Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|Secretary|Sen\.|Rep\.)|\b[A-Z]\.)\s+$",
            text[max(mention.span.start - 12, 0) : mention.span.start],
        ):
            return True
        # 'the Long March' has a determiner of its own; 'the March meeting' has not.
        if word == "March" and any(
            around.tokens[child].dep in ("det", "amod", "compound")
            for at in number
            for child in around.children(at)
        ):
            return True
    return named(text, mention, around)


def lower_month(text: str, mention: Mention, around: Surroundings) -> bool:
    """Months are printed with a capital: 'may 10 people' is none."""
    word = re.search(
        r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", mention.span.of(text)
    )
    return word is not None and word[0][0].islower()


def titled(text: str, mention: Mention, around: Surroundings) -> bool:
    """'This Week' and '60 Minutes' in quotation marks, every word with a capital, are programmes."""
    start, end = mention.span.start, mention.span.end
    words = re.findall(r"[A-Za-z]+", text[start:end])
    capitals = all(word[0].isupper() for word in words)
    return (
        capitals
        and re.search(r"[\"'“‘]$", text[:start]) is not None
        and (re.match(r"[.,]?[\"'”’](?!\w)", text[end : end + 3]) is not None)
    )


# Whose 'today' is no day: TimeBank and AQUAINT mark none of the four 'today's world' and the like.
_THESE_TIMES = re.compile(
    r"['’]s (?:\w+ )?(?:world|youths?|society|generations?|technolog(?:y|ies)|standards|children|kids|women|men|age"
    r"|dollars|terms)\b"
)


def today(text: str, mention: Mention, around: Surroundings) -> bool:
    """'USA Today', 'VOA Today' and 'World News Tonight' are names, and 'today's world' is of no day."""
    if _THESE_TIMES.match(text, mention.span.end) or titled(text, mention, around):
        return True
    if mention.span.of(text).isupper() and re.search(r"\b[a-z]{3,}", text) is not None:
        # 'on TODAY' is a programme, but in capitals throughout it is a day.
        return True
    before = text[max(mention.span.start - 24, 0) : mention.span.start]
    return mention.span.of(text)[0].isupper() and (
        re.search(r"\b[A-Z]\w* $", before) is not None
        or re.match(r" (?:Show|Programme)\b", text[mention.span.end :]) is not None
    )


def capital(text: str, mention: Mention, around: Surroundings) -> bool:
    """'Operation Dawn' is a name, the dawn of an age no hour, and high noon a duel."""
    if re.search(r"\bhigh\s+$", text[max(mention.span.start - 6, 0) : mention.span.start], re.I):
        return True
    if re.match(r" of (?!\d|[A-Z])", text[mention.span.end : mention.span.end + 5]):
        return True
    return (
        mention.span.of(text)[0].isupper()
        and re.search(
            r"(?:^|[.!?:\n\"“])\s*$", text[max(mention.span.start - 4, 0) : mention.span.start]
        )
        is None
    )


def that(text: str, mention: Mention, around: Surroundings) -> bool:
    """'He said that May would win' and 'hopes that spring comes', where a conjunction stands before a subject. No
    month is printed small."""
    first = around.index(mention.span.start, mention.span.end)
    conjunction = bool(first) and around.tokens[first[0]].tag == "IN"
    if conjunction and not text.startswith(",", mention.span.end):
        return True
    return lower_month(text, mention, around)
