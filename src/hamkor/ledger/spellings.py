"""Which words of the ledger are a word that was asked for: in another script, in other letters, with another ending.

Each word of the latest texts stands in a table with what is left of it when endings are taken off, by the language of
its document. A word that is asked for is known to be of the languages whose documents hold it: in these only its own
forms count; in others also what sounds like it, and the names that its area has there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from hamkor.grammar import load_language
from hamkor.grammar.language import list_folders
from hamkor.grammar.stems import get_stemmer
from hamkor.ledger.area_names import find_names
from hamkor.ledger.tables import spellings
from hamkor.text.sounds import get_sounds, list_frames, measure_words

_NO_LANGUAGE = ""
_AT_ONCE = 400  # rows of one INSERT, values of one IN
_MOST_NEAR = 200  # words that one word stands for
# How far words of so many sounds may lie apart: the shorter, the nearer; one sound («к», qqq) tells nothing.
_NEAR = ((1, -1), (4, 0.05), (5, 0.15), (6, 0.25), (99, 0.35))
# What is no word by itself may have lost too much: it must be long, and near.
_LEAST_UNSURE, _NEAR_UNSURE = 5, 0.1


class Spelling(NamedTuple):
    """A word of a document of this language, as one of its stems; `frame` is the stem's consonants."""

    frame: str
    word: str
    language: str
    stem: str


@lru_cache(maxsize=100_000)
def list_spellings(word: str, language: str) -> tuple[Spelling, ...]:
    """All rows of one word."""
    stems = find_stems(word, language)
    return tuple(dict.fromkeys(Spelling(frame, word, language, s) for s in stems for frame in list_frames(s)))


def find_stems(word: str, language: str) -> tuple[str, ...]:
    """The word and what is left of it without endings; of no language that we know: the word."""
    return get_stemmer(load_language(language)).find_stems(word) if language in _list_languages() else (word,)


def get_code(language: str) -> str:
    """The language of a tag, without its script, if there is a folder of it; else none.

    >>> get_code("uz-Cyrl"), get_code("de")
    ('uz', '')
    """
    code = language.partition("-")[0]
    return code if code in _list_languages() else _NO_LANGUAGE


@lru_cache(maxsize=1)
def _list_languages() -> frozenset[str]:
    return frozenset(folder.name for folder in list_folders())


def add_spellings(connection: Connection, words: Iterable[str], language: str) -> None:
    """Keep words of a document of this language; those kept already stay. In order, so that writers do not block."""
    code = get_code(language)
    rows = sorted({row for word in words for row in list_spellings(word, code)})
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    insert = dialect.insert(spellings).on_conflict_do_nothing()
    for first in range(0, len(rows), _AT_ONCE):
        connection.execute(insert, [row._asdict() for row in rows[first : first + _AT_ONCE]])


_FRAMES: BindParameter[Collection[str]] = bindparam("frames", expanding=True)
_BY_FRAME = select(spellings).where(spellings.c.frame.in_(_FRAMES))
_KNOWN = select(spellings.c.language).where(spellings.c.word == bindparam("word")).distinct()


def find_near(connection: Connection, word: str) -> frozenset[str]:
    """The words of the ledger that stand for this one, itself aside; the nearest, where they are very many."""
    known = set(connection.scalars(_KNOWN, {"word": word}))
    asked = _Asked(word, known & _list_languages())
    rows = _find_rows(connection, asked.frames)
    asked.own |= {row.word for row in rows if asked.holds(row.language, row.stem)}
    rows += _find_rows(connection, asked.frames)
    stand = {(row.language, row.stem) for row in rows if find_stems(row.word, row.language)[0] == row.stem}
    found: dict[str, float] = {}
    for row in rows:
        apart = None if row.word == word else asked.measure(row.language, row.stem, stand)
        if apart is not None:
            found[row.word] = min(apart, found.get(row.word, apart))
    return frozenset(sorted(found, key=lambda near: (found[near], near))[:_MOST_NEAR])


def _find_rows(connection: Connection, frames: Collection[str]) -> list[Any]:
    listed = sorted(frames)
    parts = (listed[first : first + _AT_ONCE] for first in range(0, len(listed), _AT_ONCE))
    return [row for part in parts for row in connection.execute(_BY_FRAME, {"frames": part})]


class _Asked:
    """A word that is asked for: its forms in each language, and how far others lie from it.

    known  the languages whose documents hold it; of none: it may be of any
    own    its forms as they stand in texts, by which it is found in other languages («Бухару»: Бухара, so Buxoro)
    """

    def __init__(self, word: str, known: Collection[str]) -> None:
        self.own, self._known = {word}, known
        self._stems = {language: frozenset(find_stems(word, language)) for language in known or _list_languages()}
        self._names = find_names(self._stems)

    @property
    def frames(self) -> set[str]:
        """Of all that it may be found as."""
        wanted = self.own.union(*self._stems.values(), *self._names.values())
        return {frame for stem in wanted for frame in list_frames(stem)}

    def holds(self, language: str, stem: str) -> bool:
        """Whether a word with this stem is the word itself, in a language of its own."""
        return stem in self._stems.get(language, ())

    def measure(self, language: str, stem: str, stand: Collection[tuple[str, str]]) -> float | None:
        """How far a stem of this language lies from the word; None where it is another.

        stand  the stems that are words of the ledger by themselves: of others no more than their sounds may be taken
        """
        if self.holds(language, stem) or stem in self._names.get(language, ()):
            return 0.0
        if language in self._known:
            return None
        sure = (language, stem) in stand
        every = self.own.union(*self._stems.values())
        told = (_measure(own, stem, sure=sure and self._is_sure(own, stand)) for own in every)
        return min((apart for apart in told if apart is not None), default=None)

    def _is_sure(self, own: str, stand: Collection[tuple[str, str]]) -> bool:
        return own in self.own or any((language, own) in stand for language in self._stems)


def _measure(own: str, stem: str, *, sure: bool) -> float | None:
    """How far two stems of different languages lie apart; None where they are two words."""
    if own == stem:
        return 0.0
    length = min(len(get_sounds(own)), len(get_sounds(stem)))
    most = next(most for sounds, most in _NEAR if length <= sounds) if sure else _get_most_unsure(length)
    apart = measure_words(own, stem)
    return apart if apart <= most else None


def _get_most_unsure(length: int) -> float:
    return _NEAR_UNSURE if length >= _LEAST_UNSURE else -1
