"""Names of organisations taken apart: what their words mean, whose they are, what is a name proper, and acronyms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from hamkor.resolve.atlas import Met, Place, find_at, find_places
from hamkor.resolve.cases import undo_cases
from hamkor.resolve.concepts import Meant, find_concepts, find_pair, find_whole_concepts, list_marked
from hamkor.resolve.places import list_names
from hamkor.resolve.sorts import find_sort
from hamkor.resolve.tables import load_toml
from hamkor.text.sounds import fold_word, get_sounds, is_near, measure_words

_WORD = re.compile(r"[^\W_]+(?:['‘’ʻʼ`´][^\W_]+)*['‘’ʻʼ`´]?(?:-[^\W_]+(?:['‘’ʻʼ`´][^\W_]+)*)*['‘’ʻʼ`´]?")
_LONGEST_ACRONYM, _LONGEST_ENDING = 6, 6
_LONGEST_AREA = 3  # words
_NAMESAKE = 2  # words between what leads to a namesake and its last one


class Word(NamedTuple):
    """A word of a name that may tell it from others: as folded, what it means as a whole, the places it may name."""

    text: str
    concepts: frozenset[str] = frozenset()
    places: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Body:
    """A name of an organisation.

    concepts  what its words mean; those that say little only where there is nothing else
    areas     whose it is: ISO 3166 codes with sorts, in the order of the text; of an embassy whose, then where
    assumed   the country of the language where a body of a state names none
    proper    words that are names, as written
    acronyms  words in capitals, folded
    initials  the letters that its words begin with, as an acronym might have them
    words     all words but joints, legal forms, acronyms and sorts of places
    """

    concepts: frozenset[str]
    areas: tuple[Place, ...]
    assumed: str
    proper: tuple[str, ...]
    acronyms: tuple[str, ...]
    initials: str
    words: tuple[Word, ...] = ()

    @property
    def is_ordered(self) -> bool:
        """Whether it is of one state and stands in another: an embassy."""
        return bool(self.concepts & list_told("ordered"))

    @property
    def is_brand(self) -> bool:
        """Whether it tells no sort of body."""
        return not any(word.concepts & list_kinds() for word in self.words)

    def list_telling(self) -> list[Word]:
        """The words that tell it from other bodies of its sort."""
        return [word for word in self.words if not word.concepts or word.concepts - list_kinds()]


@lru_cache(maxsize=20_000)
def parse_organisation(name: str) -> Body:
    """A name of an organisation in any of the languages, in any case.

    >>> a, b = parse_organisation("МИД Узбекистана"), parse_organisation("Oʻzbekiston Tashqi ishlar vazirligining")
    >>> a.concepts == b.concepts, a.areas == b.areas
    (True, True)
    """
    return _Parsing(_split(name)).parse()


def _split(name: str) -> list[str]:
    """The words of a name; compounds over a hyphen come apart where a part has a meaning of its own."""
    words: list[str] = []
    if name.isupper() and " " in name.strip():
        name = name.title()
    for word in _WORD.findall(name):
        parts = word.split("-")
        whole = len(parts) == 1 or any(find_places(word)) or _find_acronym(word)
        words += [word] if whole or not all(_is_known(part) for part in parts) else parts
    return words


def _is_known(part: str) -> bool:
    return bool(find_concepts(fold_word(part)) or find_at((part,)))


class _Parsing:
    """One reading of the words from left to right."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.strong: set[str] = set()
        self.weak: set[str] = set()
        self.areas: list[tuple[Met, ...]] = []
        self.located: list[bool] = []  # of each area, whether the body stands there
        self.sorts: list[str] = []
        self.proper: list[str] = []
        self.acronyms: list[str] = []
        self.told: list[Word] = []
        self.languages: Counter[str] = Counter()
        self.is_state = False

    def parse(self) -> Body:
        at = 0
        while at < len(self.words):
            at += self.take(at)
        areas = tuple(dict.fromkeys(place for met in self.areas if (place := self.choose(met))))
        if self.strong & list_told("ordered"):
            areas = self.order()
        if not (self.strong or areas or self.proper or self.acronyms):
            self.take_rest()
        concepts = _name_one_way(self.strong) | (set() if self.strong or self.proper or self.acronyms else self.weak)
        return Body(
            frozenset(concepts),
            areas,
            "" if areas or not self.is_state else self.assume(),
            tuple(self.proper),
            tuple(self.acronyms),
            _get_initials(self.words),
            tuple(self.told),
        )

    def order(self) -> tuple[Place, ...]:
        """Whose an embassy is, then where it stands; one in a capital is one in its country."""
        met = sorted(zip(self.located, self.areas, strict=True), key=lambda pair: pair[0])
        places = (place for _, area in met if (place := self.choose(area)))
        return tuple(dict.fromkeys(Place(place.code.partition("-")[0], "country") for place in places))

    def take_rest(self) -> None:
        """Of a name that tells nothing else what elsewhere is a sort of place is a name («Даңғыл», an avenue)."""
        rest = [word for word in map(fold_word, self.words) if find_sort(word) and not find_concepts(word)]
        self.proper += rest
        self.told += map(Word, rest)

    def take(self, at: int) -> int:
        """Reads what begins at this word; how many words that was."""
        word = self.words[at]
        folded = fold_word(word)
        pair = find_pair(tuple(fold_word(w) for w in self.words[at : at + 2]))
        if pair:
            self.mean((pair,))
            self.told.append(Word(folded, frozenset(pair.concepts)))
            return 2
        met = find_at(tuple(self.words[at : at + _LONGEST_AREA]))
        meant = () if folded in get_plain_words() or self.is_compound(word, folded) else find_concepts(folded)
        if met and self.is_namesake(at, met[0].words):
            self.proper.append(folded)  # «Alisher Navoiy nomidagi»
            self.told.append(Word(folded))
            return 1
        if met and not (meant and met[0].adjective and met[0].words == 1 and word.islower()):
            longest = [m for m in met if m.words == met[0].words]
            self.areas.append(tuple(longest))
            self.located.append(self.is_located(at, met[0].words))
            self.told.append(Word(folded, places=frozenset(m.place for m in longest)))
            return met[0].words
        self.take_word(word, folded, meant)
        return 1

    def is_located(self, at: int, length: int) -> bool:
        """Whether a body is said to stand in the area there, by its last ending or a word before it («в городе …»)."""
        told = load_toml("organisation_words")["located"]
        before = takewhile(get_plain_words().__contains__, map(fold_word, reversed(self.words[:at])))
        last = fold_word(self.words[at + length - 1])
        return last.endswith(tuple(told["ends"])) or not set(told["led"]).isdisjoint(before)

    def is_compound(self, word: str, folded: str) -> bool:
        """Whether a name of one word only begins with something known («Нефтехимпласт»)."""
        return len(self.words) == 1 and word[0].isupper() and not find_whole_concepts(folded)

    def is_namesake(self, at: int, length: int) -> bool:
        """Whether a place's name there is a person's, by the words that lead to a namesake or follow it."""
        told = load_toml("organisation_words")["namesake"]
        after = [fold_word(word) for word in self.words[at + length : at + length + 1]]
        before = [fold_word(word) for word in self.words[max(0, at - _NAMESAKE) : at]]
        return bool(set(after) & set(told["closed"]) or set(before) & set(told["led"]))

    def take_word(self, word: str, folded: str, meant: tuple[Meant, ...]) -> None:
        if folded in get_plain_words():
            return
        sort = find_sort(folded)
        if sort:
            self.sorts.append(sort)
        if meant and not self.is_sort_of_area(sort):
            self.mean(meant)
            self.told.append(Word(folded, find_whole_concepts(folded)))
        elif sort or _is_descriptive(word):
            return
        elif acronym := _find_acronym(word):
            self.acronyms.append(acronym)
        elif len(word) > 1:
            self.told.append(Word(folded))
            if word[0].isupper() or len(self.words) == 1:
                self.proper.append(folded)  # words in small letters that nobody knows tell little

    def is_sort_of_area(self, sort: str) -> bool:
        """Whether it tells which of the areas of a name is meant (“Khorezm regional library”), not what the body does.

        «Ауыл», a village, tells of no country what it is: «Қазақстанның ауыл шаруашылығы министрлігі».
        """
        return bool(sort) and any(met.place.sort == sort for area in self.areas for met in area)

    def mean(self, meant: tuple[Meant, ...]) -> None:
        self.languages.update(m.language for m in meant)
        chosen = meant[0]
        (self.weak if chosen.mark == "weak" else self.strong).update(chosen.concepts)
        self.is_state |= chosen.mark == "state"

    def choose(self, met: tuple[Met, ...]) -> Place | None:
        """The area that is meant: of the sort that a word tells, else a country, a city, a region."""
        told = [m.place for m in met if m.place.sort in self.sorts]
        order = {"country": 0, "city": 1, "region": 2}
        places = sorted((m.place for m in met), key=lambda p: (order.get(p.sort, 3), p))
        first = next(iter(places), None)
        if not told and first and first.sort == "city" and "region" in self.sorts:
            return Place(first.code, "region")  # «областная больница Баткена» is of the region, as «Баткенская …»
        if not told and first and first.sort == "city" and "district" in self.sorts:
            return Place(first.code, "district", first.town)  # «Шерабадский район» has the name of its town
        return told[0] if told else first

    def assume(self) -> str:
        """The state of the language that knows most of the words, where it is one state's."""
        states: dict[str, str] = load_toml("organisation_words")["state_of"]
        best = self.languages.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return ""
        return states.get(best[0][0], "")


