"""Word lists with values: areas, units, positions, organisations … found in a text, leftmost and longest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, NamedTuple

from hamkor.grammar.index import AnchorIndex, Interest
from hamkor.grammar.notation import compile_notation
from hamkor.model.value import value

_REMEMBERED = 200_000  # words kept at most
_PLAIN = re.compile(r"\w+(?:~\w*)?")  # an element that is one word
_GOES_ON = frozenset("-'_")  # marks over which a word may go on
_Choice = tuple[Callable[[str, int, int], "re.Match[str] | None"], Any]  # a pattern, and what it means


class _Choices(NamedTuple):
    """What may begin with a word of this `length`, in order.

    `alone` where that is no more than the word, which then means `value`.
    """

    length: int
    choices: tuple[_Choice, ...]
    alone: bool
    value: Any


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
        self._index = AnchorIndex(notation.begins or frozenset() for notation in self._patterns)
        self._compile_first = lru_cache(maxsize=None)(partial(compile_notation, place="", endings=endings))
        self._known: dict[str, _Choices | None] = {}
        self._interest = Interest(self._get_choices, self._index.by)

    def find(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Entries in `folded[start:end]`, not overlapping. The text must be folded (`hamkor.text.fold`)."""
        limit = len(folded) if end is None else end
        reached = start
        for at, known in self._interest.find(folded, start, limit):
            best = _match(known, folded, at, limit) if known and at >= reached else None
            if best:
                yield best
                reached = best.end

    def begins(self, word: str) -> bool:
        """Whether an entry may begin with this word (folded)."""
        return bool(self._index.get(word))

    def match(self, folded: str, at: int, limit: int, word: str) -> Found | None:
        """The longest entry that begins with the `word` at `at`; the first of equals."""
        known = self._get_choices(word)
        return _match(known, folded, at, limit) if known else None

    def _get_choices(self, word: str) -> _Choices | None:
        """The patterns that may begin with this word, and what they mean; None where none may."""
        if word in self._known:
            return self._known[word]
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        numbers = [number for number in self._index.get(word) if self._may_begin(number, word)]
        choices = tuple((self._patterns[n].regex.match, self.entries[n].value) for n in numbers)
        alone = all(_PLAIN.fullmatch(self.entries[n].pattern) for n in numbers)
        found = self._known[word] = _Choices(len(word), choices, alone, choices[0][1]) if choices else None
        return found

    def _may_begin(self, number: int, word: str) -> bool:
        """Whether the word is a form of the pattern's first element, where that is one word."""
        first, _, rest = self.entries[number].pattern.partition(" ")
        if not _PLAIN.fullmatch(first) or rest.startswith("|"):
            return True
        notation = self._compile_first(first)
        goes_on = "-" in notation.expression or "'" in notation.expression  # then more may belong to it than the word
        return goes_on or notation.regex.match(word) is not None


def _match(known: _Choices, folded: str, at: int, limit: int) -> Found | None:
    """The longest of the choices at the word at `at`; the first of equals."""
    end, best = at + known.length, known.value
    if not (known.alone and end <= limit and _stands_alone(folded, at, end)):
        end = at
        for match, meaning in known.choices:
            met = match(folded, at, limit)
            if met and met.end() > end:
                end, best = met.end(), meaning
    return Found(at, end, best) if end > at else None


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether a word neither goes on beyond `end` nor began before `start`."""
    after, before = folded[end : end + 1], folded[start - 1 : start]
    return not (after.isalnum() or after in _GOES_ON or before.isalnum() or before == "_")
