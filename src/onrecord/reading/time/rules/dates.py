"""Dates that name their place in the calendar: days, months, quarters, seasons, years, holidays."""

from __future__ import annotations

import re

from onrecord.reading.time.feasts import FEAST, FEAST_WORDS, feast_name
from onrecord.reading.time.grammar import (
    PIECES,
    SEASONS,
    month_number,
    rule,
    rule_of_parts,
    weekday_number,
)
from onrecord.reading.time.meaning import Calendar, Fixed, Meaning
from onrecord.reading.time.numerals import ordinal, spelt_year
from onrecord.reading.time.triggers import DECADE, DIGIT, MONTH, SEASON, WEEKDAY, words

_DECADES = {
    word: f"{digit}"
    for digit, word in enumerate(
        [
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ],
        start=2,
    )
}
# What may stand between a part of a year and the year.
_OF_YEAR = r"(?:(?: of| in)? |, ?| , )"


def _year(found: re.Match[str], group: str = "year") -> int | None:
    text = found.groupdict().get(group)
    if text is None:
        return None
    if text.isdigit() and len(text) == 2:
        return (1900 if int(text) > 40 else 2000) + int(text)
    return int(text) if text.isdigit() else spelt_year(text)


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _date(found: re.Match[str]) -> Calendar:
    return Calendar(
        year=_year(found), month=month_number(found["anymonth"]), day=_day(found["day"])
    )


def _spelt_date(found: re.Match[str]) -> Calendar | None:
    day = ordinal(found["ordinal"])
    if day is None or not 1 <= day <= 31:
        return None
    return Calendar(year=_year(found), month=month_number(found["month"]), day=day)


def _month(found: re.Match[str]) -> Calendar:
    return Calendar(year=_year(found), month=month_number(found["anymonth"]))


def _digits(found: re.Match[str]) -> Calendar | None:
    """ISO order, or the American one unless the first number cannot be a month."""
    groups = found.groupdict()
    year = int(groups["year"]) if groups.get("year") else _year(found, "short")
    first, second = int(found["first"]), int(found["second"])
    if not groups.get("iso") and first > 12:
        first, second = second, first
    return Calendar(year=year, month=first, day=second) if first <= 12 and second <= 31 else None


def _two_days(found: re.Match[str]) -> list[tuple[int | str, Meaning]]:
    month, year = month_number(found["anymonth"]), _year(found)
    return [
        (group, Calendar(year=year, month=month, day=_day(found[inner])))
        for group, inner in (("one", "day"), ("two", "until"))
    ]


def _two_months(found: re.Match[str]) -> list[tuple[int | str, Meaning]]:
    year = _year(found)
    return [
        ("one", Calendar(year=year, month=month_number(found["anymonth"]))),
        ("two", Calendar(year=year, month=month_number(found["until"]))),
    ]


def _two_years(found: re.Match[str]) -> list[tuple[int | str, Meaning]]:
    first = int(found["year"])
    last = int(found["until"])
    if last < 100:
        if not re.search(r"\d\s?[-–—/]", found[0]):
            return []
        last += first // 100 * 100
    if not first < last:
        return []
    return [("year", Calendar(year=first)), ("until", Calendar(year=last))]


def _quarter(found: re.Match[str]) -> Calendar | None:
    word = found["ordinal"]
    number = ordinal(word) if word else int(found["numeral"] or found["after"])
    return Calendar(year=_year(found), part=f"Q{number}") if number and number <= 4 else None


def _half(found: re.Match[str]) -> Calendar:
    return Calendar(
        year=_year(found), part="H1" if found["which"].lower() in ("first", "1") else "H2"
    )


def _season(found: re.Match[str]) -> Calendar:
    return Calendar(year=_year(found), part=SEASONS[found["season"].lower()])


def _decade(found: re.Match[str]) -> Fixed | None:
    if found["full"] and found["full"][2:] == "00" and found["full"] < "1900":
        # 'the 1700s' are the whole century.
        return Fixed("DATE", found["full"][:2])
    if found["full"]:
        return Fixed("DATE", found["full"][:3])
    digit = found["short"][0] if found["short"] else _DECADES[found["word"].lower()]
    # 'the twenties' and 'the teens' of this century are still read as those of the last.
    century = _CENTURIES[found["of"].lower()] if found["of"] else "19"
    return Fixed("DATE", century + digit)


