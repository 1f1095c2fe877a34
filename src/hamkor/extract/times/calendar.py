"""Times told by the calendar: days, months, parts of a year and years, from the pieces told to a period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from hamkor.extract.times.told import Told
from hamkor.model import Period

MONTHS, QUARTER, HALF = 12, 3, 6
_LONG_AGO = 215  # days after which nobody tells of the months of a year without saying of which
_MIDDLE = 15  # the last day of the first half of a month
_LAST_DAY = "-12-31"


def name_month(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def span_of_months(year: int, first: int, last: int) -> Period:
    return Period(name_month(year, first), name_month(year, last))


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
    return told.place(lambda year: Period(name_month(year, month)))


def read_months(told: Told) -> Period | None:
    first, last = told.of("month")
    before = 1 if first > last else 0
    return told.place(lambda year: Period(name_month(year - before, first), name_month(year, last)))


def read_month_to_month(told: Told) -> Period | None:
    (first, last), year, last_year = told.of("month"), told.year(0), told.year(-1)
    if year is None or last_year is None or (year, first) > (last_year, last):
        return None
    return Period(name_month(year, first), name_month(last_year, last))


def read_first_months(told: Told) -> Period | None:
    """The first months of a year; nothing where they ended so long ago that any other months may be meant."""
    count = told.of("small")[-1]
    if not 1 < count <= MONTHS:
        return None
    period = told.place(lambda year: span_of_months(year, 1, count))
    if period is None or told.years or told.published is None:
        return period
    return period if (told.published - period.last).days <= _LONG_AGO else None


def read_quarter(told: Told) -> Period | None:
    return part_of_year(told, QUARTER, (told.of("order") + told.of("small"))[0])


def read_last_quarter(told: Told) -> Period | None:
    return part_of_year(told, QUARTER, MONTHS // QUARTER)


def read_half(told: Told) -> Period | None:
    return part_of_year(told, HALF, (told.of("order") + told.of("small"))[0])


def read_half_of_month(told: Told) -> Period | None:
    """«Вторая половина октября»: from the 16th to the last day."""
    month, half = told.of("month")[0], (told.of("order") + told.of("small"))[0]
    return told.place(lambda year: _split_month(year, month, half)) if half in (1, 2) else None


def _split_month(year: int, month: int, half: int) -> Period | None:
    first, last = (1, _MIDDLE) if half == 1 else (_MIDDLE + 1, monthrange(year, month)[1])
    return _join(_day(year, month, first), _day(year, month, last))


def read_first_half(told: Told) -> Period | None:
    return part_of_year(told, HALF, 1)


def part_of_year(told: Told, months: int, number: int) -> Period | None:
    last = months * number
    return told.place(lambda year: span_of_months(year, last - months + 1, last)) if last <= MONTHS else None


def find_another_part(before: Period | None, number: int) -> Period | None:
    """The quarter or half with this number of the year that the one before is of («в первом квартале …, во втором»)."""
    if before is None or len(before.start) != len("2024-01") or before.start[:4] != before.end[:4]:
        return None
    first, last = int(before.start[5:]), int(before.end[5:])
    months = last - first + 1
    if months not in (QUARTER, HALF) or last % months or months * number > MONTHS:
        return None
    return span_of_months(int(before.start[:4]), months * (number - 1) + 1, months * number)


def read_quarters(told: Told) -> Period | None:
    first, last = told.of("order")
    return told.place(lambda year: span_of_months(year, QUARTER * first - 2, QUARTER * last)) if first < last else None


def read_first_quarters(told: Told) -> Period | None:
    months = told.of("small")[-1] * QUARTER
    return told.place(lambda year: span_of_months(year, 1, months)) if months <= MONTHS else None


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
        season = Period(name_month(year - before, first), name_month(year, last))
        begun = told.side == "ahead" and told.published is not None and season.first <= told.published
        return None if begun and not told.years else season

    return told.place(make)


def widen_end_of_year(period: Period) -> Period:
    """The whole year of what takes place by its last day («до конца года приедет»); other times as they are.

    >>> str(widen_end_of_year(Period("2025-12-31"))), str(widen_end_of_year(Period("2025-05")))
    ('2025', '2025-05')
    """
    ends = period.start == period.end and period.end.endswith(_LAST_DAY)
    return Period(period.start[:4]) if ends else period


def read_part_of_year(told: Told) -> Period | None:
    if told.of("month"):
        return read_month(told)
    year = told.year() if told.years else told.published and told.published.year
    return Period(f"{year:04}") if year else None


def read_known_year(told: Told) -> Period | None:
    """Of a time told by another one («за аналогичный период прошлого года») only the year is known here."""
    return read_year(told) if told.years else None
