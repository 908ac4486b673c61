"""Labels of speakers as interviews and transcripts print them.

    Q: …            A: …                  Question: …      Interviewer: …
    VOSS: …         ANA VOSS, HOST: …     Ana Voss (Courier): …
    **Ana Voss:** … **Ana Voss** …        Ana Voss (a paragraph of its own, or set bold once)

A colon behind capitals is more often a kicker ('READ MORE:', 'Photo:', 'LIPINSKI: the district …').
Labels are taken for speakers only where they take turns, as question and answer or as one, another and
the first again, and where the article knows their names besides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.model import Span
from onrecord.reading.names import fold
from onrecord.reading.names.words import CALENDAR, TITLES

LabelKind = Literal["question", "answer", "name"]

_Q = "Q|QUESTION|Question|INTERVIEWER|Interviewer|Interview"
_A = "A|ANSWER|Answer|INTERVIEWEE|Interviewee|Respondent"
# Somebody who is there to ask or to listen, and whom nobody names.
_BYSTANDER = (
    "Reporter|Journalist|Moderator|Host|Presenter|Anchor|Caller|Audience(?: member)?|Crowd|Voice|"
    "Narrator|Correspondent|Archived recording"
)
_WORD = r"[A-Z][\w.’'-]*"
_NAME = rf"(?:Unidentified|Unknown) [a-z]+|{_WORD}(?: (?:{_WORD}|de|da|del|der|van|von|bin|al|el|of|the|and)){{0,5}}"
_LABELLED = re.compile(
    rf"[ \t>–—-]{{0,3}}(?P<bold>\*\*|__)?(?:(?P<q>{_Q})|(?P<a>{_A})|(?P<name>{_NAME}))"
    r"(?:, ?(?![^:\n]*\b(?:said|says|told|tells|wrote|writes|[a-z]+ed|[a-z]+ing)\b)[^:.\n]{2,60}"
    r"| ?\([^)\n]{1,60}\))?"
    r"(?:(?P<colon>:)(?:\*\*|__)?|(?:\*\*|__)(?P<late>:)?)(?=\s|[\"“‘(\[]|$)"
)
_LINE = re.compile(r"\n\s*")
_DOTTED = re.compile(r"(?:(?P<q>Q)|(?P<a>A))\.(?=\s)")
_INLINE = re.compile(
    rf"(?<=[.?!…”\"’)\]—-] )(?:(?P<q>{_Q})|(?P<a>{_A})|(?P<name>{_BYSTANDER}"
    r"|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,4}))(?: \([^)\n]{1,60}\))?(?P<colon>:)(?=\s)"
)
_ALONE = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w.’'-]*){1,3}(?<!\.)")
_BARE = re.compile(rf"({_WORD} {_WORD}) (?=[\"“]?([A-Z][\w]*))")
# What opens kickers and lines of thought ('Read more:', 'On Monday:', 'Said Ms. Voss:').
_NOT_NAMES = frozenset(
    "read watch watched just related photo photos file video note correction update updated source "
    "sources more also see listen opinion analysis fact facts claim breaking exclusive warning image "
    "credit advertisement by and but editor summary verdict rating story topic here why how "
    "what who when where quote tip background context new bonus said says asked asks continued "
    "continues added adds responded responds replied wrote writes tweeted concluded on in at of "
    "for from with to as after before during last late early earlier later next then now today "
    "yesterday tonight another other both one".split()
)
_OPENERS = frozenset(
    "I We You It That This The A An What Why How Who When Where Which Do Did Does Are Is Was Were "
    "Can Could Will Would Should Have Has Had Well Yes No So And But Not There They He She Good "
    "Thank Thanks Oh If In On My Our Your Let Absolutely Of".split()
)
_UNNAMED = re.compile(
    rf"(?:unidentified .+|unknown .+|the (?:president|chairman|chairwoman|chair|court|witness|minister|"
    rf"prime minister)|{_BYSTANDER})$",
    re.I,
)
_NEAR = 12  # passages from one turn to the same one's next


@dataclass(frozen=True)
class Label:
    """`span` is the name as printed, `end` where the label ends and speech begins; `key` is
    the same for all labels of one speaker; `passage` is the number of its passage."""

    span: Span
    colon: Span | None
    start: int
    end: int
    passage: int
    kind: LabelKind
    key: str


def labels(text: str, passages: Sequence[Span]) -> tuple[list[Label], list[Label]]:
    """The labels of those who take turns, in text order, and all that look like labels there ('THE
    FACTS:' ends a turn as well); nothing where nobody takes turns."""
    for layout in (_printed, _dotted, _alone, _bare):
        found = layout(text, passages)
        known = [label for label in found if _is_known(text, label, found)]
        if _take_turns(text, known):
            if layout is _alone:
                return found, found
            return [label for label in found if label in known or _is_full(text, label)], found
    return [], []


def quoting(text: str, passages: Sequence[Span]) -> list[Label]:
    """Labels of persons right before a quotation: 'VOSS: “The gates hold.”', alone as they stand."""
    found = _printed(text, passages)
    return [
        label
        for label in found
        if label.kind == "name"
        and not _is_initials(label.span.of(text))
        and text[label.end : label.end + 3].lstrip()[:1] in ("“", '"')
        and _is_known(text, label, found)
    ]


def _printed(text: str, passages: Sequence[Span]) -> list[Label]:
    found: list[Label] = []
    for number, passage in enumerate(passages):
        starts = [passage.start]
        starts += [m.end() for m in _LINE.finditer(text, passage.start, passage.end)]
        matches = [m for at in starts if (m := _LABELLED.match(text, at, passage.end))]
        matches += _INLINE.finditer(text, passage.start, passage.end)
        for match in sorted(matches, key=lambda m: m.start()):
            label = _label(match, number)
            shouts = text[label.end : passage.end].split()[:5]
            headline = len(shouts) > 3 and all(word.isupper() for word in shouts)
            if not headline and (not found or found[-1].end <= label.start):
                found.append(label)
    return found


def _label(match: re.Match[str], passage: int) -> Label:
    groups = match.groupdict()
    kind: LabelKind = "question" if groups["q"] else "answer" if groups["a"] else "name"
    span = Span(*match.span({"question": "q", "answer": "a", "name": "name"}[kind]))
    colon = next((Span(*match.span(g)) for g in ("colon", "late") if groups.get(g)), None)
    key = kind if kind != "name" else _key(groups["name"])
    return Label(span, colon, match.start(), match.end(), passage, kind, key)


def is_unnamed(label: str) -> bool:
    """'Reporter', 'UNIDENTIFIED WOMAN', 'THE PRESIDENT': a label without a name."""
    return bool(_UNNAMED.match(label))


def _key(name: str) -> str:
    """The last word of a name without titles; the whole label where it names nobody."""
    if is_unnamed(name):
        return fold(name)
    words = bare_name(name)
    return words[-1] if words else fold(name)


def bare_name(label: str) -> list[str]:
    """The folded words of a label without titles and without where its bearer is from."""
    name = re.split(r" (?:of|from|for) ", label)[0]
    return [word for word in fold(name).split() if word not in TITLES]


def _dotted(text: str, passages: Sequence[Span]) -> list[Label]:
    matches = [
        (number, match)
        for number, passage in enumerate(passages)
        if (match := _DOTTED.match(text, passage.start, passage.end))
    ]
    return [_label(match, number) for number, match in matches]


def _alone(text: str, passages: Sequence[Span]) -> list[Label]:
    """Names that are a paragraph by themselves, and come again."""
    spans = [
        (n, p)
        for n, p in enumerate(passages)
        if len(p) < 50 and _ALONE.fullmatch(p.of(text).strip())
    ]
    often = Counter(fold(p.of(text)) for _, p in spans)
    return [
        Label(p, None, p.start, p.end, n, "name", fold(p.of(text)).split()[-1])
        for n, p in spans
        if often[fold(p.of(text))] > 1
    ]


def _bare(text: str, passages: Sequence[Span]) -> list[Label]:
    """Names that open paragraphs, without a colon: what is left of names set bold."""
    matches = [
        (n, m)
        for n, p in enumerate(passages)
        if (m := _BARE.match(text, p.start, p.end)) and m.group(2) in _OPENERS
    ]
    often = Counter(m.group(1) for _, m in matches)
    return [
        Label(Span(*m.span(1)), None, m.start(), m.end(), n, "name", fold(m.group(1)).split()[-1])
        for n, m in matches
        if often[m.group(1)] > 1
    ]


def _is_known(text: str, label: Label, found: Sequence[Label]) -> bool:
    """Whether the label is somebody: a stock word, or a name that the article prints in full."""
    if label.kind != "name":
        return True
    name = label.span.of(text)
    words = bare_name(name)
    if is_unnamed(name):
        return True
    if not words or {words[0], words[-1]} & (_NOT_NAMES | CALENDAR):
        return False
    if _is_initials(name):
        return True
    described = label.colon is not None and label.colon.start > label.span.end
    if len(words) > 1 and described:
        return True  # 'ANA VOSS, HOST:'
    if any(
        other.key == label.key and len(other.span.of(text).split()) > 1 and other.colon is not None
        and other.colon.start > other.span.end
        for other in found
    ):  # fmt: skip
        return True
    return any(
        not any(other.start <= m.start() < other.end for other in found)
        for m in _full_names(text, label.key)
    )


def _is_full(text: str, label: Label) -> bool:
    """A given name and a surname: known or not, it speaks where others take turns."""
    words = bare_name(label.span.of(text))
    kicker = words[:1] == ["the"] or set(words) & (_NOT_NAMES | CALENDAR)
    return label.kind == "name" and label.colon is not None and 2 <= len(words) <= 3 and not kicker


def _is_initials(name: str) -> bool:
    """Initials of who asks: 'NR:', 'AFP:'."""
    return bool(re.fullmatch(r"[A-Z]{2,4}", name))


def _full_names(text: str, key: str) -> Iterator[re.Match[str]]:
    """'Ana Voss', for the key 'voss'."""
    name = re.escape(key).replace("\\ ", " ")
    return re.finditer(rf"\b[A-Z][\w.’'-]+ (?i:{name})\b", text)


def _take_turns(text: str, found: Sequence[Label]) -> bool:
    """Question and answer, or one, another, and the first again."""
    pairs = list(pairwise(found))
    if any(a.kind == "question" != b.kind for a, b in pairs):
        return True
    asked = [
        (a, b)
        for a, b in pairs
        if a.key != b.key
        and b.passage - a.passage <= 1
        and text[a.end : b.start].rstrip(" \t\r\n*_”\"").endswith("?")
    ]  # fmt: skip
    again = any(
        a.key == c.key != b.key and c.passage - a.passage <= _NEAR
        for a, b, c in zip(found, found[1:], found[2:], strict=False)
    )
    return again or bool(asked)