def _is_descriptive(word: str) -> bool:
    """Whether an English word only describes («Multidisciplinary»): all words of a name have capitals there."""
    return word.isascii() and word.lower().endswith(tuple(load_toml("organisation_words")["descriptive"]))


def match_proper(left: Iterable[str], right: Iterable[str]) -> bool | None:
    """Whether the names proper are one in any spelling; None where one of them has none."""
    one, other = sorted(left, key=get_sounds), sorted(right, key=get_sounds)
    if not one or not other:
        return None
    pairs = [("".join(one), "".join(other)), ("".join(map(get_stem, one)), "".join(map(get_stem, other)))]
    pairs.append(("".join(map(_get_namesake, one)), "".join(map(_get_namesake, other))))
    return any(is_near(measure_words(a, b), min(len(get_sounds(a)), len(get_sounds(b)))) for a, b in pairs)


def get_stem(word: str) -> str:
    """A name proper without the endings that it may bear: the same for «Казатомпром» and «Казатомпромом»."""
    return min(list_names(word), key=len)


def _get_namesake(word: str) -> str:
    """A name that is declined like an adjective, in the nominative («имени Савицкого»); others as they stand."""
    undone = (words[0] for words, _ in undo_cases((word,), ()))
    ends = tuple(load_toml("organisation_words")["adjectives"])
    return next((name for name in undone if name.endswith(ends)), word)


