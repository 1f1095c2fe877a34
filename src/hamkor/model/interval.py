"""Closed intervals of decimals: what a printed figure can mean (Moore's interval arithmetic)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from `low` to `high`, both included.

    >>> Interval(Decimal("19.5"), Decimal("20.5")).holds(Decimal(20))
    True
    """

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.high < self.low:
            raise ValueError(f"{self.low}–{self.high}: found an upper bound below the lower one")

    def holds(self, number: Decimal) -> bool:
        return self.low <= number <= self.high

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high
