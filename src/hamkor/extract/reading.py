"""What extraction knows of one document while it reads: sentences with their parts, laid out as scenes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hamkor.grammar import Language, Part, Scene
from hamkor.model import PreparedText, Sentence
from hamkor.model.value import value


@value(frozen=True, slots=True)
class ReadSentence:
    """A sentence, all parts met in it (overlapping ones too), and its scene (where the longest stand)."""

    sentence: Sentence
    parts: tuple[Part, ...]
    scene: Scene

    def of(self, *kinds: str) -> tuple[Part, ...]:
        """Parts of these kinds, in order, those within longer parts too."""
        return tuple(sorted((p for p in self.parts if p.kind in kinds), key=lambda p: p.span))


@dataclass(frozen=True, slots=True)
class Reading:
    """A document half read. `folded` is the prepared text, folded; `published` the day relative times count from."""

    prepared: PreparedText
    language: Language
    folded: str
    sentences: tuple[ReadSentence, ...]

    @property
    def title(self) -> str | None:
        """The document's title, in the letters of the language's data."""
        return self.prepared.title or self.prepared.document.title

    @property
    def published(self) -> date | None:
        return date.fromisoformat(self.prepared.published[:10]) if self.prepared.published else None
