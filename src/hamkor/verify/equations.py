"""Equations between levels: each says what its quantities leave of one another.

A quantity is a level of one thing, time, unit and voice, by number; no level is negative. What an equation leaves of it
comes with the bounds that it was made of, so that a contradiction can be traced to the figures behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from operator import add

from hamkor.model import Interval
from hamkor.model.value import value

# What a level that nobody told can be: whatever is published lies far below.
FARTHEST = Decimal(10) ** 30
UNKNOWN = Interval(Decimal(0), FARTHEST)
LOW, HIGH = 0, 1
Bound = tuple[int, int]  # a quantity, and which end of it: LOW or HIGH
Left = tuple[int, Interval, tuple[Bound, ...], tuple[Bound, ...]]  # quantity, what is left; what its ends are made of


def is_told(bounds: Interval) -> bool:
    """Whether anything is known of both ends."""
    return bounds.high < FARTHEST / 1000


@value(frozen=True, slots=True)
class Level:
    """A figure printed of a quantity itself."""

    claim: str | None
    check: str
    quantity: int
    bounds: Interval

    @property
    def quantities(self) -> tuple[int, ...]:
        return (self.quantity,)

    def find_left(self, known: Mapping[int, Interval]) -> Iterator[Left]:
        yield self.quantity, self.bounds, (), ()


@value(frozen=True, slots=True)
class Scale:
    """`result` is `base` times a factor: growth, a multiple, a share, another voice's telling of the same.

    The factor holds positive numbers only.
    """

    claim: str | None
    check: str
    result: int
    base: int
    factor: Interval

    @property
    def quantities(self) -> tuple[int, ...]:
        return (self.result, self.base)

    def find_left(self, known: Mapping[int, Interval]) -> Iterator[Left]:
        result, base = known[self.result], known[self.base]
        if is_told(base):
            yield self.result, base * self.factor, ((self.base, LOW),), ((self.base, HIGH),)
        if is_told(result):
            yield self.base, result / self.factor, ((self.result, LOW),), ((self.result, HIGH),)


@value(frozen=True, slots=True)
class Sum:
    """`result` is the sum of its terms and of what is added: exports + imports, a level before and its change."""

    claim: str | None
    check: str
    result: int
    terms: tuple[int, ...]
    added: Interval

    @property
    def quantities(self) -> tuple[int, ...]:
        return (self.result, *self.terms)

    def find_left(self, known: Mapping[int, Interval]) -> Iterator[Left]:
        if all(is_told(known[term]) for term in self.terms):
            made = reduce(add, (known[term] for term in self.terms), self.added)
            yield self.result, made, _ends(self.terms, LOW), _ends(self.terms, HIGH)
        if not is_told(known[self.result]):
            return
        for term in self.terms:
            others = [other for other in self.terms if other != term]
            left = known[self.result] - reduce(add, (known[other] for other in others), self.added)
            lows = ((self.result, LOW), *_ends(others, HIGH))
            yield term, left, lows, ((self.result, HIGH), *_ends(others, LOW))


@value(frozen=True, slots=True)
class AtMost:
    """The parts are together no more than the whole: not all of them need be named."""

    claim: str | None
    check: str
    whole: int
    parts: tuple[int, ...]

    @property
    def quantities(self) -> tuple[int, ...]:
        return (self.whole, *self.parts)

    def find_left(self, known: Mapping[int, Interval]) -> Iterator[Left]:
        whole = known[self.whole]
        least = sum((known[part].low for part in self.parts), Decimal(0))
        yield self.whole, _from(least), _ends(self.parts, LOW), ()
        if is_told(whole):
            for part in self.parts:
                others = [other for other in self.parts if other != part]
                most = whole.high - sum((known[other].low for other in others), Decimal(0))
                yield part, _up_to(most), (), ((self.whole, HIGH), *_ends(others, LOW))


Equation = Level | Scale | Sum | AtMost


def _ends(quantities: Sequence[int], end: int) -> tuple[Bound, ...]:
    return tuple((quantity, end) for quantity in quantities)


def _from(low: Decimal) -> Interval:
    return Interval(low, max(low, FARTHEST))


def _up_to(high: Decimal) -> Interval:
    return Interval(min(high, -FARTHEST), high)
