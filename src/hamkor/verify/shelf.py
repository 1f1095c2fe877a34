"""Figures put where they are looked up: by what they count and when, of each so many as told nearest to a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal

from hamkor.model import Period
from hamkor.verify.figure import Figure
from hamkor.verify.within import find_nesting

MOST_TOLD = 16  # figures of others of one thing and time that one is held against: those told nearest to it
MOST_ANY = 4  # of each time, where all times are looked at

Times = Collection[Period | None]


class Row:
    """What of a shelf one figure is held against, and how far it reaches: so that most need no second look."""

    __slots__ = ("_ends", "figures")

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self._ends: dict[tuple[str, str], tuple[Decimal, Decimal]] | None = None

    def _get_ends(self, figure: Figure) -> tuple[Decimal, Decimal] | None:
        """The highest lower end and the lowest upper end of what is actual, of the figure's measure and unit."""
        if self._ends is None:
            self._ends = {}
            for other in self.figures:
                if other.status == "actual":
                    key, low, high = (other.measure, other.unit), other.bounds.low, other.bounds.high
                    ends = self._ends.get(key)
                    if ends is None:
                        self._ends[key] = low, high
                    elif low > ends[0] or high < ends[1]:
                        self._ends[key] = max(low, ends[0]), min(high, ends[1])
        return self._ends.get((figure.measure, figure.unit))

    def may_exceed(self, figure: Figure, *, outer: bool) -> bool:
        """Whether a figure may be more than one of these that hold it (`outer`), or one of these more than it."""
        ends = self._get_ends(figure)
        if ends is None:
            return False
        return figure.bounds.low > ends[1] if outer else ends[0] > figure.bounds.high

    def may_differ(self, figure: Figure) -> bool:
        """Whether a figure may have nothing in common with one of these."""
        ends = self._get_ends(figure)
        return ends is not None and not (ends[0] < figure.bounds.high and figure.bounds.low < ends[1])

    def find_row(self, _day: date | None, _most: int) -> Row:
        """Itself: of what one document tells all is looked at."""
        return self


class Shelf:
    """Figures of one time, in the order in which they were told; official ones apart."""

    def __init__(self) -> None:
        self.official: list[Figure] = []
        self.tellers: set[str] = set()
        self._told: list[Figure] = []
        self._days: list[int] | None = None
        self._rows: dict[tuple[int, int], Row] = {}
        self._by_day: dict[tuple[date | None, int], Row] = {}
        self._whole: Row | None = None

    def put(self, figure: Figure) -> None:
        (self.official if figure.official else self._told).append(figure)
        self.tellers.add(figure.teller)
        self._days = self._whole = None

    def may_exceed(self, figure: Figure, *, outer: bool) -> bool:
        """As `Row.may_exceed`, of all that stands here: most need no nearer look."""
        if self._whole is None:
            self._whole = Row([*self.official, *self._told])
        return self._whole.may_exceed(figure, outer=outer)

    def find(self, day: date | None, most: int) -> Sequence[Figure]:
        """The official ones, the latest release first, and what others told nearest to a day, in order."""
        return self.find_row(day, most).figures

    def find_row(self, day: date | None, most: int) -> Row:
        """As `find`; many figures are told so near to one another that they are held against the same."""
        if self._days is None:
            self._told.sort(key=_get_day)
            self._days = [_get_day(figure) for figure in self._told]
            self._rows.clear()
            self._by_day.clear()
        key = (day, most)
        row = self._by_day.get(key)
        if row is None:
            row = self._by_day[key] = self._cut_row(self._days, day, most)
        return row

    def _cut_row(self, days: Sequence[int], day: date | None, most: int) -> Row:
        first, number = 0, len(days)
        if number > most:
            place = bisect_left(days, day.toordinal() if day else 0)
            first, number = max(0, min(place - most // 2, number - most)), most
        row = self._rows.get((first, number))
        if row is None:
            row = self._rows[first, number] = Row([*self.official, *self._told[first : first + number]])
        return row


class Cabinet:
    """Shelves by time."""

    def __init__(self) -> None:
        self._shelves: dict[Period | None, Shelf] = {}
        self._nested: dict[Period, dict[Period, tuple[Shelf, bool]]] = {}
        self._times: list[Period] = []
        self.has_official = False

    def put(self, figure: Figure) -> None:
        self.has_official |= figure.official
        shelf = self._shelves.get(figure.period)
        if shelf is None:
            shelf = self._shelves[figure.period] = Shelf()
            self._nested.clear()
            if figure.period:
                self._times.append(figure.period)
        shelf.put(figure)

    def find(self, of: Figure, times: Times | None, most: int = MOST_TOLD) -> Sequence[Figure]:
        """What is told of these times, of all where `times` is None, as `of` may know it."""
        if times is None:
            times, most = self._shelves, MOST_ANY
        elif len(times) == 1:
            shelf = self._shelves.get(next(iter(times)))
            return shelf.find(of.known, most) if shelf else ()
        found: list[Figure] = []
        for time in times:
            if shelf := self._shelves.get(time):
                found += shelf.find(of.known, most)
        return found

    def find_official(self, times: Times | None) -> Iterator[Figure]:
        """What is official of these times, of all where `times` is None."""
        for time in self._shelves if times is None else times:
            if shelf := self._shelves.get(time):
                yield from shelf.official

    def get_shelf(self, time: Period | None) -> Shelf | None:
        """What is told of a time; None where nothing is."""
        return self._shelves.get(time)

    def find_nested(self, period: Period) -> dict[Period, tuple[Shelf, bool]]:
        """The shelves, by time, of times that hold this one (True), or that lie within it (False)."""
        found = self._nested.get(period)
        if found is None:
            around = ((time, find_nesting(time, period)) for time in self._times)
            found = {time: (self._shelves[time], outer) for time, outer in around if outer is not None}
            self._nested[period] = found
        return found


def _get_day(figure: Figure) -> int:
    return figure.known.toordinal() if figure.known else 0
