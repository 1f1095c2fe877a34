"""Made-up worlds of trade, and what documents and statistics print of them, rounded and qualified in every way.

Two sides report one trade and never agree; offices revise what they said; every document rounds as it likes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

from hamkor.extract.numbers.bounds import get_bounds, read_fraction, read_printed
from hamkor.model import Interval, PartOf
from hamkor.verify import Figure

from .figures import make

YEARS = ("2022", "2023", "2024", "2025")
REGIONS = ("KZ-75", "KZ-61", "KZ-10", "KZ-31")
FLOWS = ("exports", "imports")
_FRACTIONS = tuple(Fraction(n, d) for n, d in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (1, 10)))
Printed = tuple[Decimal, Interval, str]  # the number, what it can mean, its qualifier
Key = tuple[str, str, str]  # indicator, region or KZ, year


@dataclass(slots=True)
class World:
    """What one side's statistics really count at one moment, and the figures that were printed so far."""

    values: dict[Key, Decimal]
    nine: dict[str, Decimal]  # what part of a year its first nine months had
    figures: list[Figure] = field(default_factory=list)


def make_values(random: Random) -> dict[Key, Decimal]:
    """Exports and imports of regions, of what is left of the country, and their sums."""
    found: dict[Key, Decimal] = {}
    for flow in FLOWS:
        for place in (*REGIONS, "rest"):
            level = Decimal(random.randint(20_000_000, 900_000_000))
            for year in YEARS:
                level = (level * random.randint(700, 1500) / 1000).quantize(Decimal(1))
                found[flow, place, year] = level
    for year in YEARS:
        for flow in FLOWS:
            found[flow, "KZ", year] = sum((found[flow, p, year] for p in (*REGIONS, "rest")), Decimal(0))
        for place in (*REGIONS, "KZ"):
            found["trade_turnover", place, year] = found["exports", place, year] + found["imports", place, year]
    return found


def scale(values: dict[Key, Decimal], factor: Callable[[str], Decimal]) -> dict[Key, Decimal]:
    """The same as another side counts it, or as it is revised: by one factor a year, so that all sums still hold."""
    factors = {year: factor(year) for year in YEARS}
    return {key: value * factors[key[2]] for key, value in values.items()}


def print_level(random: Random, value: Decimal) -> Printed:
    """A number as texts print it, with what it can mean, and its qualifier."""
    digits = random.choice((2, 2, 3, 3, 4, 5))
    unit = Decimal(1).scaleb(value.adjusted() - digits + 1)
    qualifier = random.choice(("exact", "exact", "exact", "about", "nearly", "over", "under"))
    return _print(value, unit, qualifier, percent=False)


def print_percent(random: Random, value: Decimal) -> Printed:
    unit = random.choice((Decimal("0.1"), Decimal("0.01"), Decimal(1)))
    qualifier = random.choice(("exact", "exact", "about", "over", "under")) if abs(value) > 1 else "exact"
    return _print(value, unit, qualifier, percent=True)


def print_share(random: Random, value: Decimal) -> Printed:
    """A percentage, or a simple fraction where one is near enough."""
    for fraction in random.sample(_FRACTIONS, 3):
        printed = read_fraction(fraction)
        bounds = get_bounds(printed, "exact")
        if bounds.holds(value):
            return printed.value, bounds, "exact"
    return print_percent(random, value)


