"""PDF (ISO 32000): the text layer, page by page."""

from __future__ import annotations

import io
import logging
import warnings

from onrecord.intake.formats import text
from onrecord.intake.layout import Layout
from onrecord.model import Anchor

MEDIA_TYPE = "application/pdf"
#: The pages of a newspaper or a report; a book is no article.
MOST_PAGES = 300
#: The bytes of what is drawn, unpacked: of one page, where more of them are a map or a chart, and
#: of all, for a megabyte takes a second or two. A page of a newspaper has 50,000 to 300,000.
LARGEST_PAGE, LARGEST_WHOLE = 2_000_000, 8_000_000
_LARGEST_TEXT = 2_000_000


def layout(data: bytes) -> Layout | str:
    """The text of all pages, or why there is none.

    Each anchor's node is `page n`, counted from 1, its offset counts code points of what pypdf
    extracts of that page.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pieces: list[str] = []
    anchors: list[Anchor] = []
    length = drawn = 0
    heavy: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                return "the PDF is encrypted; save it without a password"
            count = len(reader.pages)
            if count > MOST_PAGES:
                return f"over {MOST_PAGES} pages, which no article has; split the PDF"
            for number in range(count):
                page = reader.pages[number]
                contents = page.get_contents()
                size = len(contents.get_data()) if contents is not None else 0
                if size > LARGEST_PAGE:
                    heavy.append(str(number + 1))
                if not 0 < size <= LARGEST_PAGE:
                    continue
                drawn += size
                if drawn > LARGEST_WHOLE:
                    return f"over {LARGEST_WHOLE:,} bytes of content; split the PDF"
                words = _clean(page.extract_text())
                if words.strip():
                    anchors.append(Anchor(length, len(words), f"page {number + 1}", 0))
                    pieces.append(words)
                    length += len(words) + 1
                if length > _LARGEST_TEXT:
                    return f"over {_LARGEST_TEXT:,} characters of text; split the PDF"
    except Exception as error:  # a damaged PDF makes the library fail in many ways
        return f"the PDF is damaged ({(str(error) or type(error).__name__)[:80]}); print it anew"
    if not pieces and heavy:
        return f"too much is drawn on page {', '.join(heavy[:9])} to look for text; print it anew"
    if not pieces:
        return "the PDF has no text layer; run character recognition (OCR) over it first"
    joined = "\n".join(pieces)
    return Layout(joined, tuple(text.paragraphs(joined)), tuple(anchors))


def _clean(words: str) -> str:
    """Without what no text may hold: lone surrogates."""
    return words.encode("utf-8", "replace").decode("utf-8")
