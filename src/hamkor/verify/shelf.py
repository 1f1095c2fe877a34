"""Figures put where they are looked up: by what they count and when, of each so many as told nearest to a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from datetime import date

from hamkor.model import Period
from hamkor.verify.figure import Figure

MOST_TOLD = 16  # figures of others of one thing and time that one is held against: those told nearest to it
MOST_ANY = 4  # of each time, where all times are looked at

Times = Collection[Period | None]


class Shelf:
    """Figures of one time, in the order in which they were told; official ones apart."""

    def __init__(self) -> None:
        self.official: list[Figure] = []
        self._told: list[Figure] = []
        self._days: list[int] | None = None

    def put(self, figure: Figure) -> None:
        (self.official if figure.official else self._told).append(figure)
        self._days = None

    def find(self, day: date | None, most: int = MOST_TOLD) -> Iterator[Figure]:
        """The official ones, the latest release first, and what others told nearest to a day, in order."""
        yield from self.official
        if len(self._told) <= most:
            yield from self._told
            return
        if self._days is None:
            self._told.sort(key=_get_day)
            self._days = [_get_day(figure) for figure in self._told]
        place = bisect_left(self._days, day.toordinal() if day else 0)
        first = max(0, min(place - most // 2, len(self._told) - most))
        yield from self._told[first : first + most]


class Cabinet:
    """Shelves by time."""

    def __init__(self) -> None:
        self._shelves: dict[Period | None, Shelf] = {}

    def put(self, figure: Figure) -> None:
        shelf = self._shelves.get(figure.period)
        if shelf is None:
            shelf = self._shelves[figure.period] = Shelf()
        shelf.put(figure)

    def find(self, of: Figure, times: Times | None) -> Iterator[Figure]:
        """What is told of these times, of all where `times` is None, as `of` may know it."""
        if times is None:
            for shelf in self._shelves.values():
                yield from shelf.find(of.known, MOST_ANY)
            return
        for time in times:
            if time in self._shelves:
                yield from self._shelves[time].find(of.known)


def _get_day(figure: Figure) -> int:
    return figure.known.toordinal() if figure.known else 0
