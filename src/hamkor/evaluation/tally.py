"""Which of what was found is which of what was annotated, and the counts of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Item = dict[str, Any]
Pair = tuple[int, int]


def pair_up(gold: Sequence[Item], found: Sequence[Item], weigh: Callable[[Item, Item], float]) -> list[Pair]:
    """One to one, the best first; a weight of 0 is no pair."""
    weighed = [(weigh(here, there), i, j) for i, here in enumerate(gold) for j, there in enumerate(found)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for weight, i, j in sorted(weighed, key=lambda one: (-one[0], one[1], one[2])):
        if weight > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


@dataclass(slots=True)
class Count:
    """How many were annotated, how many found, how many of both are the same."""

    matched: int = 0
    gold: int = 0
    found: int = 0

    def add(self, matched: int, gold: int, found: int) -> None:
        self.matched, self.gold, self.found = self.matched + matched, self.gold + gold, self.found + found

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Right:
    """How often a field was judged, and how often it was right."""

    right: int = 0
    judged: int = 0

    def add(self, right: bool) -> None:
        self.right, self.judged = self.right + right, self.judged + 1


@dataclass(slots=True)
class Tally:
    """All counts over some documents."""

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    fields: defaultdict[str, Right] = field(default_factory=lambda: defaultdict(Right))
    documents: int = 0
    unread: int = 0
