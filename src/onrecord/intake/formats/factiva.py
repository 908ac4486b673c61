"""Factiva exports: many articles in one document, each field under its code.

`HD` headline, `BY` author, `WC` words, `PD` day, `ET` time, `SN` source, `SC` its code, `LA`
language, `CY` copyright, `LP` lead paragraph, `TD` text, `AN` the article's number, and more
(Factiva Developer's field codes). A code is a line of its own over its value, or stands before it.
Without codes the same fields come in the same order, and `Document` with the number ends each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.intake.dating.dates import dates_in
from onrecord.intake.formats.excerpt import Excerpt
from onrecord.intake.formats.fields import language_code

_CODES = frozenset(
    "SE HD CR BY WC PD ET SN SC ED PG VOL LA CY LP TD CT RF ART CO IN NS RE IPC IPD PUB AN CLM DLN "
    "CX NGC GC FDS DOI".split()
)
_CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s*\Z|(?:\s{2,}|\t)(?P<value>\S.*)\Z)")
_NUMBER = re.compile(r"(?:Documento?|Dokument) (?P<number>[A-Z0-9]{4,}[A-Za-z0-9]{8,})\Z")
_WORDS = re.compile(r"\d[\d,. ]* (?:words|mots|Wörter|palabras|parole|palavras|woorden)\Z", re.I)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|Copyright\b)", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:By|Von|Par|Por|Di|Door) ", re.IGNORECASE)


def articles(lines: Sequence[str]) -> list[Excerpt]:
    """The articles in the lines of the document, empty where it is no such export."""
    codes = [_code(line) for line in lines]
    if codes.count("HD") and (codes.count("LP") or codes.count("TD")):
        return [_coded(lines[start:end]) for start, end in _parts(lines, codes)]
    numbers = [index for index, line in enumerate(lines) if _NUMBER.match(line)]
    if numbers and any(_WORDS.match(line) for line in lines):
        starts = [0, *(number + 1 for number in numbers[:-1])]
        return [_plain(lines[a : b + 1]) for a, b in zip(starts, numbers, strict=True)]
    return []


def _code(line: str) -> str:
    match = _CODED.match(line)
    return match["code"] if match and match["code"] in _CODES else ""


def _parts(lines: Sequence[str], codes: Sequence[str]) -> list[tuple[int, int]]:
    """Where each article begins and ends: it ends with its number, or where the next one's headline
    or section is."""
    starts: list[int] = []
    headed = numbered = False
    for index, code in enumerate(codes):
        if code == "AN":
            numbered = True
        elif code in ("HD", "SE") and (not starts or numbered or (headed and code == "HD")):
            section = index - 2 if index >= 2 and codes[index - 2] == "SE" else index
            starts.append(section if starts and section > starts[-1] and not numbered else index)
            numbered, headed = False, code == "HD"
        elif code == "HD":
            headed = True
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _coded(lines: Sequence[str]) -> Excerpt:
    fields: dict[str, list[str]] = {}
    body: set[int] = set()
    code = ""
    for index, line in enumerate(lines):
        found = _code(line)
        value = line
        if found:
            code = found
            match = _CODED.match(line)
            value = (match["value"] or "") if match else ""
        if value and (code != "AN" or not fields.get("AN")):
            fields.setdefault(code, []).append(value)
            if code in ("LP", "TD"):
                body.add(index)
    told = {name: " ".join(values) for name, values in fields.items()}
    number = _NUMBER.match(told.get("AN", ""))
    given = {
        "title": told.get("HD", ""),
        "byline": told.get("BY", ""),
        "published": told.get("PD", ""),
        "outlet": told.get("SN", ""),
        "language": language_code(told.get("LA", "")),
    }
    member = number["number"] if number else told.get("AN", "")[:60]
    return Excerpt(tuple(lines), frozenset(body), given, member)


def _plain(lines: Sequence[str]) -> Excerpt:
    """Section?, headline, author?, words, day, time?, source, code?, edition?, page?, language,
    copyright, text, number."""
    count = next((i for i, line in enumerate(lines) if _WORDS.match(line)), -1)
    top = list(lines[: max(count, 0)])[-4:]
    title = max((line for line in top if not _AUTHOR.match(line)), key=len, default="")
    byline = " ".join(top[top.index(title) + 1 :]) if title else ""
    dated = next(
        (i for i in range(count + 1, min(count + 4, len(lines))) if _is_day(lines[i])), count
    )
    source = next(
        (i for i in range(dated + 1, min(dated + 4, len(lines))) if not lines[i][:1].isdigit()),
        dated,
    )
    rights = next(
        (i for i in range(source, min(source + 8, len(lines))) if _COPYRIGHT.match(lines[i])), -1
    )
    language = rights - 1 if rights > source + 1 else -1
    first = max(rights, source) + 1
    number = _NUMBER.match(lines[-1])
    given = {
        "title": title,
        "byline": byline,
        "published": lines[dated] if dated > count else "",
        "outlet": lines[source] if source > dated else "",
        "language": language_code(lines[language]) if language > 0 else "",
    }
    body = frozenset(range(first, len(lines) - 1))
    return Excerpt(tuple(lines), body, given, number["number"] if number else "")


def _is_day(line: str) -> bool:
    return len(line) <= 40 and any(date.full for date in dates_in(line))
