"""Word documents (ECMA-376, WordprocessingML): the paragraphs of the main part."""

from __future__ import annotations

import zipfile

from onrecord.intake.formats import xml
from onrecord.intake.limits import LARGEST_BUNDLE, Budget, metered

_MAIN = "word/document.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n"}


def is_office(bundle: zipfile.ZipFile) -> bool:
    """Whether the zip archive is an office document or an e-book, and no bundle of files."""
    names = set(bundle.namelist())
    return bool(names & {_MAIN, _CONTENT_TYPES}) or _MIMETYPE in names


def lines(bundle: zipfile.ZipFile, budget: Budget) -> list[str] | str:
    """The paragraphs in order, empty ones too, or why they can't be had. Deleted text (`w:del`) and
    second versions for older programs (`mc:Fallback`) do not count."""
    if _MAIN not in bundle.namelist():
        return "an office document or e-book other than Word's; save it as DOCX, PDF or HTML"
    with bundle.open(_MAIN) as part:
        data = metered(part, budget).read(LARGEST_BUNDLE + 1)
    if len(data) > LARGEST_BUNDLE:
        return f"its text part is over {LARGEST_BUNDLE:,} bytes; split the document"
    try:
        root = xml.tree_of(data)
    except xml.RefusedError as error:
        return str(error)
    return _paragraphs(root) if root is not None else "its text part is no XML"


def _paragraphs(root: object) -> list[str]:
    from lxml import etree

    etree.strip_elements(root, "{*}Fallback", with_tail=False)
    found: list[str] = []
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = xml.name_of(element)
        if name == "p":
            if event == "end" or pieces:
                found += "".join(pieces).split("\n")
                pieces.clear()
        elif event == "start":
            if name == "t":
                pieces.append(element.text or "")
            elif name in _BREAKS:
                pieces.append(_BREAKS[name])
    return found
