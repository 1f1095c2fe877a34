"""Who is who: people told of in many documents, by name, office, area and the time that they are told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from hamkor.model import Person
from hamkor.resolve.atlas import find_codes
from hamkor.resolve.judgement import Judged, judge, leave_open
from hamkor.resolve.keys import get_initial, get_skeleton
from hamkor.resolve.kinds import Kind
from hamkor.resolve.organisations import get_stem
from hamkor.resolve.persons import Word, parse_person
from hamkor.resolve.telling import Telling
from hamkor.resolve.told_comparisons import PERSON_TOLD
from hamkor.resolve.told_people import Told, find_other_name
from hamkor.text.sounds import fold_word

_TWO = "two:"  # heads the keys of two words of a name
_UNTOLD = frozenset({None, "other"})
_YEAR = 4  # quarters
_MOST_AREAS = 6  # that a paragraph may name and still tell whose an office is


def take_person(told: Telling) -> Told | None:
    """What of a telling counts; None for a surname without an office: it tells nobody beyond its document."""
    person = told.statement
    if not isinstance(person, Person) or not parse_person(person.name):
        return None
    position = None if person.position in _UNTOLD else person.position
    if is_bare(person.name) and not (position and (person.area or person.organisation)):
        return None
    around = () if person.area or not position else _find_around(told.words)
    name = " ".join(fold_word(person.name).split())
    return Told(name, position, person.area, person.organisation, around, _count_quarters(told.published))


def is_bare(name: str) -> bool:
    """Whether a name is a single word, as a surname alone is."""
    return len(parse_person(name)[0].words) == 1


def _find_around(words: str) -> tuple[str, ...]:
    codes = find_codes(words)
    return codes if len(codes) <= _MOST_AREAS else ()


def _count_quarters(day: date | None) -> int | None:
    """The quarter of the year, counted from that of the year 0."""
    return None if day is None else day.year * 4 + (day.month - 1) // 3


def sign_person(item: Told) -> str:
    """All that counts, in one line."""
    cells = (item.name, item.position, item.area, item.organisation, " ".join(item.around), item.quarter)
    return "|".join("" if cell is None else str(cell) for cell in cells)


def find_person_keys(item: Told) -> frozenset[str]:
    """Two words of the name; a word and an initial; a surname with the country or the body that the office is of."""
    return frozenset(key for words in _list_readings(item.name) for key in _list_keys(item, words))


def is_of_two_words(key: str) -> bool:
    """Whether those who hold a key share two words of the name, and not one and an initial."""
    return key.startswith(_TWO)


def _list_readings(name: str) -> Iterator[tuple[Word, ...]]:
    """The words as they stand; of a Chinese name its syllables, too."""
    readings = parse_person(name)
    yield readings[0].words
    yield from (person.words for person in readings[1:] if person.case == "pinyin")


def _list_keys(item: Told, words: tuple[Word, ...]) -> Iterator[str]:
    whole = [get_skeleton(word.text) for word in words if not word.initial]
    for one, other in combinations(whole, 2):
        name = _TWO + "+".join(sorted((one, other)))
        yield name
        if item.quarter is not None:  # who is told of so often that the name alone is too many: from year to year
            yield from (f"{name}@{item.quarter // _YEAR + later}" for later in (0, 1))
    for word in words if len(words) > 1 else ():
        rest = (other for other in words if other is not word)
        if not word.initial:
            yield from (f"initial:{get_skeleton(word.text)}+{get_initial(other.text)}" for other in rest)
    if item.position:
        yield from (f"of:{name}@{owner}" for name in {*whole[:1], *whole[-1:]} for owner in _list_owners(item))


def _list_owners(item: Told) -> Iterable[str]:
    areas = item.around if item.area is None else (item.area,)
    owners = {code.partition("-")[0] for code in areas}
    return owners | ({get_skeleton(get_stem(item.organisation))} if item.organisation else set())


def compare_people(left: Told, right: Told) -> Judged:
    """Whether two tellings are of one person; the same from either side.

    >>> one = Told("бахтиёр ибрагимов", "consul", "UZ", None, (), 8100)
    >>> compare_people(one, Told("ibragimov", "consul", "UZ", None, (), 8101)).judgement
    'POSITIVE'
    """
    judged = judge(PERSON_TOLD, *sorted((left, right), key=sign_person))
    return judged if find_other_name(left, right) else leave_open(judged)


KIND = Kind("person", Told, take_person, sign_person, find_person_keys, compare_people)
