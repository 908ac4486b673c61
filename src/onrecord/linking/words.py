"""The body of an article as arrays of words: what echoes are sought and aligned in.

Case, accents, apostrophes and punctuation do not count, since outlets restyle them. Words are
held as 64-bit hashes so that 6,000 articles of 700 words weigh about 75 MB.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from onrecord.linking.page_parts import page_parts
from onrecord.model import Article, Span

QUOTED = 1
"""The word stands in quotation marks."""
SENTENCE_END = 2
"""A sentence (or paragraph) ends after the word."""
FURNITURE = 4
"""The word belongs to an outlet's standing text (pleas, author notes, terms of use) or to the page."""

CREDITED = 8
"""The word stands in a paragraph that says in brackets at its end whom it is printed from."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[^\w\s]*?[.?!…][^\w\s]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:[A-Za-z]|amb|mr|mrs|ms|dr|sens?|reps?|gov|gen|lt|col|sgt|capt|st|jr|sr|vs|no|prof|rev|hon"
    r"|jan|feb|aug|sept?|oct|nov|dec|u\.s|a\.m|p\.m"
    # American states, as after a politician's party.
    r"|(?-i:Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb"
    r"|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo))$",
    re.IGNORECASE,
)
_QUOTATION = re.compile(
    r"“[^”]*(?:”|$)"  # curly; an unclosed one runs to the paragraph's end, as is the custom
    r"|«[^»]*(?:»|$)"
    r"|``.*?(?:''|$)"
    r"|\"[^\"]*(?:\"|$)"
    r"|(?<!\w)‘.+?’(?!\w)"
    r"|(?<!\w)'(?=[^\W\d])[^']{12,}?(?:'\w[^']*)*'(?!\w)",
    re.DOTALL,
)

_UNCLOSED = re.compile(r"['‘](?=[A-Z])(?:[^'’]|(?<=\w)['’](?=\w))*")
"""A paragraph that opens with a single mark and never closes it: the speech goes on in the next."""

_BRITISH: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[a-z]{2}[tb])re(?=s?$)"), "er"),  # centre, metres, fibre
    (re.compile(r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|able$)"), "or"),  # harbour, favoured
    (re.compile(r"(?<=[a-z]{3})is(?=e[sd]?$|ing$|ations?$)"), "iz"),  # organised
    (re.compile(r"(?<=efen|ffen|icen)c(?=es?$)"), "s"),  # defence, licence
    (re.compile(r"(?<=[a-z]{2}[aeiou]l)l(?=ed$|ing$|ers?$)"), ""),  # travelled
)
_POST = re.compile(r"[-–—]\s*[^()\n]{2,60}\(@\w+\)")
"""The signature under an embedded post: its words are the poster's."""
_INTRODUCES = re.compile(
    r"\b(?:said|says|wrote|writes|tweeted|posted|statement|letter|e-?mail|message|note|memo|post"
    r"|reads?|full|response|transcript)\b[^.]*:\W*$",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"\((?:via |from |h/t )?(?:the )?[A-Z][\w.&'’ -]{1,40}\)\W*$")
CREDITED_WORDS = 25
"""Words of a paragraph from which a name in brackets at its end tells whom it is printed from."""
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself)\b")
FIRST_PERSON = 0.05
"""Share of a paragraph's words in the first person singular from which it is somebody's own words,
printed without quotation marks. Columnists write so too: then only the rest of theirs is compared."""


