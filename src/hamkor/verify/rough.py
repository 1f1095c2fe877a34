"""A quick proof, in floats, that equations contradict nothing: most systems need no more.

Every interval is taken a little too narrow, by far more than floats err. Where something is left of each all the same,
something is left of the exact ones, too. Where nothing is, they must be looked at.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hamkor.verify.equations import AtMost, Equation, Level, Scale, Sum

_SLACK = 1e-12  # by which bounds are taken too narrow, as a part of the numbers they are made of
_LEAST = 1e-6  # steps smaller than this part of a number are none
_MOST_STEPS = 60
_FARTHEST = 1e30
_TOLD = 1e27
_Left = tuple[int, float, float]  # a quantity and what an equation leaves of it, already too narrow


class _Bounds:
    """What is left of each quantity, in floats."""

    def __init__(self) -> None:
        self.low: defaultdict[int, float] = defaultdict(float)
        self.high: defaultdict[int, float] = defaultdict(lambda: _FARTHEST)


def may_clash(equations: Sequence[Equation]) -> bool:
    """Whether the equations have to be looked at exactly; False means that all can be true."""
    bounds, project = _Bounds(), [_PROJECT[type(equation)](equation) for equation in equations]
    touching: defaultdict[int, list[int]] = defaultdict(list)
    for number, equation in enumerate(equations):
        for quantity in equation.quantities:
            touching[quantity].append(number)
    waiting, queued = deque(range(len(equations))), set(range(len(equations)))
    for _ in range(_MOST_STEPS * len(equations)):
        if not waiting:
            return False
        number = waiting.popleft()
        queued.discard(number)
        for quantity, low, high in project[number](bounds):
            moved = _take(bounds, quantity, low, high)
            if moved is None:
                return True
            if moved:
                again = [n for n in touching[quantity] if n != number and n not in queued]
                waiting.extend(again)
                queued.update(again)
    return True


def _take(bounds: _Bounds, quantity: int, low: float, high: float) -> bool | None:
    """Whether an end moved; None where nothing is left."""
    before_low, before_high = bounds.low[quantity], bounds.high[quantity]
    low, high = max(low, before_low), min(high, before_high)
    if low > high:
        return None
    bounds.low[quantity], bounds.high[quantity] = low, high
    return low - before_low > low * _LEAST or before_high - high > high * _LEAST


def _narrow(low: float, high: float, size: float) -> tuple[float, float]:
    slack = size * _SLACK
    return low + slack, high - slack


def _project_level(equation: Level) -> Callable[[_Bounds], Iterator[_Left]]:
    low, high = float(equation.bounds.low), float(equation.bounds.high)
    left = (equation.quantity, *(_narrow(low, high, high) if low < high else (low, high)))

    def find(_: _Bounds) -> Iterator[_Left]:
        yield left

    return find


def _project_scale(equation: Scale) -> Callable[[_Bounds], Iterator[_Left]]:
    result, base = equation.result, equation.base
    least, most = float(equation.factor.low), float(equation.factor.high)
    if least < most:
        least, most = least * (1 + _SLACK), most * (1 - _SLACK)

    def find(bounds: _Bounds) -> Iterator[_Left]:
        low, high = bounds.low[base], bounds.high[base]
        if high < _TOLD:
            yield result, low * least, high * most
        low, high = bounds.low[result], bounds.high[result]
        if high < _TOLD:
            yield base, low / most, high / least

    return find


def _project_sum(equation: Sum) -> Callable[[_Bounds], Iterator[_Left]]:
    result, terms = equation.result, equation.terms
    least, most = float(equation.added.low), float(equation.added.high)

    def find(bounds: _Bounds) -> Iterator[_Left]:
        lows, highs = sum(bounds.low[t] for t in terms), sum(bounds.high[t] for t in terms)
        low, high = bounds.low[result], bounds.high[result]
        size = abs(lows) + abs(least) + abs(most) + (high if high < _TOLD else 0) + (highs if highs < _TOLD else 0)
        if highs < _TOLD:
            yield result, *_narrow(lows + least, highs + most, size)
        if high < _TOLD:
            for term in terms:
                # Added up anew: beside a level that nobody told all others would be lost in the difference.
                others_high = sum(bounds.high[t] for t in terms if t != term)
                others_low = lows - bounds.low[term]
                yield term, *_narrow(low - others_high - most, high - others_low - least, size)

    return find


def _project_limit(equation: AtMost) -> Callable[[_Bounds], Iterator[_Left]]:
    def find(bounds: _Bounds) -> Iterator[_Left]:
        lows, high = sum(bounds.low[part] for part in equation.parts), bounds.high[equation.whole]
        yield equation.whole, _narrow(lows, 0, lows)[0], _FARTHEST
        if high < _TOLD:
            for part in equation.parts:
                yield part, 0.0, _narrow(0, high - (lows - bounds.low[part]), high + lows)[1]

    return find


_PROJECT: dict[type, Callable[[Any], Callable[[_Bounds], Iterator[_Left]]]] = {
    Level: _project_level,
    Scale: _project_scale,
    Sum: _project_sum,
    AtMost: _project_limit,
}
