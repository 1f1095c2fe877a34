"""Figures put where they are looked up: by what they count and when, of each so many as told nearest to a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from hamkor.model import Period
from hamkor.verify.figure import Figure
from hamkor.verify.within import lies_within

MOST_TOLD = 16  # figures of others of one thing and time that one is held against: those told nearest to it
MOST_ANY = 4  # of each time, where all times are looked at

Times = Collection[Period | None]


class Shelf:
    """Figures of one time, in the order in which they were told; official ones apart."""

    def __init__(self) -> None:
        self.official: list[Figure] = []
        self.tellers: set[str] = set()
        self._told: list[Figure] = []
        self._days: list[int] | None = None
        self._all: list[Figure] = []  # official ones, and all others in order

    def put(self, figure: Figure) -> None:
        (self.official if figure.official else self._told).append(figure)
        self.tellers.add(figure.teller)
        self._days = None

    def find(self, day: date | None, most: int) -> Sequence[Figure]:
        """The official ones, the latest release first, and what others told nearest to a day, in order."""
        if self._days is None:
            self._told.sort(key=_get_day)
            self._days = [_get_day(figure) for figure in self._told]
            self._all = [*self.official, *self._told]
        if len(self._told) <= most:
            return self._all
        place = bisect_left(self._days, day.toordinal() if day else 0)
        first = max(0, min(place - most // 2, len(self._told) - most))
        near = self._told[first : first + most]
        return [*self.official, *near] if self.official else near


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
            around = ((time, _find_within(time, period)) for time in self._times)
            found = {time: (self._shelves[time], outer) for time, outer in around if outer is not None}
            self._nested[period] = found
        return found


def _find_within(time: Period, period: Period) -> bool | None:
    """Whether a time holds another one (True), or lies within it (False); None where neither does."""
    if lies_within(time, period):
        return False
    return True if lies_within(period, time) else None


def _get_day(figure: Figure) -> int:
    return figure.known.toordinal() if figure.known else 0
