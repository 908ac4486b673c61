from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from intake.files import rtf
from onrecord.intake.formats.rtf import lines

PRINTABLE = st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Co", "Cn"))


@given(st.lists(st.text(PRINTABLE), max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    assert lines(rtf(texts))[: len(texts)] == texts


def test_code_pages_of_fonts() -> None:
    data = (
        b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}"
        b"{\\f0 caf\\'e9}\\line{\\f1 \\'cc\\'e8\\'f0}\\par plain}"
    )
    assert lines(data) == ["café", "Мир", "plain"]


def test_characters_for_readers_without_unicode_are_skipped() -> None:
    data = b"{\\rtf1\\uc2 a\\u8212\\'97\\'97b{\\uc0\\u8364 c}\\uc1\\u-10179?\\u-8704?\\emdash d\\~e\\_f}"
    assert lines(data) == ["a\u2014b\u20acc\U0001f600\u2014d\u00a0e\u2011f"]


def test_what_is_no_text_gives_nothing() -> None:
    data = (
        b"{\\rtf1{\\info{\\title t}}{\\*\\unknown {nested} x}{\\pict\\wmetafile8 0123}"
        b"{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt link}}\\bin5 {{{{{ end}after"
    )
    assert lines(data) == ["link end"]


def test_deep_and_long_documents_are_no_burden() -> None:
    started = time.monotonic()
    assert "".join(lines(b"{\\rtf1 a" + b"{" * 200_000)).strip() == "a"
    assert len(lines(b"{\\rtf1 " + b"\\par" * 100_000)) == 100_001
    assert time.monotonic() - started < 10
