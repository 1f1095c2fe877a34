"""Interval arithmetic: whatever numbers the sides hold, their result lies within the result of the sides."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Interval
from hamkor.model.interval import point

NUMBERS = st.decimals(min_value=-(10**13), max_value=10**13, places=4, allow_nan=False, allow_infinity=False)
POSITIVE = st.decimals(min_value="0.0001", max_value=10**13, places=4, allow_nan=False, allow_infinity=False)
NEGATIVE = POSITIVE.map(lambda number: -number)


@st.composite
def held(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal] = NUMBERS) -> tuple[Interval, Decimal]:
    """An interval and a number that it holds."""
    low, number, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return Interval(low, high), number


def holds(interval: Interval, number: Fraction) -> bool:
    return Fraction(interval.low) <= number <= Fraction(interval.high)


@given(held(), held())
def test_sums_differences_products_hold_every_result(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    (left, x), (right, y) = a, b
    assert holds(left + right, Fraction(x) + Fraction(y))
    assert holds(left - right, Fraction(x) - Fraction(y))
    assert holds(left * right, Fraction(x) * Fraction(y))
    assert holds(-left, -Fraction(x))


@given(held(), held(POSITIVE) | held(NEGATIVE))
def test_quotients_hold_every_result(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    (left, x), (right, y) = a, b
    assert holds(left / right, Fraction(x) / Fraction(y))


@given(held(), held())
def test_what_both_allow_and_the_hull(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    (left, x), (right, _) = a, b
    common = left & right
    assert (common is not None) == left.meets(right)
    assert (common is not None and common.holds(x)) == (left.holds(x) and right.holds(x))
    assert (left | right).covers(left)
    assert (left | right).covers(right)


@given(held(), held())
def test_narrower_sides_give_narrower_results(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    (left, x), (right, y) = a, b
    assert (left * right).covers(point(x) * point(y))
    assert (left + right).covers(left + point(y))


@given(held())
def test_width_and_middle(a: tuple[Interval, Decimal]) -> None:
    interval, _ = a
    assert interval.width >= 0
    assert interval.holds(interval.middle)


def test_division_by_an_interval_that_holds_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError, match="holds zero"):
        point(Decimal(1)) / Interval(Decimal(-1), Decimal(1))


def test_an_upper_bound_below_the_lower_one_is_refused() -> None:
    with pytest.raises(ValueError, match="upper bound below"):
        Interval(Decimal(2), Decimal(1))


def test_the_base_of_the_first_document() -> None:
    """$850 mln after growth of 20 %: the base is 701–716 mln (DESIGN.md)."""
    growth = Interval(Decimal("1.195"), Decimal("1.205"))
    base = Interval(Decimal(845), Decimal(855)) / growth
    assert (floor(base.low), ceil(base.high)) == (701, 716)
