"""Equations narrow what is known until nothing moves, or until nothing is left of a quantity (HC4, Benhamou 1999)."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from hamkor.model import Interval
from hamkor.verify.equations import HIGH, LOW, UNKNOWN, Bound, Equation, Left, is_told

# Circles of equations may narrow for ever by less and less: steps smaller than this part of a number are none, and
# nobody narrows more than so many times an equation.
_LEAST = Decimal("0.000001")
_MOST_STEPS = 60


@dataclass(slots=True)
class Narrowed:
    """What is left of each quantity, and where it came from.

    known    what is left, by quantity; UNKNOWN of those that nothing is told of
    firsts   the equation that first bounded a quantity: how it was derived
    clash    the equations behind the two ends that excluded each other; None where all can be true
    """

    known: Mapping[int, Interval]
    firsts: dict[int, Equation] = field(default_factory=dict)
    clash: list[Equation] | None = None


class _Known(dict[int, Interval]):
    def __missing__(self, quantity: int) -> Interval:
        return UNKNOWN


def narrow(equations: Iterable[Equation]) -> Narrowed:
    """Narrow the quantities of these equations.

    A claim is the id of a figure, which may be wrong; equations without one hold by what words mean.
    """
    return _Run(list(equations)).go()


class _Run:
    def __init__(self, equations: Sequence[Equation]) -> None:
        self._equations = equations
        self._known = _Known()
        self._narrowed = Narrowed(self._known)
        self._reasons: dict[Bound, frozenset[int]] = {}
        self._touching: defaultdict[int, list[int]] = defaultdict(list)
        for number, equation in enumerate(equations):
            for quantity in equation.quantities:
                self._touching[quantity].append(number)

    def go(self) -> Narrowed:
        waiting, steps = deque(range(len(self._equations))), _MOST_STEPS * len(self._equations)
        queued = set(waiting)
        while waiting and steps and self._narrowed.clash is None:
            number = waiting.popleft()
            queued.discard(number)
            steps -= 1
            for moved in self._apply(number):
                again = [n for n in self._touching[moved] if n not in queued and n != number]
                waiting.extend(again)
                queued.update(again)
        return self._narrowed

    def _apply(self, number: int) -> Iterable[int]:
        for left in self._equations[number].find_left(self._known):
            if self._take(number, left):
                yield left[0]
            if self._narrowed.clash is not None:
                return

    def _take(self, number: int, left: Left) -> bool:
        """Whether the equation moved an end of the quantity."""
        quantity, bounds, lows, highs = left
        before = self._known[quantity]
        both = before & bounds
        if both is None:
            clash = self._find_clash(number, left)
            self._narrowed.clash = [self._equations[n] for n in sorted(clash)]
            return False
        up, down = _is_step(before.low, both.low), _is_step(before.high, both.high)
        if not (up or down or both.open_low != before.open_low or both.open_high != before.open_high):
            return False
        self._known[quantity] = both
        if is_told(both) and not is_told(before):
            self._narrowed.firsts[quantity] = self._equations[number]
        if both.low > before.low or both.open_low != before.open_low:
            self._reasons[quantity, LOW] = self._find_reasons(number, lows)
        if both.high < before.high or both.open_high != before.open_high:
            self._reasons[quantity, HIGH] = self._find_reasons(number, highs)
        return up or down

    def _find_clash(self, number: int, left: Left) -> frozenset[int]:
        """What lies behind the low end of one and the high end of the other."""
        quantity, bounds, lows, highs = left
        above = bounds.low >= self._known[quantity].high
        ends, other = (lows, HIGH) if above else (highs, LOW)
        return self._find_reasons(number, ends) | self._reasons.get((quantity, other), frozenset())

    def _find_reasons(self, number: int, ends: Iterable[Bound]) -> frozenset[int]:
        return frozenset((number,)).union(*(self._reasons.get(end, ()) for end in ends))


def _is_step(before: Decimal, now: Decimal) -> bool:
    """Whether an end moved by more than next to nothing."""
    return before != now and abs(now - before) > abs(now) * _LEAST
