"""Closed intervals of decimals: what a printed figure can mean (Moore's interval arithmetic)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from hamkor.model.value import value

# Division and long products may not end: then the lower bound is rounded down and the upper one up, so that nothing
# that can be true is lost. Sums and products of printed figures fit and are exact.
_DIGITS = 60
_DOWN = Context(prec=_DIGITS, rounding=ROUND_FLOOR, Emin=-999_999, Emax=999_999)
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING, Emin=-999_999, Emax=999_999)
_Operation = Callable[[Context, Decimal, Decimal], Decimal]


@value(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`, both included.

    Sums, differences, products and quotients hold every result of numbers taken one from each side; the same
    figure twice in one formula is taken as two, so `x - x` is wider than zero.

    Raises ValueError where `high` is below `low`.
    Source: R. E. Moore, Interval Analysis (1966).

    >>> Interval(Decimal("845"), Decimal("855")) / Interval(Decimal("1.25"), Decimal("1.25"))
    Interval(low=Decimal('676'), high=Decimal('684'))
    """

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.high < self.low:
            raise ValueError(f"{self.low}–{self.high}: found an upper bound below the lower one")

    def __str__(self) -> str:
        return f"{self.low:f}–{self.high:f}"

    def __neg__(self) -> Interval:
        return Interval(self.high.copy_negate(), self.low.copy_negate())

    def __add__(self, other: Interval) -> Interval:
        return Interval(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return self._corners(other, Context.multiply)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients. Raises ZeroDivisionError where `other` holds zero: the answer would have no ends."""
        if other.holds(Decimal(0)):
            raise ZeroDivisionError(f"{other}: found an interval that holds zero; expected one that does not")
        return self._corners(other, Context.divide)

    def _corners(self, other: Interval, operation: _Operation) -> Interval:
        pairs = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(operation(_DOWN, a, b) for a, b in pairs), max(operation(_UP, a, b) for a, b in pairs))

    def __and__(self, other: Interval) -> Interval | None:
        """What both allow; None where they have nothing in common."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def __or__(self, other: Interval) -> Interval:
        """The hull: the smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    @property
    def width(self) -> Decimal:
        return _UP.subtract(self.high, self.low)

    @property
    def middle(self) -> Decimal:
        """Half way; may be rounded in its 60th digit."""
        return _DOWN.divide(_DOWN.add(self.low, self.high), Decimal(2))

    def holds(self, number: Decimal) -> bool:
        return self.low <= number <= self.high

    def covers(self, other: Interval) -> bool:
        return self.low <= other.low and other.high <= self.high

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def point(number: Decimal) -> Interval:
    """The interval of one number alone."""
    return Interval(number, number)
