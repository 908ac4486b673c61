"""From paths to documents: walk, decide by content, open containers."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from onrecord.intake.formats import jsonl, warc
from onrecord.intake.members import Members
from onrecord.intake.sniff import SAMPLE, content_of
from onrecord.model import Problem, RawDocument

#: A plain file above this is no article: the longest newspaper pages saved with inlined pictures
#: stay under 15 MB, and parsing takes some 50 times the file's size in memory.
LARGEST_FILE = 20_000_000

_NOT_TEXT = {
    "binary": "the content is binary, not a page or a text; convert it to HTML or plain text first",
    "xml": "the content is XML, not a web page; save the pages themselves, or as a WARC",
    "json": "the content is JSON, but not one object a line; write it as JSON lines",
}


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[RawDocument | Problem]:
    """The documents under `paths`, lazily and in a fixed order.

    Folders are walked recursively, entries by name; hidden files and `.record` files are passed
    over in silence. Keys are the paths as given, in POSIX form; a document inside a container is
    `path#member`. No key comes twice: a file reached by two of the paths is read once, and a
    second member of the same name gets `#2`. Whatever can't be read comes out as a `Problem`;
    nothing is raised.
    """
    earlier: list[Path] = []
    for given in paths:
        root = Path(given)
        for found in _walk(root):
            if isinstance(found, Problem):
                yield found
            elif not any(_covers(other, found) for other in earlier):
                yield from _open(found, found.as_posix())
        earlier.append(root)


def _covers(given: Path, found: Path) -> bool:
    """Whether the walk of `given` has come by `found`."""
    return found.is_relative_to(given) and not any(
        map(_passed_over, found.relative_to(given).parts)
    )


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith(".record")


def _distinct(found: Iterator[RawDocument | Problem]) -> Iterator[RawDocument | Problem]:
    """The members of a container, a second one of the same name under a name of its own."""
    members = Members()
    for item in found:
        if isinstance(item, Problem):
            yield item
        else:
            key = members.key(item.key)
            yield item if key == item.key else _renamed(item, key)


def _renamed(raw: RawDocument, key: str) -> RawDocument:
    return RawDocument(raw.path, key, raw.data, raw.media_type, raw.url, raw.captured, raw.given)


def _walk(given: Path) -> Iterator[Path | Problem]:
    """The regular files under one path of the user, who may name a symlink; a folder may not."""
    try:
        mode = given.stat().st_mode
    except (OSError, ValueError) as error:
        yield _missing(given, error)
        return
    if stat.S_ISREG(mode):
        yield given
    elif stat.S_ISDIR(mode):
        yield from _folder(given, root=given.resolve())
    else:
        yield _problem(given, "unreadable", "this is neither a file nor a folder")


def _folder(folder: Path, root: Path) -> Iterator[Path | Problem]:
    pending = [folder]
    while pending:
        here = pending.pop()
        if here.is_dir() and not (here != folder and here.is_symlink()):
            try:
                names = sorted(os.listdir(here), reverse=True)
            except OSError as error:
                yield _missing(here, error)
                continue
            pending += [here / n for n in names if not _passed_over(n)]
            continue
        try:
            if here.is_symlink():
                target = here.resolve()
                if not target.is_relative_to(root):
                    yield _problem(
                        here,
                        "unreadable",
                        "a symlink that leads out of the given folder; name its target on the command line to read it",
                    )
                    continue
                if target.is_dir():
                    continue  # its files are found in their own place
            mode = here.stat().st_mode
        except (OSError, RuntimeError) as error:
            yield _missing(here, error)
            continue
        if stat.S_ISREG(mode):
            yield here
        else:
            yield _problem(here, "unreadable", "this is neither a file nor a folder")


def _open(path: Path, name: str) -> Iterator[RawDocument | Problem]:
    try:
        with path.open("rb") as stream:
            head = stream.read(SAMPLE)
            content = content_of(head)
            if content == "warc":
                stream.seek(0)
                yield from _distinct(warc.documents(stream, name, LARGEST_FILE))
            elif content == "jsonl":
                stream.seek(0)
                yield from _distinct(jsonl.documents(stream, name, LARGEST_FILE))
            elif content == "empty" and len(head) < SAMPLE:
                yield _problem(path, "empty", "the file has no content")
            elif content in _NOT_TEXT:
                yield _problem(path, "not_text", _NOT_TEXT[content])
            else:
                data = head + stream.read(LARGEST_FILE + 1 - len(head))
                if len(data) > LARGEST_FILE:
                    yield _problem(
                        path,
                        "too_large",
                        f"over {LARGEST_FILE:,} bytes, which no article is; split the file",
                    )
                else:
                    yield RawDocument(
                        name, name, data, "text/html" if content == "html" else "text/plain"
                    )
    except OSError as error:
        yield _missing(path, error)


def _missing(path: PurePath, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _problem(path, "vanished", "there is no such file or folder (any more)")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _problem(path, "unreadable", f"the system refused to read it: {reason}")


def _problem(path: PurePath, kind: str, detail: str) -> Problem:
    return Problem(path=path.as_posix(), key=path.as_posix(), kind=kind, detail=detail)
