"""Times moved by years are times, whatever the calendar."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hamkor.extract.observations.time.shifts import get_same_months
from hamkor.model import Period
from hamkor.model.period import move_years

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(DAYS, DAYS, st.integers(-30, 30))
def test_days_keep_their_place_in_the_year(one: date, other: date, years: int) -> None:
    first, last = sorted((one, other))
    moved = move_years(Period(first.isoformat(), last.isoformat()), years)
    for edge, day in ((moved.first, first), (moved.last, last)):
        assert (edge.year, edge.month) == (day.year + years, day.month)
        assert edge.day == day.day or (day.month, day.day, edge.day) == (2, 29, 28)


def test_the_same_months_of_another_year_may_begin_in_the_year_before_it() -> None:
    winter = Period("2024-11", "2025-02")
    assert get_same_months(Period("2022"), winter) == Period("2021-11", "2022-02")
    days = Period("2024-01-01", "2024-02-29")
    assert get_same_months(Period("2023"), days) == Period("2023-01-01", "2023-02-28")


def test_the_day_of_an_event_is_no_months_of_another_year() -> None:
    assert get_same_months(Period("2023"), Period("2024-02-29")) == Period("2023")
