"""From a figure and what it should be to a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hamkor.model import Amount, Interval, Reason, Scope, Verdict
from hamkor.model.verdict import VERDICTS, explain
from hamkor.verify.figure import Figure


def judge(figure: Figure, check: str, computed: Interval, *, formula: Reason, against: Sequence[Figure]) -> Verdict:
    """Whether what was computed and what was printed can be the same number.

    formula  how it was computed, up to the equals sign
    """
    verdict = "fits" if computed.meets(figure.bounds) else "conflicts"
    result = get_middle(computed, figure.unit)
    reason = explain("judged", formula=formula, result=result, printed=get_amount(figure))
    return tell(figure, check, verdict, reason, against=against)


def tell(figure: Figure, check: str | None, verdict: str, reason: Reason, *, against: Sequence[Figure] = ()) -> Verdict:
    return Verdict(figure.id, verdict, check, reason, tuple(f.id for f in against))


def compare(check: str, figure: Figure, other: Figure) -> Verdict:
    """Whether two figures can be the same number."""
    verdict = "fits" if figure.bounds.meets(other.bounds) else "conflicts"
    reason = explain("told", teller=other.teller, other=get_amount(other), printed=get_amount(figure))
    return tell(figure, check, verdict, reason, against=(other,))


def get_amount(figure: Figure) -> Amount:
    """A figure's number, as it was printed or released."""
    return Amount(figure.value, figure.bounds, figure.unit)


def get_middle(bounds: Interval, unit: str) -> Amount:
    """A computed number: the middle of its bounds stands for it."""
    return Amount(bounds.middle, bounds, unit)


def get_scope(figure: Figure) -> Scope:
    return Scope(figure.ref, figure.counterpart, figure.period)


def get_best(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The first that fits, else the first; those after it are not made."""
    first = None
    for verdict in verdicts:
        if verdict.verdict == "fits":
            return verdict
        first = first or verdict
    return first


def get_gravest(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The gravest of several; the first of equals."""
    return min(verdicts, key=lambda v: VERDICTS.index(v.verdict), default=None)
