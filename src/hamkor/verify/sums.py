"""Totals held against their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from operator import add

from hamkor.model import Interval, Verdict
from hamkor.model.interval import point
from hamkor.model.verdict import explain
from hamkor.verify.balances import BALANCE
from hamkor.verify.figure import PERSON, Figure
from hamkor.verify.judging import get_amount, get_gravest, get_middle, judge, tell
from hamkor.verify.known import Known

_WHOLE = frozenset({"COUNT", PERSON})


def check_sum(figure: Figure, known: Known) -> Iterator[Verdict]:
    """Turnover: exports and imports of one side, of the same time, added up; a balance: one less the other."""
    if figure.indicator not in ("trade_turnover", BALANCE) or not figure.is_level or not (figure.ref and figure.period):
        return
    if figure.indicator == BALANCE:
        yield from (_judge_balance(figure, *flows) for flows in _find_flows(figure, known))
        return
    told = get_gravest(_judge_sum(figure, exports, imports) for exports, imports in _find_flows(figure, known))
    if told and (told.verdict == "fits" or not _is_of_another(figure, told, known)):
        yield told


def _is_of_another(figure: Figure, told: Verdict, known: Known) -> bool:
    """Whether another turnover of the document is the sum: then this one's time was not understood."""
    total = add_up(known.find_all(told.against))
    alike = (f for f in known.own.find(figure) if f.is_level)
    return any(f.period == figure.period and f.unit == figure.unit and f.bounds.meets(total) for f in alike)


def _judge_balance(figure: Figure, exports: Figure, imports: Figure) -> Verdict:
    """A surplus or a deficit: texts print both without a sign."""
    more, less = (exports, imports) if exports.value >= imports.value else (imports, exports)
    size = replace(figure, bounds=-figure.bounds, value=-figure.value) if figure.value < 0 else figure
    formula = explain("change_abs", now=get_amount(more), before=get_amount(less))
    return judge(size, "sum", more.bounds - less.bounds, formula=formula, against=(more, less))


def _judge_sum(figure: Figure, exports: Figure, imports: Figure) -> Verdict:
    formula = explain("sum", terms=(get_amount(exports), get_amount(imports)))
    return judge(figure, "sum", exports.bounds + imports.bounds, formula=formula, against=(exports, imports))


def _find_flows(figure: Figure, known: Known) -> Iterator[tuple[Figure, Figure]]:
    """Exports and imports of the figure's own document; the nearest ones."""
    for home, away in ((figure.ref, figure.counterpart), (figure.counterpart, figure.ref)):
        exports, imports = (
            [f for f in known.own.find_levels(flow, figure.subject, (home, away), of=figure)
             if f.period == figure.period and f.unit == figure.unit]
            for flow in ("exports", "imports")
        )  # fmt: skip
        if exports and imports:
            yield exports[0], imports[0]
            return


def add_up(figures: Iterable[Figure]) -> Interval:
    """All of them together, as exact as they are."""
    return reduce(add, (figure.bounds for figure in figures))


def check_parts(figure: Figure, known: Known) -> Iterator[Verdict]:
    """A total: the parts that the text names of it add up to no more."""
    parts = known.find_parts(figure)
    if not parts or figure.measure != "level":
        return
    counted = tuple(map(_count, parts))
    together, all_told = add_up(counted), _count(figure)
    verdict = "conflicts" if together.low > all_told.bounds.high else "fits"
    terms, total = tuple(map(get_amount, counted)), get_middle(together, figure.unit)
    reason = explain("parts", terms=terms, total=total, printed=get_amount(all_told))
    yield tell(figure, "parts", verdict, reason, against=parts)


def _count(figure: Figure) -> Figure:
    """Whole things counted to the last one are so many: nobody signs half a document. Rounded ones stay as they are."""
    exact = figure.unit in _WHOLE and figure.value % 1 == 0 and figure.bounds.width == 1
    return replace(figure, bounds=point(figure.value)) if exact else figure
