"""Names of people taken apart: given names, surname, patronymic, initials, in every case that they may stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hamkor.grammar import load_language
from hamkor.grammar.language import list_folders
from hamkor.resolve.cases import undo_cases
from hamkor.resolve.pinyin import read_pinyin
from hamkor.resolve.tables import load_toml
from hamkor.text.sounds import VOWELS, fold_word, get_sounds, is_near, measure_words

_WORD = re.compile(r"[^\W\d_]+(?:['‘’ʻʼ`´-]+[^\W\d_]+)*['‘’ʻʼ`´]?\.?")
ENDLESS = "surname's end"  # how a name is read whose surname has lost it
_INITIAL = 3  # letters at most of an initial: «Дж.»


class Word(NamedTuple):
    """A word of a name: as a man of the family bears it, whether a woman's ending was taken off, whether an initial."""

    text: str
    woman: bool = False
    initial: bool = False


class Person(NamedTuple):
    """One way to read a name.

    words       given names and surname in the order of the text, initials among them
    patronymic  the father's name, or ""
    case        the scheme by which a case was undone, or ""
    """

    words: tuple[Word, ...]
    patronymic: str = ""
    case: str = ""


@lru_cache(maxsize=20_000)
def parse_person(name: str) -> tuple[Person, ...]:
    """The ways to read a name, as it stands first; empty where it has no letters.

    >>> [(p.words[0].text, p.words[1].text, p.case) for p in parse_person("Бахтиёра Ибрагимова")][:2]
    [('бахтиёра', 'ибрагимов', ''), ('бахтиёр', 'ибрагимов', 'ru m gen')]
    """
    titles = _data().titles
    words = [w for w in (fold_word(m[0]) for m in _WORD.finditer(name)) if w.rstrip(".") not in titles]
    readings = [(tuple(words), ""), *_read_otherwise(tuple(words))] if words else []
    found = tuple(dict.fromkeys(_make(words, case) for words, case in readings))
    return tuple(p for p in found if p.patronymic or not found[0].patronymic)


