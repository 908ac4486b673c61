"""Dates as they are printed, in the scripts and orders that news pages use."""

from __future__ import annotations

import datetime
import re

import msgspec

from onrecord.model import Span

# English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Russian; longest first.
_MONTHS = (
    "января january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia ocak",
    "февраля february feb februar février fevrier févr febrero febbraio fevereiro fev februari lutego şubat",
    "марта march mar märz maerz mrz mär mars marzo março marco maart mrt marca mart",
    "апреля april apr avril avr abril abr aprile kwietnia nisan",
    "мая may mai mayo maggio mag maio mei maja mayıs",
    "июня june jun juni juin junio giugno giu junho czerwca haziran",
    "июля july jul juli juillet juil julio luglio lug julho lipca temmuz",
    "августа august aug août aout agosto ago augustus sierpnia ağustos",
    "сентября september sep sept septembre septiembre settembre set setembro września eylül",
    "октября october oct oktober okt octobre octubre ottobre ott outubro out października ekim",
    "ноября november nov novembre noviembre novembro listopada kasım",
    "декабря december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia aralık",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
# '29.09.1911:03' is a day of 2019 and a time that style sheets keep apart.
_YEAR = r"(?P<year>(?:19|20)\d\d)(?=\d\d:\d\d|(?!\d|:\d\d))"
_TIME = r"\d\d:\d\d(?::\d\d)?"

_PATTERNS = (
    ("iso", rf"(?<!\d){_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)"),
    (
        "iso",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
    ),
    ("named", rf"(?<!\d){_DAY}\s*(?:of\s+|de\s+|-)?{_MONTH}(?:\s*,?\s*(?:del?\s+)?|-){_YEAR}"),
    ("named", rf"\b{_MONTH}\s*{_DAY}\s*,?\s*{_YEAR}"),
    ("named", rf"\b{_MONTH}\s*{_DAY} {_TIME}(?: [A-Z]{{2,5}})? {_YEAR}"),
    ("numeric", rf"(?<![\d.,/-])(?P<a>\d{{1,2}})(?P<mark>[/.-])(?P<b>\d{{1,2}})(?P=mark){_YEAR}"),
    ("numeric", rf"(?<![\d.,/|-])(?P<a>\d\d)(?P<mark> ?[|/.] ?)(?P<b>\d\d)(?P=mark){_YEAR}"),
    (
        "numeric",
        r"(?<![\d.,/-])(?P<a>\d\d)(?P<mark>[/.])(?P<b>\d\d)(?P=mark)(?P<year>\d\d)(?=\d\d:\d\d|(?![\d/-]|[.,]\d))",
    ),
    ("yearless", rf"\b{_MONTH}\s*{_DAY}(?![\d:.,]*\d)(?!\w)"),
    ("yearless", rf"(?<![\d:.,]){_DAY}\s*(?:of\s+|de\s+)?{_MONTH}"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d(?:[-/.]\d| ?[|/.] ?\d|\s?[年년])")
_LETTERS = re.compile(r"[^\W\d_]+")


class PrintedDate(msgspec.Struct, frozen=True):
    """A date in a text. `values` holds its ISO day (`XXXX-03-31` without a year), or two of them
    where it can be read day first and month first: 03/04/2019."""

    span: Span
    values: tuple[str, ...]

    @property
    def full(self) -> bool:
        return not self.values[0].startswith("XXXX")


def dates_in(text: str) -> list[PrintedDate]:
    """The printed dates of `text`, in order, without overlap; the fuller reading of each wins."""
    found: list[PrintedDate] = []
    if not _DIGIT.search(text):
        return found
    by_number = _NUMBERS.search(text) is not None
    by_name = not MONTHS.keys().isdisjoint(_LETTERS.findall(text.lower()))
    for kind, pattern in _COMPILED:
        if not (by_name if kind in ("named", "yearless") else by_number):
            continue
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.append(PrintedDate(span, _values(kind, match)))
    # What is written as a date but is none ('31 June 2019') doesn't become a lesser one.
    return sorted((date for date in found if date.values), key=lambda date: date.span)


def _values(kind: str, match: re.Match[str]) -> tuple[str, ...]:
    parts = match.groupdict()
    if kind == "numeric":
        year = parts["year"] if len(parts["year"]) == 4 else _century(parts["year"])
        a, b = int(parts["a"]), int(parts["b"])
        # Dots are written day first everywhere; slashes and hyphens either way.
        orders = [(b, a)] if parts["mark"].strip() in ".|" or a == b else [(b, a), (a, b)]
        return tuple(day for m, d in orders if (day := iso_day(year, m, d)))
    name = parts["month"].lower()
    month = int(name) if name.isdigit() else MONTHS[name]
    if kind == "yearless":
        # 'may 5' in running text is as often a verb as a month.
        if parts["month"] in ("may", "mar", "march", "set", "out", "gen", "jan", "mart", "ago"):
            return ()
        day = iso_day("2000", month, int(parts["day"]))
        return (f"XXXX{day[4:]}",) if day else ()
    day = iso_day(parts["year"], month, int(parts["day"]))
    return (day,) if day else ()


def _century(year: str) -> str:
    return ("19" if int(year) > 69 else "20") + year


def iso_day(year: str | int, month: str | int, day: str | int) -> str:
    """`2019-03-31`, `""` where there is no such day."""
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


_STAMP = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?![\d])")


def stamp_day(stamp: str) -> str:
    """The day of a machine-made time stamp, or of a printed full date, as it is written there:
    never shifted to another time zone. `""` where there is none, or two readings."""
    match = _STAMP.match(stamp)
    if match:
        return iso_day(*match.groups())
    for date in dates_in(stamp[:100]):
        if date.full and len(date.values) == 1:
            return date.values[0]
    return ""


def shifted(day: str, by: int) -> str:
    """The ISO day `by` days after `day`."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=by)).isoformat()