def _print(value: Decimal, unit: Decimal, qualifier: str, *, percent: bool) -> Printed:
    size, rounding = abs(value), {"over": ROUND_FLOOR, "under": ROUND_CEILING, "nearly": ROUND_CEILING}
    shown = (size / unit).to_integral_value(rounding.get(qualifier, ROUND_HALF_UP)) * unit
    if not shown or shown == size:
        qualifier, shown = "exact", (size / unit).to_integral_value(ROUND_HALF_UP) * unit
    signed = shown.copy_sign(value)
    printed = read_printed(signed, last=unit, decimal_mark=unit < 1, percent=percent)
    bounds = get_bounds(printed, qualifier)
    assert bounds.holds(value), (value, signed, qualifier, bounds)
    return signed, bounds, qualifier


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells, when, and whether from the Kazakh or the Uzbek side."""

    teller: str
    day: date
    home: str
    official: bool = False


class Press:
    """Prints figures of a world in a voice's words."""

    def __init__(self, random: Random, voice: Voice, world: World) -> None:
        self.random, self.voice, self.world = random, voice, world
        self.figures: list[Figure] = []
        self._told: set[object] = set()

    def level(self, indicator: str, place: str, year: str, *, nine: bool = False) -> None:
        value = self.world.values[indicator, place, year] * (self.world.nine[year] if nine else 1)
        period = f"{year}-01/{year}-09" if nine else year
        self._add(print_level(self.random, value), "level", indicator, place, period=period)

    def growth(self, indicator: str, place: str, year: str) -> None:
        now, before = self._pair(indicator, place, year)
        self._add(print_percent(self.random, (now / before - 1) * 100), "change", indicator, place, period=year)

    def multiple(self, indicator: str, place: str, year: str) -> None:
        now, before = self._pair(indicator, place, year)
        times = _print(now / before, Decimal("0.1"), "exact", percent=False)
        self._add(times, "multiple", indicator, place, period=year)

    def difference(self, indicator: str, place: str, year: str) -> None:
        now, before = self._pair(indicator, place, year)
        if abs(now - before) > 1000:
            self._add(print_level(self.random, now - before), "change_abs", indicator, place, period=year)

    def share(self, indicator: str, place: str, year: str) -> None:
        part, whole = self.world.values[indicator, place, year], self.world.values[indicator, "KZ", year]
        of = PartOf(indicator, *self._sides(indicator, "KZ"))
        printed = print_share(self.random, part / whole * 100)
        self._add(printed, "share", indicator, place, period=year, part_of=of)

    def _pair(self, indicator: str, place: str, year: str) -> tuple[Decimal, Decimal]:
        before = YEARS[YEARS.index(year) - 1]
        return self.world.values[indicator, place, year], self.world.values[indicator, place, before]

    def _sides(self, indicator: str, place: str) -> tuple[str, str]:
        """Of mutual figures the side that tells stands first; exports go from the place to the other country."""
        swapped = indicator == "trade_turnover" and self.voice.home == "UZ"
        return ("UZ", place) if swapped else (place, "UZ")

    def _add(self, printed: Printed, measure: str, indicator: str, place: str, **said: object) -> None:
        sides, voice = self._sides(indicator, place), self.voice
        key = (measure, indicator, place, said["period"])
        if key in self._told:
            return
        self._told.add(key)
        value, bounds, qualifier = printed
        figure = make(
            value, indicator=indicator, measure=measure, sides=sides, teller=voice.teller, official=voice.official,
            known=voice.day, bounds=(str(bounds.low), str(bounds.high)), qualifier=qualifier, **said,
        )  # type: ignore[arg-type]  # fmt: skip
        self.figures.append(figure)


def make_world(seed: int) -> list[Figure]:
    """5 to 40 figures of documents and statistics that can all be true."""
    random = Random(seed)
    truth, nine = make_values(random), {year: Decimal(random.randint(600, 900)) / 1000 for year in YEARS}
    gap = random.randint(965, 1035)  # of the two sides: within what is usual, however few years tell it
    mirrored = scale(truth, lambda _: Decimal(gap + random.randint(-5, 5)) / 1000)
    early = [scale(values, lambda _: Decimal(random.randint(991, 1009)) / 1000) for values in (truth, mirrored)]
    size, figures = random.randint(5, 40), list[Figure]()
    day = date(2026, 1, 10)
    while len(figures) < 5:
        figures = []
        for number in range(random.randint(1, 4)):
            home = random.choice(("KZ", "KZ", "KZ", "UZ"))
            told, states = day + timedelta(days=random.randint(0, 20)), (truth, mirrored)
            if random.random() < 0.25:  # told long ago, of what has been revised since
                told, states = told - timedelta(days=200), early
            values = states[0] if home == "KZ" else states[1]
            voice = Voice(f"doc-{number}", told, home)
            figures += write_document(random, Press(random, voice, World(values, nine)))
        for home, values in (("KZ", truth), ("UZ", mirrored)):
            if random.random() < 0.3:
                voice = Voice(f"statistics-{home}", day, home, official=True)
                figures += write_series(random, Press(random, voice, World(values, nine)))
        figures = figures[:size]
    return figures


def write_document(random: Random, press: Press) -> list[Figure]:
    places = ("KZ", *random.sample(REGIONS, random.randint(0, 2)))
    for _ in range(random.randint(3, 12)):
        indicator, place = random.choice(("trade_turnover", *FLOWS)), random.choice(places)
        if press.voice.home == "UZ":
            indicator = "trade_turnover"  # its exports are the other side's imports: another figure
        year, kind = random.choice(YEARS[1:]), random.random()
        if kind < 0.5:
            press.level(indicator, place, random.choice(YEARS), nine=random.random() < 0.2)
        elif kind < 0.7:
            press.growth(indicator, place, year)
        elif kind < 0.8:
            press.multiple(indicator, place, year)
        elif kind < 0.9:
            press.difference(indicator, place, year)
        elif place != "KZ":
            press.share(indicator, place, year)
    return press.figures


def write_series(random: Random, press: Press) -> list[Figure]:
    """Statistics print digits enough, and what their own side calls it."""
    for year in random.sample(YEARS, random.randint(1, 4)):
        press.level("trade_turnover", "KZ", year)
    return press.figures
