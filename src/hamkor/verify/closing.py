"""A contradicting set in words: what follows from its other figures, step by step, and the one that does not fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from hamkor.model import Interval
from hamkor.model.interval import point
from hamkor.verify.equations import Equation, Level, Scale, Sum
from hamkor.verify.figure import Figure
from hamkor.verify.narrowing import Narrowed, narrow
from hamkor.verify.network import Network
from hamkor.verify.steps import Names, Steps, divide, write_left
from hamkor.verify.systems import make_unit
from hamkor.verify.wording import write_figure

_HUNDRED = point(Decimal(100))


def close(
    network: Network, equations: Sequence[Equation], figures: Sequence[Figure], *, wanted: Collection[str] | None
) -> tuple[Figure, str, str]:
    """The figure that closes the chain, the check that it fails, and the equation in numbers.

    equations  those of the figures and those that need none
    wanted     ids of figures of which one is to close it, where the set has one; None for all
    """
    closing = max(figures, key=lambda figure: _rank(figure, wanted))
    claims = {figure.id for figure in figures}
    last = next(e for e in equations if e.claim == closing.id)
    others = [e for e in equations if e is not last and (e.claim is None or e.claim in claims)]
    if all(isinstance(e, Scale) for e in equations if e.claim in claims):
        others.append(make_unit(last.quantities[-1]))
    names = Names([network.quantities[q] for e in equations if e.claim in claims for q in e.quantities])
    narrowed = narrow(others)
    steps = Steps(network, narrowed, others, names=names)
    told = [step for quantity in last.quantities for step in steps.tell(quantity)]
    told += [f"and {write_figure(f)}" for f in figures if f.id not in steps.used and f is not closing]
    end, check = _write_end(last, closing, narrowed, steps)
    return closing, check, "; ".join([*told, end] if end else told) + f", printed {write_figure(closing)}"


def _rank(figure: Figure, wanted: Collection[str] | None) -> tuple[bool, bool, date, str]:
    """What was asked for first; then what ties levels, of the latest time."""
    asked = wanted is None or figure.id in wanted
    return asked, not figure.is_level, figure.period.last if figure.period else date.min, figure.id


def _write_end(last: Equation, closing: Figure, narrowed: Narrowed, steps: Steps) -> tuple[str, str]:
    """What the closing figure would be; nothing where the last step told it: it is a level itself."""
    if isinstance(last, Level):
        return "", steps.get_check(last.quantity) or last.check
    result, base = (narrowed.known[quantity] for quantity in last.quantities)
    names = [steps.name(quantity) for quantity in last.quantities]
    if isinstance(last, Sum):
        return f"{names[0]} − {names[1]} {write_left(result - base, closing.unit)}", last.check
    assert isinstance(last, Scale)
    computed = _compute(last.check, divide(result, base))
    less = " − 1" if last.check == "growth" else ""
    return f"{names[0]} / {names[1]}{less} {write_left(computed, closing.unit)}", last.check


def _compute(check: str, ratio: Interval) -> Interval:
    if check == "multiple":
        return ratio
    return ratio * _HUNDRED - (_HUNDRED if check == "growth" else point(Decimal(0)))
