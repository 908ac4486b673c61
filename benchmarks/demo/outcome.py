"""What the scoring of one part of the demo gives: figures, and each error in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.common import Counts, Figure, share


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong. `kind` is what `--errors` asks for; `article` its key."""

    kind: str
    article: str
    words: str


@dataclass
class Outcome:
    """Figures and mistakes, gathered."""

    figures: list[Figure] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def counted(self, name: str, counts: Counts) -> None:
        """The F1 of `counts`."""
        self.figures.append(Figure(f"demo.{name}", counts.f1, str(counts)))

    def shared(self, name: str, right: int, of: int, note: str = "") -> None:
        """`right` of `of`; not held where that is nothing."""
        text = f"{right} of {of}" + (f" {note}" if note else "")
        self.figures.append(Figure(f"demo.{name}", share(right, of), text, held=of > 0))

    def mistake(self, kind: str, article: str, words: str) -> None:
        self.mistakes.append(Mistake(kind, article, " ".join(words.split())))
