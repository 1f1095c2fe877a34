"""Intervals of decimals: what a printed figure can mean (Moore's interval arithmetic)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from hamkor.model.value import value

# Division and long products may not end: then the lower bound is rounded down and the upper one up, so that nothing
# that can be true is lost. Sums and products of printed figures fit and are exact.
_DIGITS = 60
_DOWN = Context(prec=_DIGITS, rounding=ROUND_FLOOR, Emin=-999_999, Emax=999_999)
_UP = Context(prec=_DIGITS, rounding=ROUND_CEILING, Emin=-999_999, Emax=999_999)
_ZERO = Decimal(0)
_Operation = Callable[[Context, Decimal, Decimal], Decimal]
_End = tuple[Decimal, bool]  # a number, and whether it is left out


@value(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`; both are included unless `open_low` or `open_high` leaves them out.

    Use it for whatever is known only within bounds: `+ - * /` hold every result of numbers taken one from each side,
    `&` is what both allow, `|` the smallest interval that holds both. The trap: the same figure twice in one formula
    is taken as two, so `x - x` is wider than zero; write the formula so that each figure stands in it once.

    low, high            finite decimals, in full units
    open_low, open_high  whether that end itself is left out ("more than 20": 20 is not meant)

    Raises ValueError where nothing would be left, or an end is no finite number.
    Source: R. E. Moore, Interval Analysis (1966).

    >>> str(Interval(Decimal(845), Decimal(855)) / Interval(Decimal("1.25"), Decimal("1.25")))
    '676–684'
    >>> more_than_20 = Interval(Decimal(20), Decimal(30), open_low=True)
    >>> more_than_20.holds(Decimal(20)), more_than_20.meets(Interval(Decimal(10), Decimal(20)))
    (False, False)
    """

    low: Decimal
    high: Decimal
    open_low: bool = field(default=False, kw_only=True)
    open_high: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if not (low.is_finite() and high.is_finite()):
            raise ValueError(f"{low}–{high}: found an end that is no finite number; expected two decimals")
        if low >= high:
            self._check_order()

    def _check_order(self) -> None:
        """Raises ValueError unless the two ends are one number, which is meant."""
        if self.high < self.low:
            raise ValueError(f"{self.low}–{self.high}: found an upper bound below the lower one")
        if self.open_low or self.open_high:
            raise ValueError(f"{self.low}–{self.high}: found a single number left out; expected one that is included")

    def __str__(self) -> str:
        """`845–855`; an end that is left out has a round bracket: `(20–30]`."""
        bounds = f"{self.low:f}–{self.high:f}"
        if not (self.open_low or self.open_high):
            return bounds
        return f"{'(' if self.open_low else '['}{bounds}{')' if self.open_high else ']'}"

    def __neg__(self) -> Interval:
        return _make((self.high.copy_negate(), self.open_high), (self.low.copy_negate(), self.open_low))

    def __add__(self, other: Interval) -> Interval:
        low = _DOWN.add(self.low, other.low), self.open_low or other.open_low
        return _make(low, (_UP.add(self.high, other.high), self.open_high or other.open_high))

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self._is_plain and other._is_plain:
            return Interval(_DOWN.multiply(self.low, other.low), _UP.multiply(self.high, other.high))
        return self._corners(other, Context.multiply, zero_right=True)

    def __truediv__(self, other: Interval) -> Interval:
        """The quotients. Raises ZeroDivisionError where `other` holds or reaches zero: they would have no ends."""
        if other.low <= _ZERO <= other.high:
            raise ZeroDivisionError(f"{other}: found an interval that holds zero; expected one that does not")
        if self._is_plain and other._is_plain:
            return Interval(_DOWN.divide(self.low, other.high), _UP.divide(self.high, other.low))
        return self._corners(other, Context.divide, zero_right=False)

    @property
    def _is_plain(self) -> bool:
        """Positive and closed, as nearly all figures are: then the ends tell the corners."""
        return self.low >= _ZERO and not (self.open_low or self.open_high)

    def _corners(self, other: Interval, operation: _Operation, *, zero_right: bool) -> Interval:
        """Products and quotients are least and greatest at corners; zero is reached whatever the other number is."""
        lows, highs = [], []
        for a, left_open in self._ends():
            for b, right_open in other._ends():
                at_zero = (not a and not left_open) or (zero_right and not b and not right_open)
                left_out = (left_open or right_open) and not at_zero
                lows.append((operation(_DOWN, a, b), left_out))
                highs.append((operation(_UP, a, b), left_out))
        # Of equal corners one that is included is enough.
        return _make(min(lows), max(highs, key=lambda end: (end[0], not end[1])))

    def _ends(self) -> Iterator[_End]:
        yield self.low, self.open_low
        yield self.high, self.open_high

    def __and__(self, other: Interval) -> Interval | None:
        """What both allow; None where they have nothing in common."""
        if not (self.open_low or self.open_high or other.open_low or other.open_high):
            least, most = max(self.low, other.low), min(self.high, other.high)
            return Interval(least, most) if least <= most else None
        low = max((self.low, self.open_low), (other.low, other.open_low))
        high = min((self.high, not self.open_high), (other.high, not other.open_high))
        if low[0] > high[0] or (low[0] == high[0] and (low[1] or not high[1])):
            return None
        return _make(low, (high[0], not high[1]))

    def __or__(self, other: Interval) -> Interval:
        """The hull: the smallest interval that holds both."""
        low = min((self.low, self.open_low), (other.low, other.open_low))
        high = max((self.high, not self.open_high), (other.high, not other.open_high))
        return _make(low, (high[0], not high[1]))

    @property
    def width(self) -> Decimal:
        return _UP.subtract(self.high, self.low)

    @property
    def middle(self) -> Decimal:
        """Half way; may be rounded in its 60th digit."""
        return _DOWN.divide(_DOWN.add(self.low, self.high), Decimal(2))

    def holds(self, number: Decimal) -> bool:
        """Whether the number is one of these."""
        above = self.low < number or (self.low == number and not self.open_low)
        return above and (number < self.high or (number == self.high and not self.open_high))

    def covers(self, other: Interval) -> bool:
        """Whether every number of the other is one of these."""
        below = self.low < other.low or (self.low == other.low and (other.open_low or not self.open_low))
        above = other.high < self.high or (other.high == self.high and (other.open_high or not self.open_high))
        return below and above

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return _reaches(self, other) and _reaches(other, self)


def _reaches(lower: Interval, upper: Interval) -> bool:
    """Whether `lower` begins no later than `upper` ends."""
    if lower.low == upper.high:
        return not (lower.open_low or upper.open_high)
    return lower.low < upper.high


def _make(low: _End, high: _End) -> Interval:
    return Interval(low[0], high[0], open_low=low[1], open_high=high[1])


def point(number: Decimal) -> Interval:
    """The interval of one number alone.

    >>> str(point(Decimal(3)) * Interval(Decimal(1), Decimal(2)))
    '3–6'
    """
    return Interval(number, number)
