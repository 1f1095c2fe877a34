"""Which figures of a made-up world the others determine: by linear algebra, which knows nothing of intervals."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from fractions import Fraction
from random import Random

from hamkor.verify import Figure
from hamkor.verify.figure import get_sides
from hamkor.verify.relations import find_times

Row = dict[Hashable, Fraction]  # coefficients of levels; of None what stands alone


def find_tied(figures: Sequence[Figure]) -> list[Figure]:
    """Figures that follow from the others of the same side and moment, and may so be contradicted by them."""
    random, levels = Random(1), dict[Hashable, Fraction]()
    rows = [_write(figure, levels, random) for figure in figures]
    return [f for at, f in enumerate(figures) if _follows(rows[at], rows[:at] + rows[at + 1 :])]


def _write(figure: Figure, levels: dict[Hashable, Fraction], random: Random) -> Row:
    """A figure as an equation between levels, for which any numbers do."""
    ends = [_name(figure, what, period) for what, period in _find_ends(figure)]
    now, *before = [levels.setdefault(end, Fraction(random.randint(10**6, 10**7))) for end in ends]
    if not before:
        return {ends[0]: Fraction(1), None: -now}
    if figure.measure == "change_abs":
        return {ends[0]: Fraction(1), ends[1]: Fraction(-1), None: before[0] - now}
    return {ends[0]: Fraction(1), ends[1]: -now / before[0]}


def _find_ends(figure: Figure) -> list[tuple[Hashable, object]]:
    if figure.measure == "level":
        return [(figure.what, figure.period)]
    if figure.measure == "share":
        whole = figure.part_of
        assert whole is not None
        sides = get_sides(whole.indicator, whole.ref_area, whole.counterpart_area)
        return [(figure.what, figure.period), ((whole.indicator, None, sides), figure.period)]
    assert figure.period is not None
    return [(figure.what, time) for time in find_times(figure.measure, figure.period)]


def _name(figure: Figure, what: Hashable, period: object) -> Hashable:
    """One side's count at one moment."""
    side = figure.ref if figure.indicator == "trade_turnover" else None
    return what, str(period), side == "UZ", figure.known.year if figure.known else None


def _follows(row: Row, others: Sequence[Row]) -> bool:
    """Whether a row is a sum of multiples of others (Gauss)."""
    pivots: dict[Hashable, Row] = {}
    for other in others:
        left = _reduce(other, pivots)
        if left:
            first = next(iter(left))
            pivots[first] = {name: value / left[first] for name, value in left.items()}
    return not _reduce(row, pivots)


def _reduce(row: Row, pivots: dict[Hashable, Row]) -> Row:
    left = dict(row)
    for name, pivot in pivots.items():
        if factor := left.get(name):
            for other, value in pivot.items():
                left[other] = left.get(other, Fraction(0)) - factor * value
    return {name: value for name, value in left.items() if value}
