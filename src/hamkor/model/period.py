"""A stretch of time as ISO 8601 writes it, at the precision of the text."""

from __future__ import annotations

import calendar
import re
from dataclasses import field
from datetime import date
from functools import lru_cache

from hamkor.model.value import value

_EDGE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=4096)
def _first(edge: str) -> date:
    year, month, day = _parts(edge)
    return date(year, month or 1, day or 1)


@lru_cache(maxsize=4096)
def _last(edge: str) -> date:
    year, month, day = _parts(edge)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(edge: str) -> tuple[int, int | None, int | None]:
    found = _EDGE.fullmatch(edge)
    if not found:
        raise ValueError(f"{edge!r}: found no ISO 8601 day, month or year; expected 2025, 2025-09 or 2025-09-30")
    year, month, day = found.groups()
    return int(year), int(month) if month else None, int(day) if day else None


@value(frozen=True, slots=True)
class Period:
    """From the first day of `start` to the last day of `end`, both ISO 8601 at the text's own precision.

    >>> str(Period("2025-01", "2025-09")), str(Period("2025"))
    ('2025-01/2025-09', '2025')
    >>> Period("2025-01", "2025-09").last
    datetime.date(2025, 9, 30)
    """

    start: str
    end: str = ""
    # Asked for so often that they are computed once.
    first: date = field(init=False, compare=False, repr=False)
    last: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not self.end:
            object.__setattr__(self, "end", self.start)
        object.__setattr__(self, "first", _first(self.start))
        object.__setattr__(self, "last", _last(self.end))
        if self.last < self.first:
            raise ValueError(f"{self.start}/{self.end}: found an end before its start")

    def __str__(self) -> str:
        return self.start if self.start == self.end else f"{self.start}/{self.end}"

    def covers(self, other: Period) -> bool:
        return self.first <= other.first and other.last <= self.last


@lru_cache(maxsize=4096)  # a ledger tells of few times, each of them often
def parse_period(text: str) -> Period:
    """Read `2025`, `2025-09`, `2025-09-30` or `A/B` of these. Raises ValueError on anything else.

    >>> parse_period("2025-01/2025-09").first
    datetime.date(2025, 1, 1)
    """
    start, _, end = text.partition("/")
    return Period(start, end)


@lru_cache(maxsize=4096)
def move_years(period: Period, years: int) -> Period:
    """The same days and months of so many years later, or earlier; 29 February is 28 in a year that has none.

    >>> str(move_years(Period("2025-01", "2025-09"), -1)), str(move_years(Period("2024-02-29"), 1))
    ('2024-01/2024-09', '2025-02-28')
    """
    return Period(_move(period.start, years), _move(period.end, years))


def _move(edge: str, years: int) -> str:
    year, mark, rest = edge.partition("-")
    moved = int(year) + years
    if rest == "02-29" and not calendar.isleap(moved):
        rest = "02-28"
    return f"{moved:04}{mark}{rest}"
