"""Which patterns may match here: an index from words to the patterns anchored in them.

One look-up a word, however many patterns there are: what a word leads to is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WORDS = re.compile(r"\w+|[\ue000-\ue0ff]")
_REMEMBERED = 200_000  # words kept at most; then memory starts anew


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """The different words and parts of a scene's text: many rulebooks ask for those of the same scene."""
    return frozenset(WORDS.findall(text))


@lru_cache(maxsize=256)
def tokens_of(folded: str, start: int, end: int) -> tuple[tuple[str, int], ...]:
    """The words of `folded[start:end]` with their places: many lexicons look through the same sentence."""
    return tuple((met.group(), met.start()) for met in WORDS.finditer(folded, start, end))


class AnchorIndex:
    """Numbers of patterns by anchor. Patterns without any anchor are candidates everywhere."""

    def __init__(self, anchors: Iterable[frozenset[tuple[str, bool]]]) -> None:
        self._whole: dict[str, list[int]] = {}
        self._beginning: dict[str, list[int]] = {}
        self.everywhere: list[int] = []
        for number, choices in enumerate(anchors):
            if not choices:
                self.everywhere.append(number)
            for word, whole in choices:
                (self._whole if whole else self._beginning).setdefault(word, []).append(number)
        self._longest = max(map(len, self._beginning), default=0)
        self._known: dict[str, tuple[int, ...]] = {}

    def get(self, word: str) -> tuple[int, ...]:
        """Numbers of the patterns that `word` (folded) may be the anchor of, in the order they were given."""
        known = self._known.get(word)
        return known if known is not None else self._learn(word)

    def find(self, words: Iterable[str]) -> set[int]:
        """Numbers of the patterns that any of these words may be the anchor of."""
        numbers: set[int] = set()
        known = self._known
        for word in words:
            found = known.get(word)
            if found is None:
                found = self._learn(word)
            if found:
                numbers.update(found)
        return numbers

    def _learn(self, word: str) -> tuple[int, ...]:
        numbers = list(self._whole.get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            numbers.extend(self._beginning.get(word[:length], ()))
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        found = self._known[word] = tuple(sorted(set(numbers)))
        return found
