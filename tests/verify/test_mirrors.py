"""How far the two sides of a trade are apart, and how far they usually are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from hamkor.model import Verdict
from hamkor.publish.equations import tell_reason
from hamkor.verify import Figure, Known, check_figures
from hamkor.verify.mirrors import get_gap

from .figures import make

PUBLISHED = date(2025, 3, 20)


def official(value: str, side: str, period: str, *, indicator: str = "exports", known: date = PUBLISHED) -> Figure:
    sides = ("KZ", "UZ") if side == "KZ" else ("UZ", "KZ")
    return make(value, indicator=indicator, sides=sides, period=period, teller=side, official=True, known=known)


def check(figure: Figure, *others: Figure) -> Verdict:
    [(_, told)] = check_figures([figure], Known([figure, *others]))
    [mirror] = [v for v in told if v.check == "mirror"]
    return mirror


def series(*gaps: str) -> list[Figure]:
    """Kazakh exports of a thousand a year, and Uzbek imports short of them by the gaps, up to 2023."""
    years = [str(2024 - number) for number in range(len(gaps), 0, -1)]
    theirs = [official("1000.1", "KZ", year) for year in years]
    return theirs + [official(gap, "UZ", year, indicator="imports") for gap, year in zip(gaps, years, strict=True)]


def told(value: str) -> Figure:
    return make(value, indicator="imports", sides=("UZ", "KZ"), teller="news", known=PUBLISHED)


LEVEL = official("1000.1", "KZ", "2024")


@pytest.mark.parametrize(("value", "verdict"), [("860.1", "fits"), ("840.1", "conflicts"), ("1190.1", "conflicts")])
def test_without_series_a_gap_of_sixteen_percent_is_usual(value: str, verdict: str) -> None:
    mirror = check(told(value), LEVEL)
    assert mirror.verdict == verdict
    assert "usual up to 16.0 %" in tell_reason(mirror.reason)


def test_sides_that_were_always_far_apart_may_be_so_again() -> None:
    past = series("780.1", "800.1", "790.1")  # up to 24.7 % of their mean
    assert check(told("750.1"), LEVEL, *past).verdict == "fits"
    mirror = check(told("600.1"), LEVEL, *past)
    assert mirror.verdict == "conflicts"
    assert "from 2021 to 2023 at most 24.7 %, flagged beyond 37.1 %" in tell_reason(mirror.reason)


def test_sides_that_agreed_are_flagged_sooner_but_not_for_little() -> None:
    past = series("995.1", "1004.1", "990.1")
    assert check(told("955.1"), LEVEL, *past).verdict == "fits"
    assert check(told("900.1"), LEVEL, *past).verdict == "conflicts"


def test_what_came_after_teaches_nothing_and_two_years_are_too_few() -> None:
    later = [official("1000.1", "KZ", "2025"), official("400.1", "UZ", "2025", indicator="imports")]
    assert "16.0 %" in tell_reason(check(told("860.1"), LEVEL, *series("780.1", "790.1"), *later).reason)


def test_whole_years_teach_where_no_times_of_the_same_length_do() -> None:
    nine_months = "2024-01/2024-09"
    figure = make("750.1", indicator="imports", sides=("UZ", "KZ"), period=nine_months, teller="news", known=PUBLISHED)
    level = official("1000.1", "KZ", "2024-01/2024-09")
    assert check(figure, level, *series("780.1", "800.1", "790.1")).verdict == "fits"


def test_the_mirror_is_the_one_that_was_known() -> None:
    revised = official("1500.1", "KZ", "2024", known=date(2025, 9, 1))
    mirror = check(told("900.1"), revised, LEVEL)
    assert (mirror.verdict, mirror.against) == ("fits", (LEVEL.id,))


def test_a_gap_reaches_from_the_least_to_the_most_that_bounds_allow() -> None:
    gap = get_gap(make("4.6e9"), make("5.0e9", sides=("UZ", "KZ")))
    assert (round(gap.low * 100, 2), round(gap.high * 100, 2)) == (Decimal("6.25"), Decimal("10.42"))
    assert get_gap(make("4.6e9"), make("4.6e9")).low == 0
    assert get_gap(make("0", bounds=(0, 0)), make("0", bounds=(0, 0))).high == 0
