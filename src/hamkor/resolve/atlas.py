"""The areas of all languages together: which one a name means, whatever language and case it stands in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from hamkor.codes import find_area
from hamkor.grammar import Language, load_language
from hamkor.grammar.gazetteer import Gazetteer
from hamkor.grammar.language import list_folders
from hamkor.resolve.sorts import find_sort
from hamkor.text.fold import fold
from hamkor.text.sounds import fold_word, get_sounds, is_near, measure_sounds

_WORDS = re.compile(r"\w+(?:[ '’ʻ-]\w+)*")  # what a gazetteer takes
_LONGEST = 3  # words of an area's name


class Place(NamedTuple):
    """An area: its ISO 3166 code, its sort, and the number that tells towns of one region apart."""

    code: str
    sort: str
    town: int = 0


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of one language."""

    language: Language
    nouns: Gazetteer[Place]
    adjectives: Gazetteer[Place]


def find_places(name: str) -> tuple[frozenset[Place], frozenset[Place]]:
    """The areas that the whole of `name` may mean: as a noun, and as an adjective before its noun.

    >>> sorted(p.code for p in find_places("Toshkentning")[0])
    ['UZ-TK']
    """
    nouns: set[Place] = set()
    adjectives: set[Place] = set()
    for names in _load():
        text = fold(names.language.reader.convert_plain(name))
        nouns.update(_whole(names.nouns, text))
        adjectives.update(_whole(names.adjectives, text))
    return frozenset(nouns), frozenset(adjectives)


class Met(NamedTuple):
    """An area met within a text, and how many words it takes; `adjective`: by one («Uzbek»)."""

    place: Place
    words: int
    adjective: bool


@lru_cache(maxsize=20_000)
def find_at(words: tuple[str, ...]) -> tuple[Met, ...]:
    """The areas that these words may begin with, those of most words first."""
    found: dict[Met, None] = {}
    for names in _load():
        text = fold(names.language.reader.convert_plain(" ".join(words)))
        for gazetteer, adjective in ((names.nouns, False), (names.adjectives, True)):
            for end, place in gazetteer.match_all(text, 0):
                if end == len(text) or text[end] == " " or (adjective and text[end] == "-"):
                    found[Met(place, text[:end].count(" ") + 1, adjective)] = None
    return tuple(sorted(found, key=lambda met: -met.words))


_TEXT_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘-][^\W\d_]+)*")


@lru_cache(maxsize=2048)
def find_codes(text: str) -> tuple[str, ...]:
    """The codes of the areas that a text names by words with a capital, each once, in order of the codes.

    >>> find_codes("Форум Согдийской и Ферганской областей завершился в Худжанде.")
    ('TJ-SU', 'UZ-FA')
    """
    words = _TEXT_WORD.findall(text)
    starts = (at for at, word in enumerate(words) if word[0].isupper())
    met = (find_at(tuple(words[at : at + _LONGEST])) for at in starts)
    return tuple(sorted({found[0].place.code for found in met if found}))


def _whole(names: Gazetteer[Place], text: str) -> Iterator[Place]:
    return (place for end, place in names.match_all(text, 0) if end == len(text))


@lru_cache(maxsize=1)
def _load() -> tuple[_Names, ...]:
    languages = [load_language(folder.name) for folder in list_folders()]
    rows = [(language, row) for language in languages for row in language.get_rows("areas") if row["code"]]
    towns = _number_towns(row for _, row in rows)
    found = []
    for language in languages:
        own = [(row, towns[_name(row)]) for of, row in rows if of is language]
        nouns = [(p, place) for row, place in own for p in _list_nouns(row)]
        adjectives = [(p, place) for row, place in own for p in _list_adjectives(row, language)]
        where = f"{language.code}/areas"
        found.append(
            _Names(
                language,
                Gazetteer(nouns, language.endings, place=where),
                Gazetteer(adjectives, language.endings, place=where),
            )
        )
    return tuple(found)


def _list_nouns(row: dict[str, str]) -> list[str]:
    """Nouns, and the name as the list prints it."""
    return [*([row["name"]] if _WORDS.fullmatch(row["name"]) else []), *_split(row["nouns"])]


def _list_adjectives(row: dict[str, str], language: Language) -> list[str]:
    """Adjectives, and the first halves of pairs («узбекско-»); a district's bare name tells no place by itself."""
    if row["sort"] == "district":
        return []
    adjectives, end = _split(row["adjectives"]), language.get("areas", "link_end")
    made = [pattern.partition("~")[0] + end for pattern in adjectives] if end else []
    return [*adjectives, *made, *_split(row["links"])]


def _name(row: dict[str, str]) -> tuple[str, str, str]:
    return row["code"], row["sort"], row["name"]


def _split(cell: str) -> list[str]:
    return [p.strip() for p in cell.split("|") if p.strip()]


def _number_towns(rows: Iterable[dict[str, str]]) -> dict[tuple[str, str, str], Place]:
    """Rows of one code and sort are one area; towns of one code are one where they share a name in any spelling.

    A district has the number of the town of its name, so that «Шерабадский район» is Sherobod tumani, and not Sherobod.
    """
    told = tuple(rows)
    numbered = {_name(row): Place(row["code"], row["sort"]) for row in told}
    towns: dict[str, list[_Town]] = defaultdict(list)
    for row in told:
        if (row["sort"] == "city" or _is_district(row)) and not _is_city(row["code"]):
            _join(towns[row["code"]], _make_town(row))
    for code, known in towns.items():
        for number, town in enumerate(known, 1):
            numbered.update((name, Place(code, sort, number)) for name, sort in town.rows)
    return numbered


class _Town(NamedTuple):
    """The sounds of a town's names, and its rows, each with its sort: that of the town or of its district."""

    sounds: frozenset[str]
    rows: frozenset[tuple[tuple[str, str, str], str]]


def _is_district(row: dict[str, str]) -> bool:
    """Whether its sort, or the words of a town's name, tell that it is a district; an autonomous one is a region."""
    return row["sort"] == "district" or (row["sort"] == "city" and any(map(_is_of_district, row["name"].split())))


def _is_of_district(word: str) -> bool:
    return find_sort(fold_word(word)) == "district"


def _is_city(code: str) -> bool:
    """Whether the code is a city's own, so that all its names are of that city."""
    area = find_area(code)
    return area is not None and area.sort == "city"


def _make_town(row: dict[str, str]) -> _Town:
    own = " ".join(word for word in row["name"].split() if not _is_of_district(word))
    names = [own, *(p.partition("~")[0] for p in _split(row["nouns"]) if " " not in p)]
    sort = "district" if _is_district(row) else "city"
    return _Town(frozenset(map(get_sounds, names)), frozenset([(_name(row), sort)]))


def _join(known: list[_Town], town: _Town) -> None:
    """Adds a town, and makes one of all that share a name with it."""
    for other in tuple(known):
        if any(is_near(measure_sounds(a, b), min(len(a), len(b))) for a in town.sounds for b in other.sounds):
            known.remove(other)
            town = _Town(town.sounds | other.sounds, town.rows | other.rows)
    known.append(town)
