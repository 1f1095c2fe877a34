"""A sentence while its figures and times are read: the words around a place, and which words are worth a look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING

from hamkor.grammar import Found, Lexicon
from hamkor.grammar.index import Interest, Token, words_of

if TYPE_CHECKING:
    from hamkor.extract.numbers.numerals import Number

WORD = re.compile(r"\w+")
_FARTHEST = 5  # words before a place that may bear on it
_REMEMBERED = 200_000


@dataclass(slots=True)
class Line:
    """A sentence at `start:end` of the prepared `text` and of the `folded` one."""

    text: str
    folded: str
    start: int
    end: int
    rows: dict[int, Number] = field(default_factory=dict)  # of rows: a number's start → the last, which has the unit
    _before: dict[int, Sequence[Token]] = field(default_factory=dict)

    def words_before(self, at: int) -> Sequence[Token]:
        """The last words before `at`, in order."""
        known = self._before.get(at)
        if known is None:
            known = self._before[at] = words_of(self.folded, self.start, self.end).before(at, _FARTHEST)
        return known

    def word_before(self, at: int) -> str:
        """The word right before `at` if only spaces lie between, else nothing."""
        before = self.words_before(at)
        if not before:
            return ""
        start, word = before[-1]
        end = start + len(word)
        return word if end == at or self.folded[end:at].isspace() else ""

    def char(self, at: int) -> str:
        """The character at this place; a space outside the sentence."""
        return self.folded[at] if self.start <= at < self.end else " "

    def skip_spaces(self, at: int) -> int:
        folded, end = self.folded, self.end
        while at < end and folded[at] == " ":
            at += 1
        return at

    def match(self, lexicon: Lexicon, at: int) -> Found | None:
        """The longest entry of `lexicon` at the next word after `at`."""
        word = WORD.match(self.folded, self.skip_spaces(at), self.end)
        return lexicon.match(self.folded, word.start(), self.end, word.group()) if word else None


class Triggers(dict[str, bool]):
    """Whether a word (folded) is worth a look; each word is asked about once.

    >>> triggers = Triggers(str.isdigit)
    >>> triggers.find("in 2025"), triggers.find("in spring")
    ([(3, '2025')], ())
    """

    def __init__(self, *tests: Callable[[str], object]) -> None:
        super().__init__()
        self._tests = tests
        self._interest = Interest(lambda word: word if self[word] else "")

    def __missing__(self, word: str) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = found = any(test(word) for test in self._tests)
        return found

    def find_among(self, words: Sequence[str]) -> list[int]:
        """The numbers of the words (folded) that are worth a look."""
        return list(compress(range(len(words)), map(self.__getitem__, words)))

    def find(self, folded: str, start: int = 0, end: int | None = None) -> Sequence[Token]:
        """The words worth a look in `folded[start:end]`, with their places."""
        return self._interest.find(folded, start, len(folded) if end is None else end)


def get_first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The first run of letters of each (folded): where it does not stand in a text, the phrase does not.

    >>> sorted(get_first_words(["start-up", "-based"]))
    ['based', 'start']
    """
    return frozenset(met[0] for phrase in phrases if (met := WORD.search(phrase)))
