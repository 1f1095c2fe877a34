"""Long lists of names with values, as a dictionary of forms: loaded fast, and one look-up a word while reading.

Patterns here are words only (`word`, `stem~class`), joined by a space, a hyphen or a full stop; a `Lexicon` takes the
whole notation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from hamkor.errors import LanguageError
from hamkor.grammar.endings import Endings
from hamkor.text.fold import fold

Value = TypeVar("Value")
_REMEMBERED = 200_000  # words kept at most
WORD = re.compile(r"\w+(?:'\w+)*")
_ELEMENT = re.compile(r"(?P<joint>[ .-]*)(?P<stem>\w+(?:'\w+)*)(?:~(?P<ending>\w+))?")


@lru_cache(maxsize=16)
def find_words(folded: str, start: int, end: int) -> tuple[tuple[re.Match[str], ...], tuple[str, ...]]:
    """The words of a stretch of text, as matches and as strings; several gazetteers read the same sentence in turn."""
    words = tuple(WORD.finditer(folded, start, end))
    return words, tuple([word[0] for word in words])


_EXACT = frozenset(("",))
_NOTHING = ("", "", 0)
_FARTHEST = 40  # characters in which the next word of a name ends


class _Word(NamedTuple):
    """A word of a name: the joint before it (space, hyphen or nothing), its stem, and the endings it may have."""

    joint: str
    stem: str
    endings: frozenset[str]

    def has_form(self, word: str) -> bool:
        return word.startswith(self.stem) and word[len(self.stem) :] in self.endings


class Form(NamedTuple, Generic[Value]):
    """The endings of a first word, what follows it: further words in all their forms; and the value.

    number  its place among the names, which decides between equals
    """

    number: int
    endings: frozenset[str]
    rest: tuple[_Word, ...]
    value: Value


class Gazetteer(Generic[Value]):
    """Names in all their forms; what is kept are stems and classes of endings, not the forms.

    >>> names = Gazetteer([("узбекистан~m", "UZ"), ("алма-ат~a", "KZ-75")], {"m": ["", "а"], "a": ["а", "ы"]})
    >>> names.match("из алма-аты", 3)
    (11, 'KZ-75')
    """

    def __init__(
        self, entries: Iterable[tuple[str, Value]], endings: Mapping[str, Sequence[str]], *, place: str = ""
    ) -> None:
        self._endings = Endings.of(endings)
        self._place = place
        self._stems: dict[str, list[Form[Value]]] = {}
        self._size = 0
        for pattern, value in entries:
            self._add(pattern, value)
        self._shortest = min(map(len, self._stems), default=0)
        self._longest = max(map(len, self._stems), default=0)
        self._known: dict[str, tuple[Form[Value], ...]] = {}

    def _add(self, pattern: str, value: Value) -> None:
        first, *rest = self._read(pattern)
        self._stems.setdefault(first.stem, []).append(Form(self._size, first.endings, tuple(rest), value))
        self._size += 1

    def _read(self, pattern: str) -> list[_Word]:
        """The words of a pattern, each with its joint before it."""
        elements, at = [], 0
        while at < len(pattern):
            element = _ELEMENT.match(pattern, at)
            if not element:
                raise self._error(pattern, pattern[at:], "words as `word` or `stem~class`")
            joint = "-" if "-" in element["joint"] else element["joint"].rstrip(" ") or element["joint"][:1]
            elements.append(_Word(joint, fold(element["stem"]), self._get_endings(pattern, element["ending"])))
            at = element.end()
        return elements

    def _get_endings(self, pattern: str, name: str | None) -> frozenset[str]:
        if not name:
            return _EXACT
        if name not in self._endings:
            raise self._error(pattern, f"the ending class ~{name}", f"one of {', '.join(sorted(self._endings))}")
        return self._endings.get_forms(name)

    def _error(self, pattern: str, found: str, expected: str) -> LanguageError:
        return LanguageError(f"{self._place}: {pattern!r}", found=found, expected=expected, do="mend the pattern")

    def __contains__(self, word: str) -> bool:
        return bool(self._get_forms(word))

    def _get_forms(self, word: str) -> tuple[Form[Value], ...]:
        """The names that begin with this word (folded), those of most words first; each word is looked up once."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = sorted(self._look_up(word), key=lambda form: (-len(form.rest), form.number))
            known = self._known[word] = tuple(found)
        return known

    def _look_up(self, word: str) -> Iterator[Form[Value]]:
        for length in range(min(len(word), self._longest), self._shortest - 1, -1):
            for form in self._stems.get(word[:length], ()):
                if word[length:] in form.endings:
                    yield form

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
        forms, at = self._get_forms(word), start + len(word)
        following = _next(folded, at) if forms and forms[0].rest else _NOTHING
        for form in forms:
            end = _follow(folded, form.rest, following) if form.rest else at
            if end is not None:
                yield end, form.value


def _next(folded: str, at: int) -> tuple[str, str, int]:
    """The joint after a place, the word behind it and where that ends; nothing where no word is near."""
    met = WORD.search(folded, at, at + _FARTHEST)
    return (_joint(folded[at : met.start()]), met[0], met.end()) if met else _NOTHING


def _follow(folded: str, rest: tuple[_Word, ...], following: tuple[str, str, int]) -> int | None:
    """Where the rest of a name ends whose first word is followed so; None where something else follows."""
    for number, wanted in enumerate(rest):
        joint, word, at = _next(folded, following[2]) if number else following
        if joint != wanted.joint or not wanted.has_form(word):
            return None
        following = joint, word, at
    return following[2]


def _joint(between: str) -> str:
    return " " if between.isspace() else between.rstrip(" ")
