"""What a resolver knows at one point of the article: the tree, the names, who has spoken."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.model import SourceType, Span
from onrecord.reading.names.identity import Chain
from onrecord.reading.names.mentions import Mention
from onrecord.reading.names.words import MEDIA_NAMES
from onrecord.reading.source_words import MEDIA, PAPERS
from onrecord.reading.speakers.speaker import Speaker
from onrecord.reading.tree import Tree


@dataclass
class Scene:
    """`spoken` holds (token, speaker) in text order; `media` the folded names of the article's
    own outlet and agency, `outlet` the outlet's as given; `labels` the tokens of each label of an
    interview or transcript; `said` the content of what is being resolved; `quotes` what stands in quotation marks;
    `inner` the places in `spoken` of who speaks within what another says; `named` the chain and mention that a token belongs to."""

    tree: Tree
    chains: list[Chain]
    media: frozenset[str]
    outlet: str | None = None
    labels: list[list[int]] = field(default_factory=list)
    said: tuple[Span, ...] = ()
    quotes: tuple[Span, ...] = ()
    inner: set[int] = field(default_factory=set)
    spoken: list[tuple[int, Speaker]] = field(default_factory=list)
    named: dict[int, tuple[Chain, Mention]] = field(init=False)

    def __post_init__(self) -> None:
        self.named = {
            index: (chain, mention)
            for chain in self.chains
            for mention in chain.mentions
            for index in range(mention.first, mention.last + 1)
        }

    def words(self, run: list[int]) -> str:
        """A phrase as printed, line breaks made spaces."""
        return " ".join(self.tree.span(run[0], run[-1]).of(self.tree.text).split()) if run else ""

    def span(self, run: list[int]) -> tuple[Span, ...]:
        return (self.tree.span(run[0], run[-1]),) if run else ()

    def lemma(self, index: int) -> str:
        return self.tree.tokens[index].lemma.lower()

    def speaker(self, chain: Chain, mention: Mention, confidence: float = 1.0) -> Speaker:
        """The chain as a speaker, with the words of this mention and of the fullest one."""
        spans = [self.tree.span(mention.first, mention.last)]
        fullest = max(chain.mentions, key=lambda m: (m.surface == chain.name, -m.first))
        if fullest.first != mention.first:
            spans.append(self.tree.span(fullest.first, fullest.last))
        return Speaker(chain.name, self._type(chain), tuple(spans), chain, confidence)

    def _type(self, chain: Chain) -> SourceType:
        if chain.type == "person":
            return "person"
        words = chain.key.split()
        is_medium = (
            chain.key in self.media
            or any(word in MEDIA for word in words)
            or (bool(words) and (words[-1] in MEDIA_NAMES or words[-1] in PAPERS))
        )
        return "media" if is_medium else "organisation"

    def is_quoted(self, index: int) -> bool:
        start = self.tree.tokens[index].start
        return any(span.start <= start < span.end for span in self.quotes)

    def in_content(self, index: int) -> bool:
        """Whether a token is quoted as part of what the present source says: 'she' said it, and
        speaks of others there."""
        start = self.tree.tokens[index].start
        return self.is_quoted(index) and any(s.start <= start < s.end for s in self.said)

    def passages_between(self, early: int, late: int) -> int:
        return self.tree.passage_of(late) - self.tree.passage_of(early)
