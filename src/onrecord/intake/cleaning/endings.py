"""What stands at the end of an article and is about somebody else's business: who the publisher or
the author is, what a press release says of its company in every release, legal notices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.intake.cleaning.kinds import Kind, is_sentence
from onrecord.intake.layout import words

# 'About Norrey Shipping', 'About the author': the name of a firm or a person, nothing else.
_ABOUT = re.compile(
    r"^\W*(?i:about the (?:authors?|writers?|company|reporter|editors?)|"
    r"(?:über|zu) (?:den autor|die autorin|die autoren|das unternehmen)|à propos de l['’]auteur|"
    r"sobre (?:el autor|la autora|o autor|a autora))\W*$|"
    r"^\W*(?i:about|über|à propos de|acerca de|sobre|informazioni su)(?: (?:the |die |das )?[A-ZÀ-Þ0-9][\w.&'’-]*){1,5}(?: (?:and|und|et|y|e|&) [A-ZÀ-Þ][\w.&'’ -]*)?\W*$"
)
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,3}"
_PERSON = re.compile(
    rf"^{_NAME},? (?:is|was|has been|writes|covers|works|reports|lives|teaches|ist|schreibt|arbeitet|est|es) .{{0,80}}?"
    r"\b(?:professor|author|writer|reporter|editor|journalist|columnist|contributor|correspondent|fellow|founder|co-founder|"
    r"lecturer|producer|photographer|blogger|freelance|director of|graduate student|autorin?|redakteurin?|journalistin?)\b"
)
_FIRM_NAME = r"[A-ZÀ-Þ][\w.&'’-]*(?:,? [A-ZÀ-Þ][\w.&'’-]*){0,4}(?: \([^()]{2,30}\))?,?"
_NOTICE = re.compile(
    r"\b(?:registered trademarks?|trademarks? of|not (?:been evaluated by|intended to (?:diagnose|be a substitute|provide))|"
    r"for (?:informational|information|educational) purposes only|does not constitute|not (?:investment|financial|legal|medical) advice|"
    r"results (?:may )?vary\b|information (?:provided|contained) (?:on|in) this (?:web ?site|site|article|page)|"
    r"consult (?:your|a) (?:physician|doctor)|forward-looking statements?|affiliate (?:links?|commission)|"
    r"(?:receive|earn) (?:a|an) (?:\w+ )?commission|creative commons|datenschutzerklärung|nutzungsbedingungen)\b",
    re.IGNORECASE,
)
# The paragraph on itself with which a firm ends each release.
_FIRM = re.compile(
    rf"^{_FIRM_NAME} (?:is|are) (?:(?:an?|the|one of the) .{{0,60}}?\b(?:provider|manufacturer|supplier|developer|operator|"
    r"company|group|firm|organi[sz]ation|leader|leading|global|world['’]s)\b|headquartered in\b)"
)
# How much of the article may stand under such a heading, in words; more is the article itself.
_SHARE_ABOUT = 0.35
_LONGEST_PERSON, _LONGEST_CLOSING = 60, 150


def ending_lines(
    texts: Sequence[str], kinds: Sequence[Kind | None], kept: set[int]
) -> dict[int, Kind]:
    """The lines of `kept` (and the headings over them) that close the page rather than the article,
    with the kind of each; nothing where that would leave little of the article."""
    order = sorted(kept)
    size = {index: len(words(texts[index])) for index in order}
    total = sum(size.values())
    found: dict[int, Kind] = {}
    if not total:
        return found
    for index in range(order[0] + 1, order[-1] + 1):
        if kinds[index] is None and len(texts[index]) <= 80 and _ABOUT.match(texts[index]):
            below = [other for other in order if other >= index]
            if sum(size[other] for other in below) <= _SHARE_ABOUT * total:
                about = Kind("footer", "about the publisher or author")
                found |= dict.fromkeys({index, *below}, about)
                break
    return found | _closing(texts, order, size, found)


def _closing(
    texts: Sequence[str], order: Sequence[int], size: Mapping[int, int], found: Mapping[int, Kind]
) -> dict[int, Kind]:
    """The paragraphs from the first on a person, a firm or the law on, where such ones are at least
    half of what is left of the article there."""
    closing: dict[int, Kind] = {}
    total, below, hits = sum(size.values()), 0, 0
    pending: list[int] = []
    for index in reversed([i for i in order[1:] if i not in found]):
        below += size[index]
        if below > _SHARE_ABOUT * total:
            break
        pending.append(index)
        what = _closes(texts[index], size[index])
        hits += what is not None
        if what is not None and hits * 2 >= len(pending) + len(closing):
            closing |= {other: Kind("footer", what) for other in pending}
            pending = []
    return closing


def _closes(text: str, count: int) -> str | None:
    if text[0] in '“"„«' or count > _LONGEST_CLOSING:
        return None
    if count <= _LONGEST_PERSON and is_sentence(text) and _PERSON.match(text):
        return "about the author"
    if _NOTICE.search(text):
        return "legal notice"
    return "about the publisher" if _FIRM.match(text) else None
