"""Word lists with values: areas, units, positions, organisations … found in a text, leftmost and longest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hamkor.grammar.index import WORDS, AnchorIndex
from hamkor.grammar.notation import compile_notation


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern and what it means. `place` (file and line) stands in errors."""

    pattern: str
    value: Any
    place: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry met in a text, at `start:end`."""

    start: int
    end: int
    value: Any


class Lexicon:
    """All entries of one kind, compiled once. Every pattern must begin with a word.

    >>> lexicon = Lexicon([Entry("узбекистан~", "UZ"), Entry("самаркандск~ област~", "UZ-SA")])
    >>> [(f.start, f.end, f.value) for f in lexicon.find("из самаркандской области узбекистана")]
    [(3, 24, 'UZ-SA'), (25, 36, 'UZ')]
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        *,
        lists: Mapping[str, Sequence[str]] | None = None,
        endings: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.entries = list(entries)
        compiled = [
            compile_notation(e.pattern, place=e.place, lists=lists, endings=endings) for e in self.entries
        ]
        self._regexes: list[re.Pattern[str]] = [c.regex for c in compiled]
        first_words = [
            compile_notation(_first_element(e.pattern), place=e.place, lists=lists, endings=endings).anchors
            for e in self.entries
        ]
        self._index = AnchorIndex(first_words)

    def find(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Entries in `folded[start:end]`, not overlapping. The text must be folded (`hamkor.text.fold`)."""
        limit = len(folded) if end is None else end
        reached = start
        for word in WORDS.finditer(folded, start, limit):
            if word.start() < reached:
                continue
            best = self.match(folded, word.start(), limit, word.group())
            if best:
                yield best
                reached = best.end

    def begins(self, word: str) -> bool:
        """Whether an entry may begin with this word (folded)."""
        return bool(self._index.get(word))

    def match(self, folded: str, at: int, limit: int, word: str) -> Found | None:
        """The longest entry that begins with the `word` at `at`; the first of equals."""
        best: Found | None = None
        for number in self._index.get(word):
            met = self._regexes[number].match(folded, at, limit)
            if met and (best is None or met.end() > best.end):
                best = Found(at, met.end(), self.entries[number].value)
        return best


def _first_element(pattern: str) -> str:
    """The part of a pattern up to its first space outside brackets."""
    depth = 0
    for position, character in enumerate(pattern):
        depth += (character in "([") - (character in ")]")
        if character == " " and not depth:
            return pattern[:position]
    return pattern
