"""What goes to a worker and comes back, as msgpack: far quicker than pickling thousands of nouns."""

from __future__ import annotations

import msgspec

from onrecord.engine.outcome import Outcome, Work, describe, failed
from onrecord.engine.schedule import Chunk
from onrecord.errors import OnrecordError


class _Answer(msgspec.Struct, frozen=True):
    """`stop` is the message of an `OnrecordError`: no other worker would do better."""

    outcomes: list[Outcome] = []
    stop: str | None = None


def attempt(work: Work, chunk: Chunk) -> list[Outcome]:
    """`work` on `chunk`; when it raises, on each document, to find the one it raises on."""
    try:
        return work(chunk)
    except OnrecordError:
        raise
    except Exception as error:
        if len(chunk) == 1:
            return [failed(chunk[0], describe(error))]
        return [outcome for document in chunk for outcome in attempt(work, (document,))]


def ask(chunk: Chunk) -> bytes:
    return msgspec.msgpack.encode(chunk)


def answer(work: Work, question: bytes) -> bytes:
    """To be called in the worker, with what `ask` made."""
    try:
        reply = _Answer(attempt(work, msgspec.msgpack.decode(question, type=Chunk)))
    except OnrecordError as error:
        reply = _Answer(stop=str(error))
    return msgspec.msgpack.encode(reply)


def outcomes(answered: bytes) -> list[Outcome]:
    """What `answer` made. Raises the `OnrecordError` that the worker met."""
    reply = msgspec.msgpack.decode(answered, type=_Answer)
    if reply.stop is not None:
        raise OnrecordError(reply.stop)
    return reply.outcomes
