"""Pronouns as sources: 'he', 'she', 'it', 'they', 'we', 'who'.

Candidates are ranked by salience, as in Lappin and Leass (1994): subjects and speakers before
objects, near before far; gender must not disagree.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.names.identity import Chain
from onrecord.reading.names.mentions import Mention, fold
from onrecord.reading.names.words import FEMALE, MALE
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.speakers.speaker import NOBODY, Speaker

# Salience of a mention by what it is in its sentence; having spoken weighs most. The order is
# Lappin and Leass's; the sizes were set by hand and not yet tuned on data.
_WEIGHT = {"nsubj": 5.0, "nsubjpass": 4.5, "appos": 3.5, "poss": 3.0, "conj": 3.0}
_OTHER, _SPOKE, _GENDER, _PER_PASSAGE = 2.5, 6.0, 1.0, 1.2
_REACH = 4  # passages


def pronoun(scene: Scene, head: int, outer: Speaker | None) -> Speaker:
    """`outer` is the speaker of the attribution that the pronoun stands in, if any."""
    token = scene.tree.tokens[head]
    word = token.text.lower()
    if word in ("i", "we", "my", "our", "me", "us"):
        return outer or previous(scene, head)
    if word in ("he", "his", "him"):
        return _person(scene, head, "m")
    if word in ("she", "her"):
        return _person(scene, head, "f")
    if word in ("it", "its"):
        return _organisation(scene, head)
    if word in ("they", "their", "them"):
        return _group(scene, head)
    if word in ("you", "your"):
        return NOBODY
    kind = "unnamed" if word.endswith(("one", "body")) else "collective"
    return Speaker(token.text, kind, scene.span([head]))  # type: ignore[arg-type]  # two literals


def previous(scene: Scene, at: int) -> Speaker:
    """The last one who spoke before token `at`: whose a quotation without a cue is."""
    for place, speaker in reversed(scene.spoken):
        if place < at and speaker.type not in ("media", "document", "none"):
            return speaker.less_sure(0.7)
    return NOBODY


def _person(scene: Scene, head: int, gender: str) -> Speaker:
    ranked: list[tuple[float, int, Speaker]] = []
    for chain, mention in _before(scene, head, ("person",)):
        if chain.gender in (None, gender):
            score = _salience(scene, mention, head) + (_GENDER if chain.gender else 0.0)
            ranked.append((score, mention.first, scene.speaker(chain, mention)))
    for at, speaker in scene.spoken:
        if at < head and speaker.type in ("person", "unnamed"):
            known = speaker.chain.gender if speaker.chain else described_gender(speaker.name)
            if known in (None, gender):
                score = _spoke(scene, at, head) + (_GENDER if known else 0.0)
                ranked.append((score, at, speaker))
    return _best(scene, ranked, head, "person", 0.85)


def _organisation(scene: Scene, head: int) -> Speaker:
    ranked: list[tuple[float, int, Speaker]] = []
    for chain, mention in _before(scene, head, ("organisation", "place")):
        score = _salience(scene, mention, head) - (1.0 if chain.type == "place" else 0.0)
        ranked.append((score, mention.first, scene.speaker(chain, mention)))
    for at, speaker in scene.spoken:
        if at < head and speaker.type in ("organisation", "document", "media"):
            ranked.append((_spoke(scene, at, head) - 0.5, at, speaker))
    return _best(scene, ranked, head, "organisation", 0.75)


def _group(scene: Scene, head: int) -> Speaker:
    for at, speaker in reversed(scene.spoken):
        if at < head and speaker.type in ("collective", "unnamed", "organisation"):
            return speaker.less_sure(0.7)
    return Speaker(scene.words([head]), "collective", scene.span([head]), None, 0.3)


def _best(
    scene: Scene, ranked: list[tuple[float, int, Speaker]], head: int, kind: str, sure: float
) -> Speaker:
    fitting = [item for item in ranked if item[0] > 0]
    if not fitting:
        return Speaker(scene.words([head]), kind, scene.span([head]), None, 0.3)  # type: ignore[arg-type]  # a literal of the callers
    return max(fitting, key=lambda item: item[:2])[2].less_sure(sure)


def _before(scene: Scene, head: int, types: tuple[str, ...]) -> Iterator[tuple[Chain, Mention]]:
    for chain in scene.chains:
        if chain.type in types:
            for mention in chain.mentions:
                if mention.first >= head:
                    break
                if scene.passages_between(mention.first, head) <= _REACH:
                    yield chain, mention


def _salience(scene: Scene, mention: Mention, head: int) -> float:
    tokens = scene.tree.tokens
    top = mention.last
    while tokens[top].dep in ("compound", "flat", "nmod") and tokens[top].head != top:
        top = tokens[top].head
    weight = _WEIGHT.get(tokens[top].dep, _OTHER)
    if tokens[top].dep == "nsubj" and mention.last >= scene.tree.sentence(head)[0]:
        weight += 0.5
    gap = scene.passages_between(mention.first, head)
    return weight - _PER_PASSAGE * gap - 0.004 * (head - mention.last)


def _spoke(scene: Scene, at: int, head: int) -> float:
    return _SPOKE - _PER_PASSAGE * scene.passages_between(at, head) - 0.001 * (head - at)


def described_gender(name: str | None) -> str | None:
    """`m` or `f` where a description says so ('a spokeswoman')."""
    words = set(fold(name or "").split())
    if words & FEMALE:
        return "f"
    return "m" if words & MALE else None
