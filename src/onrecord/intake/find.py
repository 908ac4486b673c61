"""From paths to documents: walk, decide by content, open containers."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath

import msgspec

from onrecord.intake.limits import Budget, OverflowingError
from onrecord.intake.members import Members
from onrecord.intake.opening import Found, Wanted, opened
from onrecord.intake.pointers import MOST_POINTERS, Pointer, Pointers
from onrecord.model import Problem, RawDocument


def find(
    paths: Iterable[str | os.PathLike[str]], *, columns: Mapping[str, str] | None = None
) -> Iterator[RawDocument | Problem]:
    """The documents under `paths`, lazily and in a fixed order.

    Folders are walked recursively, entries by name; hidden files and `.record` files are passed
    over in silence. Keys are the paths as given, in POSIX form; a document inside a container is
    `path#member`, and in one inside another `path#member#member`. No key comes twice: a file
    reached by two of the paths is read once, and a second member of the same name gets `#2`.
    `columns` says which column of a table, or field of a row, holds the `text` (or `html`), `title`,
    `outlet`, `published`, `url`, `byline`, `agency`, `language`, `captured` or `id`, where their
    names do not. Lists that point at texts elsewhere are read beforehand, and what they state
    goes with the texts; rows whose text is not there come at the end, as problems.
    Whatever can't be read comes out as a `Problem`; nothing is raised.
    """
    given = [Path(path) for path in paths]
    pointers = Pointers()
    named = dict(columns or {})
    for item in _all(given, Wanted(named, lists=True)):
        if isinstance(item, Pointer) and not pointers.add(item):
            yield Problem(
                item.path,
                item.path,
                "too_large",
                f"over {MOST_POINTERS:,} rows point at texts elsewhere; the rest was not looked "
                "for: read the lists in several runs",
            )
            break
    for item in _all(given, Wanted(named)):
        if isinstance(item, RawDocument):
            yield pointers.joined(item)
        elif isinstance(item, Problem):
            yield item
        elif item.is_late:
            pointers.add_late(item)
    yield from pointers.left()


def _all(given: Iterable[Path], wanted: Wanted) -> Iterator[Found]:
    earlier: list[Path] = []
    for root in given:
        for found in _walk(root):
            if isinstance(found, Problem):
                yield found
            elif not any(_covers(other, found) for other in earlier):
                yield from _distinct(_open(found, found.as_posix(), wanted))
        earlier.append(root)


def _covers(given: Path, found: Path) -> bool:
    """Whether the walk of `given` has come by `found`."""
    return found.is_relative_to(given) and not any(
        map(_passed_over, found.relative_to(given).parts)
    )


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith(".record")


def _distinct(found: Iterator[Found]) -> Iterator[Found]:
    """The members of a file, a second one of the same name under a name of its own."""
    members: Members | None = None
    for item in found:
        if isinstance(item, Problem) or item.key == item.path:
            yield item
            continue
        members = members or Members()
        key = members.key(item.key)
        yield item if key == item.key else msgspec.structs.replace(item, key=key)


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


def _open(path: Path, name: str, wanted: Wanted) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            budget = Budget(os.fstat(stream.fileno()).st_size)
            try:
                for item in opened(stream, name, budget, wanted):
                    yield item if item.path == name else msgspec.structs.replace(item, path=name)
            except OverflowingError as error:
                yield _problem(path, "too_large", f"{error}; what came before was read")
                return
            if budget.exceeded:  # a reader in between took the end for the file's own
                yield _problem(path, "too_large", "it expands to more than its size allows")
    except OSError as error:
        yield _missing(path, error)


def _missing(path: PurePath, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _problem(path, "vanished", "there is no such file or folder (any more)")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return _problem(path, "unreadable", f"the system refused to read it: {reason}")


def _problem(path: PurePath, kind: str, detail: str) -> Problem:
    return Problem(path=path.as_posix(), key=path.as_posix(), kind=kind, detail=detail)
