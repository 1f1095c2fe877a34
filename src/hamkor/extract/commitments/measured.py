"""What was counted is no promise: «за год отгрузили 12 тысяч тонн риса» is a figure, told by a verb of deeds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hamkor.model import Commitment, Observation

# What nobody promises; cargo and passengers may tell that a promised way is used.
COUNTED = frozenset(("trade_turnover", "exports", "imports", "gdp", "tourists"))
_GUESTS, _PEOPLE = "tourists", "person"
_STANDING = frozenset(("enterprises",))  # how many there are of, be they at work or opened
_DONE = "completed"
_STANDING_STAGES = frozenset(("completed", "in_progress"))
_END = re.compile(r"[.!?]\s")
_OPENING = 30  # characters from the beginning of a thing to the number of firms that it is about
_REACH = 25  # characters after the words of a thing in which its number may stand, where verbs stand first


def is_counted(figure: Observation) -> bool:
    """Whether a figure is of what nobody promises; what came and is no person is no guest («12 троллейбусов»)."""
    return figure.indicator in COUNTED and (figure.indicator != _GUESTS or figure.unit_measure in (_PEOPLE, "PCT"))


def leave_measured(commitments: Iterable[Commitment], figures: Sequence[Observation]) -> list[Commitment]:
    """The commitments without those that only say how much was traded, how many came, or how many firms there are."""
    actual = [f for f in figures if f.status == "actual"]
    traded = [f.evidence.start for f in actual if f.time_period and is_counted(f)]
    standing = [f.evidence.start for f in actual if f.indicator in _STANDING]

    def is_measured(told: Commitment) -> bool:
        start = told.evidence.start  # an exhibition with 85 companies is no count of them
        counted = told.stage in _STANDING_STAGES and any(start <= at <= start + _OPENING for at in standing)
        return counted or (told.stage == _DONE and _holds(told, traded))

    return [c for c in commitments if not is_measured(c)]


def _holds(commitment: Commitment, starts: Iterable[int]) -> bool:
    """Whether a figure begins in the words of a thing, or right after them in the same sentence."""
    told = commitment.evidence
    near = (start for start in starts if told.start <= start < told.end + _REACH)
    return any(not _END.search(told.suffix[: max(0, start - told.end)]) for start in near)
