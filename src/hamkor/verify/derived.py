"""Levels that nobody told but that follow: the base behind a growth, the total behind a share, along chains, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import cast

from hamkor.model import Interval, Period, Reason
from hamkor.model.verdict import explain
from hamkor.verify.contradictions import find_contradictions
from hamkor.verify.equations import Equation, Level, is_told
from hamkor.verify.narrowing import Narrowed, narrow
from hamkor.verify.network import Network, Quantity
from hamkor.verify.steps import Names, Steps
from hamkor.verify.systems import split

_DIGITS = 2  # of the width of what is derived that its bounds show
OBS_STATUS = "E"  # SDMX CL_OBS_STATUS: estimated, here derived by us


@dataclass(frozen=True, slots=True)
class Derived:
    """A level that follows from figures; it is never evidence, for or against any figure.

    voice        the document, or the release of statistics, whose figures it follows from
    obs_value    the middle of its bounds
    time_period  as of the figure it follows from
    reason       how it follows, step by step
    figures      ids of the figures it follows from
    """

    voice: str
    indicator: str
    subject: str | None
    ref_area: str | None
    counterpart_area: str | None
    time_period: Period
    obs_value: Decimal
    bounds: Interval
    unit_measure: str
    reason: Reason
    figures: tuple[str, ...]
    obs_status: str = OBS_STATUS


def find_derived(network: Network, *, wanted: Set[str] | None = None) -> Iterator[Derived]:
    """Levels that follow from figures of which one is wanted, narrow enough to tell anything.

    What is printed by the same voice, or by another one of the same side, is left out, and so is what follows from a
    figure that contradicts others: a share that fits no total says nothing, but the level it is of still has its base.

    wanted  ids of figures; None for all
    """
    told = {_get_key(network, e.quantity) for e in network.equations if isinstance(e, Level)}
    doubtful = {chain.closing.id for chain in find_contradictions(network)}
    for equations in split(e for e in network.equations if e.claim not in doubtful):
        narrowed = narrow(equations)
        if narrowed.clash is None:
            for quantity in sorted(narrowed.firsts):
                if _get_key(network, quantity) not in told and _tells(narrowed.known[quantity]):
                    found = _derive(network, quantity, narrowed, equations)
                    if found.figures and (wanted is None or not wanted.isdisjoint(found.figures)):
                        yield found


def _tells(left: Interval) -> bool:
    """Whether a level is known from both sides, within half its value."""
    return is_told(left) and left.low > 0 and left.width * 2 <= left.middle


def _get_key(network: Network, number: int) -> tuple[object, ...]:
    quantity = network.quantities[number]
    return quantity.what, quantity.period, quantity.unit, network.get_reporter(number)


def _derive(network: Network, number: int, narrowed: Narrowed, equations: Sequence[Equation]) -> Derived:
    quantity, left = network.quantities[number], narrowed.known[number]
    steps = Steps(network, narrowed, equations, names=Names(_list_named(network, equations)))
    reason = explain("chain", steps=tuple(steps.tell(number)))
    indicator, subject, _ = cast("tuple[str, str | None, object]", quantity.what)
    left = _round(left)
    return Derived(
        quantity.voice, indicator, subject, *_get_sides(quantity, network.get_reporter(number)),
        quantity.period, left.middle.normalize(), left, quantity.unit, reason, tuple(sorted(steps.used)),
    )  # fmt: skip


def _round(left: Interval) -> Interval:
    """Bounds without digits that tell nothing: rounded outward to a hundredth of the width."""
    last = Decimal(1).scaleb((left.width or left.high).adjusted() - _DIGITS)
    low = (left.low / last).to_integral_value(ROUND_FLOOR) * last
    return Interval(low, (left.high / last).to_integral_value(ROUND_CEILING) * last)


def _list_named(network: Network, equations: Sequence[Equation]) -> list[Quantity]:
    return [network.quantities[q] for e in equations if e.claim for q in e.quantities]


def _get_sides(quantity: Quantity, reporter: str | None) -> tuple[str | None, str | None]:
    """The sides in the order of the figure it follows from."""
    _, _, sides = cast("tuple[str, str | None, frozenset[str | None] | tuple[str | None, str | None]]", quantity.what)
    if isinstance(sides, tuple):
        return sides
    first = reporter if reporter in sides else min(sides, key=str)
    others = [side for side in sides if side != first]
    return first, others[0] if others else None
