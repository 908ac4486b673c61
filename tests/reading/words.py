"""A reading as words, so that a test can say what it expects as a reader would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Article, Attribution, Reading, Span


@dataclass(frozen=True)
class Said:
    """One attribution; `source`, `cue` and `content` are its words, fragments joined by ' … '."""

    source: str
    cue: str
    content: str
    at: Attribution

    @property
    def kind(self) -> str:
        return self.at.kind

    @property
    def stance(self) -> str:
        return self.at.stance

    @property
    def speaker(self) -> str | None:
        return self.at.speaker

    @property
    def source_type(self) -> str:
        return self.at.source_type


@dataclass(frozen=True)
class Read:
    """One invented article, read."""

    article: Article
    reading: Reading

    @property
    def text(self) -> str:
        return self.article.text

    def words(self, spans: Iterable[Span]) -> str:
        return " … ".join(span.of(self.text) for span in spans)

    @property
    def said(self) -> list[Said]:
        return [
            Said(self.words(a.source), self.words(a.cue), self.words(a.content), a)
            for a in self.reading.attributions
        ]

    @property
    def only(self) -> Said:
        """The one attribution of a text that is to have no other."""
        assert len(self.said) == 1, self.said
        return self.said[0]

    def by(self, cue: str) -> Said:
        """The one attribution with this cue."""
        found = [said for said in self.said if said.cue == cue]
        assert len(found) == 1, self.said
        return found[0]

    def holding(self, words: str) -> Said:
        """The one attribution whose content holds these words."""
        found = [said for said in self.said if words in said.content]
        assert len(found) == 1, self.said
        return found[0]

    @property
    def identities(self) -> dict[str, str]:
        """What each surface of a name was taken for; the last mention of a surface counts."""
        return {name.span.of(self.text): name.identity for name in self.reading.names}
