"""Times as statistics write them, brought to one form."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hamkor.model.period import Period, parse_period

_PART = re.compile(r"(\d{4})-?([QSHAMT])(\d{1,2})", re.I)
_MONTH = re.compile(r"(\d{4})(\d{2})")
_LASTING = re.compile(r"(\d{4})-(\d{2})(?:-01)?(?:T[\d:]+)?/P(\d{1,3})([MY])", re.I)
_MONTHS = {"M": 1, "Q": 3, "T": 4, "S": 6, "H": 6, "A": 12}  # in a part of a year of that letter


def parse_time(text: str) -> Period:
    """A time as SDMX and statistics offices write it. Raises ValueError on anything else.

    `2025`, `2025-09`, `2025-M09`, `2025-Q3`, `2025-S1`, `202509`, `2025-01-01/P9M`, `2025-01/2025-09`.

    >>> [str(parse_time(text)) for text in ("2025-M09", "2025-Q3", "2025-01-01/P9M", "202501", "2025-01/2025-12")]
    ['2025-09', '2025-07/2025-09', '2025-01/2025-09', '2025-01', '2025']
    """
    plain = text.strip()
    if part := _PART.fullmatch(plain):
        months = _MONTHS[part[2].upper()]
        return make_months(int(part[1]), (int(part[3]) - 1) * months + 1, months)
    if month := _MONTH.fullmatch(plain):
        return make_months(int(month[1]), int(month[2]), 1)
    if lasting := _LASTING.fullmatch(plain):
        months = int(lasting[3]) * (12 if lasting[4].upper() == "Y" else 1)
        return make_months(int(lasting[1]), int(lasting[2]), months)
    return shorten(parse_period(plain))


def make_months(year: int, month: int, number: int) -> Period:
    """So many months from this one on. Raises ValueError where there is no such month."""
    if not (1 <= month <= 12 and number >= 1 and year >= 1):
        raise ValueError(f"{year}-{month:02}: found no month")
    last = year * 12 + month - 2 + number
    return shorten(Period(f"{year:04}-{month:02}", f"{last // 12:04}-{last % 12 + 1:02}"))


def shorten(period: Period) -> Period:
    """A whole year as that year, whole months as months, anything else by its days.

    >>> [str(shorten(Period(*ends))) for ends in (("2025-01", "2025-12"), ("2025-02-01", "2025-02-28"))]
    ['2025', '2025-02']
    >>> str(shorten(Period("2025-01", "2025-11-15")))
    '2025-01-01/2025-11-15'
    """
    first, last = period.first, period.last
    after = last + timedelta(1) if last < date.max else last
    if first.day != 1 or after.day != 1:
        return Period(first.isoformat(), last.isoformat())
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return Period(f"{first.year:04}")
    start, end = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    return Period(start, end)
