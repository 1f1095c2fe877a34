"""The sides of a document: the two areas whose cooperation it tells of, regions where regions act."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from hamkor.codes.areas import is_capital
from hamkor.extract.areas import find_areas
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Language, Part
from hamkor.grammar.anyof import compile_phrases
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

_TITLE_WEIGHT, _LEAD_WEIGHT, _LEAD = 3, 2, 3  # the title and the first sentences tell best who acts
_NEARLY, _LEAST = 0.8, 4  # a third side is named nearly as often as the second, and not in passing
_LEAST_SIDE = 2  # a nation named once, in passing, is no side
_NEAR = 2  # sentences before in which a gathering of two is told
_PAIR = 2  # nations of which the second is a side, though only the opening names a town of it
_OFFICE_WEIGHT = 4
_IN_PASSING = 1  # a city in which one met
_BEFORE = 20  # characters before a city that tell that it is only a place
_OFFICES = frozenset(
    {"head_of_state", "head_of_government", "deputy_head_of_government", "minister", "deputy_minister"}
    | {"ambassador", "consul", "governor", "deputy_governor"}
)
_AREAS = frozenset({"area", "adjective"})
_FIGURES = frozenset({"money", "percent", "count", "measure", "times", "fraction", "number"})


@dataclass(slots=True)
class _Weights:
    """How much the text speaks of each nation, and of each area as one that acts (a city is mostly a place)."""

    nations: Counter[str] = field(default_factory=Counter)
    actors: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    offices: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)  # nations that the title tells of by their own names
    pairs: list[frozenset[str]] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def only_told_of(self, nation: str) -> bool:
        """Whether nobody acts for a nation, nor the title names it, where officials of two others do act."""
        acting = {get_country(code) for code in self.offices}
        return len(acting) > 1 and nation not in acting and nation not in self.titled


@value(frozen=True, slots=True)
class Sides:
    """Area codes, the one told of most first; `countries` are those of `areas`, in the same order."""

    areas: tuple[str, ...]
    countries: tuple[str, ...]

    def with_areas(self, told: Iterable[str]) -> tuple[str, ...]:
        """The areas a clause tells of; where they are of one country, with the sides of the other countries."""
        codes = tuple(dict.fromkeys(told))
        nations = {get_country(code) for code in codes}
        if len(nations) > 1:
            return tuple(c for c in codes if c not in nations or not any(get_country(o) == c != o for o in codes))
        if not nations:
            return self.areas
        regions = tuple(c for c in codes if "-" in c)
        own = regions or tuple(a for a in self.areas if get_country(a) in nations) or codes
        return own + tuple(a for a in self.areas if get_country(a) not in nations)


@lru_cache(maxsize=4096)
def get_country(code: str) -> str:
    """The country of an area code.

    >>> get_country("KZ-75")
    'KZ'
    """
    return code.partition("-")[0]


def find_sides(reading: Reading) -> Sides:
    """The two sides that the document tells of, more where it says so or names others as often; none without areas."""
    return reading.remember("sides", _find_sides)


def find_sides_within(reading: Reading, sentences: Sequence[ReadSentence]) -> Sides:
    """The two sides that these sentences tell of by themselves: a paragraph of a digest; none without areas."""
    weights = _Weights()
    _add_sentences(weights, reading, sentences)
    nations = tuple(nation for nation, _ in weights.nations.most_common(_PAIR))
    return Sides(_find_pair(weights, nations) or tuple(_get_actor(weights, n, 1) for n in nations), nations)


def _find_sides(reading: Reading) -> Sides:
    weights = _weigh(reading)
    nations = [n for n in weights.nations.most_common() if not weights.only_told_of(n[0])]
    if _are_listed(weights, nations):
        nations = nations[:1]
    if len(nations) > 2 and not _says(reading, "three_sides"):
        least = max(_LEAST, _NEARLY * nations[1][1])
        nations = nations[:2] + [n for n in nations[2:] if n[1] >= least]
    beside = len(nations) <= _PAIR
    countries = tuple(
        n
        for at, (n, weight) in enumerate(nations)
        if at == 0 or weight >= _LEAST_SIDE or (beside and n in weights.hosts)
    )
    favour = 2 if _says(reading, "both_regions") else 1
    pair = _find_pair(weights, countries)
    if pair:
        return Sides(pair, countries)
    return Sides(tuple(_get_actor(weights, nation, favour) for nation in countries), countries)


def _are_listed(weights: _Weights, nations: Sequence[tuple[str, float]]) -> bool:
    """Whether three nations or more are told of as much as one another, beside the one of the text, and none acts."""
    others = [nation for nation, weight in nations[1:] if weight == nations[1][1]]
    acting = {get_country(code) for code in weights.offices} | weights.titled
    return len(others) > _PAIR and acting.isdisjoint(others)


def _find_pair(weights: _Weights, countries: tuple[str, ...]) -> tuple[str, ...]:
    """The areas of the two nations that the title or the first sentences join («Ошская и Андижанская области»)."""
    for pair in weights.pairs:
        own = {get_country(code): code for code in pair}
        if len(countries) == _PAIR == len(own) and set(own) == set(countries):
            return tuple(own[nation] for nation in countries)
    return ()


def find_joined(reading: Reading, number: int) -> Sides | None:
    """The two areas of two nations that sentence `number` or one right before it joins; None where none does."""
    block = reading.sentences[number].sentence.block
    for read in reversed(reading.sentences[max(0, number - _NEAR) : number + 1]):
        if read.sentence.block != block:
            continue
        named = [p for p in list_areas(read) if p.value.sort != "city" and len(p.value.codes) == 1]
        for pair in _list_joined(reading, reading.folded, named):
            codes = tuple(sorted(pair))
            return Sides(codes, tuple(map(get_country, codes)))
    return None


def _list_pairs(reading: Reading, folded: str, areas: Iterable[Part]) -> Iterator[frozenset[str]]:
    """Regions of two nations that an "and" joins, in order of the text."""
    return _list_joined(reading, folded, [p for p in areas if _is_region(p)])


def _list_joined(reading: Reading, folded: str, areas: Iterable[Part]) -> Iterator[frozenset[str]]:
    joint: re.Pattern[str] = reading.language.remember("sides.joint", _compile_joint)
    named = sorted(areas, key=lambda p: p.span.start)
    for one, other in pairwise(named):
        codes = frozenset((one.value.codes[0], other.value.codes[0]))
        apart = len({get_country(code) for code in codes}) == _PAIR
        if apart and joint.fullmatch(folded[one.span.end : other.span.start]):
            yield codes


def _is_region(part: Part) -> bool:
    """Whether a part is a region as such; a town, even a capital, is mostly where something is or leads."""
    codes: tuple[str, ...] = part.value.codes
    return part.kind in _AREAS and part.value.sort != "city" and len(codes) == 1 and "-" in codes[0]


def _compile_joint(language: Language) -> re.Pattern[str]:
    ands = "|".join(re.escape(fold(word)) for word in language.lists["and"])
    return re.compile(rf"(?:\s\w+)?\s(?:{ands})\s(?:\w+\s)?")


def _get_actor(weights: _Weights, nation: str, favour: int) -> str:
    """The region that acts for a nation where it is named more, or where its heads speak and the nation's do not."""
    regions = [(w, code) for code, w in weights.actors.items() if get_country(code) == nation and code != nation]
    if len(regions) == 1 and nation not in weights.actors and not is_capital(regions[0][1]):
        return regions[0][1]  # the nation itself is told of nowhere
    acting = [(w, code) for w, code in regions if not is_capital(code) or code in weights.offices]
    best, region = max(acting, default=(0.0, nation))
    speaks = region in weights.offices and nation not in weights.offices and nation not in weights.named
    acts = favour * best > weights.actors[nation] or speaks
    return region if best >= _LEAD_WEIGHT and acts else nation