class Match(NamedTuple):
    """How the words of two names meet: pairs of whole words with their distance, initials that fit, what is left."""

    whole: tuple[tuple[str, str, float], ...]
    initials: tuple[tuple[str, str], ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    surname: bool
    women: tuple[bool, ...]


def match_words(left: Person, right: Person) -> Match:
    """The words of two names, paired nearest first, in any order; then initials with what is left."""
    rest_left, rest_right = list(left.words), list(right.words)
    whole = [(a, b, d) for a, b, d in _pair(rest_left, rest_right)]
    initials = list(_pair_initials(rest_left, rest_right))
    return Match(
        tuple((a.text, b.text, d) for a, b, d in whole),
        tuple((a.text, b.text) for a, b in initials),
        tuple(rest_left),
        tuple(rest_right),
        any(_is_surname(left, a) or _is_surname(right, b) for a, b, _ in whole),
        tuple(a.woman != b.woman for a, b, _ in whole if a.woman or b.woman),
    )


def _is_surname(person: Person, word: Word) -> bool:
    """Whether this word may be the surname: it stands last, or first, or ends as surnames do."""
    return word in (person.words[-1], person.words[0]) or word.text.endswith(_data().surname)


def _pair(left: list[Word], right: list[Word]) -> Iterator[tuple[Word, Word, float]]:
    """Takes whole words of one name off both lists, the nearest first."""
    near = sorted(
        (measure_names(a.text, b.text), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if not a.initial and not b.initial
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    words = (tuple(left), tuple(right))
    for distance, i, j in near:
        a, b = words[0][i], words[1][j]
        if i not in taken_left and j not in taken_right and _is_one(a.text, b.text, distance):
            taken_left.add(i)
            taken_right.add(j)
            yield a, b, distance
    left[:] = [w for i, w in enumerate(words[0]) if i not in taken_left]
    right[:] = [w for j, w in enumerate(words[1]) if j not in taken_right]


def _is_one(a: str, b: str, distance: float) -> bool:
    return is_near(distance, min(len(get_sounds(a)), len(get_sounds(b))))


def _pair_initials(left: list[Word], right: list[Word]) -> Iterator[tuple[Word, Word]]:
    for a in tuple(left):
        for b in right:
            if (a.initial or b.initial) and fits_initial(a.text, b.text):
                left.remove(a)
                right.remove(b)
                yield a, b
                break


def fits_initial(left: str, right: str) -> bool:
    """Whether both begin alike: «Дж.» and «Jamshid», «Е.» and «Yerlan»."""
    a, b = get_sounds(left)[:1], get_sounds(right)[:1]
    glides = left[:1] in _data().glides or right[:1] in _data().glides
    return bool(a and b) and (a == b or (glides and {a, b} <= _AFTER_GLIDE) or frozenset((a, b)) in _ALIKE)


_AFTER_GLIDE = frozenset("aAeOoui")
_ALIKE = frozenset(frozenset(pair) for pair in ("ao", "aA", "ow", "uw", "ou", "hk", "gk", "CS", "eO", "ei", "kc"))


@lru_cache(maxsize=200_000)
def measure_names(left: str, right: str) -> float:
    """How far two words of names lie apart; names that no spelling leads to one another may be listed as the same."""
    group = _find_group(left)
    if group is not None and group == _find_group(right):
        return 0.0
    return measure_words(left, right)


@lru_cache(maxsize=50_000)
def _find_group(word: str) -> tuple[int, bool] | None:
    """The row of names that are one another, and whether the word is a surname made of one («Сулейменов»)."""
    same = _data().same
    if word in same:
        return same[word], False
    end = next((end for end in _data().dropped if word.endswith(end) and word[: -len(end)] in same), "")
    return (same[word[: -len(end)]], True) if end else None


class _Data(NamedTuple):
    patronymic: tuple[str, ...]
    son_of: frozenset[str]
    woman: tuple[tuple[str, str], ...]
    surname: tuple[str, ...]
    dropped: tuple[str, ...]
    titles: frozenset[str]
    same: dict[str, int]
    glides: frozenset[str]


@lru_cache(maxsize=1)
def _data() -> _Data:
    told = load_toml("persons")
    same = {fold_word(word): number for number, words in enumerate(told["same"]) for word in words}
    return _Data(
        tuple(sorted(map(fold_word, told["patronymic"]), key=len, reverse=True)),
        frozenset(map(fold_word, told["son_of"])),
        tuple(sorted(told["woman"].items(), key=lambda pair: -len(pair[0]))),
        tuple(map(fold_word, told["surname"])),
        tuple(map(fold_word, told["dropped"])),
        frozenset(map(fold_word, told["titles"])),
        same,
        frozenset(told["glides"]),
    )


def _read_otherwise(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words in other letters, without a case, without the end that makes a surname of the father's name."""
    chinese = [read_pinyin(word) for word in words]
    if None not in chinese:
        yield tuple(word or "" for word in chinese), "pinyin"
    yield from (
        reading
        for reading in undo_cases(words, tuple(end for end, _ in _data().woman))
        if not _is_made_man(words, reading)
    )
    if len(words) > 1 and (end := next((e for e in _data().dropped if words[-1].endswith(e)), "")):
        yield (*words[:-1], words[-1][: -len(end)]), ENDLESS


def _is_made_man(words: tuple[str, ...], reading: tuple[tuple[str, ...], str]) -> bool:
    """Whether undoing a case would make a man of a woman whose given name is known."""
    return " m " in reading[1] and any(get_sounds(word) in load_women() for word in words)


@lru_cache(maxsize=1)
def load_women() -> frozenset[str]:
    """The given names of women that the languages know, as sounds."""
    rows = (row for folder in list_folders() for row in load_language(folder.name).get_rows("given_names"))
    return frozenset(get_sounds(row["name"]) for row in rows if row["sex"] == "f")


def _make(words: tuple[str, ...], case: str) -> Person:
    found: list[Word] = []
    patronymic = ""
    for number, word in enumerate(words):
        if word in _data().son_of and found:
            patronymic = found.pop().text if len(words) > 3 else patronymic  # else the father's name is the surname
        elif number and len(words) > 2 and (father := _find_father(word)):
            patronymic = father
        else:
            found.append(_make_word(word))
    return Person(tuple(found), patronymic, case)


def _find_father(word: str) -> str:
    end = next((e for e in _data().patronymic if word.endswith(e) and len(word) > len(e) + 1), "")
    return word[: len(word) - len(end)].rstrip("-") if end else ""


def _make_word(word: str) -> Word:
    bare = word.rstrip(".")
    if (len(bare) == 1 and get_sounds(bare) not in VOWELS) or (word.endswith(".") and len(bare) <= _INITIAL):
        return Word(bare, initial=True)
    for end, man in _data().woman:
        if bare.endswith(end) and len(bare) > len(end) + 1:
            return Word(bare[: -len(end)] + man, woman=True)
    return Word(bare)
