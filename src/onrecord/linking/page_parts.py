"""Stretches of a paragraph that are the page's, not the story's, known by their form.

Cleaning labels whole blocks. What pages put inside the running text (galleries, players, lists of links
behind a name) or under it (who the author is) comes again in other stories and is no reuse of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span

_GALLERY = re.compile(
    r"\b(?:hide|show|toggle|view) caption\b.{0,20}?\b\d+ of \d+|^(?:photos?|pictures|slideshow|gallery):"
    r"|^(?:image|media) (?:copyright|caption)\b|\bimage (?:copyright|source|caption)\b.{0,60}?\bimage caption\b",
    re.IGNORECASE | re.DOTALL,
)
_PLAYER = re.compile(
    r"\b(?i:just watched|must watch|replay more videos|now playing|media playback is unsupported)\b|^CLOSE\b"
)
_PLAYER_LENGTH = 300
"""Characters of a paragraph that may be all player; a longer one only mentions it."""
_LINKS = re.compile(
    # A name, its full form, glued to it the headlines behind the link, and the word that unfolds them.
    r"\b(?P<name>[A-Z][\w'’-]+),? (?P<links>(?:[A-Z(][\w'’.()-]* ){0,5}?(?P=name)(?=[A-Z\d'’“‘])"
    r"[^\n]{10,900}?\bMORE\b)"
)
_AUTHOR = re.compile(
    r"^\W*(?:[A-Z][\w.'’-]*,? ){2,5}(?:is|was|has been|serves as|writes|covers|teaches)\b.{0,200}?"
    r"\b(?:author|columnist|editor|fellow|advis[eo]r|contributor|professor|host|director|president of"
    r"|analyst|correspondent|writer|commentator|reporter|scholar|journalist|politics|book)\b",
    re.DOTALL,
)
_ROSTER = re.compile(
    r"(?:(?:and )?[A-Z][\w.'’-]*(?: (?:[A-Z(][\w.'’()-]*|of|the|de|van|von)){0,6}[,;] ){4,}"
    r"(?:and )?[A-Z][\w.'’-]*(?: (?:[A-Z(][\w.'’()-]*|of|the|de|van|von)){0,6}"
)
"""Five names in a row: who signed or voted is the same list whoever prints it."""
_FOOT = re.compile(
    r"\b(?:to (?:find out|read) more (?:about|from)|to learn more about|can be reached (?:at|on|by)"
    r"|follow (?:him|her|them|us|me) (?:on|at)|contributed to this (?:report|story|article)"
    r"|all rights reserved|copyright \d{4}|syndicate|reporting by .{3,120} editing by"
    r"|(?:her|his|their) (?:latest|new|newest) book|sign up (?:for|to))\b",
    re.IGNORECASE | re.DOTALL,
)
_AUTHOR_PARAGRAPHS = 2
"""Paragraphs at the end of an article of which one may say who the author is."""
_AUTHOR_LENGTH = 600


def page_parts(text: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The stretches of `paragraphs` (spans of `text`, in order) that belong to the page."""
    for at, paragraph in enumerate(paragraphs):
        words = paragraph.of(text)
        last = at >= len(paragraphs) - _AUTHOR_PARAGRAPHS > 0
        if (
            _GALLERY.search(words)
            or (len(words) <= _PLAYER_LENGTH and _PLAYER.search(words))
            or (
                last
                and len(words) <= _AUTHOR_LENGTH
                and (_AUTHOR.match(words) or _FOOT.search(words))
            )
        ):
            yield paragraph
            continue
        found = [match.span("links") for match in _LINKS.finditer(words)] if "MORE" in words else []
        if words.count(", ") >= 4:
            found += [match.span() for match in _ROSTER.finditer(words)]
        for start, end in sorted(found):
            yield Span(paragraph.start + start, paragraph.start + end)
