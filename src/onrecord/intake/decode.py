"""Bytes to text: one clean read, whatever the bytes.

The order of trust: a byte order mark; bytes that are valid UTF-8 and not plain ASCII (random
single-byte text almost never is, and wrong `charset=iso-8859-1` labels are common); what the
document declares; what charset-normalizer detects; Windows-1252. A text that is mostly UTF-8 with
stray single bytes (pages pasted together from two sources) is read as UTF-8, and the strays as
Windows-1252, the usual culprit. Labels are widened as browsers do (WHATWG Encoding: `latin-1` and
`ascii` mean Windows-1252).
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDENED = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_NO_CHARSETS = frozenset(
    ("unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined", "utf-7")
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)

# Detection reads a sample: charset-normalizer needs seconds on a megabyte, and 16 kB of prose
# settle the matter.
_SAMPLE = 16_384


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML page names in its first 4 kB (HTML standard, 'prescan')."""
    found = _XML.search(data[:4096]) or _META.search(data[:4096])
    return found.group(1).decode("ascii", "ignore") if found else None


def decode(data: bytes, declared: str | None = None) -> str:
    """`data` as text without its byte order mark; never raises.

    `declared` is a charset label from outside the bytes (an HTTP header, a `meta` element); it is
    heard after UTF-8. What no charset can read becomes U+FFFD.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(
                name, "onrecord-strays" if name == "utf-8" else "replace"
            )
            return _without_surrogates(text)
    label = _python_name(declared)
    if label is not None and label.startswith("iso2022"):
        return data.decode(label, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    wide = bare_utf16(data)
    if wide is not None:
        return _without_surrogates(data.decode(wide, "replace"))
    if _mostly_utf8(data):
        return data.decode("utf-8", "onrecord-strays")
    if label is not None and label != "utf-8":
        return _without_surrogates(data.decode(label, "replace"))
    return data.decode(_detected(data) or "cp1252", "replace")


def codec_of(head: bytes) -> str:
    """The codec for a text too large to be decoded at once, from its first kilobytes; to be used
    with the error handler `onrecord-strays` where it is UTF-8, else with `replace`."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return {"utf-8": "utf-8-sig"}.get(name, name.rpartition("-")[0])
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8"
    except UnicodeDecodeError:
        wide = bare_utf16(head)
        if wide is None and _mostly_utf8(head):
            return "utf-8"
        return wide or _detected(head) or "cp1252"


def _python_name(label: str | None) -> str | None:
    """The codec to read `label` with, or None where it is unknown or no text encoding."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        "a".encode(name)  # a LookupError where it is a codec, but none of text, such as base64
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS:
        return None
    return _WIDENED.get(name, name)


def bare_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text in it has a NUL in every second byte."""
    sample = data[:4096]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether valid multi-byte sequences outnumber the bytes that fit no sequence."""
    text = data.decode("utf-8", "replace")
    strays = text.count("\ufffd")
    good = sum(1 for ch in text if ch > "\x7f") - strays
    return good > 0 and good >= strays


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], threshold=0.3)
    best = matches.best()
    if best is None:
        return None
    # A few accents fit several sister charsets alike; Windows-1252 is by far the commonest.
    western = next((m for m in matches if _python_name(m.encoding) == "cp1252"), None)
    if western is not None and western.chaos <= best.chaos:
        return "cp1252"
    name = _python_name(best.encoding)
    # EBCDIC and UTF-7 are never found on the web; the detector offers them for noise.
    return None if name is None or name.startswith(("cp037", "cp500", "utf-7")) else name


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def _strays(error: UnicodeError) -> tuple[str, int]:
    """Decoding error handler: the bytes that are not UTF-8, read as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("onrecord-strays", _strays)
