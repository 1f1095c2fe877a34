"""What a printed figure can mean: every example of the design, and what must hold of all."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.extract.numbers.bounds import REACHES, get_bounds, read_fraction, read_multiple, read_printed

D = Decimal
MILLION, BILLION = D(10) ** 6, D(10) ** 9


@pytest.mark.parametrize(
    ("number", "scale", "low", "high"),
    [
        ("850", MILLION, "845", "855"),
        ("1850", D(1), "1845", "1855"),
        ("300", D(1), "295", "305"),
        ("10", BILLION, "9.5", "10.5"),
        ("3", BILLION, "2.5", "3.5"),
        ("4.3", BILLION, "4.25", "4.35"),
        ("1242", MILLION, "1241.5", "1242.5"),
        ("4.30", BILLION, "4.295", "4.305"),
    ],
)
def test_half_a_unit_of_the_last_digit_that_counts(number: str, scale: Decimal, low: str, high: str) -> None:
    last = scale.scaleb(D(number).as_tuple().exponent)
    printed = read_printed(D(number) * scale, last=last, decimal_mark="." in number)
    bounds = get_bounds(printed, "exact")
    assert (bounds.low / scale, bounds.high / scale) == (D(low), D(high))


@pytest.mark.parametrize(
    ("number", "qualifier", "low", "high"),
    [
        ("20", "exact", "19.5", "20.5"),
        ("20", "over", "20", "30"),
        ("20", "under", "10", "20"),
        ("20", "about", "19", "21"),
        ("20", "nearly", "19", "20"),
        ("12", "over", "12", "13"),
        ("100", "over", "100", "200"),
    ],
)
def test_percents(number: str, qualifier: str, low: str, high: str) -> None:
    bounds = get_bounds(read_printed(D(number), last=D(1), percent=True), qualifier)
    assert (bounds.low, bounds.high) == (D(low), D(high))


@pytest.mark.parametrize(
    ("value", "qualifier", "low", "high"),
    [
        (D(4000), "about", "3500", "4500"),
        (D(3000), "over", "3000", "4000"),
        (D(3000), "under", "2000", "3000"),
        (D(4000), "nearly", "3000", "4000"),
    ],
)
def test_qualified_thousands(value: Decimal, qualifier: str, low: str, high: str) -> None:
    bounds = get_bounds(read_printed(value, last=D(1000)), qualifier)
    assert (bounds.low, bounds.high) == (D(low), D(high))


@pytest.mark.parametrize(
    ("fraction", "low", "high"),
    [("1/5", "18.3", "22.5"), ("1/2", "45", "55"), ("1/4", "22.5", "27.5"), ("1/10", "5", "13.35")],
)
def test_fractions_reach_to_the_midpoints_and_about_does_not_widen_them(fraction: str, low: str, high: str) -> None:
    printed = read_fraction(Fraction(fraction))
    for qualifier in ("exact", "about"):
        bounds = get_bounds(printed, qualifier)
        assert (bounds.low, bounds.high) == (D(low), D(high))


def test_nearly_twice() -> None:
    bounds = get_bounds(read_multiple(Fraction(2)), "nearly")
    assert (bounds.low, bounds.high) == (D("1.75"), D(2))


def test_an_unknown_qualifier_is_refused() -> None:
    with pytest.raises(KeyError):
        get_bounds(read_printed(D(1), last=D(1)), "perhaps")


@given(st.integers(-(10**7), 10**7), st.integers(-3, 9), st.sampled_from(sorted(REACHES)), st.booleans())
def test_the_value_always_lies_within(digits: int, place: int, qualifier: str, percent: bool) -> None:
    last = D(1).scaleb(place)
    printed = read_printed(digits * last, last=last, decimal_mark=place < 0, percent=percent)
    bounds = get_bounds(printed, qualifier)
    assert bounds.low <= printed.value <= bounds.high


@given(st.integers(1, 11), st.integers(2, 12), st.sampled_from(sorted(REACHES)))
def test_a_fraction_always_lies_within(part: int, whole: int, qualifier: str) -> None:
    printed = read_fraction(Fraction(min(part, whole - 1), whole))
    bounds = get_bounds(printed, qualifier)
    assert 0 <= bounds.low <= printed.value <= bounds.high <= 100
