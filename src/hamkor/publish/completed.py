"""Which promises an event completes: a forum promised was held. Of several that claim one event the surest has it.

Computed from what was told by a day, so that it depends on no order; the pairs come from the ledger, with what users
decided of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hamkor.ledger import StatementRow, View
from hamkor.model import NEGATIVE, Pair
from hamkor.publish.claims import Claims, Read, find_last, load_read
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


class Completions:
    """What completes promises of a view.

    promises  the ids of those that will be asked for; None: any
    """

    def __init__(self, view: View, promises: Collection[str] | None = None) -> None:
        self._claims = Claims(view.find_completions(promises))
        self._promises = load_read(view, threads.KIND, self._claims.promises)
        self._events = load_read(view, events.KIND, self._claims.claimed)

    def find(self, promise: str, as_of: date) -> tuple[Completion, ...]:
        """What completes a promise by what was told until a day, the earliest first."""
        found = (self._complete(pair, as_of) for pair in self._claims.list_of(promise) if self._wins(pair, as_of))
        return tuple(sorted(filter(None, found), key=lambda one: (one.report.told, one.report.id)))

    def list_events(self, promise: str) -> list[StatementRow]:
        """The tellings of all events that may complete a promise, whoever says that they do or do not."""
        return [one.row for pair in self._claims.list_of(promise) for one in self._events[pair.right]]

    def get_last(self, promise: str, as_of: date) -> date:
        """The last day, until one, on which anything was told of what may complete it, or of what claims the same."""
        told = (
            one
            for pair in self._claims.list_with_rivals(promise)
            for one in (*self._promises[pair.left], *self._events[pair.right])
        )
        return find_last(told, as_of)

    def _wins(self, pair: Pair, as_of: date) -> bool:
        """Whether no other promise claims the event as surely; what a user says, nobody else needs to claim."""
        if pair.by_user:
            return bool(self._find_tellings(pair, as_of))
        rivals = self._claims.list_as_sure(pair)
        return bool(self._find_tellings(pair, as_of)) and not any(self._find_tellings(p, as_of) for p in rivals)

    def _complete(self, pair: Pair, as_of: date) -> Completion | None:
        told = self._find_tellings(pair, as_of)
        if not told:
            return None
        first = min(told, key=lambda one: (one.day, one.row.document.id, one.row.id))
        report = Report(first.row.id, first.row.document.id, first.day, COMPLETED)
        day = next((date.fromordinal(one.item.last) for one in told if one.item.is_day), None)
        return Completion(pair.right, day, report, first.row, pair.score, pair.reasons, pair.by_user)

    def _find_tellings(self, pair: Pair, as_of: date) -> list[Read]:
        """The tellings of the event by which it completes the promise; none where something speaks against it."""
        promises = [one for one in self._promises[pair.left] if one.day <= as_of]
        told = [one for one in self._events[pair.right] if one.day <= as_of and one.item.status == "held"]
        if pair.judgement == NEGATIVE or not promises:
            return []
        if pair.by_user:
            return told
        held = [one for one in told if not any(overlap(one.row, p.row) for p in promises if is_open(p.item))]
        return [] if _contradict(held, promises) else [one for one in held if _comes_after(one, promises)]


def overlap(one: StatementRow, other: StatementRow) -> bool:
    """Whether two statements rest on the same words: what is promised there was not held there."""
    left, right = one.evidence, other.evidence
    return one.document.id == other.document.id and left.start < right.end and right.start < left.end


def _contradict(held: Iterable[Read], promises: Iterable[Read]) -> bool:
    """Whether any telling of the one says of the other that it is something else."""
    happened = {one.item for one in held}
    promised = {replace(one.item, year="") for one in promises}  # what was put off is held in another year
    judged = (compare_completing(event, promise) for event in happened for promise in promised)
    return any(one is not None and one.score == 0 for one in judged)


def _comes_after(held: Read, promises: Sequence[Read]) -> bool:
    """Whether it was held after it was promised and, of what is held again and again, is the one that was promised."""
    event: Happening = held.item
    last = date.fromordinal(event.last) if event.dated and event.last else held.day
    before = [one for one in promises if is_open(one.item) and one.day < last]
    if not before:
        return False
    return not is_gathering(event) or _is_this_one(last, before)


def _is_this_one(last: date, before: Sequence[Read]) -> bool:
    promised: list[Promise] = [one.item for one in before]
    years = {promise.year for promise in promised if promise.year}
    if years:
        return str(last.year) in years
    return last - max(one.day for one in before) <= timedelta(days=_ONE_EDITION)
