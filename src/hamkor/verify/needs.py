"""What would have to be true for a figure to fit: of each number of its equation, what it would have to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from hamkor.model import Interval, Reason, Verdict
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.figure import Figure
from hamkor.verify.judging import get_amount, get_middle
from hamkor.verify.sums import add_up

_HUNDRED = point(Decimal(100))
_Needs = Iterator[Reason]


def find_needs(figure: Figure, verdict: Verdict, against: Sequence[Figure]) -> list[Reason]:
    """What would have to be true instead, one way each; nothing where the figure fits or nothing was computed.

    against  the figures of `verdict.against`, in its order
    """
    find = _NEEDS.get(verdict.check or "")
    if find is None or verdict.verdict in ("fits", "unchecked") or not against:
        return []
    return list(find(figure, against, verdict.verdict == "conflicts"))


def _share(figure: Figure, against: Sequence[Figure], own: bool) -> _Needs:
    part, total = (f.bounds for f in against)
    if own:
        yield _tell("need_this", part / total * _HUNDRED, figure.unit)
    if not figure.bounds.holds(Decimal(0)):
        yield _tell("need_total", part / figure.bounds * _HUNDRED, against[1].unit)
    if own:
        yield _tell("need_part", total * figure.bounds / _HUNDRED, against[0].unit)


def _growth(figure: Figure, against: Sequence[Figure], own: bool) -> _Needs:
    factor = (figure.bounds + _HUNDRED) / _HUNDRED
    yield from _change(
        figure, against, own, this=against[0].bounds / against[1].bounds * _HUNDRED - _HUNDRED, by=factor
    )


def _multiple(figure: Figure, against: Sequence[Figure], own: bool) -> _Needs:
    yield from _change(figure, against, own, this=against[0].bounds / against[1].bounds, by=figure.bounds)


def _change(figure: Figure, against: Sequence[Figure], own: bool, *, this: Interval, by: Interval) -> _Needs:
    now, before = against
    if own:
        yield _tell("need_this", this, figure.unit)
        if not by.holds(Decimal(0)):
            yield _tell("need_before", now.bounds / by, before.unit)
        yield _tell("need_now", before.bounds * by, now.unit)


def _change_abs(figure: Figure, against: Sequence[Figure], own: bool) -> _Needs:
    now, before = against
    if own:
        yield _tell("need_this", now.bounds - before.bounds, figure.unit)
        yield _tell("need_before", now.bounds - figure.bounds, before.unit)
        yield _tell("need_now", before.bounds + figure.bounds, now.unit)


def _sum(figure: Figure, against: Sequence[Figure], _own: bool) -> _Needs:
    """Each term of a sum: what the others leave of the total. Of a balance only what it would have to be."""
    if figure.indicator != "trade_turnover":
        more, less = sorted((f.bounds for f in against), key=lambda b: b.middle, reverse=True)
        yield _tell("need_this", more - less, figure.unit)
        return
    yield _tell("need_this", add_up(against), figure.unit)
    for term in against:
        others = [f for f in against if f is not term]
        yield explain("need_term", term=get_amount(term), need=get_middle(figure.bounds - add_up(others), term.unit))


def _parts(figure: Figure, against: Sequence[Figure], _own: bool) -> _Needs:
    yield explain("need_at_least", need=get_middle(add_up(against), figure.unit))
    yield explain("need_parts", need=get_amount(figure))


def _nested(figure: Figure, against: Sequence[Figure], _own: bool) -> _Needs:
    """The part no more than the whole, the whole no less than the part."""
    if len(against) > 1:
        yield _tell("need_this", add_up(against), figure.unit)
        return
    other = against[0]
    at_most = figure.bounds.low > other.bounds.high
    yield explain("need_at_most" if at_most else "need_at_least", need=get_amount(other))


def _other(figure: Figure, against: Sequence[Figure], _own: bool) -> _Needs:
    yield explain("need_this", need=get_amount(against[0]))


def _tell(name: str, need: Interval, unit: str) -> Reason:
    return explain(name, need=get_middle(need, unit))


_NEEDS: dict[str, Callable[[Figure, Sequence[Figure], bool], _Needs]] = {
    "share": _share,
    "growth": _growth,
    "multiple": _multiple,
    "change_abs": _change_abs,
    "sum": _sum,
    "parts": _parts,
    "cumulation": _nested,
    "containment": _nested,
    "same_figure": _other,
    "official": _other,
}
