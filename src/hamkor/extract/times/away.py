"""Times told by how far they are from the day of publication, from the pieces told to a period."""

from __future__ import annotations

from datetime import timedelta

from hamkor.extract.times.calendar import HALF, MONTHS, QUARTER, name_month, part_of_year, span_of_months
from hamkor.extract.times.told import Told
from hamkor.model import Period

_WEEK = 7


def read_this_day(told: Told) -> Period | None:
    return _days_away(told, told.gives["offset"])


def read_days_away(told: Told) -> Period | None:
    return _days_away(told, told.of("small")[0] * told.gives["sign"])


def _days_away(told: Told, days: int) -> Period | None:
    return Period((told.published + timedelta(days)).isoformat()) if told.published else None


def read_weekday(told: Told) -> Period | None:
    """The last such day, the day of publication included; with `ahead` the next one."""
    if not told.published:
        return None
    ahead = (told.of("weekday")[0] - told.published.isoweekday()) % _WEEK
    if told.side == "ahead":
        return _days_away(told, ahead or _WEEK)
    return _days_away(told, ahead - _WEEK if ahead else 0)


def read_this_week(told: Told) -> Period | None:
    if not told.published:
        return None
    monday = told.published - timedelta(told.published.weekday() - _WEEK * told.gives["offset"])
    return Period(monday.isoformat(), (monday + timedelta(_WEEK - 1)).isoformat())


def read_this_month(told: Told) -> Period | None:
    return _months_away(told, told.gives["offset"])


def read_this_quarter(told: Told) -> Period | None:
    return _parts_away(told, QUARTER)


def read_this_half(told: Told) -> Period | None:
    return _parts_away(told, HALF)


def _parts_away(told: Told, months: int) -> Period | None:
    """The part of a year, of so many months, that lies `offset` parts from the one of the publication."""
    if not told.published:
        return None
    parts = MONTHS // months
    now = told.published.year * parts + (told.published.month - 1) // months
    year, part = divmod(now + told.gives["offset"], parts)
    return span_of_months(year, months * part + 1, months * (part + 1))


def read_months_away(told: Told) -> Period | None:
    return _months_away(told, told.of("small")[0] * told.gives["sign"])


def _months_away(told: Told, months: int) -> Period | None:
    if not told.published:
        return None
    year, month = divmod(told.published.year * MONTHS + told.published.month - 1 + months, MONTHS)
    return Period(name_month(year, month + 1))


def read_years_away(told: Told) -> Period | None:
    away = told.of("small")[0] * told.gives["sign"]
    return Period(f"{told.published.year + away:04}") if told.published else None


def read_months_past(told: Told) -> Period | None:
    """“Over the past ten months”: from January, where as many months of this year are over; else no known time."""
    count = told.of("small")[0]
    over = told.published is not None and told.published.month - 1 == count > 1
    return span_of_months(told.published.year, 1, count) if told.published and over else None


def read_to_date(told: Told) -> Period | None:
    """From 1 January to the last full month before publication (GUIDE.md); in January the month itself."""
    if not told.published:
        return None
    year = told.year() if told.years else told.published.year
    if year != told.published.year:
        return Period(f"{year:04}") if year else None
    return span_of_months(year, 1, max(1, told.published.month - 1))


def read_end(told: Told) -> Period | None:
    """31 December, or the last day of the month told."""
    months = told.of("month")
    ahead = Told(told.pieces, told.gives, told.published, "ahead")
    period = ahead.place(lambda year: Period(name_month(year, months[0] if months else MONTHS)))
    return Period(period.last.isoformat()) if period else None


def read_end_of_month(told: Told) -> Period | None:
    month = _months_away(told, 0)
    return Period(month.last.isoformat()) if month else None


def read_end_of_part(told: Told) -> Period | None:
    months = HALF if told.gives.get("part") == "half" else QUARTER
    return part_of_year(Told(told.pieces, told.gives, told.published, "ahead"), months, told.of("order")[0])


def find_limit(told: Told) -> Period | None:
    """The last day of a stretch of days, weeks or months from the day of publication; of years, the year."""
    count, unit = told.gives.get("count") or told.of("small")[0], told.gives["unit"]
    if not told.published:
        return None
    if unit == "year":
        return Period(f"{told.published.year + count:04}")
    if unit != "month":
        return _days_away(told, count * (_WEEK if unit == "week" else 1))
    month = _months_away(told, count)
    return month and Period(month.first.replace(day=min(told.published.day, month.last.day)).isoformat())
