"""A time as its pieces tell it, and the year it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from hamkor.extract.times.clock import Year
from hamkor.grammar import Part
from hamkor.model import Period
from hamkor.model.value import value

_OTHER_YEAR = 2  # a time in another year than that of publication counts as twice as far away


@value(frozen=True, slots=True)
class Told:
    """The pieces of one time, and where to look for the year it leaves out.

    side  past: the last one that ended before publication; begun: that had begun; ahead: the first not yet over;
          near: the nearest
    """

    pieces: tuple[Part, ...]
    gives: Mapping[str, Any]
    published: date | None
    side: str = "near"

    def of(self, kind: str) -> list[Any]:
        return [p.value for p in self.pieces if p.kind == kind]

    @property
    def years(self) -> list[Year]:
        return [p.value for p in self.pieces if p.kind in ("year", "bareyear")]

    def year(self, number: int = 0) -> int | None:
        """The number of the year told at this place, None where none is."""
        years = self.years
        return years[number].get(self.published) if -len(years) <= number < len(years) else None

    def place(self, make: Callable[[int], Period | None]) -> Period | None:
        """The period that `make` builds in the year told, or else in the one that suits `side`."""
        if self.years:
            year = self.year(-1)
            return make(year) if year else None
        if self.published is None:
            return None
        year = self.published.year
        return self._suiting(filter(None, map(make, (year - 1, year, year + 1))), self.published)

    def _suiting(self, choices: Iterable[Period], published: date) -> Period | None:
        periods = list(choices)
        if self.side == "past":
            return max((p for p in periods if p.last < published), key=lambda p: p.last, default=None)
        if self.side == "begun":
            return max((p for p in periods if p.first <= published), key=lambda p: p.first, default=None)
        if self.side == "ahead":
            return min((p for p in periods if p.last >= published), key=lambda p: p.last, default=None)
        return min(periods, key=lambda p: _distance(p, published), default=None)


def _distance(period: Period, published: date) -> int:
    if period.first <= published <= period.last:
        return 0
    days = min(abs((period.first - published).days), abs((period.last - published).days))
    return days * (1 if period.first.year == published.year else _OTHER_YEAR)
