"""From the words of a source to who speaks.

Names are looked up in the article's chains; pronouns go to the last fitting speaker or subject;
'the minister' and 'the ministry' to the chain whose office or name holds the noun; 'the
statement' to whoever issued it. What fits nothing keeps its description as printed.
"""

from __future__ import annotations

from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.phrases import is_passive, is_verb, noun_phrase
from onrecord.reading.names.mentions import Mention, is_title, surname
from onrecord.reading.source_words import DOCUMENTS, UTTERANCES
from onrecord.reading.speakers.descriptions import described, jointly, partners
from onrecord.reading.speakers.documents import document
from onrecord.reading.speakers.pronouns import namesake, previous, pronoun
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.speakers.speaker import NOBODY, Speaker
from onrecord.reading.speakers.turns import turn

_DEEPEST = 3  # 'the report by the office of the minister who …' goes no further


def resolve(scene: Scene, candidate: Candidate, outer: Speaker | None) -> Speaker:
    """`outer` is the speaker of the attribution that this one is nested in, if any."""
    if candidate.frame == "turn":
        return turn(scene, candidate)
    if candidate.frame == "floating":
        return previous(scene, candidate.anchor)
    scene.said = tuple(candidate.content)
    if candidate.subject is None:
        return _of_subject(scene, candidate, outer)
    return _of(scene, candidate.subject, candidate.source, outer, 0)


def _of_subject(scene: Scene, candidate: Candidate, outer: Speaker | None) -> Speaker:
    """The parse's subject of a cue for which no source was found."""
    tree, verb = scene.tree, candidate.anchor
    if not candidate.cue or not is_verb(tree, verb) or is_passive(tree, verb):
        return NOBODY
    head = tree.child(verb, "nsubj")
    if head is None or any(c.start <= tree.tokens[head].start < c.end for c in candidate.content):
        return NOBODY
    return _of(scene, head, noun_phrase(tree, head), outer, 0).less_sure(0.7)


def _of(scene: Scene, head: int, words: list[int], outer: Speaker | None, depth: int) -> Speaker:
    token = scene.tree.tokens[head]
    lemma = scene.lemma(head)
    if depth > _DEEPEST or not words:
        return NOBODY
    if token.tag in ("WP", "WDT", "WP$") or (token.pos == "PRON" and lemma in ("who", "which", "that")):  # fmt: skip
        return _relative(scene, head, outer, depth)
    if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
        return pronoun(scene, head, outer)
    together = partners(scene, head, words)
    named = _named(scene, head, words, offices_only=len(together) > 1)
    if named is not None:
        return named
    if len(together) > 1:
        return jointly(scene, together, words)
    owner = scene.tree.child(head, "poss")
    if owner is not None and lemma in ("service", "office") and "press" in map(scene.lemma, words):
        return _party(scene, owner, depth + 1) or described(scene, head, words)
    if lemma in UTTERANCES and owner is not None:
        return _party(scene, owner, depth + 1) or NOBODY
    if lemma in DOCUMENTS:
        return document(scene, head, words, lambda other: _party(scene, other, depth + 1))
    return described(scene, head, words)


def _named(scene: Scene, head: int, words: list[int], offices_only: bool) -> Speaker | None:
    """The name in the phrase, if the phrase is that one's: its head, in apposition, or at its end.

    With `offices_only` the phrase is coordinated: only 'leader and head of the council Ana Voss'
    is then a name's own.
    """
    tree = scene.tree
    if head in scene.named and not offices_only:
        chain, mention = scene.named[head]
        owned = any(tree.tokens[c].dep == "poss" for c in tree.children[head])
        # 'Norland's army' is not Norland, and 'the Norlanders' are no one.
        if chain.type != "group" and not (owned and chain.type == "place"):
            if chain.type == "person" and " " not in mention.key and not _titled(scene, mention):
                same = [c for c in scene.chains if c.type == "person" and " " in c.key and surname(c.key) == mention.key]  # fmt: skip
                meant = namesake(scene, head, same) if len(same) > 1 else None
                if meant is not None:
                    return meant
            return scene.speaker(chain, mention)
    for child in tree.children[head]:
        if tree.tokens[child].dep in ("appos", "compound", "flat", "nmod") and child in scene.named:
            chain, mention = scene.named[child]
            beside = tree.tokens[child].dep == "appos" or mention.last + 1 >= head
            apposed = tree.tokens[child].dep == "appos" and chain.type == "organisation"
            if (chain.type == "person" or apposed) and beside and not offices_only:
                return scene.speaker(chain, mention)
    if tree.tokens[head].pos == "NOUN" and tree.tokens[head].tag == "NNS":
        return None
    last = words[-1]
    if last in scene.named and tree.tokens[last].tag != "POS":
        chain, mention = scene.named[last]
        before = tree.tokens[mention.first - 1] if mention.first else None
        led_to = before is not None and (
            before.text == "," or before.pos in ("NOUN", "PROPN", "ADJ")
        )
        others = {id(scene.named[i][0]) for i in words if i in scene.named and scene.named[i][0].type == "person"}  # fmt: skip
        if chain.type == "person" and led_to and (len(others) == 1 or not offices_only):
            return scene.speaker(chain, mention)
    return None


def _titled(scene: Scene, mention: Mention) -> bool:
    """'Mrs. Voss': the title has already said which Voss."""
    return mention.first > 0 and is_title(scene.tree.tokens[mention.first - 1].text)


def _relative(scene: Scene, head: int, outer: Speaker | None, depth: int) -> Speaker:
    """'who' and 'which' are the noun that their clause hangs on."""
    tree = scene.tree
    index = tree.tokens[head].head
    for _ in range(6):
        token = tree.tokens[index]
        if token.dep == "relcl":
            noun = token.head
            if noun in scene.named and scene.named[noun][0].type == "place":
                noun = _body_there(scene, noun)
            return _of(scene, noun, noun_phrase(tree, noun), outer, depth + 1)
        if token.head == index:
            break
        index = token.head
    return previous(scene, head)


def _body_there(scene: Scene, place: int) -> int:
    """'Radio Foz of Port Vask, which said': a place says nothing, what is of it does."""
    tokens = scene.tree.tokens
    above = tokens[place].head
    noun = tokens[above].head
    known = scene.named.get(noun)
    belongs = tokens[above].dep == "prep" and tokens[above].lemma in ("of", "in", "from")
    return noun if belongs and known and known[0].type == "organisation" else place


def _party(scene: Scene, head: int, depth: int) -> Speaker | None:
    words = noun_phrase(scene.tree, head, scene.tree.children_by(head, "case"))
    found = _of(scene, head, words, None, depth)
    return found if found.name and found.confidence > 0.5 else None
