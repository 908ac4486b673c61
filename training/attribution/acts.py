"""Speech or attitude, by the words of the cue: PolNeAR does not tell them apart, its users do.

The lexicon is the package's own (`onrecord.reading.attribution.cues`).
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.reading.attribution.cues import ATTITUDE, NOUNS, SPEECH

_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think",
    "knew": "know", "known": "know", "felt": "feel", "saw": "see", "seen": "see", "sworn": "swear",
    "swore": "swear", "spoke": "speak", "spoken": "speak", "understood": "understand",
    "found": "find", "held": "hold", "shown": "show", "heard": "hear", "meant": "mean",
    "sought": "seek", "began": "begin", "read": "read", "forecast": "forecast",
}  # fmt: skip


@cache
def lemmas(word: str) -> frozenset[str]:
    """What a form may be a form of, by its ending."""
    word = word.lower()
    found = {word, _IRREGULAR.get(word, word)}
    for ending, instead in (
        ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
        ("ing", "e"), ("ying", "ie"),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            found.add(stem + instead)
            if instead == "" and len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)


def act(cue: str) -> str:
    """'attitude' if the last word of the cue that the lexicon knows is one, else 'speech'."""
    for word in reversed(re.findall(r"[^\W\d_]+", cue)):
        found = lemmas(word)
        if found & SPEECH.keys() or found & NOUNS.keys():
            return "speech"
        if found & ATTITUDE.keys():
            return "attitude"
    return "speech"
