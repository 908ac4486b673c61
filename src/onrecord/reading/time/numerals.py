"""Numbers as English news prints them: digits, words, fractions and vague counts."""

from __future__ import annotations

import re
from fractions import Fraction

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "a": 1,
    "an": 1,
    "hundred": 100,
    "thousand": 1000,
}
ORDINAL_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINALS)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_ORDINALS[:10])},
    "thirtieth": 30,
    "thirty-first": 31,
}

_SMALL = "|".join(_UNITS[1:])
_TEN = "|".join(_TENS)
_BELOW_HUNDRED = rf"(?:(?:{_TEN})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|{_SMALL})"
SPELT = (
    rf"(?:(?:{_BELOW_HUNDRED}|an?) (?:hundred|thousand)(?: (?:and )?{_BELOW_HUNDRED})?"
    rf"|{_BELOW_HUNDRED})"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[ -]\d/\d)?"
NUMBER = rf"(?:{SPELT}(?: and a half)?|{DIGITS})"
VAGUE = r"(?:several|a few|few|some|many|(?:a )?couple of|a couple|a number of|dozens of|hundreds of|countless|numerous|various)"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|twenty[- ](?:{'|'.join(_ORDINALS[1:10])})|thirty[- ]first|thirtieth|{'|'.join(sorted(_ORDINALS[1:], key=len, reverse=True))})"
SPELT_YEAR = (
    rf"(?:(?:eighteen|nineteen|twenty)[ -](?:{_TEN}|ten|eleven|twelve|\w+teen)"
    rf"(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|two thousand(?: and)?(?: (?:{_SMALL}))?)"
)


def count(text: str) -> Fraction | None:
    """The number that `text` (something `NUMBER` or `VAGUE` matches) stands for; `None` if vague.

    'a couple of' is two, as TimeBank's annotators have it.
    """
    text = re.sub(r"\s+", " ", text.lower().strip())
    if "couple" in text:
        return Fraction(2)
    half = Fraction(0)
    if text.endswith(" and a half"):
        half, text = Fraction(1, 2), text.removesuffix(" and a half")
    if (found := re.fullmatch(r"([\d,]+(?:\.\d+)?)(?:[ -](\d)/(\d))?", text)) is not None:
        whole = Fraction(found[1].replace(",", ""))
        if found[2] is not None and int(found[3]):
            whole += Fraction(int(found[2]), int(found[3]))
        return whole + half
    total = current = 0
    for word in re.split(r"[ -]", text):
        if word == "and":
            continue
        if word not in WORDS:
            return None
        if word in ("hundred", "thousand"):
            total += max(current, 1) * WORDS[word]
            current = 0
        else:
            current += WORDS[word]
    return total + current + half


def ordinal(text: str) -> int | None:
    """3 for 'third', 21 for '21st'."""
    text = text.lower().replace(" ", "-")
    if (found := re.match(r"\d+", text)) is not None:
        return int(found[0])
    return ORDINAL_WORDS.get(text)


def spelt_year(text: str) -> int | None:
    """1996 for 'nineteen ninety-six', 2001 for 'two thousand and one'."""
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word != "and"]
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(WORDS.get(word, 0) for word in words[2:])
    if any(word not in WORDS for word in words):
        return None
    return 100 * WORDS[words[0]] + sum(WORDS[word] for word in words[1:])
