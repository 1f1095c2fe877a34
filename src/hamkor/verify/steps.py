"""How levels follow from figures, step by step: `2024 = 2023 × 1.1 = 4.4 bn USD (4.33–4.48)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from hamkor.model import Interval
from hamkor.verify.equations import FARTHEST, UNKNOWN, AtMost, Equation, Level, Scale, Sum, is_told
from hamkor.verify.narrowing import Narrowed
from hamkor.verify.network import Network, Quantity
from hamkor.verify.wording import write_amount, write_figure

_TIED = ("growth", "multiple", "share")  # whose factor is told; another voice's is a band


class Steps:
    """Tells each level once, those before it that it follows from first.

    used  ids of the figures that were told so far
    """

    def __init__(self, network: Network, narrowed: Narrowed, equations: Sequence[Equation], *, names: Names) -> None:
        self._network, self._narrowed, self._equations = network, narrowed, equations
        self._done: set[int] = set()
        self._same: dict[int, int] = {}  # levels that are another voice's telling of one
        self._names = names
        self.used: set[str] = set()

    def tell(self, quantity: int) -> Iterator[str]:
        """The steps to a level, the level last; nothing where it was told."""
        if quantity in self._done:
            return
        self._done.add(quantity)
        equation = self._find_origin(quantity)
        if equation is None:
            return
        self.used.update((equation.claim,) if equation.claim else ())
        for other in equation.quantities:
            yield from self.tell(other)
        if isinstance(equation, Scale) and equation.claim is None and equation.factor.width == 0:
            self._same[quantity] = equation.base if quantity == equation.result else equation.result
        else:
            yield self._write(quantity, equation)

    def get_check(self, quantity: int) -> str | None:
        """The check that a level follows by."""
        origin = self._find_origin(quantity)
        return origin.check if origin else None

    def name(self, quantity: int) -> str:
        while quantity in self._same:
            quantity = self._same[quantity]
        return self._names.write(self._network.quantities[quantity])

    def _find_origin(self, quantity: int) -> Equation | None:
        """The equation that bounds a level: both ends of it, else one."""
        return self._narrowed.firsts.get(quantity) or next(
            (e for e in self._equations if isinstance(e, AtMost) and quantity in e.quantities), None
        )

    def _write(self, quantity: int, equation: Equation) -> str:
        amount = write_left(self._narrowed.known[quantity], self._network.quantities[quantity].unit)
        if isinstance(equation, Level):
            return f"{self.name(quantity)} = {self._write_printed(equation)}"
        if isinstance(equation, AtMost):
            return self._write_limit(quantity, equation)
        if isinstance(equation, Scale):
            return f"{self.name(quantity)} = {self._write_scale(quantity, equation)} {amount}"
        return f"{self.name(quantity)} = {self._write_sum(quantity, equation)} {amount}"

    def _write_printed(self, equation: Level) -> str:
        return write_figure(self._network.figures[equation.claim]) if equation.claim else "1"

    def _write_scale(self, quantity: int, equation: Scale) -> str:
        other, sign = (equation.base, "×") if quantity == equation.result else (equation.result, "/")
        if equation.check in _TIED:
            return f"{self.name(other)} {sign} ({equation.factor.low:.6g}–{equation.factor.high:.6g})"
        slack = (1 - equation.factor.low) * 100
        return f"{self.name(other)} ± {slack:.0f} %" if slack else self.name(other)

    def _write_sum(self, quantity: int, equation: Sum) -> str:
        unit = self._network.quantities[quantity].unit
        added = "" if equation.claim is None else write_amount(equation.added.middle, equation.added, unit)
        if quantity == equation.result:
            return " + ".join([*map(self.name, equation.terms), *([added] if added else [])])
        others = [self.name(term) for term in equation.terms if term != quantity]
        return " − ".join([self.name(equation.result), *others, *([added] if added else [])])

    def _write_limit(self, quantity: int, equation: AtMost) -> str:
        """What a level is at least or at most by others; its own name again where it is one of several parts."""
        parts = " + ".join(map(self.name, equation.parts))
        amount = write_left(self._narrowed.known[quantity], self._network.quantities[quantity].unit)
        if quantity == equation.whole:
            return f"{self.name(quantity)} ≥ {parts} {amount}"
        return f"{parts} ≤ {self.name(equation.whole)}: {self.name(quantity)} {amount}"


class Names:
    """Names of levels, as short as tells them apart."""

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self._several = len({q.what for q in quantities}) > 1
        self._voices = len({q.voice for q in quantities}) > 1

    def write(self, quantity: Quantity) -> str:
        name = f"{_write_what(quantity)} {quantity.period}" if self._several else str(quantity.period)
        return f"{name} [{quantity.voice}]" if self._voices else name


def _write_what(quantity: Quantity) -> str:
    indicator, subject, sides = cast("tuple[str, str | None, Iterable[str | None]]", quantity.what)
    ordered = sorted(sides, key=str) if isinstance(sides, frozenset) else sides
    return " ".join([indicator, *([subject] if subject else []), "–".join(side for side in ordered if side)])


def write_left(left: Interval, unit: str) -> str:
    """What is left of a number, with its sign: `= 4.4 bn (4.33–4.48)`; `≥ 3 bn` where only one end is known."""
    if not is_told(left):
        return f"≥ {write_amount(left.low, Interval(left.low, left.low), unit)}"
    if left.low == UNKNOWN.low:
        return f"≤ {write_amount(left.high, Interval(left.high, left.high), unit)}"
    return f"= {write_amount(left.middle, left, unit)}"


def divide(result: Interval, base: Interval) -> Interval:
    """Result by base, of levels: neither is negative, either may be known at one end only."""
    if is_told(result) and base.low > 0:
        return result / base
    least = Interval(result.low, result.low) / Interval(base.high, base.high)
    return Interval(least.low, FARTHEST)
