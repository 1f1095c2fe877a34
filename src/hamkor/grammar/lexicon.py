"""Word lists with values: areas, units, positions, organisations … found in a text, leftmost and longest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hamkor.grammar.index import AnchorIndex
from hamkor.grammar.notation import compile_notation
from hamkor.model.value import value

_REMEMBERED = 200_000  # words kept at most
_Choice = tuple[Callable[[str, int, int], "re.Match[str] | None"], Any]  # a pattern, and what it means


@dataclass(frozen=True, slots=True)
class Entry:
    """A pattern and what it means. `place` (file and line) stands in errors."""

    pattern: str
    value: Any
    place: str = ""


@value(frozen=True, slots=True)
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
        self._patterns = [
            compile_notation(e.pattern, place=e.place, lists=lists, endings=endings) for e in self.entries
        ]
        first_words = [
            frozenset(
                anchor
                for first in _first_elements(e.pattern, lists or {})
                for anchor in compile_notation(first, place=e.place, lists=lists, endings=endings).anchors
            )
            for e in self.entries
        ]
        self._index = AnchorIndex(first_words)
        self._choices: dict[str, tuple[_Choice, ...]] = {}

    def find(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Entries in `folded[start:end]`, not overlapping. The text must be folded (`hamkor.text.fold`)."""
        limit = len(folded) if end is None else end
        reached = start
        for at, word in self._index.find_tokens(folded, start, limit):
            best = self.match(folded, at, limit, word) if at >= reached else None
            if best:
                yield best
                reached = best.end

    def begins(self, word: str) -> bool:
        """Whether an entry may begin with this word (folded)."""
        return bool(self._index.get(word))

    def match(self, folded: str, at: int, limit: int, word: str) -> Found | None:
        """The longest entry that begins with the `word` at `at`; the first of equals."""
        choices = self._choices.get(word)
        end, best = at, None
        for match, meaning in self._learn(word) if choices is None else choices:
            met = match(folded, at, limit)
            if met and met.end() > end:
                end, best = met.end(), meaning
        return Found(at, end, best) if end > at else None

    def _learn(self, word: str) -> tuple[_Choice, ...]:
        """The patterns that may begin with this word, and what they mean."""
        if len(self._choices) >= _REMEMBERED:
            self._choices.clear()
        numbers = self._index.get(word)
        found = self._choices[word] = tuple((self._patterns[n].regex.match, self.entries[n].value) for n in numbers)
        return found


def _first_elements(pattern: str, lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The elements that matches of a pattern may begin with: those of each alternative, of each line of a list."""
    pieces = _split(pattern, " ")
    first = pieces[0]
    if first[:1] in "([" and first[-1:] in ")]":
        for choice in _split(first[1:-1], "|"):
            yield from _first_elements(choice.strip(), lists)
        if first[0] == "[" and len(pieces) > 1:
            yield from _first_elements(" ".join(pieces[1:]), lists)
    elif first[:1] == "{" and first.strip("{}") in lists:
        for line in lists[first.strip("{}")]:
            yield from _first_elements(line, lists)
    else:
        yield first


def _split(pattern: str, mark: str) -> list[str]:
    """The pieces of a pattern between the marks that stand outside all brackets."""
    pieces, depth = [""], 0
    for character in pattern:
        depth += (character in "([") - (character in ")]")
        if character == mark and not depth:
            pieces.append("")
        else:
            pieces[-1] += character
    return [piece for piece in pieces if piece]
