"""The sides of a document: the two areas whose cooperation it tells of, regions where regions act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from hamkor.extract.areas import find_areas
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part
from hamkor.model import Span
from hamkor.text.fold import fold

_TITLE_WEIGHT, _LEAD_WEIGHT, _LEAD = 3, 2, 3  # the title and the first sentences tell best who acts
_NEARLY, _LEAST = 0.8, 4  # a third side is named nearly as often as the second, and not in passing
_AREAS = frozenset({"area", "adjective"})
_FIGURES = frozenset({"money", "percent", "count", "measure", "times", "fraction", "number"})


@dataclass(frozen=True, slots=True)
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


def get_country(code: str) -> str:
    """The country of an area code.

    >>> get_country("KZ-75")
    'KZ'
    """
    return code.partition("-")[0]


def find_sides(reading: Reading) -> Sides:
    """The two sides that the document tells of, more where others are named about as often; none without areas."""
    weights = _weigh(reading)
    nations: Counter[str] = Counter()
    for code, weight in weights.items():
        nations[get_country(code)] += weight
    ranked = nations.most_common()
    least = max(_LEAST, _NEARLY * ranked[1][1]) if len(ranked) > 2 else 0
    countries = tuple(nation for number, (nation, weight) in enumerate(ranked) if number < 2 or weight >= least)
    return Sides(tuple(_get_actor(weights, nation) for nation in countries), countries)


def _get_actor(weights: Counter[str], nation: str) -> str:
    """The region that acts for a nation where it is named more than the nation itself, else the nation."""
    regions = [(w, code) for code, w in weights.items() if get_country(code) == nation and code != nation]
    best, region = max(regions, default=(0, nation))
    return region if best >= _LEAD_WEIGHT and best > weights[nation] else nation


def _weigh(reading: Reading) -> Counter[str]:
    weights: Counter[str] = Counter()
    title = reading.prepared.document.title
    if title:
        _add(weights, find_areas(reading.language, title, fold(title), Span(0, len(title))), _TITLE_WEIGHT)
    for number, sentence in enumerate(reading.sentences):
        _add(weights, list_areas(sentence), _LEAD_WEIGHT if number < _LEAD else 1)
    return weights


def list_areas(sentence: ReadSentence) -> list[Part]:
    """The areas that a sentence names, those within other parts too, but not in figures («долларов США»)."""
    areas = [p for p in sentence.parts if p.kind in _AREAS]
    figures = [p.span for p in sentence.parts if p.kind in _FIGURES] if areas else []
    return [p for p in areas if not any(f.covers(p.span) for f in figures)] if figures else areas


def _add(weights: Counter[str], parts: Iterable[Part], weight: int) -> None:
    for part in parts:
        if part.kind in _AREAS:
            for code in part.value.codes:
                weights[code] += weight
