"""A line's kind by its own features: what its words are, what is left of it without them, how it
is built. Nothing here knows where the line stands; `label` does."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from onrecord.intake.cleaning.vocabulary import (
    CALL_MARKS,
    CORRECTION_MARKS,
    FOOTER_MARKS,
    FUNCTION_WORDS,
    LEAD_INS,
    PICTURE_MARKS,
    PLEA_MARKS,
    PLEAS,
    PUBLISHED,
    UPDATED,
    WEEKDAYS,
    WIDGET_WORDS,
)
from onrecord.intake.dating.dates import dates_in
from onrecord.intake.layout import length, words
from onrecord.model import BlockLabel, Span

_I = re.IGNORECASE
_TERMINAL = re.compile(
    r"[.!?…。！？][\"'”’»)\]*\d]*\s*(?:\([\w/ .-]{2,30}\)\.?)?\s*$|[.,!?]?[”\"»」]\s*$"
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", _I
)
_CLOCK_REST = re.compile(
    r"\b(?:gmt|utc|[ecmp][sd]?t|bst|cest|cet|ist|msk|hkt|jst|aest|wib|uhr|hrs?|o['’]clock|"
    rf"{WEEKDAYS}|\d+ (?:second|minute|hour|day|week|month|year)s? ago|at|on|um|am|pm|the|time|le|à|den|dem|vom)\b|[+-]\d{{1,4}}\b|"
    r"[()\[\],|:;.·•/–—-]",
    _I,
)
_DATE_WORDS = re.compile(rf"\b(?P<update>{UPDATED})\b|\b(?P<publish>{PUBLISHED})\b", _I)
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:van|von|de|del|der|bin|al|la|le|da|di|[A-ZÀ-Þ][\w'’.-]*)){1,4}"
_BYLINE = re.compile(
    r"^(?:(?:written |reported |posted |story |words |text )?(?i:by|von|par)[: ]\s*(?P<who>[A-ZÀ-Þ@][^.!?]{1,80})|"
    r"\(?@\w{2,30}\)?|(?i:author|writer|reporter)s?: .{2,60})\W*$"
)
_SIGNED = re.compile(
    rf"^{_NAME}(?:,| \||  ?[-–—/]) ?(?:[A-Z][\w.&'’-]*(?: (?:of|the|for|and|[A-Z][\w.&'’-]*)){{0,4}})$"
)
_COUNTER = re.compile(
    r"^\W*(?:\d[\d.,]*\s?[km]?\s*(?:comments?|shares?|views?|likes?|replies|reads?|min(?:ute)?s?(?: (?:read|ago))?|"
    r"hours? ago|days? ago|hrs? ago|weeks? ago|votes?|points?|followers?)\W*)+$|^\W*\d[\d.,]*\s?[km]?\W*$",
    _I,
)
_CORRECTION = re.compile(
    r"^\W*(?:correction|clarification|editor['’]?s['’]? note|note to readers)s?\s*[:(–—-]|^\W*updated?\s*[:(–—-].*[.!?]\W*$|"
    r"^\W*(?:an (?:earlier|previous) version of this|this (?:article|story|post|report|piece|headline) "
    r"(?:has been|was|is being) (?:updated|corrected|amended|edited|revised|changed))",
    _I,
)
_FOOTER = re.compile(
    r"©|\(c\) ?\d{4}|^\W*copyright\b|all rights reserved|(?:may|must) not be (?:published|reproduced|republished)|"
    r"^\W*\(?(?:additional |further )?(?:reporting|editing|writing|compiled|edited|written|translated|translation) by\b|"
    r"\bcontributed to this (?:report|article|story)|^\W*with (?:[\w ]{2,30} )?(?:inputs?|files|reports?|reporting|additional reporting|agency inputs?) (?:from|by)\b|"
    r"^\W*(?:source|quelle|via|agencies|agency)\s?: ?\W*[\w ./&-]{2,60}$|^\W*[-–—]{1,2} ?[A-Z][\w/ &.]{1,30}$|"
    r"terms of (?:use|service)|privacy policy|this (?:story|article|report) (?:was )?(?:originally |first )?(?:appeared|published|produced)|"
    r"(?:auto-generated|published) from a syndicated feed|^\W*powered by\b",
    _I,
)
_CAPTION = re.compile(
    r"^\W*(?:image|photo|media|video|picture) caption\b|^\W*(?:file )?(?:photo|image|picture|photograph|pic|foto|illustration|graphic|video|photo credit|image credit|credits?|caption|"
    r"photo by|image source)s?\s?(?:by|[:/|(©])|credit: ?[\w /.()-]{3,60}$|(?:getty images|shutterstock|istock|file photo|handout|via (?:ap|reuters|afp|getty)|"
    r"\bap photo|reuters/|/ ?(?:afp|reuters|ap|epa|getty|picture[- ]alliance)\b|photo:? [\w./ ]+|foto: [\w./ ]+)[\w /.,()]*\W*$",
    _I,
)
_PICTURED = re.compile(
    r"^\W*(?:an? )?artist(?:['’]s)? (?:concept|conception|impression|rendering|rendition|depiction|illustration) of\b|"
    r"^\W*this .{0,60}\b(?:illustration|photo|photograph|image|picture|graphic|rendering|map) (?:taken|shows|depicts)\b|"
    r"^\W*in (?:this|an?) .{0,60}\b(?:photo|photograph|image|picture|video grab|file pic)\b|^.{5,80}, (?:is )?pictured (?:in|on|at|here|with|above|left|right)\b|"
    r"^.{5,90}\b(?:is|are) (?:seen|shown|pictured) (?:in|on|at|here|with|during)\b.{0,60}\b(?:photo|photograph|image|picture)\b",
    _I,
)
_BIOGRAPHY = re.compile(
    rf"^{_NAME} is (?:an? |the )?(?:[\w-]+ ){{0,4}}(?i:writer|reporter|correspondent|editor|journalist|columnist|fellow) (?:at|for|with|covering|based|who)\b"
)
_LEAD_IN = re.compile(rf"^\W*(?:{LEAD_INS})", _I)
_PLEA = re.compile(rf"\b(?:{PLEAS})\b", _I)
_READER = re.compile(
    r"\b(?:you|your|us|our|here|now|today|please|we)\b|!|@|^\W*(?:subscribe|sign|follow|donate|join|get|download|register|like|support|clique|cliquez|klicken|abonnieren|abonnez|suscríbe[a-z]*|assine|inscreva-se|jetzt)\b",
    _I,
)
_ADVERT = re.compile(
    r"^\W*(?:advert(?:isement|ising)?s?|sponsored(?: content)?|promoted|anzeige|publicidad|article continues (?:below|after).*|story continues (?:below|after).*|continues after advertisement)\W*$",
    _I,
)
_LABEL_LINE = re.compile(
    r"^\W*(?:tags?|topics?|keywords|filed under|category|categories|section|more about|in this (?:story|article)|themen|schlagworte)\b\s?[:(]",
    _I,
)
_AGE = re.compile(
    r"\b(?:\d+|an?|one) (?:second|min(?:ute)?|hour|hr|day|week|month|year)s? ago\b", _I
)
_BRACKETED = re.compile(r"^\W*(?:\[[^\[\]]{1,30}\]\W*){2,}$")
_CALL = re.compile(
    r"\b(?:call|phone|tel|telephone|fax|hotline|dial|line)\b\W*\+?[\d(][\d ()/.-]{5,}\d", _I
)
_DIGIT = re.compile(r"\d")
_CAMEL = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")


class Kind(msgspec.Struct, frozen=True):
    """What a line is by itself, and the feature that says so."""

    label: BlockLabel
    by: str


def kinds_of(lines: Sequence[str]) -> list[Kind | None]:
    """The kind of each line, each distinct one looked at once."""
    known: dict[str, Kind | None] = {}
    for line in lines:
        if line not in known:
            known[line] = kind_of(line)
    return [known[line] for line in lines]


def kind_of(line: str) -> Kind | None:
    """The kind of a line of page furniture, None for whatever could be a line of the article."""
    text = " ".join(line.split())
    spoken = words(text)
    count = len(spoken) if text.isascii() else length(text)
    if not count:
        return Kind("other", "no words")
    if count > 90 or len(text) > 2_000:
        return None
    if count <= 30 and (dated := _dated(text)):
        return dated
    # Nearly all lines are told to be of no such kind by their words alone, which is quicker.
    own = {word.lower() for word in spoken}
    if count <= 6 and _ADVERT.match(text):
        return Kind("advert", "advert mark")
    if not own.isdisjoint(CORRECTION_MARKS) and _CORRECTION.search(text):
        return Kind("correction", "note on the text itself")
    quoted = text[0] in "\"'“‘„«"
    marked = "©" in text or "(c)" in text or text[0] in "-–—" or not own.isdisjoint(FOOTER_MARKS)
    if not quoted and (count <= 45 or "©" in text) and marked and _FOOTER.search(text):
        return Kind("footer", "credit or rights line")
    pictured = "/" in text or not own.isdisjoint(PICTURE_MARKS)
    if (
        count <= 45
        and pictured
        and _CAPTION.search(text)
        and not (count > 25 and not _CAPTION.match(text))
    ):
        return Kind("caption", "picture credit")
    if not quoted and _BIOGRAPHY.match(text) and not _reports(text):
        return Kind("footer", "about the author")
    if not quoted and count <= 60 and pictured and _PICTURED.search(text) and not _reports(text):
        return Kind("caption", "picture described")
    if _LEAD_IN.match(text) and count <= 30 and not (is_sentence(text) and ":" not in text[:40]):
        return Kind("related", "lead-in")
    if count <= 12 and _COUNTER.match(text):
        return Kind("widget", "counter")
    if count <= 14 and (_BYLINE.match(text) or (_SIGNED.match(text) and count <= 9)):
        return Kind("byline", "name line")
    if count <= 25 and _LABEL_LINE.match(text):
        return Kind("navigation", "tag list")
    if (
        not quoted
        and count <= 45
        and not own.isdisjoint(PLEA_MARKS)
        and _PLEA.search(text)
        and _READER.search(text)
        and not _reports(text)
    ):
        return Kind("plea", "address to the reader")
    if (
        not quoted
        and count <= 20
        and not own.isdisjoint(CALL_MARKS)
        and _CALL.search(text)
        and not _reports(text)
    ):
        return Kind("plea", "number to call")
    if count <= 12 and (_is_widget(text) or _BRACKETED.match(text)):
        return Kind("widget", "widget words")
    return None


def _dated(text: str) -> Kind | None:
    """A line that holds a date or a time, a word on what happened then, perhaps a name, and
    nothing else. Time before date, glued, is how page clocks print; outlets print the date first."""
    if not _DIGIT.search(text):
        return _aged(text) if "ago" in text else None
    opened = _glue_opened(text)
    dates = dates_in(opened)
    times = [
        t
        for t in _TIME.finditer(opened)
        if not any(d.span.overlaps(Span(*t.span())) for d in dates)
    ]
    if not dates and not times:
        return _aged(text)
    rest = opened
    for date in reversed(dates):
        rest = rest[: date.span.start] + " " + rest[date.span.end :]
    rest = _TIME.sub(" ", rest)
    said = {
        name for m in _DATE_WORDS.finditer(rest) for name, value in m.groupdict().items() if value
    }
    rest = _CLOCK_REST.sub(" ", _DATE_WORDS.sub(" ", rest))
    left = words(rest)
    if not dates:
        # A time alone, or with the name of its zone.
        return Kind("clock", "time alone") if len(left) == 0 and len(times) == 1 else None
    if len(left) == 0:
        if said:
            return Kind("published", "update line" if said == {"update"} else "date line")
        if times and times[0].start() < dates[0].span.start:
            return Kind("clock", "time before date")
        return Kind("published", "bare date")
    if re.match(r"^\W*(?:by|von|par)\b", text, _I) and len(left) <= 10:
        return Kind("byline", "name and date")
    # '04:12 Vask time, Tue 19 Nov 2030 | 6 C': a line that opens with the time, then the day, is a
    # page's own, whatever else it shows.
    opens = times and not words(opened[: times[0].start()])
    if opens and dates[0].full and len(left) <= 8 and not is_sentence(text):
        return Kind("clock", "time before date")
    if said and len(left) <= 6:
        return Kind("published", "update line" if said == {"update"} else "date line")
    named = all(word[0].isupper() or not word[0].isalpha() for word in left)
    # '— Ann Orr (@annorr) March 3, 2019' signs a quoted post.
    if text[0] in "-–—" or re.search(r"\(@\w", text):
        return Kind("byline", "signature of a post")
    if len(left) <= 5 and named and _AGE.search(text):
        return Kind("byline", "name and date")
    if len(left) <= 5 and named and any(d.full for d in dates) and not is_sentence(text):
        return Kind("published", "name and date")
    return None


def _aged(text: str) -> Kind | None:
    """'Ann Orr 16 weeks ago': a name and how old the story was when the page was captured."""
    name = _AGE.sub(" ", text)
    named = name != text and re.fullmatch(rf"\W*(?:(?i:by) )?{_NAME}\W*", " ".join(name.split()))
    return Kind("byline", "name and age") if named else None


def _glue_opened(text: str) -> str:
    """'07:45 GMT04 August 2020': parts that style sheets keep apart, one character longer for
    each seam that is opened. Spans into it are only for looking at the rest of the line."""
    return re.sub(
        r"(?<=[A-Za-z])(?=\d{1,2} [A-Z])|(?<=\d{4})(?=[A-Z])|(?<=\d{4})(?=\d\d:)", " ", text
    )


def clock_text(text: str) -> str:
    """A line with its glued date parts apart, for reading the date."""
    return _glue_opened(text)


def _is_widget(text: str) -> bool:
    """Whether every word is one of the page's controls; words glued by styling are taken apart."""
    parts = [w.lower() for w in words(_CAMEL.sub(" ", text))]
    known = sum(1 for part in parts if part in WIDGET_WORDS or part.isdigit())
    content = [part for part in parts if part not in FUNCTION_WORDS]
    return known == len(parts) and bool(content)


def _reports(text: str) -> bool:
    """Whether the line tells what others did, rather than asking the reader: a long sentence
    with a reporting verb, or one in the past tense without an imperative at its head."""
    return bool(
        re.search(r"\b(?:said|says|told|added|according to|announced|asked|wrote)\b", text, _I)
    ) and is_sentence(text)


def is_sentence(text: str) -> bool:
    """Whether the line ends as a sentence does and is built like one."""
    return bool(_TERMINAL.search(text)) and lower_share(text) >= 0.4


def is_terminal(text: str) -> bool:
    """Whether the line ends with the end of a sentence or of a quotation."""
    return bool(_TERMINAL.search(text))


def lower_share(text: str) -> float:
    """The share of words that begin in lower case: high in prose, low in headlines and menus."""
    own = [w for w in words(text) if w[0].isalpha()]
    return sum(1 for w in own if not w[0].isupper()) / len(own) if own else 0.0


def function_share(text: str) -> float:
    """The share of function words: about .4 in prose, next to none in menus."""
    own = words(text.lower())
    return sum(1 for w in own if w in FUNCTION_WORDS) / len(own) if own else 0.0
