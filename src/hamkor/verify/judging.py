"""From a figure and what it should be to a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hamkor.model import Interval, Verdict
from hamkor.model.statistic import VERDICTS
from hamkor.verify.figure import Figure
from hamkor.verify.wording import write_amount, write_figure


def judge(figure: Figure, check: str, computed: Interval, *, formula: str, against: Sequence[Figure]) -> Verdict:
    """Whether what was computed and what was printed can be the same number.

    formula  how it was computed, in words and numbers, up to the equals sign
    """
    verdict = "fits" if computed.meets(figure.bounds) else "conflicts"
    result = write_amount(computed.middle, computed, figure.unit)
    return tell(figure, check, verdict, f"{formula} = {result}, printed {write_figure(figure)}", against=against)


def tell(figure: Figure, check: str | None, verdict: str, equation: str, *, against: Sequence[Figure] = ()) -> Verdict:
    return Verdict(figure.id, verdict, check, equation, tuple(f.id for f in against))


def get_gravest(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The gravest of several; the first of equals."""
    return min(verdicts, key=lambda v: VERDICTS.index(v.verdict), default=None)
