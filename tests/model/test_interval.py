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
    """An interval, of which either end may be left out, and a number that it holds."""
    low, number, high = sorted(draw(st.tuples(numbers, numbers, numbers)))
    open_low, open_high = low < number and draw(st.booleans()), number < high and draw(st.booleans())
    return Interval(low, high, open_low=open_low, open_high=open_high), number


def holds(interval: Interval, number: Fraction) -> bool:
    low, high = Fraction(interval.low), Fraction(interval.high)
    above = low < number or (low == number and not interval.open_low)
    return above and (number < high or (number == high and not interval.open_high))


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


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-1, 0)])
def test_division_by_an_interval_that_only_reaches_zero_is_refused(low: int, high: int) -> None:
    reaching = Interval(Decimal(low), Decimal(high), open_low=low == 0, open_high=high == 0)
    assert not reaching.holds(Decimal(0))
    with pytest.raises(ZeroDivisionError, match="holds zero"):
        point(Decimal(1)) / reaching


def between(text: str) -> Interval:
    """An interval written as `(20–30]`."""
    low, high = map(Decimal, text[1:-1].split("–"))
    return Interval(low, high, open_low=text[0] == "(", open_high=text[-1] == ")")


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (between("(20–30]") + between("[1–2]"), "(21–32]"),
        (between("(20–30]") - between("(1–2]"), "(18–29)"),
        (-between("(20–30]"), "[-30–-20)"),
        (between("(2–3]") * between("[2–4)"), "(4–12)"),
        (between("[0–3)") * between("(2–4)"), "[0–12)"),
        (between("(-1–1)") * between("[0–0]"), "[0–0]"),
        (between("(-2–1)") * between("[-2–1]"), "(-2–4)"),
        (between("(2–4]") / between("[1–2)"), "(1–4]"),
        (between("[0–4]") / between("(1–2)"), "[0–4)"),
        (between("[20–30]") & between("(20–30)"), "(20–30)"),
        (between("[20–30]") | between("(20–40)"), "[20–40)"),
    ],
)
def test_an_end_is_left_out_where_no_result_reaches_it(result: Interval, expected: str) -> None:
    assert result == between(expected)


def test_what_only_touches_at_an_end_left_out_has_nothing_in_common() -> None:
    over, under = between("(20–30]"), between("[10–20]")
    assert not over.meets(under)
    assert over & under is None
    assert not over.covers(between("[20–25]"))
    assert between("[20–30]").covers(over)


@given(held(), held())
def test_to_meet_is_to_have_something_in_common(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    (left, _), (right, _) = a, b
    assert left.meets(right) == right.meets(left) == (left & right is not None)


@pytest.mark.parametrize("ends", [("NaN", "1"), ("0", "Infinity")])
def test_an_end_that_is_no_finite_number_is_refused(ends: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="no finite number"):
        Interval(*map(Decimal, ends))


def test_a_single_number_cannot_be_left_out() -> None:
    with pytest.raises(ValueError, match="left out"):
        Interval(Decimal(2), Decimal(2), open_high=True)


def test_an_upper_bound_below_the_lower_one_is_refused() -> None:
    with pytest.raises(ValueError, match="upper bound below"):
        Interval(Decimal(2), Decimal(1))


def test_the_base_of_the_first_document() -> None:
    """$850 mln after growth of 20 %: the base is 701–716 mln (DESIGN.md)."""
    growth = Interval(Decimal("1.195"), Decimal("1.205"))
    base = Interval(Decimal(845), Decimal(855)) / growth
    assert (floor(base.low), ceil(base.high)) == (701, 716)
