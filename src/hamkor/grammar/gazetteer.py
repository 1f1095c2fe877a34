"""Long lists of names with values, as a dictionary of forms: loaded fast, and one look-up a word while reading.

Patterns here are words only (`word`, `stem~class`), one after another; a `Lexicon` takes the whole notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from hamkor.errors import LanguageError
from hamkor.text.fold import fold

Value = TypeVar("Value")
WORD = re.compile(r"\w+(?:'\w+)*")
_ELEMENT = re.compile(r"(?P<joint>[ -]*)(?P<stem>\w+(?:'\w+)*)(?:~(?P<ending>\w+))?")


@lru_cache(maxsize=16)
def find_words(folded: str, start: int, end: int) -> tuple[tuple[re.Match[str], ...], tuple[str, ...]]:
    """The words of a stretch of text, as matches and as strings; several gazetteers read the same sentence in turn."""
    words = tuple(WORD.finditer(folded, start, end))
    return words, tuple([word[0] for word in words])


class Form(NamedTuple, Generic[Value]):
    """What follows a first word: further words (with the joint before them) in all their forms, and the value."""

    rest: tuple[frozenset[str], ...]
    value: Value


class Gazetteer(Generic[Value]):
    """Names in all their forms.

    >>> names = Gazetteer([("узбекистан~m", "UZ"), ("алма-ат~a", "KZ-75")], {"m": ["", "а"], "a": ["а", "ы"]})
    >>> names.match("из алма-аты", 3)
    (11, 'KZ-75')
    """

    def __init__(
        self, entries: Iterable[tuple[str, Value]], endings: Mapping[str, Sequence[str]], *, place: str = ""
    ) -> None:
        self._endings = endings
        self._place = place
        self._first: dict[str, list[Form[Value]]] = {}
        for pattern, value in entries:
            self._add(pattern, value)
        for forms in self._first.values():
            forms.sort(key=lambda form: -len(form.rest))

    def _add(self, pattern: str, value: Value) -> None:
        words = self._expand(pattern)
        form = Form(tuple(words[1:]), value)
        for word in words[0]:
            self._first.setdefault(word, []).append(form)

    def _expand(self, pattern: str) -> list[frozenset[str]]:
        """The forms of each word of a pattern, each with its joint (space, hyphen or nothing) before it."""
        elements, at = [], 0
        while at < len(pattern):
            element = _ELEMENT.match(pattern, at)
            if not element:
                raise self._error(pattern, pattern[at:], "words as `word` or `stem~class`")
            joint = "-" if "-" in element["joint"] else element["joint"][:1]
            elements.append(frozenset(joint + form for form in self._forms(pattern, element)))
            at = element.end()
        return elements

    def _forms(self, pattern: str, element: re.Match[str]) -> list[str]:
        stem, ending = fold(element["stem"]), element["ending"]
        if not ending:
            return [stem]
        if ending not in self._endings:
            raise self._error(pattern, f"the ending class ~{ending}", f"one of {', '.join(sorted(self._endings))}")
        return [stem + fold(e) for e in self._endings[ending]]

    def _error(self, pattern: str, found: str, expected: str) -> LanguageError:
        return LanguageError(f"{self._place}: {pattern!r}", found=found, expected=expected, do="mend the pattern")

    @property
    def first_words(self) -> frozenset[str]:
        """Every form of every first word."""
        return frozenset(self._first)

    def __contains__(self, word: str) -> bool:
        return word in self._first

    def match(self, folded: str, start: int, word: str | None = None) -> tuple[int, Value] | None:
        """Where the longest name that begins with the word at `start` ends, and its value; the first of equals."""
        for end, value in self.match_all(folded, start, word):
            return end, value
        return None

    def match_all(self, folded: str, start: int, word: str | None = None) -> Iterable[tuple[int, Value]]:
        """All names that begin with the word at `start`, longest first."""
        if word is None:
            met = WORD.match(folded, start)
            word = met.group() if met else ""
        for form in self._first.get(word, ()):
            end = _follow(folded, start + len(word), form.rest) if form.rest else start + len(word)
            if end is not None:
                yield end, form.value


def _follow(folded: str, at: int, rest: tuple[frozenset[str], ...]) -> int | None:
    for forms in rest:
        met = WORD.search(folded, at, at + 40)
        if not met or _joint(folded[at : met.start()]) + met.group() not in forms:
            return None
        at = met.end()
    return at


def _joint(between: str) -> str:
    return " " if between.isspace() else between
