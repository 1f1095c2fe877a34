"""Which two of the weighed areas a document is about; none where it tells of three or of a group."""

from __future__ import annotations

from hamkor.codes.areas import is_capital
from hamkor.extract.observations.about.weights import GROUP, LEAD_WEIGHT, Weights, list_countries
from hamkor.extract.observations.draft import Sides, get_country
from hamkor.extract.observations.layout import get_sorts
from hamkor.extract.observations.words import Words
from hamkor.extract.reading import Reading
from hamkor.grammar import Scene

_THREE = 3
_SMALLEST = 2  # a second side weighs at least this much
_CLEAR = 1.5  # times the weight of the third country that makes a second one a side
_EQUAL = 2  # times the weight of a third country named in one breath with the second


def choose_sides(weights: Weights, reading: Reading, words: Words) -> Sides:
    if len({get_country(code) for code in weights.titled if code}) > 2:
        return Sides(_host(weights))  # what three do together is nobody's alone
    if _is_of_group(weights):
        return Sides()
    ranked = [c for c in weights.countries() if weights.country(c) >= _SMALLEST]
    ranked = ranked or _list_only(weights)
    if not ranked or ranked[0] == GROUP:
        ranked = [c for c in ranked if c != GROUP][:1]
    chosen = [c for c in ranked[:2] if c != GROUP]
    told = weights.countries()
    if len(told) > 2 and len(chosen) > 1 and not _leads(weights, chosen[1], told[2]):
        home = _get_reporting(weights) or words.home
        chosen = [home] if home and home in told and not weights.titled else _with_host(weights, chosen[0])
    if _are_three(weights, [c for c in weights.countries() if c != GROUP], words, reading):
        return Sides()
    if len(chosen) == 1 and not weights.titled:
        own = [c for c in weights.opening if "-" in c and get_country(c) == chosen[0] and not is_capital(c)]
        if len(own) == 1:
            return Sides(own[0])
    codes = sorted(
        (weights.heaviest(c) for c in chosen),
        key=lambda c: ("-" not in c, weights.comes_second(get_country(c)), weights.comes_as_guest(c), weights.place(c)),
    )
    return Sides(*codes)


def _with_host(weights: Weights, first: str) -> list[str]:
    """One country; a partner of the title («Шыңжаңнан келген туристер») behind the one that the text opens with."""
    opening = (get_country(code) for code in weights.codes if code in weights.opening)
    host = next((c for c in opening if c and c not in weights.partners), None) if first in weights.partners else None
    return [host, first] if host else [first]


def _get_reporting(weights: Weights) -> str | None:
    """The one country whose ministers or ministries the text tells of."""
    acting = {code for code in weights.acting if code and "-" not in code}
    return acting.pop() if len(acting) == 1 else None


def _list_only(weights: Weights) -> list[str]:
    """The one country of a text that names it in passing alone («Биыл Шымкент қаласында …»)."""
    told = weights.countries()
    return told if len(told) == 1 else []


def _host(weights: Weights) -> str | None:
    """The region that a title names before the countries whose people or firms come to it; None where it names none.

    Or the country that it names first, where the text has nobody act but for that one («Қазақстан Өзбекстан және
    Қытаймен шекарада …», told by its minister). Towns to which its own body goes are mere places («Бухоро институти
    Ашхобод ва Душанбега эшик очди»).
    """
    first, *others = weights.titled
    if first == _get_reporting(weights):
        return first
    placed = all(weights.titled[code] in ("in", "to") for code in others)
    return first if "-" in first and (placed or not any("-" in code for code in others)) else None


def _is_of_group(weights: Weights) -> bool:
    """Whether the title names a group alone, the text several of its countries, and nobody acts for one."""
    told = [c for c in weights.codes_of_countries() if c != GROUP]
    return set(weights.titled) == {GROUP} and len(told) > _THREE and not weights.acting


def _leads(weights: Weights, second: str, third: str) -> bool:
    """Whether the second country is more than one of a list: titled, or acting, or named early and above the third."""
    if any(get_country(code) == second for code in {*weights.titled, *weights.acting}):
        return weights.country(second) > weights.country(third) or second in list_countries(weights.titled)
    known = second in list_countries(weights.opening) or weights.country(second) > LEAD_WEIGHT
    return known and weights.country(second) >= _CLEAR * weights.country(third)


def _are_three(weights: Weights, ranked: list[str], words: Words, reading: Reading) -> bool:
    """Whether the text says that three act («трёх стран»), the third about as much told of as the second."""
    titled = {get_country(code) for code in weights.titled if code}
    if len(titled) > 1 or len(ranked) < _THREE or weights.country(ranked[1]) > _EQUAL * weights.country(ranked[2]):
        return False
    return any(is_of_three(words, read.scene) for read in reading.sentences)


def is_of_three(words: Words, scene: Scene) -> bool:
    return any("three" in get_sorts(found.value) for found in words.cues.find_in(scene))