def _says(reading: Reading, key: str) -> bool:
    """Whether the text holds any of these words of stages.toml."""
    phrases: re.Pattern[str] = reading.language.remember(
        f"sides.{key}", lambda language: compile_phrases(language, "stages", key)
    )
    return bool(phrases.search(reading.folded))


def _weigh(reading: Reading) -> _Weights:
    weights = _Weights()
    title = reading.title
    if title:
        named = find_areas(reading.language, title, fold(title), Span(0, len(title)))
        weights.pairs += _list_pairs(reading, fold(title), named)
        weights.titled = {get_country(code) for part in named for code in part.value.codes}
        weights.named = {c for p in named if p.value.sort == "country" and p.kind == "area" for c in p.value.codes}
        named = [p for p in named if not _is_met_in(reading, fold(title), p)] or named
        _add(weights, named, _TITLE_WEIGHT)
        _add(weights, named[:1], _TITLE_WEIGHT if named and named[0].span.start == 0 else 0)
    _add_sentences(weights, reading, reading.sentences)
    return weights


def _add_sentences(weights: _Weights, reading: Reading, sentences: Sequence[ReadSentence]) -> None:
    for number, sentence in enumerate(sentences):
        areas = list_areas(sentence)
        weights.pairs += _list_pairs(reading, reading.folded, areas) if number < _LEAD else ()
        met = [p for p in areas if _is_met_in(reading, reading.folded, p)]
        _add(weights, [p for p in areas if p not in met], _LEAD_WEIGHT if number < _LEAD else 1)
        _add(weights, met, _IN_PASSING)
        weights.hosts.update(get_country(c) for p in met for c in p.value.codes if number < _LEAD)
    _add_offices(weights, sentences)


