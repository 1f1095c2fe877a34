"""What a time pattern gives: one reading a name, from the pieces told and the day of publication to a period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from hamkor.extract.times.told import Told
from hamkor.model import Period

ANOTHER_PART = "another_part"
_LONG_AGO = 215  # days after which nobody tells of the months of a year without saying of which
_MONTHS, _QUARTER, _HALF, _WEEK = 12, 3, 6, 7
_LAST_DAY = "-12-31"


def _month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def _span_of_months(year: int, first: int, last: int) -> Period:
    return Period(_month(year, first), _month(year, last))


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return Period(date(year, month, day).isoformat())
    except ValueError:
        return None


def read_date(told: Told) -> Period | None:
    return Period(told.of("date")[0].isoformat())


def read_date_to_date(told: Told) -> Period | None:
    first, last = told.of("date")
    return Period(first.isoformat(), last.isoformat()) if first <= last else None


def read_day(told: Told) -> Period | None:
    month, day = told.of("month")[0], (told.of("small") + told.of("order"))[0]
    return told.place(lambda year: _day(year, month, day))


def read_days(told: Told) -> Period | None:
    month, days = told.of("month")[0], told.of("small")
    return told.place(lambda year: _join(_day(year, month, days[0]), _day(year, month, days[-1])))


def read_day_to_day(told: Told) -> Period | None:
    (day, last_day), (month, last_month) = told.of("small"), told.of("month")
    before = 1 if (month, day) > (last_month, last_day) else 0
    return told.place(lambda year: _join(_day(year - before, month, day), _day(year, last_month, last_day)))


def read_month_to_day(told: Told) -> Period | None:
    """From the first day of a month to a day of a later one («yanvaridan 19-mayiga qadar»)."""
    day, (month, last_month) = told.of("small")[0], told.of("month")
    before = 1 if month > last_month else 0
    return told.place(lambda year: _join(_day(year - before, month, 1), _day(year, last_month, day)))


def _join(first: Period | None, last: Period | None) -> Period | None:
    return Period(first.start, last.end) if first and last and first.first <= last.last else None


def read_month(told: Told) -> Period | None:
    month = told.of("month")[0]
    return told.place(lambda year: Period(_month(year, month)))


def read_months(told: Told) -> Period | None:
    first, last = told.of("month")
    before = 1 if first > last else 0
    return told.place(lambda year: Period(_month(year - before, first), _month(year, last)))


def read_month_to_month(told: Told) -> Period | None:
    (first, last), year, last_year = told.of("month"), told.year(0), told.year(-1)
    if year is None or last_year is None or (year, first) > (last_year, last):
        return None
    return Period(_month(year, first), _month(last_year, last))


def read_first_months(told: Told) -> Period | None:
    """The first months of a year; nothing where they ended so long ago that any other months may be meant."""
    count = told.of("small")[-1]
    if not 1 < count <= _MONTHS:
        return None
    period = told.place(lambda year: _span_of_months(year, 1, count))
    if period is None or told.years or told.published is None:
        return period
    return period if (told.published - period.last).days <= _LONG_AGO else None


def read_quarter(told: Told) -> Period | None:
    return _part_of_year(told, _QUARTER, (told.of("order") + told.of("small"))[0])


def read_last_quarter(told: Told) -> Period | None:
    return _part_of_year(told, _QUARTER, _MONTHS // _QUARTER)


def read_half(told: Told) -> Period | None:
    return _part_of_year(told, _HALF, (told.of("order") + told.of("small"))[0])


def read_first_half(told: Told) -> Period | None:
    return _part_of_year(told, _HALF, 1)


def _part_of_year(told: Told, months: int, number: int) -> Period | None:
    last = months * number
    return told.place(lambda year: _span_of_months(year, last - months + 1, last)) if last <= _MONTHS else None


def find_another_part(before: Period | None, number: int) -> Period | None:
    """The quarter or half with this number of the year that the one before is of («в первом квартале …, во втором»)."""
    if before is None or len(before.start) != len("2024-01") or before.start[:4] != before.end[:4]:
        return None
    first, last = int(before.start[5:]), int(before.end[5:])
    months = last - first + 1
    if months not in (_QUARTER, _HALF) or last % months or months * number > _MONTHS:
        return None
    return _span_of_months(int(before.start[:4]), months * (number - 1) + 1, months * number)


def read_quarters(told: Told) -> Period | None:
    first, last = told.of("order")
    return (
        told.place(lambda year: _span_of_months(year, _QUARTER * first - 2, _QUARTER * last)) if first < last else None
    )


def read_first_quarters(told: Told) -> Period | None:
    months = told.of("small")[-1] * _QUARTER
    return told.place(lambda year: _span_of_months(year, 1, months)) if months <= _MONTHS else None


def read_year(told: Told) -> Period | None:
    year = told.year()
    return Period(f"{year:04}") if year else None


def read_years(told: Told) -> Period | None:
    first, last = told.year(0), told.year(-1)
    if first and len(told.years) == 1 and told.of("small"):
        last = first - first % 100 + told.of("small")[0]
    return Period(f"{first:04}", f"{last:04}") if first and last and first <= last else None


def read_season(told: Told) -> Period | None:
    """A winter belongs to the year that it ends in; the next summer, told in summer, is that of the next year."""
    first, last = (int(month) for month in told.of("season")[0].split("/"))
    before = 1 if first > last else 0

    def make(year: int) -> Period | None:
        season = Period(_month(year - before, first), _month(year, last))
        begun = told.side == "ahead" and told.published is not None and season.first <= told.published
        return None if begun and not told.years else season

    return told.place(make)


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
    return _parts_away(told, _QUARTER)


def read_this_half(told: Told) -> Period | None:
    return _parts_away(told, _HALF)


def _parts_away(told: Told, months: int) -> Period | None:
    """The part of a year, of so many months, that lies `offset` parts from the one of the publication."""
    if not told.published:
        return None
    parts = _MONTHS // months
    now = told.published.year * parts + (told.published.month - 1) // months
    year, part = divmod(now + told.gives["offset"], parts)
    return _span_of_months(year, months * part + 1, months * (part + 1))


def widen_end_of_year(period: Period) -> Period:
    """The whole year of what takes place by its last day («до конца года приедет»); other times as they are.

    >>> str(widen_end_of_year(Period("2025-12-31"))), str(widen_end_of_year(Period("2025-05")))
    ('2025', '2025-05')
    """
    ends = period.start == period.end and period.end.endswith(_LAST_DAY)
    return Period(period.start[:4]) if ends else period


def read_months_away(told: Told) -> Period | None:
    return _months_away(told, told.of("small")[0] * told.gives["sign"])


def _months_away(told: Told, months: int) -> Period | None:
    if not told.published:
        return None
    year, month = divmod(told.published.year * _MONTHS + told.published.month - 1 + months, _MONTHS)
    return Period(_month(year, month + 1))


def read_years_away(told: Told) -> Period | None:
    away = told.of("small")[0] * told.gives["sign"]
    return Period(f"{told.published.year + away:04}") if told.published else None


def read_months_past(told: Told) -> Period | None:
    """“Over the past ten months”: from January, where as many months of this year are over; else no known time."""
    count = told.of("small")[0]
    over = told.published is not None and told.published.month - 1 == count > 1
    return _span_of_months(told.published.year, 1, count) if told.published and over else None


def read_to_date(told: Told) -> Period | None:
    """From 1 January to the last full month before publication (GUIDE.md); in January the month itself."""
    if not told.published:
        return None
    year = told.year() if told.years else told.published.year
    if year != told.published.year:
        return Period(f"{year:04}") if year else None
    return _span_of_months(year, 1, max(1, told.published.month - 1))


def read_end(told: Told) -> Period | None:
    """31 December, or the last day of the month told."""
    months = told.of("month")
    ahead = Told(told.pieces, told.gives, told.published, "ahead")
    period = ahead.place(lambda year: Period(_month(year, months[0] if months else _MONTHS)))
    return Period(period.last.isoformat()) if period else None


def read_end_of_month(told: Told) -> Period | None:
    month = _months_away(told, 0)
    return Period(month.last.isoformat()) if month else None


def read_end_of_part(told: Told) -> Period | None:
    months = _HALF if told.gives.get("part") == "half" else _QUARTER
    return _part_of_year(Told(told.pieces, told.gives, told.published, "ahead"), months, told.of("order")[0])


def read_part_of_year(told: Told) -> Period | None:
    if told.of("month"):
        return read_month(told)
    year = told.year() if told.years else told.published and told.published.year
    return Period(f"{year:04}") if year else None


def read_nothing(told: Told) -> Period | None:
    return None


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


def read_known_year(told: Told) -> Period | None:
    """Of a time told by another one («за аналогичный период прошлого года») only the year is known here."""
    return read_year(told) if told.years else None


READINGS: Mapping[str, Callable[[Told], Period | None]] = {
    "date": read_date,
    "date_to_date": read_date_to_date,
    "month_to_day": read_month_to_day,
    "day": read_day,
    "days": read_days,
    "day_to_day": read_day_to_day,
    "month": read_month,
    "months": read_months,
    "month_to_month": read_month_to_month,
    "first_months": read_first_months,
    "quarter": read_quarter,
    "last_quarter": read_last_quarter,
    "quarters": read_quarters,
    "first_quarters": read_first_quarters,
    "half": read_half,
    "first_half": read_first_half,
    "year": read_year,
    "years": read_years,
    "season": read_season,
    "this_day": read_this_day,
    "this_week": read_this_week,
    "this_month": read_this_month,
    "this_half": read_this_half,
    "this_quarter": read_this_quarter,
    "days_away": read_days_away,
    "months_away": read_months_away,
    "months_past": read_months_past,
    "years_away": read_years_away,
    "weekday": read_weekday,
    "to_date": read_to_date,
    "end": read_end,
    "end_of_month": read_end_of_month,
    "end_of_part": read_end_of_part,
    "part_of_year": read_part_of_year,
    "nothing": read_nothing,
    "known_year": read_known_year,
    "within": read_nothing,  # `find_limit` tells until when
    ANOTHER_PART: read_nothing,  # only known by the time before it
}
