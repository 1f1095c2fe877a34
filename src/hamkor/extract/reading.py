"""What extraction knows of one document while it reads: sentences with their parts, laid out as scenes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from hamkor.grammar import Language, Part, Scene
from hamkor.model import PreparedText, Sentence
from hamkor.model.value import value

_place = attrgetter("span.start", "span.end")
Made = TypeVar("Made")


@value(frozen=True, slots=True)
class ReadSentence:
    """A sentence, all parts met in it (overlapping ones too), and its scene (where the longest stand)."""

    sentence: Sentence
    parts: tuple[Part, ...]
    scene: Scene
    _made: dict[Any, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    def of(self, *kinds: str) -> tuple[Part, ...]:
        """Parts of these kinds, in order, those within longer parts too."""
        found: tuple[Part, ...] | None = self._made.get(kinds)
        if found is None:
            found = self._made[kinds] = tuple(sorted([p for p in self.parts if p.kind in kinds], key=_place))
        return found

    def remember(self, name: str, make: Callable[[ReadSentence], Made]) -> Made:
        """What `make(self)` gives, made once: what several kinds of statement ask of the same sentence."""
        if name not in self._made:
            self._made[name] = make(self)
        made: Made = self._made[name]
        return made


@dataclass(frozen=True, slots=True)
class Reading:
    """A document half read. `folded` is the prepared text, folded; `published` the day relative times count from."""

    prepared: PreparedText
    language: Language
    folded: str
    sentences: tuple[ReadSentence, ...]
    _made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def remember(self, name: str, make: Callable[[Reading], Made]) -> Made:
        """What `make(self)` gives, made once: what several kinds of statement ask of the same document."""
        if name not in self._made:
            self._made[name] = make(self)
        made: Made = self._made[name]
        return made

    @property
    def title(self) -> str | None:
        """The document's title, in the letters of the language's data."""
        return self.prepared.title or self.prepared.document.title

    @property
    def published(self) -> date | None:
        return _parse_day(self.prepared.published[:10]) if self.prepared.published else None


@lru_cache(maxsize=1024)
def _parse_day(day: str) -> date:
    return date.fromisoformat(day)