def _is_met_in(reading: Reading, folded: str, part: Part) -> bool:
    """Whether an area is a city in which something was: by its own ending, or by the word before it."""
    if part.value.sort != "city":
        return False
    there = tuple(reading.language.get("stages", "place_endings"))
    within: re.Pattern[str] = reading.language.remember("sides.within", _compile_within)
    return folded.endswith(there, part.span.start, part.span.end) or bool(
        within.search(folded, max(0, part.span.start - _BEFORE), part.span.start)
    )


def _compile_within(language: Language) -> re.Pattern[str]:
    return re.compile(f"(?:{compile_phrases(language, 'stages', 'within').pattern})\\s*$")


def _add_offices(weights: _Weights, sentences: Sequence[ReadSentence]) -> None:
    """Who holds an office speaks for the area of it; each person counts once."""
    people = [p.value for sentence in sentences for p in sentence.parts if p.kind == "person"]
    acting = dict.fromkeys((p.name, p.area) for p in people if p.area and p.position in _OFFICES)  # in their order
    for _, area in acting:
        weights.offices.add(area)
        weights.actors[area] += _OFFICE_WEIGHT
        weights.nations[get_country(area)] += 1


def list_areas(sentence: ReadSentence) -> list[Part]:
    """The areas that a sentence names, those within other parts too, but not in figures («долларов США»)."""
    return sentence.remember("areas named", _list_areas)


def _list_areas(sentence: ReadSentence) -> list[Part]:
    areas = [p for p in sentence.parts if p.kind in _AREAS]
    figures = [p.span for p in sentence.parts if p.kind in _FIGURES] if areas else []
    return [p for p in areas if not any(f.covers(p.span) for f in figures)] if figures else areas


def _add(weights: _Weights, parts: Iterable[Part], weight: int) -> None:
    for part in parts:
        if part.kind not in _AREAS:
            continue
        for code in part.value.codes:
            weights.nations[get_country(code)] += weight
            weights.actors[code] += weight / 3 if part.value.sort == "city" else weight
