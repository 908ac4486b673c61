"""Works that go well, fail, kill their process or hang, as the document says."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord import OnrecordError
from onrecord.engine import Outcome, Work
from onrecord.model import Problem, RawDocument


def documents(*words: str) -> list[RawDocument]:
    return [
        RawDocument(f"p/{number}", f"p/{number}", word.encode(), "text/plain", given={"n": word})
        for number, word in enumerate(words)
    ]


@dataclass(frozen=True)
class Obeying:
    """Answers each document with a problem that repeats its words."""

    def __call__(self) -> Work:
        return obey


def obey(chunk: Sequence[RawDocument]) -> list[Outcome]:
    outcomes = []
    for document in chunk:
        word = document.data.decode()
        if word == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "hang":
            time.sleep(600)
        if word == "raise":
            raise LookupError("no such berth")
        if word == "stop":
            raise OnrecordError("there is no parser")
        outcomes.append(Outcome(problems=(Problem(document.path, document.key, "empty", word),)))
    return outcomes


@dataclass(frozen=True)
class Stillborn:
    """Dies before it can work."""

    def __call__(self) -> Work:
        os._exit(3)
