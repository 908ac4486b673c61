"""Pronouns as sources: 'he', 'she', 'it', 'they', 'we', 'who'.

Candidates are ranked by salience, as in Lappin and Leass (1994): subjects and speakers before
objects, near before far; gender must not disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.reading.names.identity import Chain
from onrecord.reading.names.mentions import Mention, fold
from onrecord.reading.names.people import gender as name_gender
from onrecord.reading.names.words import FEMALE, MALE
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.speakers.speaker import NOBODY, Speaker

# Salience of a mention by what it is in its sentence; having spoken weighs most. The order is
# Lappin and Leass's; the sizes were set by hand and not yet tuned on data.
_WEIGHT = {"nsubj": 5.0, "nsubjpass": 4.5, "appos": 3.5, "poss": 3.0, "conj": 3.0}
_OTHER, _SPOKE, _GENDER, _PER_PASSAGE = 2.5, 6.0, 1.0, 1.2
# Added for the subject of a clause above the pronoun's; taken off where the name's ending speaks
# against it, and for who speaks within what another says. Half and twice of these give the same
# on agency_dev.
_ABOVE, _UNLIKELY, _INNER = 3.0, 1.5, 2.0
_REACH = 4  # passages
_OWNED = re.compile(r"(?:his|her|its|their)\b ?", re.I)


_SILENT = ("media", "document", "none")  # what is seldom quoted at length


def pronoun(scene: Scene, head: int, outer: Speaker | None) -> Speaker:
    """`outer` is the speaker of the attribution that the pronoun stands in, if any."""
    token = scene.tree.tokens[head]
    word = token.text.lower()
    if word in ("i", "we", "my", "our", "me", "us"):
        return outer or previous(scene, head)
    if word in ("he", "his", "him"):
        return _person(scene, head, "m", outer)
    if word in ("she", "her"):
        return _person(scene, head, "f", outer)
    if word in ("it", "its"):
        return _organisation(scene, head)
    if word in ("they", "their", "them"):
        return _group(scene, head)
    if word in ("you", "your"):
        return NOBODY
    kind = "unnamed" if word.endswith(("one", "body")) else "collective"
    return Speaker(token.text, kind, scene.span([head]))  # type: ignore[arg-type]  # two literals


def previous(scene: Scene, at: int) -> Speaker:
    """The last one who spoke before token `at`: whose a quotation without a cue is. Rather one who
    speaks for the article than one whom another quotes."""
    before = [
        (place, speaker)
        for place, speaker in scene.spoken
        if place < at and speaker.type not in _SILENT
    ]
    outer = [speaker for place, speaker in before if place not in scene.inner]
    found = outer or [speaker for _, speaker in before]
    return found[-1].less_sure(0.7) if found else NOBODY


def namesake(scene: Scene, head: int, chains: list[Chain]) -> Speaker | None:
    """Which of several persons of one surname a lone surname means: as for a pronoun, whoever is
    more salient."""
    ranked: list[tuple[float, int, Speaker]] = []
    for chain, mention in _before(scene, head, ("person",)):
        if chain in chains and mention.first != head:
            lone = " " not in mention.key  # its chain was a guess itself
            score = _salience(scene, mention, head) - 2.0 * lone
            ranked.append((score, mention.first, scene.speaker(chain, mention)))
    for at, speaker in scene.spoken:
        if at < head and speaker.chain in chains and not scene.in_content(at):
            ranked.append((_spoke(scene, at, head), at, speaker))
    return max(ranked, key=lambda item: item[:2])[2].less_sure(0.8) if ranked else None


def _person(scene: Scene, head: int, gender: str, outer: Speaker | None) -> Speaker:
    ranked: list[tuple[float, int, Speaker]] = []
    above = _subjects_above(scene, head)
    # Who is quoted speaks of others as 'he' and 'she'.
    not_this = outer if outer is not None and scene.is_quoted(head) else None
    for chain, mention in _before(scene, head, ("person",)):
        fits = _fits(gender, chain, None)
        if fits is not None and not (not_this and not_this.chain is chain):
            score = _salience(scene, mention, head) + fits
            score += _ABOVE * any(mention.first <= index <= mention.last for index in above)
            ranked.append((score, mention.first, scene.speaker(chain, mention)))
    for at, speaker in scene.spoken:
        if at < head and speaker.type in ("person", "unnamed") and not scene.in_content(at):
            fits = _fits(gender, speaker.chain, speaker.name)
            same = not_this is not None and not_this.name == speaker.name
            if fits is not None and not same and not _several(scene, speaker):
                score = _spoke(scene, at, head) + fits + _ABOVE * (at in above)
                ranked.append((score, at, speaker))
    return _best(scene, ranked, head, "person", 0.85)


def _fits(gender: str, chain: Chain | None, name: str | None) -> float | None:
    """What the gender adds to a chain's or description's score; None where it disagrees."""
    known = _gender(chain) if chain else described_gender(name)
    if known is not None:
        return _GENDER if known == gender else None
    likely = likely_gender(chain.key) if chain else None
    return -_UNLIKELY if likely not in (None, gender) else 0.0


def _gender(chain: Chain) -> str | None:
    """As the name and the office say; 'his deputy' says nothing of hers."""
    if not any(_OWNED.match(role) for role in chain.roles.values()):
        return chain.gender
    return name_gender(chain.name, " ".join(_OWNED.sub("", r) for r in chain.roles.values()))


def _subjects_above(scene: Scene, head: int) -> list[int]:
    """The subjects of the clauses that the pronoun's own clause is part of: 'Voss left, as she said'."""
    tree, found = scene.tree, []
    index = tree.tokens[head].head
    for _ in range(8):
        above = tree.tokens[index].head
        if above == index:
            break
        if tree.tokens[index].dep not in ("nsubj", "nsubjpass"):
            found += [s for s in tree.children_by(above, "nsubj", "nsubjpass") if s < head]
        index = above
    return found


