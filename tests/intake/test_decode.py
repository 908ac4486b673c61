from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.decode import declared_charset, decode

WORDS = "Où est le château de Vask ? «Là», dit-elle — €5."


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (WORDS.encode(), None),
        (WORDS.encode(), "iso-8859-1"),
        (codecs.BOM_UTF8 + WORDS.encode(), None),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), None),
        (("the " * 20 + WORDS).encode("utf-16-le"), None),
        (WORDS.encode("cp1252"), "latin-1"),
        (WORDS.encode("cp1252"), "no-such-charset"),
    ],
)
def test_clean_read(data: bytes, declared: str | None) -> None:
    assert decode(data, declared).endswith(WORDS)


def test_mixed_encodings_read_clean() -> None:
    pasted = "Café naïve — “quoted”\n".encode() + "Café “Vask”".encode("cp1252")
    assert decode(pasted) == "Café naïve — “quoted”\nCafé “Vask”"


def test_declared_in_the_page() -> None:
    assert declared_charset(b'<html><meta charset="windows-1251"><p>') == "windows-1251"
    assert declared_charset(b"<p>charset=none") is None
    assert decode("Порт Васк".encode("cp1251"), "windows-1251") == "Порт Васк"


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1252", "utf-16", "base64", ""]))
def test_never_raises_and_has_no_surrogates(data: bytes, declared: str | None) -> None:
    decode(data, declared).encode("utf-8")
