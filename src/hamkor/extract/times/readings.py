"""What a time pattern gives: one reading a name, from the pieces told and the day of publication to a period."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hamkor.extract.times import away, calendar
from hamkor.extract.times.told import Told
from hamkor.model import Period

ANOTHER_PART = "another_part"


def read_nothing(told: Told) -> Period | None:
    return None


READINGS: Mapping[str, Callable[[Told], Period | None]] = {
    "date": calendar.read_date,
    "date_to_date": calendar.read_date_to_date,
    "month_to_day": calendar.read_month_to_day,
    "day": calendar.read_day,
    "days": calendar.read_days,
    "day_to_day": calendar.read_day_to_day,
    "month": calendar.read_month,
    "months": calendar.read_months,
    "month_to_month": calendar.read_month_to_month,
    "first_months": calendar.read_first_months,
    "quarter": calendar.read_quarter,
    "last_quarter": calendar.read_last_quarter,
    "quarters": calendar.read_quarters,
    "first_quarters": calendar.read_first_quarters,
    "half": calendar.read_half,
    "half_of_month": calendar.read_half_of_month,
    "first_half": calendar.read_first_half,
    "year": calendar.read_year,
    "years": calendar.read_years,
    "season": calendar.read_season,
    "this_day": away.read_this_day,
    "this_week": away.read_this_week,
    "this_month": away.read_this_month,
    "this_half": away.read_this_half,
    "this_quarter": away.read_this_quarter,
    "days_away": away.read_days_away,
    "months_away": away.read_months_away,
    "months_past": away.read_months_past,
    "years_away": away.read_years_away,
    "weekday": away.read_weekday,
    "to_date": away.read_to_date,
    "end": away.read_end,
    "end_of_month": away.read_end_of_month,
    "end_of_part": away.read_end_of_part,
    "part_of_year": calendar.read_part_of_year,
    "nothing": read_nothing,
    "known_year": calendar.read_known_year,
    "within": read_nothing,  # `find_limit` tells until when
    ANOTHER_PART: read_nothing,  # only known by the time before it
}
