"""What the modules of this folder share of one article: names and speakers by token, phrases, tellers."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import Name, Span
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.phrases import noun_phrase
from onrecord.reading.events.words import PEOPLE
from onrecord.reading.layer import Draft
from onrecord.reading.names import fold
from onrecord.reading.speakers.pronouns import pronoun
from onrecord.reading.speakers.scene import Scene
from onrecord.reading.tree import Tree

_FIRST = frozenset("i we me us my our myself ourselves".split())
_THIRD = frozenset("he she him her his himself herself".split())
_SURE = 0.5


@dataclass
class Ground:
    """`named`: the name that a token belongs to. `teller`: for each token the index of the innermost
    attribution whose content holds it, -1 outside all. `cues`: the index of the speech attribution of which
    a token is the cue's main word. `timed`: timex index by the token that heads it."""

    draft: Draft
    tree: Tree
    named: dict[int, Name] = field(default_factory=dict)
    teller: list[int] = field(default_factory=list)
    cues: dict[int, int] = field(default_factory=dict)
    timed: dict[int, int] = field(default_factory=dict)
    _speakers: dict[int, str | None] = field(default_factory=dict)
    _phrases: dict[int, Span] = field(default_factory=dict)
    _scene: Scene | None = None

    def phrase(self, head: int) -> Span:
        """The words of a participant: its phrase without what is coordinated with it and without clauses
        ('the man arrested by the police')."""
        found = self._phrases.get(head)
        if found is None:
            tree = self.tree
            if not tree.children[head]:
                found = tree.span(head, head)
            else:
                apart = [
                    child
                    for child in tree.children[head]
                    if tree.tokens[child].dep in ("conj", "cc", "preconj", "case", "acl", "relcl")
                    or tree.tokens[child].lemma == "board"  # 'on board two planes'
                ]
                run = noun_phrase(tree, head, apart)
                found = tree.span(run[0], run[-1]) if run else tree.span(head, head)
            self._phrases[head] = found
        return found

    def identity(self, head: int) -> str | None:
        """The name of a participant within the article, by its head or its apposition; a
        pronoun's by who speaks with it, or by who it is likely to be."""
        name = self.named.get(head)
        if name is not None:
            return name.identity
        token = self.tree.tokens[head]
        if token.tag[:3] == "PRP":
            return self._pronoun(head, token.text.lower())
        for child in self.tree.children[head]:
            if self.tree.tokens[child].dep == "appos" and child in self.named:
                return self.named[child].identity
        return None

    def somebody(self, head: int) -> bool:
        """Whether a phrase names people or a body of them, countries included."""
        name = self.named.get(head)
        if name is not None:
            return name.type != "other"
        token = self.tree.tokens[head]
        return token.tag[:3] == "PRP" or token.lemma in PEOPLE

    def _pronoun(self, head: int, word: str) -> str | None:
        if head in self._speakers:
            return self._speakers[head]
        found: str | None = None
        if word in _FIRST:
            teller = self.teller[head]
            found = self.draft.attributions[teller].speaker if teller >= 0 else None
        elif word in _THIRD:
            if self._scene is None:
                self._scene = _scene(self.draft)
            speaker = pronoun(self._scene, head, None)
            if speaker.chain is not None and speaker.confidence >= _SURE:
                found = speaker.name
        self._speakers[head] = found
        return found


def ground(draft: Draft) -> Ground:
    """Everything that is looked up by token, gathered in one pass over the draft's lists."""
    tree = draft.tree
    made = Ground(draft, tree)
    for name in draft.names:
        for index in tree.inside(name.span):
            made.named[index] = name
    made.teller = [-1] * len(tree)
    sizes = [(sum(map(len, a.content)), place) for place, a in enumerate(draft.attributions)]
    for _, place in sorted(sizes, reverse=True):
        for span in draft.attributions[place].content:
            for index in tree.inside(span):
                made.teller[index] = place
    for place, candidate in enumerate(draft.candidates):
        _know(made, place, candidate)
    for place, timex in enumerate(draft.timexes):
        inside = tree.inside(timex.span)
        for index in inside:
            head = tree.tokens[index].head
            if head not in inside or head == index:
                made.timed[index] = place
                break
    return made


def _know(made: Ground, place: int, candidate: Candidate) -> None:
    if candidate.act == "speech" and candidate.cue and candidate.anchor in candidate.cue:
        made.cues.setdefault(candidate.anchor, place)
    if candidate.subject is not None and made.tree.tokens[candidate.subject].tag[:3] == "PRP":
        speaker = made.draft.speakers[place]
        if speaker.chain is not None:
            made._speakers.setdefault(candidate.subject, speaker.name)


def _scene(draft: Draft) -> Scene:
    media = frozenset(fold(c) for c in (draft.article.agency, draft.article.outlet) if c)
    scene = Scene(draft.tree, draft.chains, media)
    spoken = [
        (candidate.source[0] if candidate.source else candidate.anchor, speaker)
        for candidate, speaker in zip(draft.candidates, draft.speakers, strict=True)
        if speaker.name is not None
    ]
    scene.spoken.extend(sorted(spoken, key=lambda item: item[0]))
    return scene
