"""Periods as ISO 8601 writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Period
from hamkor.model.period import parse_period

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def edge(day: date, precision: int) -> str:
    return day.isoformat()[: (4, 7, 10)[precision]]


@given(DAYS, DAYS, st.integers(0, 2), st.integers(0, 2))
def test_what_is_written_reads_back(one: date, other: date, first: int, last: int) -> None:
    start, end = sorted((one, other))
    period = Period(edge(start, first), edge(end, last))
    assert parse_period(str(period)) == period
    assert period.first <= start <= end <= period.last


@given(DAYS)
def test_a_month_lies_in_its_year(day: date) -> None:
    year, month = Period(edge(day, 0)), Period(edge(day, 1))
    assert year.covers(month)
    assert month.covers(Period(edge(day, 2)))
    assert not month.covers(year)


@pytest.mark.parametrize("text", ["", "25", "2025-9", "2025-13", "2025-02-30", "2026/2025", "сентябрь"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)
