"""Which months a heading or the name of a sheet tells: `январь-сентябрь 2025 года`, `12_2025`."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from hamkor.model.period import Period
from hamkor.read.statistics.times import make_months
from hamkor.read.statistics.words import get_table, straighten

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHEET = re.compile(r"(?P<month>\d{1,2})[_.\- ]+(?P<year>(?:19|20)\d\d)|(?P<alone>(?:19|20)\d\d)")


def find_year(text: str) -> int | None:
    """The first year in a text."""
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def find_months(text: str, year: int | None) -> Period | None:
    """The months a text names, from the first to the last it names one after the other; None where it names none.

    year  the year where the text itself tells none

    >>> str(find_months("январь-сентябрь 2025 года", None)), str(find_months("декабрь", 2024))
    ('2025-01/2025-09', '2024-12')
    """
    said = find_year(text) or year
    named = [int(get_table("month")[word]) for word in _months().findall(straighten(text))]
    if not named or said is None:
        return None
    first, last = named[0], named[1] if len(named) > 1 and named[1] > named[0] else named[0]
    return make_months(said, first, last - first + 1)


def find_sheet_time(name: str) -> tuple[int, int | None] | None:
    """The year of a sheet's name, and the last month where it tells one: `12_2025`.

    >>> find_sheet_time("09_2025"), find_sheet_time("2024"), find_sheet_time("notes")
    ((2025, 9), (2024, None), None)
    """
    found = _SHEET.fullmatch(name.strip())
    if not found:
        return None
    if found["alone"]:
        return int(found["alone"]), None
    month = int(found["month"])
    return (int(found["year"]), month) if 1 <= month <= 12 else None


def find_period(heading: str, title: str, sheet: str, released: date | None) -> Period | None:
    """The time of a column: of its heading, else of the title, else of the sheet's name; None where none tells it.

    A sheet of a year alone is that year, if the year was over when it was released.
    """
    named = find_sheet_time(sheet)
    year = find_year(heading) or find_year(title) or (named[0] if named else None)
    if told := find_months(heading, year) or find_months(title, year):
        return told
    if named and named[1]:
        return make_months(named[0], 1, named[1])
    return Period(str(year)) if year and year < (released or date.today()).year else None


@cache
def _months() -> re.Pattern[str]:
    longest_first = sorted(get_table("month"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})")
