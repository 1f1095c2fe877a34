"""A contradicting set in words: what follows from its other figures, step by step, and the one that does not fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Closed:
    """The figure that closes a chain, the check that it fails, the equation in numbers, and what it gives."""

    figure: Figure
    check: str
    reason: Reason
    computed: Interval


def close(
    network: Network, equations: Sequence[Equation], figures: Sequence[Figure], *, wanted: Collection[str] | None
) -> Closed | None:
    """How the others of a contradicting set exclude one of its figures; None where they do not one by one.

    equations  those of the figures and those that need none
    wanted     ids of figures of which one is to close it, where the set has one; None for all
    """
    for closing in sorted(figures, key=lambda figure: _rank(figure, wanted), reverse=True):
        last = next(e for e in equations if e.claim == closing.id)
        others = [e for e in equations if e is not last]
        if all(isinstance(e, Scale) for e in equations if e.claim):
            others.append(make_unit(last.quantities[-1]))
        narrowed = narrow(others)
        if narrowed.clash is None and not _compute(last, narrowed).meets(closing.bounds):
            return _tell(network, others, narrowed, closing=(last, closing), figures=figures)
    return None


def _tell(
    network: Network,
    others: Sequence[Equation],
    narrowed: Narrowed,
    *,
    closing: tuple[Equation, Figure],
    figures: Sequence[Figure],
) -> Closed:
    last, figure = closing
    names = Names([network.quantities[q] for e in (*others, last) if e.claim for q in e.quantities])
    steps = Steps(network, narrowed, others, names=names)
    told = [step for quantity in reversed(last.quantities) for step in steps.tell(quantity)]
    beside = [f for f in figures if f.id not in steps.used and f is not figure]
    told += [explain("beside", scope=get_scope(f), amount=get_amount(f)) for f in beside]
    reason, check = _tell_end(last, figure, narrowed, steps)
    return Closed(figure, check, explain("chain", steps=(*told, reason)), _compute(last, narrowed))


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
    """The closing figure by the levels that it ties, or is one of."""
    if isinstance(last, Level):
        return narrowed.known[last.quantity]
    result, base = (narrowed.known[quantity] for quantity in last.quantities)
    if last.check == "change_abs":
        return result - base
    ratio = divide(result, base)
    if last.check == "multiple":
        return ratio
    percent = ratio * point(Decimal(100))
    return percent - point(Decimal(100)) if last.check == "growth" else percent
