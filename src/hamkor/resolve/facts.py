"""What counts of one telling of a figure, the same in every language and unit."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from hamkor.model import Observation
from hamkor.resolve.promise_words import read_said
from hamkor.resolve.said import Said
from hamkor.resolve.tables import load_rows
from hamkor.resolve.telling import Telling
from hamkor.resolve.texts import find_sentence
from hamkor.text.fold import fold

# What adds up over a time and is published again for the next: without its time nobody knows which is meant.
TRADE = frozenset({"trade_turnover", "exports", "imports", "gdp"})
# The same where a time is told; without one it is what one flight carried, what one plant makes.
FLOWS = frozenset({"cargo", "passengers", "tourists", "production"})
# Indicators whose sides have an order: who sells, who buys, who receives the money.
ORDERED = frozenset({"exports", "imports", "investment"})
# Of what goes between two ends, other ends are another figure.
OF_WAYS = frozenset({"flights", "tariff"})
# Exact conversions: UCUM unit → the unit it is told in, and how many of those it is.
_UNITS = {
    "kg": ("t", Decimal("0.001")),
    "m": ("km", Decimal("0.001")),
    "mm": ("km", Decimal("0.000001")),
    "cm": ("km", Decimal("0.00001")),
    "m2": ("ha", Decimal("0.0001")),
    "km2": ("ha", Decimal(100)),
    "kW": ("MW", Decimal("0.001")),
    "L": ("m3", Decimal("0.001")),
    "l": ("m3", Decimal("0.001")),
    "h": ("min", Decimal(60)),
    "d": ("min", Decimal(1440)),
    "wk": ("min", Decimal(10080)),
}
_HUNDRED = Decimal(100)
_DAYS = 5  # days of publication are rounded to so many


@dataclass(frozen=True, slots=True)
class Fact:
    """A telling of a figure.

    low, high   in full units, as decimals in words; of a multiple, the growth in percent that it is
    digits      how many digits of the printed number say something: 1 of 500, 3 of 18.5
    sides       area codes as they count: in order where the indicator has one, None where untold
    period      ISO 8601; empty where untold
    day         of publication, as the day's number, rounded
    things, ends, names, towns  of its sentence (`promise_words`); around  things, ways, topics and names that stand by
    near_ends   ends of a way that only the paragraph or the title tells
    """

    indicator: str
    subject: str
    measure: str
    low: str
    high: str
    digits: int
    unit: str
    sides: tuple[str | None, str | None]
    period: str
    status: str
    part_of: tuple[str | None, ...] = ()
    day: int | None = None
    things: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    near_ends: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    around: tuple[str, ...] = ()

    @property
    def is_flow(self) -> bool:
        """Whether only its time tells it from the next such figure; growth and shares always are."""
        if self.indicator in FLOWS:
            return bool(self.period)
        return self.indicator in TRADE or self.unit == "PCT"

    @property
    def is_whole(self) -> bool:
        """Whether indicator, sides and time tell all that there is to tell."""
        return self.is_flow and bool(self.period) and None not in self.sides


def take_fact(told: Telling) -> Fact | None:
    """What counts of a telling; None of one that is no figure."""
    figure = told.statement
    if not isinstance(figure, Observation):
        return None
    measure, low, high, unit = convert_unit(figure)
    fact = Fact(
        indicator=figure.indicator,
        subject=find_subject(figure.subject or "", told.language),
        measure=measure,
        low=_write(low),
        high=_write(high),
        digits=len(figure.obs_value.normalize().as_tuple().digits),
        unit=unit,
        sides=_list_sides(figure),
        period=str(figure.time_period or ""),
        status="actual" if figure.status == "actual" else "target",
        part_of=_list_whole(figure),
        day=told.published.toordinal() // _DAYS * _DAYS if told.published else None,
    )
    return fact if fact.is_whole else _with_surroundings(fact, told, figure)


def _with_surroundings(fact: Fact, told: Telling, figure: Observation) -> Fact:
    """With what stands by: a figure that is not told whole is known by the things it is of."""
    sentence = find_sentence(told.words, figure.evidence.exact)
    own, near = read_said(sentence, told.language), read_said(told.words, told.language)
    title = read_said(told.title or "", told.language)
    return replace(
        fact,
        things=_sort(own.ways | own.things | own.topics),
        ends=_sort(_find_ends(own)),
        near_ends=_sort(_find_ends(near, title)),
        towns=_sort(own.towns),
        names=_sort(own.names),
        around=_sort(near.ways | near.things | near.topics | near.names | title.ways | title.things | title.names),
    )


def _find_ends(*told: Said) -> set[str]:
    """The ends of the way that is told of first; where no towns are told as such, between regions of such names."""
    found = (said.ends | said.regions if said.ends == said.towns else said.ends for said in told)
    return next((ends for ends in found if len(ends) > 1), set())


def convert_unit(figure: Observation) -> tuple[str, Decimal, Decimal, str]:
    """Measure, bounds and unit, in the unit that others of its kind convert to exactly.

    A multiple is a growth: twice as much is 100 % more.
    """
    if figure.measure == "multiple":
        return "change", (figure.low - 1) * _HUNDRED, (figure.high - 1) * _HUNDRED, "PCT"
    unit, factor = _UNITS.get(figure.unit_measure, (figure.unit_measure, Decimal(1)))
    return figure.measure, figure.low * factor, figure.high * factor, unit


def _list_sides(figure: Observation) -> tuple[str | None, str | None]:
    ref, other = figure.ref_area, figure.counterpart_area
    if figure.indicator in ORDERED:
        return ref, other
    one, two = sorted((ref, other), key=lambda side: (side is None, side))
    return one, two


def _list_whole(figure: Observation) -> tuple[str | None, ...]:
    whole = figure.part_of
    return (whole.indicator, whole.ref_area, whole.counterpart_area) if whole else ()


def find_subject(subject: str, language: str) -> str:
    """What a figure counts, as all languages name it; empty where the table does not know it.

    >>> find_subject("мука", "ru"), find_subject("ұн", "kk")
    ('flour', 'flour')
    """
    return _subjects().get((language.partition("-")[0], _fold(subject)), "")


@lru_cache(maxsize=1)
def _subjects() -> dict[tuple[str, str], str]:
    rows = load_rows("subjects")
    return {
        (column, _fold(name)): row["concept"] for row in rows for column, name in row.items() if column != "concept"
    }


def _fold(name: str) -> str:
    return fold(name).replace("ʽ", "'")


def list_buckets(fact: Fact) -> list[int]:
    """Numbers of steps of a quarter that the interval touches: two intervals that meet share one."""
    low, high = float(fact.low), float(fact.high)
    if low <= 0 <= high:
        return [0]
    first, last = sorted(_get_bucket(abs(end)) for end in (low, high))
    sign = 1 if low > 0 else -1
    return [sign * (step + _SHIFT) for step in range(first, last + 1)]


_SHIFT = 1000  # keeps steps of small numbers apart from those of negative ones


def _get_bucket(size: float) -> int:
    return math.floor(math.log(size) / math.log(1.25))


def _write(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _sort(found: set[str]) -> tuple[str, ...]:
    return tuple(sorted(found))
