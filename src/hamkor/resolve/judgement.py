"""How a comparison is judged: weighted findings, their sum as a score, and what the score means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from hamkor.model import NEGATIVE, POSITIVE, UNSURE

__all__ = ["NEGATIVE", "POSITIVE", "UNSURE", "Comparison", "Finding", "Judged", "judge", "leave_open", "tell_judgement"]

Part = TypeVar("Part")
SAME_FROM, OTHER_BELOW = 0.7, 0.4


@dataclass(frozen=True, slots=True)
class Finding:
    """What one comparison found: how strongly (0–1), and in words."""

    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison(Generic[Part]):
    """A function that compares two names, and what its finding adds to the score; its docstring says what it means."""

    find: Callable[[Part, Part], Finding | None]
    weight: float


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgement of a pair of names.

    score      0–1; from 0.7 POSITIVE, below 0.4 NEGATIVE, else UNSURE
    reasons    in words, in the order of the table of comparisons
    """

    score: float
    judgement: str
    reasons: tuple[str, ...]


def judge(comparisons: Iterable[Comparison[Part]], left: Part, right: Part, *, full: float = 1.0) -> Judged:
    """The sum of what all comparisons find, kept within 0 and 1.

    full  the sum that is as sure as can be: what lies between it and `SAME_FROM` keeps its order below 1
    """
    found = [(c.weight, finding) for c in comparisons if (finding := c.find(left, right))]
    total = sum(weight * finding.strength for weight, finding in found)
    if total > SAME_FROM:
        total = SAME_FROM + (total - SAME_FROM) * (1 - SAME_FROM) / (full - SAME_FROM)
    score = round(min(1.0, max(0.0, total)), 3)
    reasons = tuple(finding.reason for _, finding in found)
    return Judged(score, tell_judgement(score), reasons or ("nothing in common",))


def leave_open(judged: Judged) -> Judged:
    """The judgement where nothing was found against: that little is in common keeps no two apart."""
    return replace(judged, judgement=UNSURE) if judged.judgement == NEGATIVE else judged


def tell_judgement(score: float) -> str:
    """What a score means."""
    return POSITIVE if score >= SAME_FROM else NEGATIVE if score < OTHER_BELOW else UNSURE