def _find_acronym(word: str) -> str:
    """The capitals of an acronym, in small letters and without the ending that it may bear («ЕБРР-ға»)."""
    capitals = "".join(takewhile(str.isupper, word))
    ending = word[len(capitals) :].removeprefix("-")
    bare = not ending or (ending.isalpha() and ending.islower() and len(ending) <= _LONGEST_ENDING)
    return capitals.lower() if bare and 2 <= len(capitals) <= _LONGEST_ACRONYM else ""


def _get_initials(words: Sequence[str]) -> str:
    kept = [fold_word(word) for word in words]
    return "".join(word[0] for word in kept if word not in get_plain_words() or word.startswith(_told_in_initials()))


@lru_cache(maxsize=1)
def _told_in_initials() -> tuple[str, ...]:
    return tuple(load_toml("organisation_words")["in_initials"])


def _name_one_way(concepts: Iterable[str]) -> set[str]:
    """«Мэрия», «акимат», “mayor's office” are names of one thing, the administration of a place."""
    same: dict[str, str] = load_toml("organisation_words")["same"]
    return {same.get(concept, concept) for concept in concepts}


@lru_cache(maxsize=8)
def list_told(key: str) -> frozenset[str]:
    """The concepts, or words, that the table of words of organisations tells under a key."""
    return frozenset(load_toml("organisation_words")[key])


@lru_cache(maxsize=1)
def get_plain_words() -> frozenset[str]:
    """Words that tell nothing of which organisation it is: joints, legal forms."""
    return frozenset(map(fold_word, load_toml("organisation_words")["plain"]))


@lru_cache(maxsize=1)
def list_kinds() -> frozenset[str]:
    """The concepts that tell what sort of body it is, or its rank, or next to nothing."""
    return list_marked("rank", "weak") | frozenset(load_toml("organisation_words")["kinds"])
