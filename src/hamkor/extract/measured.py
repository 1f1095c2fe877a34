"""What was counted is no promise: «за год отгрузили 12 тысяч тонн риса» is a figure, told by a verb of deeds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hamkor.model import Commitment, Observation

# What nobody promises; cargo and passengers may tell that a promised way is used.
_COUNTED = frozenset(("trade_turnover", "exports", "imports", "gdp", "tourists"))
_END = re.compile(r"[.!?]\s")
_REACH = 25  # characters after the words of a thing in which its number may stand, where verbs stand first


def leave_measured(commitments: Iterable[Commitment], figures: Sequence[Observation]) -> list[Commitment]:
    """The commitments without those told as completed that only say how much was traded, or how many came."""
    told = (f for f in figures if f.status == "actual" and f.time_period and f.indicator in _COUNTED)
    starts = [figure.evidence.start for figure in told]
    return [c for c in commitments if not (c.stage == "completed" and _holds(c, starts))]


def _holds(commitment: Commitment, starts: Iterable[int]) -> bool:
    """Whether a figure begins in the words of a thing, or right after them in the same sentence."""
    told = commitment.evidence
    near = (start for start in starts if told.start <= start < told.end + _REACH)
    return any(not _END.search(told.suffix[: max(0, start - told.end)]) for start in near)
