"""Which promises an event completes: a forum promised was held. Of several that claim one event the surest has it.

Computed from what was told by a day, so that it depends on no order; the pairs come from the ledger, with what users
decided of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from hamkor.ledger import StatementRow, Told, View
from hamkor.ledger.filters import find_day
from hamkor.model import NEGATIVE, Pair
from hamkor.pipeline.resolution import read_item
from hamkor.resolve import events, threads
from hamkor.resolve.completing import compare_completing, is_gathering, is_open
from hamkor.resolve.following import COMPLETED, Report
from hamkor.resolve.happenings import Happening
from hamkor.resolve.promises import Promise

_ONE_EDITION = 400  # days within which what is held again and again may be what was promised last


@dataclass(frozen=True, slots=True)
class Completion:
    """An event that completes a promise.

    event          its id as a thing
    day            on which it took place, where that is told
    report, row    its earliest telling, as a report on the promise
    score, reasons why it is held to be what was promised; `by_user`: because a person says so
    """

    event: str
    day: date | None
    report: Report
    row: StatementRow
    score: float
    reasons: tuple[str, ...]
    by_user: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """A telling with its item, and the day of its publication, the first of all days where none is known."""

    item: Any
    day: date
    row: StatementRow


class Completions:
    """What completes promises of a view.

    promises  the ids of those that will be asked for; None: any
    """

    def __init__(self, view: View, promises: Collection[str] | None = None) -> None:
        pairs = view.find_completions(promises)
        self._of: defaultdict[str, list[Pair]] = defaultdict(list)
        self._by: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            self._of[pair.left].append(pair)
            self._by[pair.right].append(pair)
        self._promises = _load(view, threads.KIND, self._of)
        self._events = _load(view, events.KIND, self._by)

    def find(self, promise: str, as_of: date) -> tuple[Completion, ...]:
        """What completes a promise by what was told until a day, the earliest first."""
        found = (self._complete(pair, as_of) for pair in self._of.get(promise, ()) if self._wins(pair, as_of))
        return tuple(sorted(filter(None, found), key=lambda one: (one.report.told, one.report.id)))

    def list_events(self, promise: str) -> list[StatementRow]:
        """The tellings of all events that may complete a promise, whoever says that they do or do not."""
        return [one.row for pair in self._of.get(promise, ()) for one in self._events[pair.right]]

    def get_last(self, promise: str, as_of: date) -> date:
        """The last day, until one, on which anything was told of what may complete it, or of what claims the same."""
        rivals = {pair for own in self._of.get(promise, ()) for pair in self._by[own.right]}
        told = (one for pair in rivals for one in (*self._promises[pair.left], *self._events[pair.right]))
        return max((one.day for one in told if one.day <= as_of), default=date.min)

    def _wins(self, pair: Pair, as_of: date) -> bool:
        """Whether no other promise claims the event as surely; what a user says, nobody else needs to claim."""
        if pair.by_user:
            return bool(self._find_tellings(pair, as_of))
        claims = (p for p in self._by[pair.right] if p.left != pair.left and (p.by_user or p.score >= pair.score))
        return bool(self._find_tellings(pair, as_of)) and not any(self._find_tellings(p, as_of) for p in claims)

    def _complete(self, pair: Pair, as_of: date) -> Completion | None:
        told = self._find_tellings(pair, as_of)
        if not told:
            return None
        first = min(told, key=lambda one: (one.day, one.row.document.id, one.row.id))
        report = Report(first.row.id, first.row.document.id, first.day, COMPLETED)
        day = next((date.fromordinal(one.item.last) for one in told if one.item.is_day), None)
        return Completion(pair.right, day, report, first.row, pair.score, pair.reasons, pair.by_user)

    def _find_tellings(self, pair: Pair, as_of: date) -> list[_Read]:
        """The tellings of the event by which it completes the promise; none where something speaks against it."""
        promises = [one for one in self._promises[pair.left] if one.day <= as_of]
        told = [one for one in self._events[pair.right] if one.day <= as_of and one.item.status == "held"]
        if pair.judgement == NEGATIVE or not promises:
            return []
        if pair.by_user:
            return told
        held = [one for one in told if not any(overlap(one.row, p.row) for p in promises if is_open(p.item))]
        return [] if _contradict(held, promises) else [one for one in held if _comes_after(one, promises)]


def _load(view: View, kind: Any, things: Mapping[str, object]) -> defaultdict[str, list[_Read]]:
    """The tellings of each of these things; a promise without a day was told before all, an event without one never."""
    found: defaultdict[str, list[_Read]] = defaultdict(list)
    for thing, told in groupby(view.find_tellings(sorted(things)), key=lambda one: one.thing):
        found[thing] = list(_read(kind, told))
    return found


def _read(kind: Any, told: Iterable[Told]) -> Iterator[_Read]:
    for one in told:
        day = find_day(one.row.document.published)
        if day or kind is threads.KIND:
            yield _Read(read_item(kind, dict(one.item)), date.fromisoformat(day) if day else date.min, one.row)


def overlap(one: StatementRow, other: StatementRow) -> bool:
    """Whether two statements rest on the same words: what is promised there was not held there."""
    left, right = one.evidence, other.evidence
    return one.document.id == other.document.id and left.start < right.end and right.start < left.end


def _contradict(held: Iterable[_Read], promises: Iterable[_Read]) -> bool:
    """Whether any telling of the one says of the other that it is something else."""
    happened = {one.item for one in held}
    promised = {replace(one.item, year="") for one in promises}  # what was put off is held in another year
    judged = (compare_completing(event, promise) for event in happened for promise in promised)
    return any(one is not None and one.score == 0 for one in judged)


def _comes_after(held: _Read, promises: Sequence[_Read]) -> bool:
    """Whether it was held after it was promised and, of what is held again and again, is the one that was promised."""
    event: Happening = held.item
    last = date.fromordinal(event.last) if event.dated and event.last else held.day
    before = [one for one in promises if is_open(one.item) and one.day < last]
    if not before:
        return False
    return not is_gathering(event) or _is_this_one(last, before)


def _is_this_one(last: date, before: Sequence[_Read]) -> bool:
    promised: list[Promise] = [one.item for one in before]
    years = {promise.year for promise in promised if promise.year}
    if years:
        return str(last.year) in years
    return last - max(one.day for one in before) <= timedelta(days=_ONE_EDITION)