def _several(scene: Scene, speaker: Speaker) -> bool:
    """'officials familiar with it', 'the ministry and the army': neither he nor she, nor it."""
    if speaker.chain is not None or not speaker.spans:
        return False
    inside = scene.tree.inside(speaker.spans[0])
    tokens = scene.tree.tokens
    heads = [i for i in inside if tokens[i].head not in inside]
    return any(
        tokens[i].tag in ("NNS", "NNPS") or tokens[i].lemma in ("staff", "people", "police")
        or any(tokens[c].dep == "conj" for c in scene.tree.children[i])
        for i in heads
    )  # fmt: skip


def _organisation(scene: Scene, head: int) -> Speaker:
    ranked: list[tuple[float, int, Speaker]] = []
    for chain, mention in _before(scene, head, ("organisation", "place")):
        score = _salience(scene, mention, head) - (1.0 if chain.type == "place" else 0.0)
        ranked.append((score, mention.first, scene.speaker(chain, mention)))
    for at, speaker in scene.spoken:
        fits = speaker.type in ("organisation", "document", "media")
        if at < head and fits and not scene.in_content(at) and not _several(scene, speaker):
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
                near = scene.passages_between(mention.first, head) <= _REACH
                if near and not scene.in_content(mention.first):
                    yield chain, mention


def _salience(scene: Scene, mention: Mention, head: int) -> float:
    tokens = scene.tree.tokens
    top = mention.last
    while tokens[top].dep in ("compound", "flat", "nmod") and tokens[top].head != top:
        top = tokens[top].head
    if tokens[top].dep == "appos" and tokens[tokens[top].head].dep in ("nsubj", "nsubjpass"):
        top = tokens[top].head  # 'the mayor, Ana Voss, left'
    weight = _WEIGHT.get(tokens[top].dep, _OTHER)
    if tokens[top].dep == "nsubj" and mention.last >= scene.tree.sentence(head)[0]:
        weight += 0.5
    gap = scene.passages_between(mention.first, head)
    return weight - _PER_PASSAGE * gap - 0.004 * (head - mention.last)


def _spoke(scene: Scene, at: int, head: int) -> float:
    inner = _INNER * (at in scene.inner and not scene.is_quoted(head))
    return _SPOKE - inner - _PER_PASSAGE * scene.passages_between(at, head) - 0.001 * (head - at)


def likely_gender(key: str) -> str | None:
    """What the ending of a folded name suggests: given names in -a and surnames in -ova are mostly
    women's, given names in -o men's, from Lisbon to Vladivostok."""
    words = key.split()
    if words and words[-1].endswith(("ova", "eva", "skaya")):
        return "f"
    if len(words) < 2:
        return None
    return "f" if words[0].endswith("a") else "m" if words[0][-1] not in "aeiy" else None


def described_gender(name: str | None) -> str | None:
    """`m` or `f` where a description says so ('a spokeswoman')."""
    words = set(fold(name or "").split())
    if words & FEMALE:
        return "f"
    return "m" if words & MALE else None
