"""Rich Text Format (Microsoft, version 1.9.1): the document's text, line by line.

Fonts, styles, pictures, headers and the instructions of fields give nothing. Characters come as
`\\'hh` in the code page of their font, or as `\\uN` in UTF-16 units, each followed by `\\ucN`
characters for readers that know no Unicode.
"""

from __future__ import annotations

import re

import msgspec

#: Groups nested deeper than this are no document's.
DEEPEST = 500

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|"
    rb"\\(?P<sign>[^a-zA-Z'])|(?P<brace>[{}])|(?P<plain>[^\\{}\r\n]+)",
    re.DOTALL,
)
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr "
    b"footerf fldinst object objdata listtable listoverridetable themedata datastore xmlnstbl "
    b"generator rsidtbl filetbl revtbl latentstyles bkmkstart bkmkend".split()
)
_LINES = frozenset(b"par line row cell page sect nestcell nestrow column".split())
_CHARACTERS = {
    b"tab": "\t", b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019",
    b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"bullet": "\u2022", b"emspace": "\u2003",
    b"enspace": "\u2002",
}  # fmt: skip
_SIGNS = {
    b"~": "\u00a0",
    b"_": "\u2011",
    b"\\": "\\",
    b"{": "{",
    b"}": "}",
    b"\n": "\n",
    b"\r": "\n",
}
_CHARSETS = {
    128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_FONT = re.compile(rb"\\f(\d{1,5})\b[^;{}]*?\\fcharset(\d{1,3})")
_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")


class _Group(msgspec.Struct, frozen=True):
    """What holds within braces."""

    skipped: bool = False
    codec: str = "cp1252"
    fallback: int = 1


def lines(data: bytes) -> list[str]:
    """The lines of the text in order, empty ones too; each table cell is a line."""
    return _Reader(data).text().split("\n")


class _Reader:
    """State: the text so far, the open groups, and how many characters a `\\uN` leaves to skip."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        page = _PAGE.search(data[:2000])
        self.default = _codec(f"cp{int(page[1])}") if page else "cp1252"
        self.fonts = {
            int(font): _CHARSETS[int(charset)]
            for font, charset in _FONT.findall(data[:200_000])
            if int(charset) in _CHARSETS
        }
        self.group = _Group(codec=self.default)
        self.above: list[_Group] = []
        self.pieces: list[str] = []
        self.pending = bytearray()
        self.units: list[int] = []
        self.skip = 0

    def text(self) -> str:
        at, end = 0, len(self.data)
        while at < end:
            match = _TOKEN.match(self.data, at)
            if match is None:
                at += 1
                continue
            at = match.end()
            if match["brace"]:
                self._flush()
                if not self._brace(match["brace"]):
                    break
            elif match["word"]:
                at += self._word(match["word"], match["number"])
            elif not self.group.skipped:
                self._characters(match)
        self._flush()
        return "".join(self.pieces)

    def _brace(self, brace: bytes) -> bool:
        """False where the document ends."""
        self.skip = 0
        if brace == b"{":
            self.above.append(self.group)
            return len(self.above) <= DEEPEST
        if self.above:
            self.group = self.above.pop()
        return bool(self.above)

    def _word(self, word: bytes, number: bytes | None) -> int:
        """Obey a control word; how many bytes of binary data follow it."""
        value = int(number) if number else None
        if word == b"bin":
            return max(0, value or 0)
        if self.group.skipped:
            return 0
        if word != b"u" and not (self.skip and word in _CHARACTERS):
            self._flush()
        if word in _SKIPPED:
            self.group = msgspec.structs.replace(self.group, skipped=True)
        elif word == b"u" and value is not None:
            if self.pending:
                self._flush()
            self.units.append(value & 0xFFFF)
            self.skip = self.group.fallback
        elif word == b"uc" and value is not None:
            self.group = msgspec.structs.replace(self.group, fallback=min(abs(value), 100))
        elif word in (b"f", b"plain"):
            codec = self.fonts.get(value or 0, self.default)
            self.group = msgspec.structs.replace(self.group, codec=codec)
        elif word in _LINES:
            self.pieces.append("\n")
        elif word in _CHARACTERS:
            if self.skip:
                self.skip -= 1
            else:
                self.pieces.append(_CHARACTERS[word])
        return 0

    def _characters(self, match: re.Match[bytes]) -> None:
        sign = match["sign"]
        if sign == b"*":  # a destination that readers may not know: none that is known holds text
            self.group = msgspec.structs.replace(self.group, skipped=True)
            return
        if sign is not None:
            if sign in _SIGNS:
                self._flush()
                self.pieces.append(_SIGNS[sign])
            return
        found = bytes.fromhex(match["byte"].decode()) if match["byte"] else match["plain"]
        dropped = min(self.skip, len(found))
        self.skip -= dropped
        if found[dropped:]:
            self._flush_units()
            self.pending += found[dropped:]

    def _flush(self) -> None:
        self._flush_units()
        if self.pending:
            codec = self.group.codec
            self.pieces.append(self.pending.decode(codec, "replace"))
            self.pending.clear()

    def _flush_units(self) -> None:
        if self.units:
            data = b"".join(unit.to_bytes(2, "little") for unit in self.units)
            self.pieces.append(data.decode("utf-16-le", "replace"))
            self.units.clear()


def _codec(name: str) -> str:
    try:
        "a".encode(name)
    except LookupError:
        return "cp1252"
    return name
