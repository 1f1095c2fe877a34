"""How levels follow from figures, step by step: 2024 = 2023 × (1 + 10 %) = 4.4 bn USD (4.33–4.48)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from hamkor.model import Amount, Interval, Reason, Scope
from hamkor.model.interval import point
from hamkor.model.verdict import Code, Part, explain
from hamkor.verify.equations import FARTHEST, UNKNOWN, AtMost, Equation, Level, Scale, Sum, is_told
from hamkor.verify.judging import get_amount, get_middle
from hamkor.verify.narrowing import Narrowed
from hamkor.verify.network import Network, Quantity


class Steps:
    """Tells each level once, those before it that it follows from first.

    used  ids of the figures that were told so far
    """

    def __init__(self, network: Network, narrowed: Narrowed, equations: Sequence[Equation], *, names: Names) -> None:
        self._network, self._narrowed, self._equations = network, narrowed, equations
        self._done: set[int] = set()
        self._same: dict[int, int] = {}  # levels that are another voice's telling of one
        self._names = names
        # Where a level is taken as 1, all are told as parts of it.
        self._unit = "COUNT" if any(isinstance(e, Level) and e.claim is None for e in equations) else None
        self.used: set[str] = set()

    def tell(self, quantity: int) -> Iterator[Reason]:
        """The steps to a level, the level last; nothing where it was told."""
        equation = self._find_origin(quantity)
        if quantity in self._done or equation is None:
            return
        self._done.add(quantity)
        self.used.update((equation.claim,) if equation.claim else ())
        for other in equation.quantities:
            yield from self.tell(other)
        if isinstance(equation, Scale) and equation.claim is None and equation.factor.width == 0:
            self._same[quantity] = equation.base if quantity == equation.result else equation.result
        else:
            yield self._tell_step(quantity, equation)

    def get_check(self, quantity: int) -> str | None:
        """The check that a level follows by."""
        origin = self._find_origin(quantity)
        return origin.check if origin else None

    def name(self, quantity: int) -> Part:
        while quantity in self._same:
            quantity = self._same[quantity]
        return self._names.name(self._network.quantities[quantity])

    def _find_origin(self, quantity: int) -> Equation | None:
        """The equation that bounds a level: both ends of it, else one."""
        return self._narrowed.firsts.get(quantity) or next(
            (e for e in self._equations if isinstance(e, AtMost) and quantity in e.quantities), None
        )

    def _tell_step(self, quantity: int, equation: Equation) -> Reason:
        level, left = self.name(quantity), self._tell_left(quantity)
        match equation:
            case Level():
                return self._tell_level(level, equation)
            case Scale():
                return self._tell_scale(quantity, equation)
            case Sum():
                return self._tell_sum(quantity, equation)
            case AtMost():
                parts = tuple(self.name(part) for part in equation.parts)
                if quantity == equation.whole:
                    return explain("at_least_parts", level=level, parts=parts, left=left)
                return explain("part_of_whole", level=level, parts=parts, whole=self.name(equation.whole), left=left)

    def _tell_level(self, level: Part, equation: Level) -> Reason:
        if equation.claim is None:
            return explain("taken_as_one", level=level)
        return explain("printed_level", level=level, amount=get_amount(self._network.figures[equation.claim]))

    def _tell_left(self, quantity: int) -> Reason:
        return tell_left(self._narrowed.known[quantity], self._unit or self._network.quantities[quantity].unit)

    def _tell_scale(self, quantity: int, equation: Scale) -> Reason:
        forward = quantity == equation.result
        level, left = self.name(quantity), self._tell_left(quantity)
        other = self.name(equation.base if forward else equation.result)
        if equation.claim is None:
            return explain("other_voice", level=level, other=other, percent=(1 - equation.factor.low) * 100, left=left)
        printed = get_amount(self._network.figures[equation.claim])
        if equation.check == "growth":
            name = "grown" if forward else "before_growth"
        else:
            name = "times" if forward else "by_times"
        return Reason(name, (("level", level), ("other", other), ("printed", printed), ("left", left)))

    def _tell_sum(self, quantity: int, equation: Sum) -> Reason:
        added: list[Part] = [] if equation.claim is None else [get_amount(self._network.figures[equation.claim])]
        level, left = self.name(quantity), self._tell_left(quantity)
        if quantity == equation.result:
            return explain("added", level=level, terms=(*map(self.name, equation.terms), *added), left=left)
        others = (*(self.name(term) for term in equation.terms if term != quantity), *added)
        return explain("taken_off", level=level, whole=self.name(equation.result), terms=others, left=left)


class Names:
    """Names of levels, as short as tells those of a set apart: the time, else whose and what, else by whom, too."""

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        listed = list(quantities)
        self._several = len({q.what for q in listed}) > 1
        self._voices = len({q.voice for q in listed}) > 1

    def name(self, quantity: Quantity) -> Part:
        name = _name_whole(quantity) if self._several else quantity.period
        return explain("as_told", level=name, teller=quantity.voice) if self._voices else name


def _name_whole(quantity: Quantity) -> Reason:
    indicator, _, sides = cast("tuple[str, str | None, Iterable[str | None]]", quantity.what)
    ordered = sorted(sides, key=str) if isinstance(sides, frozenset) else list(sides)
    scope = Scope(ordered[0], ordered[-1] if len(ordered) > 1 else None, quantity.period)
    return explain("level_of", what=Code("indicator", indicator), scope=scope)


def tell_left(left: Interval, unit: str) -> Reason:
    """What is left of a number, with its sign: `= 4.4 bn (4.33–4.48)`; `≥ 3 bn` where only one end is known."""
    if not is_told(left):
        return explain("at_least", amount=Amount(left.low, point(left.low), unit))
    if left.low == UNKNOWN.low:
        return explain("at_most", amount=Amount(left.high, point(left.high), unit))
    return explain("equals", amount=get_middle(left, unit))


def divide(result: Interval, base: Interval) -> Interval:
    """Result by base, of levels: neither is negative, either may be known at one end only."""
    if is_told(result) and base.low > 0:
        return result / base
    low = (point(result.low) / point(base.high)).low
    return Interval(low, max(low, FARTHEST))
