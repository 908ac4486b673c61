"""Zip and tar archives: their members one by one, nothing written to disk.

Members that are links, devices, or named to lie outside of the archive are refused by name; zip is
read by its central directory (APPNOTE 4.3.12), tar as a stream (POSIX ustar, pax). A WACZ (Web
Archive Collection Zipped 1.1.1) gives its WARCs alone: its page lists and indexes repeat them.
"""

from __future__ import annotations

import posixpath
import re
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

import msgspec

from onrecord.intake.limits import MOST_MEMBERS

_DRIVE = re.compile(r"[A-Za-z]:")
# What operating systems and editors put beside the files; hidden files are passed over in folders too.
_BESIDE = ("__MACOSX", "desktop.ini", "Thumbs.db")
_WARC = re.compile(r"archive/.+\.warc(?:\.gz)?\Z")
_OUTSIDE = "its name leads out of the archive; unpack it by hand if you trust it"
_LINK = "a link that leads out of the archive; put its target into the archive to read it"


class Refused(msgspec.Struct, frozen=True):
    """A member that is not read, and why."""

    name: str
    why: str


class Member:
    """A file in an archive that is open. State: the archive's own position."""

    def __init__(
        self,
        name: str,
        archive: zipfile.ZipFile | tarfile.TarFile,
        info: zipfile.ZipInfo | tarfile.TarInfo,
    ) -> None:
        self.name, self._archive, self._info = name, archive, info

    @property
    def seekable(self) -> bool:
        """Whether going back costs nothing: only in members that are stored as they are."""
        return isinstance(self._info, zipfile.ZipInfo) and not self._info.compress_type

    def open(self) -> IO[bytes]:
        if isinstance(self._archive, zipfile.ZipFile):
            return self._archive.open(cast(zipfile.ZipInfo, self._info))
        stream = self._archive.extractfile(cast(tarfile.TarInfo, self._info))
        if stream is None:
            raise OSError("no regular file")
        return stream


def zip_members(archive: zipfile.ZipFile) -> Iterator[Member | Refused]:
    """The files of a zip archive, by name."""
    infos = archive.infolist()
    warcs = [i for i in infos if _WARC.match(i.filename)]
    if warcs and any(i.filename == "datapackage.json" for i in infos):
        infos = warcs
    for info in sorted(infos[:MOST_MEMBERS], key=lambda i: i.filename):
        name = info.filename
        mode = info.external_attr >> 16
        if _leads_out(name):
            yield Refused(name, _OUTSIDE)
        elif stat.S_ISLNK(mode):
            # What it points at is its content; it is not followed, be it inside or outside.
            target = archive.read(info).decode("utf-8", "replace") if info.file_size < 4096 else "/"
            if _leads_out(posixpath.join(posixpath.dirname(name), target)):
                yield Refused(name, _LINK)
        elif not info.is_dir() and not _beside(name):
            yield Member(name, archive, info)
    if len(infos) > MOST_MEMBERS:
        yield Refused("…", f"over {MOST_MEMBERS:,} members; the rest was not read")


def tar_members(stream: BinaryIO) -> Iterator[Member | Refused]:
    """The files of a tar archive, in its order."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for count, info in enumerate(archive):
            cast(
                Any, archive
            ).members = []  # the stream keeps all it has seen, which may be millions
            if count >= MOST_MEMBERS:
                yield Refused("…", f"over {MOST_MEMBERS:,} members; the rest was not read")
                return
            if _leads_out(info.name):
                yield Refused(info.name, _OUTSIDE)
            elif info.issym() or info.islnk():
                base = "" if info.islnk() else posixpath.dirname(info.name)
                if _leads_out(posixpath.join(base, info.linkname)):
                    yield Refused(info.name, _LINK)
            elif info.isreg():
                if not _beside(info.name):
                    yield Member(info.name, archive, info)
            elif not info.isdir():
                yield Refused(info.name, "this is neither a file nor a folder")


def _leads_out(name: str) -> bool:
    name = name.replace("\\", "/")
    if name.startswith("/") or _DRIVE.match(name) or "\0" in name:
        return True
    return posixpath.normpath(name).split("/")[0] == ".."


def _beside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    return hidden or parts[0] in _BESIDE or parts[-1] in _BESIDE