@dataclass(frozen=True)
class Words:
    """The words of one article's body. All arrays have one entry a word, in text order.

    `hashes` identify folded words; `starts`/`ends` are code points of the article's text;
    `flags` are `QUOTED`, `SENTENCE_END`, `FURNITURE` and `CREDITED`, or-ed.
    """

    hashes: npt.NDArray[np.uint64]
    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]
    flags: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.hashes)

    def span(self, start: int, end: int) -> Span:
        """The code points from word `start` to before word `end`, which must not be empty."""
        return Span(int(self.starts[start]), int(self.ends[end - 1]))

    def inside(self, span: Span) -> tuple[int, int]:
        """The words `[first, last)` that lie wholly in `span`."""
        first = int(np.searchsorted(self.starts, span.start, side="left"))
        last = int(np.searchsorted(self.ends, span.end, side="right"))
        return first, max(first, last)

    def all_sentences(self) -> Iterator[tuple[int, int]]:
        """The words `[start, end)` of each sentence, in order."""
        ends = (np.flatnonzero(self.flags & SENTENCE_END) + 1).tolist()
        yield from zip([0, *ends[:-1]], ends, strict=True)

    def sentences(self, first: int, last: int) -> tuple[int, int]:
        """The words `[start, end)` of the sentences that words `[first, last)` lie in."""
        while first > 0 and not self.flags[first - 1] & SENTENCE_END:
            first -= 1
        while last < len(self) and not self.flags[last - 1] & SENTENCE_END:
            last += 1
        return first, last


def fold(text: str) -> str:
    """Lower case without accents or apostrophes."""
    if text.isascii():
        return text.lower().replace("'", "")
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "'’")


@lru_cache(maxsize=1 << 16)
def word_hash(word: str) -> int:
    """A 64-bit hash of a folded word, British spelling taken for American; the same on every
    machine and in every run."""
    folded = fold(word)
    for pattern, american in _BRITISH:
        folded = pattern.sub(american, folded)
    data = folded.encode()
    return (zlib.crc32(data) << 32) | zlib.crc32(data[::-1] + b"\x01")


def quotations(text: str, span: Span) -> list[Span]:
    """Stretches of the paragraph `span` that stand in quotation marks, marks included."""
    if _UNCLOSED.fullmatch(text, span.start, span.end):
        return [span]
    return [Span(*m.span()) for m in _QUOTATION.finditer(text, span.start, span.end)]


def printed_speech(paragraph: str, before: str) -> bool:
    """The paragraph is a statement or post printed in full, without quotation marks: it is
    signed like a post, speaks in the first person, or is announced by the paragraph before."""
    if _POST.search(paragraph) or _INTRODUCES.search(before):
        return True
    count = len(paragraph.split())
    return count >= 10 and len(_FIRST_PERSON.findall(paragraph)) >= FIRST_PERSON * count


def words_of(article: Article) -> Words:
    """All words of the article's body blocks."""
    text = article.text
    hashes: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    flags: list[int] = []
    before = ""
    passages = article.passages()
    parts = iter(page_parts(text, passages))
    part = next(parts, None)
    for passage in passages:
        spoken = printed_speech(passage.of(text), before)
        before = passage.of(text)
        credited = _CREDITED.search(before) is not None and before.count(" ") >= CREDITED_WORDS
        quotes = iter([passage] if spoken else quotations(text, passage))
        quote = next(quotes, None)
        for match in _WORD.finditer(text, passage.start, passage.end):
            start, end = match.span()
            while quote is not None and quote.end <= start:
                quote = next(quotes, None)
            flag = QUOTED if quote is not None and quote.start <= start else 0
            while part is not None and part.end <= start:
                part = next(parts, None)
            if part is not None and part.start <= start:
                flag |= FURNITURE
            if credited:
                flag |= CREDITED
            if _SENTENCE_END.match(text, end, passage.end) and not (
                text[end] == "." and _ABBREVIATION.match(match.group())
            ):
                flag |= SENTENCE_END
            hashes.append(word_hash(match.group()))
            starts.append(start)
            ends.append(end)
            flags.append(flag)
        if flags:
            flags[-1] |= SENTENCE_END
    return Words(
        np.array(hashes, dtype=np.uint64),
        np.array(starts, dtype=np.int32),
        np.array(ends, dtype=np.int32),
        np.array(flags, dtype=np.uint8),
    )
