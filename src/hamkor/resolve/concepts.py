"""What the words of organisations' names mean, whatever their language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from hamkor.grammar import load_language
from hamkor.grammar.language import list_folders
from hamkor.resolve.tables import load_rows
from hamkor.text.sounds import fold_word

_SHORTEST = 3  # letters of a beginning
_LONGEST_END = 9  # letters that may follow it: what goes on longer is another word («худудгазтаъминот» of «худуд»)
_ENDING = 5  # letters of an ending that a short word may bear («bankining»)


class Meant(NamedTuple):
    """What a word means: concepts, the mark of their row, the language whose word it is."""

    concepts: tuple[str, ...]
    mark: str
    language: str


@lru_cache(maxsize=50_000)
def find_concepts(word: str) -> tuple[Meant, ...]:
    """The meanings of a folded word, one for each language that knows it, that of the longest beginning first.

    >>> [(m.concepts, m.language) for m in find_concepts("vazirligining")]
    [(('ministry',), 'uz')]
    """
    return tuple(meant for _, meant in sorted(_look_up_all(word), key=lambda met: -met[0]))


@lru_cache(maxsize=50_000)
def find_whole_concepts(word: str) -> frozenset[str]:
    """What a folded word means as a whole: a compound that only begins with something known is a word of its own.

    >>> sorted(find_whole_concepts("хлебного")), sorted(find_whole_concepts("хлебопродукт"))
    (['bakery'], [])
    """
    whole = (meant for known, meant in _look_up_all(word) if len(word) - known <= max(known, _ENDING))
    return frozenset(c for meant in whole for c in meant.concepts)


@lru_cache(maxsize=8)
def list_marked(*marks: str) -> frozenset[str]:
    """The concepts of the rows with one of these marks: `rank`, `weak`."""
    rows = (row for row in load_rows("concepts") if row["mark"] in marks)
    return frozenset(c for row in rows for c in row["concept"].split())


@lru_cache(maxsize=50_000)
def find_pair(words: tuple[str, ...]) -> Meant | None:
    """What two folded words mean together in one of the languages («Центральной Азии»); None where they mean nothing.

    >>> find_pair(("markaziy", "osiyo")).concepts == find_pair(("центральной", "азии")).concepts
    True
    """
    found = (_look_up_pair(words, language) for language in _words()) if len(words) > 1 else ()
    return next((met for met in found if met), None)


def _look_up_pair(words: tuple[str, ...], language: str) -> Meant | None:
    reader = _reads(language)
    read = [fold_word(reader(word)).replace("ʽ", "'") if reader else word for word in words[:2]]
    known = ((begin.split("_"), meant) for begin, meant in _list_pairs() if meant.language == language)
    fits = (meant for begins, meant in known if all(map(str.startswith, read, begins)))
    return next(fits, None)


@lru_cache(maxsize=1)
def _list_pairs() -> tuple[tuple[str, Meant], ...]:
    return tuple((word, meant) for _, word, meant in _list_words() if "_" in word)


def _look_up_all(word: str) -> list[tuple[int, Meant]]:
    return [met for language in _words() if (met := _look_up(word, language))]


def _look_up(word: str, language: str) -> tuple[int, Meant] | None:
    """What a word means in a language, and how many of its letters tell so."""
    whole, beginnings = _words()[language]
    reader = _reads(language)
    read = fold_word(reader(word)).replace("ʽ", "'") if reader else word
    if read in whole:
        return len(read), whole[read]
    lengths = range(len(read), max(_SHORTEST, len(read) - _LONGEST_END) - 1, -1)
    return next(((n, beginnings[read[:n]]) for n in lengths if read[:n] in beginnings), None)


@lru_cache(maxsize=8)
def _reads(code: str) -> Callable[[str], str] | None:
    """The reader of a language in two scripts; None where nothing is to be done."""
    known = {folder.name for folder in list_folders()}
    if code not in known or len(load_language(code).get("language", "scripts")) < 2:
        return None
    return load_language(code).reader.convert_plain


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[dict[str, Meant], dict[str, Meant]]]:
    found: dict[str, tuple[dict[str, Meant], dict[str, Meant]]] = {}
    for language, word, meant in _list_words():
        whole, beginnings = found.setdefault(language, ({}, {}))
        if word.startswith("="):
            whole.setdefault(word[1:], meant)
        else:
            beginnings.setdefault(word, meant)
    return found


def _list_words() -> Iterator[tuple[str, str, Meant]]:
    for row in load_rows("concepts"):
        for language in list(row)[2:]:
            for word in row[language].split():
                yield language, word, Meant(tuple(row["concept"].split()), row["mark"], language)
