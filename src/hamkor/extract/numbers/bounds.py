"""What a printed figure can mean: one table, from the qualifier to how far the truth may lie each way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from functools import lru_cache

from hamkor.model import Interval
from hamkor.model.value import value

ABOUT = Decimal("0.05")  # "about" reaches at least this part of the number each way
COUNTING_DIGITS = 2  # the first digits of a whole number that count even where they are zeros
_FINEST = Decimal("0.05")  # bounds of fractions are rounded outward to this: 18.3 of 18.333…, 33.3 of “over a third”
_DENOMINATORS = (2, 3, 4, 5, 6, 10)


@value(frozen=True, slots=True)
class Printed:
    """A number as it was printed: what its bounds are made of.

    value       in full units, with its sign
    step        one unit of the last digit that counts
    far         the same for "more than" and "less than", where the zeros of a percent do not count
    neighbours  the simple fractions (multiples) below and above, where it was said as one; else None
    ends        the two ends where it was printed as a range
    """

    value: Decimal
    step: Decimal
    far: Decimal
    neighbours: tuple[Decimal, Decimal] | None = None
    ends: tuple[Decimal, Decimal] | None = None


_Reach = Callable[[Printed], Decimal]


def _none(printed: Printed) -> Decimal:
    return Decimal(0)


def _half(printed: Printed) -> Decimal:
    return printed.step / 2


def _unit(printed: Printed) -> Decimal:
    return printed.step


def _far(printed: Printed) -> Decimal:
    return printed.far


def _loose(printed: Printed) -> Decimal:
    return max(printed.step / 2, abs(printed.value) * ABOUT)


def _below(printed: Printed) -> Decimal:
    return abs(printed.value) - printed.neighbours[0] if printed.neighbours else Decimal(0)


def _above(printed: Printed) -> Decimal:
    return printed.neighbours[1] - abs(printed.value) if printed.neighbours else Decimal(0)


def _midway_below(printed: Printed) -> Decimal:
    return _below(printed) / 2


def _midway_above(printed: Printed) -> Decimal:
    return _above(printed) / 2


# How far below and above the printed number the truth may lie. These are the defaults that DESIGN.md states.
REACHES: Mapping[str, tuple[_Reach, _Reach]] = {
    "exact": (_half, _half),
    "about": (_loose, _loose),
    "nearly": (_unit, _none),
    "over": (_none, _far),
    "under": (_far, _none),
}
# The same for simple fractions («одна пятая») and multiples in words («вдвое»).
FRACTION_REACHES: Mapping[str, tuple[_Reach, _Reach]] = {
    "exact": (_midway_below, _midway_above),
    "about": (_midway_below, _midway_above),
    "nearly": (_midway_below, _none),
    "over": (_none, _above),
    "under": (_below, _none),
}


def get_bounds(printed: Printed, qualifier: str) -> Interval:
    """The closed interval of what `printed` can mean under `qualifier`: exact, about, nearly, over or under.

    A range means itself whatever the qualifier. Of a negative number "over" reaches further from zero.
    Raises KeyError on any other qualifier.

    >>> str(get_bounds(read_printed(Decimal(850), last=Decimal(1)), "exact"))
    '845–855'
    >>> str(get_bounds(read_printed(Decimal(20), last=Decimal(1), percent=True), "over"))
    '20–30'
    """
    if printed.ends:
        return Interval(*printed.ends)
    below, above = (FRACTION_REACHES if printed.neighbours else REACHES)[qualifier]
    size = abs(printed.value)
    low, high = size - below(printed), size + above(printed)
    if printed.neighbours:
        low, high = _outward(low, ROUND_FLOOR), _outward(high, ROUND_CEILING)
    bounds = Interval(low, high)
    return bounds if printed.value >= 0 else -bounds


def _outward(number: Decimal, rounding: str) -> Decimal:
    return (number / _FINEST).to_integral_value(rounding) * _FINEST


def read_printed(value: Decimal, *, last: Decimal, decimal_mark: bool = False, percent: bool = False) -> Printed:
    """The `value` whose last printed digit stands for `last` (0.1 of `4,3`; 1,000,000 of `850 млн`).

    With a decimal mark and in percents every digit counts; in other whole numbers trailing zeros do not, except
    that the first two digits always do.
    """
    if decimal_mark or not value:
        return Printed(value, last, last)
    if percent:
        return Printed(value, last, _strip(value, last, keep=1))
    step = _strip(value, last, keep=COUNTING_DIGITS)
    return Printed(value, step, step)


def _strip(value: Decimal, last: Decimal, *, keep: int) -> Decimal:
    """One unit of the last digit that is no trailing zero, of which the first `keep` digits always count."""
    digits = str(int(abs(value) / last))
    zeros = len(digits) - len(digits.rstrip("0"))
    return last.scaleb(max(0, min(zeros, len(digits) - keep)))


@lru_cache(maxsize=256)
def read_fraction(fraction: Fraction, *, scale: int = 100) -> Printed:
    """A simple fraction as percents: its neighbours are those among the fractions with denominators 2–6 and 10."""
    known = sorted({Fraction(n, d) for d in _DENOMINATORS for n in range(1, d)} | {Fraction(0), Fraction(1)})
    return _between(fraction, known, scale)


@lru_cache(maxsize=256)
def read_multiple(multiple: Fraction) -> Printed:
    """A multiple said in words («вдвое», «в полтора раза»): its neighbours are half a time away."""
    return _between(multiple, [multiple - Fraction(1, 2), multiple + Fraction(1, 2)], 1)


def _between(number: Fraction, known: list[Fraction], scale: int) -> Printed:
    below = known[max(0, bisect_left(known, number) - 1)]
    above = known[min(len(known) - 1, bisect_right(known, number))]
    value, low, high = (_decimal(x * scale) for x in (number, below, above))
    return Printed(value, high - value, high - value, (low, high))


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
