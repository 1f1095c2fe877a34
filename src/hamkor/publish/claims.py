"""What claims promises: events that may complete them, traces that may be of them; each pair with its rivals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from hamkor.ledger import StatementRow, Told, View
from hamkor.ledger.filters import find_day
from hamkor.model import Pair
from hamkor.pipeline.resolution import read_item
from hamkor.resolve import threads


class Claims:
    """Pairs of a promise (left) and what may be of it (right)."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._of: dict[str, list[Pair]] = defaultdict(list)
        self._by: dict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            self._of[pair.left].append(pair)
            self._by[pair.right].append(pair)

    @property
    def promises(self) -> Iterable[str]:
        return self._of.keys()

    @property
    def claimed(self) -> Iterable[str]:
        return self._by.keys()

    def list_of(self, promise: str) -> Sequence[Pair]:
        """All that may be of a promise."""
        return self._of.get(promise, ())

    def list_as_sure(self, pair: Pair) -> list[Pair]:
        """The other promises that it may be of as surely."""
        return [p for p in self._by[pair.right] if p.left != pair.left and (p.by_user or p.score >= pair.score)]

    def list_with_rivals(self, promise: str) -> set[Pair]:
        """The pairs of a promise, and those of other promises with the same."""
        return {pair for own in self.list_of(promise) for pair in self._by[own.right]}


@dataclass(frozen=True, slots=True)
class Read:
    """A telling with its item, and the day of its publication, the first of all days where none is known."""

    item: Any
    day: date
    row: StatementRow


def load_read(view: View, kind: Any, things: Iterable[str]) -> defaultdict[str, list[Read]]:
    """The tellings of each of these things; a promise without a day was told before all, an event without one never."""
    found: defaultdict[str, list[Read]] = defaultdict(list)
    for thing, told in groupby(view.find_tellings(sorted(things)), key=lambda one: one.thing):
        found[thing] = list(_read(kind, told))
    return found


def _read(kind: Any, told: Iterable[Told]) -> Iterator[Read]:
    for one in told:
        day = find_day(one.row.document.published)
        if day or kind is threads.KIND:
            yield Read(read_item(kind, dict(one.item)), date.fromisoformat(day) if day else date.min, one.row)


def find_last(told: Iterable[Read], as_of: date) -> date:
    """The last day, until one, on which any of these was told."""
    return max((one.day for one in told if one.day <= as_of), default=date.min)