_CENTURIES = {"eighteen": "18", "nineteen": "19", "seventeen": "17"}


def _century(found: re.Match[str]) -> Fixed | None:
    number = ordinal(found["ordinal"])
    return Fixed("DATE", f"{number - 1:02d}") if number and number <= 21 else None


def _plain_year(found: re.Match[str]) -> Calendar | None:
    year = _year(found) or _year(found, "spelt_year")
    return None if year is None or not 1000 <= year <= 2100 else Calendar(year=year)


def _feast(found: re.Match[str]) -> Calendar:
    return Calendar(year=_year(found), feast=feast_name(found["feast"]))


_ANY_DAY = PIECES["day"]
_ANY_YEAR = PIECES["year"]

RULES = (
    rule(
        "iso-date",
        DIGIT,
        r"(?P<iso>{year}[-/](?P<first>\d\d)[-/](?P<second>\d\d))(?![-/])",
        _digits,
    ),
    # The attacks of that day, of which no year is printed.
    rule(
        "nine-eleven",
        DIGIT,
        r"9/11(?! (?:from|in the)\b)|(?:Sept\.?|September) 11(?:th)?(?= (?:terror|terrorist|attacks?|hijack\w*|bomb\w*|Commission)\b)",
        lambda _: Fixed("DATE", "2001-09-11"),
        case=True,
    ),
    rule(
        "slashed-date",
        DIGIT,
        r"(?<![/\d-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?:{year}|(?P<short>\d\d))(?![/-])",
        _digits,
    ),
    rule(
        "dotted-date",
        DIGIT,
        r"(?<![.\d])(?P<second>\d{1,2})\.(?P<first>\d{1,2})\.{year}(?P<iso>)(?!\.?\d)",
        lambda found: (
            Calendar(year=int(found["year"]), month=int(found["first"]), day=int(found["second"]))
            if int(found["first"]) <= 12 and 1 <= int(found["second"]) <= 31
            else None
        ),
    ),
    rule(
        "month-day",
        MONTH,
        r"{anymonth} (?:the )?{day}(?!\d|:\d|%|[.,]\d)(?: ?,? {year}(?!-\d))?",
        _date,
    ),
    rule(
        "month-spelt-day",
        MONTH,
        r"{month} (?:the (?=[a-z0-9]))?(?i:{ordinal}(?![- ](?:quarter|half|term|time|place|round|week|day|lady|person|avenue|street)))(?:,? {year})?",
        _spelt_date,
        case=True,
    ),
    rule(
        "spelt-day-month",
        MONTH,
        r"the {ordinal} (?:day )?of {month}(?:,? {year})?",
        _spelt_date,
    ),
    rule(
        "day-month",
        MONTH,
        r"(?:the )?(?<![\d.,:/]){day}(?: of|-)? ?{anymonth}(?:[ ,-]+{year})?",
        _date,
    ),
    rule_of_parts(
        "days-of-month",
        MONTH,
        rf"(?P<one>{{anymonth}} {{day}}) ?(?:-|–|—|to|and|through|until) ?(?P<two>(?P<until>{_ANY_DAY})(?: ?,? {{year}})?)(?![:%]|[.,]?\d)",
        _two_days,
    ),
    rule_of_parts(
        "days-of-month-british",
        MONTH,
        rf"(?P<one>{{day}}) ?(?:-|–|—|to|and|until) ?(?P<two>(?P<until>{_ANY_DAY}) {{anymonth}}(?:,? {{year}})?)",
        _two_days,
    ),
    rule("month-year", MONTH, r"{anymonth}(?: of|,| ,)? {year}(?!-\d)", _month),
    rule(
        "month-short-year",
        MONTH,
        r"{anymonth} ['’](?P<year>\d\d)",
        _month,
        case=True,
    ),
    rule("month-spelt-year", MONTH, r"{anymonth}(?: of|,)? (?P<year>{spelt_year})", _month),
    rule_of_parts(
        "months",
        MONTH,
        rf"(?P<one>{{anymonth}}) ?(?:-|–|—|to|and|through|until) ?(?P<two>(?P<until>{PIECES['anymonth']})(?: of)?,? {{year}})",
        _two_months,
    ),
    rule(
        "month",
        MONTH,
        r"{month}",
        lambda found: Calendar(month=month_number(found["month"])),
        case=True,
    ),
    rule(
        "short-month",
        MONTH,
        r"(?:Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.",
        lambda found: Calendar(month=month_number(found[0])),
        case=True,
    ),
    rule(
        "weekday",
        WEEKDAY,
        r"{weekday}",
        lambda found: Calendar(weekday=weekday_number(found["weekday"])),
        case=True,
    ),
    rule(
        "quarter",
        words("quarter q"),
        rf"(?:the )?(?:fiscal[ -])?(?:{{ordinal}} quarter|Q(?P<numeral>[1-4])|(?P<after>[1-4])Q)(?:{_OF_YEAR}(?:fiscal )?{{year}})?",
        _quarter,
    ),
    # 'the third-quarter loss' is the loss of 'third-quarter'.
    rule(
        "hyphened-quarter",
        words("quarter"),
        rf"(?:fiscal[ -])?(?P<ordinal>{PIECES['ordinal']})-quarter(?P<numeral>)(?P<after>)(?:{_OF_YEAR}(?:fiscal )?{{year}})?",
        _quarter,
    ),
    rule(
        "year-quarter",
        words("quarter"),
        r"(?:the )?(?:fiscal )?{year}(?:['’]s)? {ordinal} quarter(?P<numeral>)(?P<after>)",
        _quarter,
    ),
    rule(
        "half",
        words("half"),
        rf"(?:the )?(?P<which>first|second)[ -]half{_OF_YEAR}(?:the (?:fiscal )?)?(?:fiscal )?{{year}}",
        _half,
    ),
    rule("half-code", words("h"), r"(?:H(?P<which>[12]) {year})", _half),
    rule(
        "season",
        SEASON,
        rf"(?:the )?{{season}}{_OF_YEAR}(?:{{year}}|(?P<spelt>{{spelt_year}}))",
        lambda found: Calendar(
            year=_year(found) or _year(found, "spelt_year"), part=SEASONS[found["season"].lower()]
        ),
    ),
    rule("bare-season", SEASON, r"(?:the )?{season}", _season),
    rule(
        "decade",
        DECADE,
        r"(?:the )?(?:(?P<full>(?:1[0-9]|20)\d0)['’]?s|['’](?P<short>\d0)['’]?s"
        r"|(?:(?P<of>nineteen|eighteen|seventeen)[ -])?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        _decade,
    ),
    rule(
        "before-christ",
        words("b bc bce"),
        r"(?:the year )?(?P<year>\d{1,4}) (?:B\.C\.(?:E\.)?|BCE?)",
        lambda found: Fixed("DATE", f"BC{int(found['year']):04d}"),
        case=True,
    ),
    rule(
        "century",
        words("century centuries"),
        r"(?:the )?{ordinal}[ -](?:century|centuries)",
        _century,
    ),
    rule(
        "year",
        DIGIT | words("nineteen eighteen twenty two"),
        r"(?:the (?:fiscal )?year |fiscal (?:year )?|FY ?)?(?:{year}|{spelt_year})",
        _plain_year,
    ),
    # 'the post-1959 years'
    rule(
        "year-bounded",
        DIGIT,
        r"(?:(?P<before>pre)|post)-{year}",
        lambda found: Calendar(
            year=int(found["year"]), mod="BEFORE" if found["before"] else "AFTER"
        ),
    ),
    rule_of_parts(
        "years",
        DIGIT,
        rf"(?<![-–\d]){{year}} ?(?:-|–|—|/| to | and ) ?(?P<until>{_ANY_YEAR}|\d\d)(?![-–/\d,]|\.\d)",
        _two_years,
    ),
    rule("feast", FEAST_WORDS, rf"(?P<feast>{FEAST})(?:,? {{year}})?", _feast),
)
