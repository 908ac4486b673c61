"""How far containers may expand: what an archive gives out is counted, whatever it declares."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, cast

from onrecord.errors import OnrecordError

#: A plain file above this is no article: the longest newspaper pages saved with inlined pictures
#: stay under 15 MB, and parsing takes some 50 times the file's size in memory.
LARGEST_FILE = 20_000_000
#: A file that holds more than an article's text: pictures (MHTML, PDF) or many articles.
LARGEST_BUNDLE = 50_000_000
#: Archives within archives. A WARC in a zip in a tar is the third.
DEEPEST = 4
#: Members of one archive that are looked at.
MOST_MEMBERS = 1_000_000
# Text shrinks to a third or a tenth, rows that repeat themselves to a fiftieth; a bomb to a
# thousandth. Small archives may expand to the floor, so that a page of one letter is no bomb.
_RATIO, _FLOOR, _CEILING = 100, 64_000_000, 64_000_000_000
_IN_MEMORY = 16_000_000


class OverflowingError(OnrecordError):
    """An archive gives out more than its size allows."""


class Budget:
    """What the archives within one file may still give out, all levels together.

    State: the bytes that came out so far.
    """

    def __init__(self, size: int) -> None:
        self.allowed = min(_FLOOR + _RATIO * size, _CEILING)
        self.spent = 0

    @property
    def exceeded(self) -> bool:
        return self.spent > self.allowed

    def spend(self, count: int) -> None:
        self.spent += count
        if self.exceeded:
            raise OverflowingError(
                f"it expands to more than {self.allowed:,} bytes, which no archive of its size "
                "should; unpack it by hand if you trust it"
            )


class Metered(io.RawIOBase):
    """A member's bytes, each counted in the budget. State: where the reading is."""

    def __init__(self, stream: IO[bytes], budget: Budget, *, seekable: bool) -> None:
        super().__init__()
        self._stream, self._budget, self._seekable = stream, budget, seekable

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # the buffer protocol has no type before 3.12
        data = _some(self._stream, len(view))
        self._budget.spend(len(data))
        view[: len(data)] = data
        return len(data)


def _some(stream: IO[bytes], most: int) -> bytes:
    """The next bytes, one or more unless it is the end. Of a damaged stream, `read` would lose what
    comes before the damage."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return read(most)


def head_of(stream: BinaryIO, most: int, broken: tuple[type[Exception], ...]) -> bytes:
    """The first bytes, `most` or fewer; fewer too where one of `broken` is raised after some. What
    damage there is comes up again when the stream is read on."""
    head = b""
    while len(head) < most:
        try:
            more = _some(stream, most - len(head))
        except broken:
            if not head:
                raise
            return head
        if not more:
            break
        head += more
    return head


def metered(stream: IO[bytes], budget: Budget, *, seekable: bool = False) -> BinaryIO:
    """`stream`, of which each byte that is read counts in `budget`."""
    return io.BufferedReader(Metered(stream, budget, seekable=seekable), 1 << 16)


class _Rejoined(io.RawIOBase):
    """What was read already, and then the rest. State: what is left of the former."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # as above
        data = self._head[: len(view)] or _some(self._stream, len(view))
        self._head = self._head[len(data) :]
        view[: len(data)] = data
        return len(data)


def rejoined(stream: BinaryIO, head: bytes) -> BinaryIO:
    """`stream` from its beginning, of which `head` was read already, to be read once."""
    if stream.seekable():
        stream.seek(0)
        return stream
    return io.BufferedReader(_Rejoined(head, stream), 1 << 16)


@contextmanager
def rewound(stream: BinaryIO, head: bytes) -> Iterator[BinaryIO]:
    """`stream` from its beginning, of which `head` was read already, to be read in any order; through
    a temporary file where it can't go back."""
    if stream.seekable():
        stream.seek(0)
        yield stream
        return
    with SpooledTemporaryFile(_IN_MEMORY) as copy:
        copy.write(head)
        shutil.copyfileobj(stream, copy, 1 << 20)
        copy.seek(0)
        yield cast(BinaryIO, copy)
