"""A contradicting set in words: what follows from its other figures, step by step, and the one that does not fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from hamkor.model import Interval, Reason
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.equations import Equation, Level, Scale, Sum
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_scope
from hamkor.verify.narrowing import Narrowed, narrow
from hamkor.verify.network import Network
from hamkor.verify.steps import Names, Steps, divide, tell_left
from hamkor.verify.systems import make_unit


def close(
    network: Network, equations: Sequence[Equation], figures: Sequence[Figure], *, wanted: Collection[str] | None
) -> tuple[Figure, str, Reason]:
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
    told = [step for quantity in reversed(last.quantities) for step in steps.tell(quantity)]
    beside = [f for f in figures if f.id not in steps.used and f is not closing]
    told += [explain("beside", scope=get_scope(f), amount=get_amount(f)) for f in beside]
    end, check = _tell_end(last, closing, narrowed, steps)
    return closing, check, explain("chain", steps=(*told, end))


def _rank(figure: Figure, wanted: Collection[str] | None) -> tuple[bool, bool, date, str]:
    """What was asked for first; then what ties levels, of the latest time."""
    asked = wanted is None or figure.id in wanted
    return asked, not figure.is_level, figure.period.last if figure.period else date.min, figure.id


def _tell_end(last: Equation, closing: Figure, narrowed: Narrowed, steps: Steps) -> tuple[Reason, str]:
    """What the closing figure would be, and what was printed; of a level the last step has told it."""
    printed = get_amount(closing)
    if isinstance(last, Level):
        level = steps.name(last.quantity)
        return explain("printed_against", level=level, printed=printed), steps.get_check(last.quantity) or last.check
    now, before = (steps.name(quantity) for quantity in last.quantities)
    left = tell_left(_compute(last, narrowed), closing.unit)
    if isinstance(last, Sum):
        return explain("difference_is", now=now, before=before, left=left, printed=printed), last.check
    if last.check == "growth":
        return explain("growth_is", now=now, before=before, left=left, printed=printed), last.check
    return explain("quotient_is", now=now, before=before, left=left, printed=printed), last.check


def _compute(last: Equation, narrowed: Narrowed) -> Interval:
    """The closing figure by the levels that it ties."""
    result, base = (narrowed.known[quantity] for quantity in last.quantities)
    if last.check == "change_abs":
        return result - base
    ratio = divide(result, base)
    if last.check == "multiple":
        return ratio
    percent = ratio * point(Decimal(100))
    return percent - point(Decimal(100)) if last.check == "growth" else percent
