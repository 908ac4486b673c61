"""Months that are somebody's surname in this article: where Anna May was named, 'May's departure' is hers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model.article import Article
from onrecord.model.parse import Parse
from onrecord.model.span import Span
from onrecord.reading.time.mention import Mention

_SURNAMES = frozenset(["April", "May", "June", "March", "August"])
# What stands before a month, and hardly ever before a person.
_OF_TIME = re.compile(
    r"\b(?:in|since|until|till|during|early|late|mid|last|next|this|every|through|of)[\s-]+$",
    re.IGNORECASE,
)


def without_surnames(
    article: Article,
    passages: Sequence[Span],
    parses: Sequence[Parse],
    recognised: Sequence[list[Mention]],
) -> list[list[Mention]]:
    """The mentions of each passage without the bare months that are persons here."""
    persons = {
        parse.tokens[entity.end - 1].text
        for parse in parses
        for entity in parse.entities
        if entity.label == "PERSON" and entity.end - entity.start > 1
    } & _SURNAMES
    if not persons:
        return list(recognised)
    kept = []
    for passage, mentions in zip(passages, recognised, strict=True):
        text = passage.of(article.text)
        kept.append(
            [
                mention
                for mention in mentions
                if mention.span.of(text) not in persons
                or _OF_TIME.search(text[max(mention.span.start - 12, 0) : mention.span.start])
            ]
        )
    return kept
