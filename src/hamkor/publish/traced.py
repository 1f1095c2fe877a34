"""Which traces are of which promise: words of state about the very thing, which only count beside its tellings.

Computed from what was told by a day, as what events complete is, so that it depends on no order. A trace is of the
promise that it fits most surely; of two that it fits as surely, of neither. What a document tells of the promise itself
outweighs its traces. Users merge and split a promise and a trace as a promise and an event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hamkor.ledger import StatementRow, View
from hamkor.ledger.filters import find_day
from hamkor.model import NEGATIVE, Pair, Trace
from hamkor.pipeline.resolution import read_item
from hamkor.publish.completed import Completion, overlap
from hamkor.resolve import threads, traces
from hamkor.resolve.following import Report
from hamkor.resolve.promises import Promise

_NO_COPIES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling of a promise, or of a trace, with its item and the day of its publication."""

    item: Promise
    day: date
    row: StatementRow


class Traces:
    """The traces of promises of a view.

    promises  the ids of those that will be asked for; None: any
    """

    def __init__(self, view: View, promises: Collection[str] | None = None) -> None:
        self._of: defaultdict[str, list[Pair]] = defaultdict(list)
        self._by: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in view.find_completions(promises, by=traces.KIND.name):
            self._of[pair.left].append(pair)
            self._by[pair.right].append(pair)
        self._told = _load(view, {*self._of, *self._by})

    def find(
        self, promise: str, as_of: date, events: Collection[StatementRow], originals: Mapping[str, str] = _NO_COPIES
    ) -> tuple[Completion, ...]:
        """The traces of a promise by what was told until a day, the earliest first.

        events     what may complete it: they speak for the traces that rest on the same words
        originals  document id → id of the document that it copies: its traces count once
        """
        listed = [one for pair in self._of.get(promise, ()) for one in self._list(pair, as_of)]
        found = [one for one in listed if not any(overlap(one.row, event) for event in events)]
        documents = {one.report.document for one in found} | {one.row.document.id for one in self._told[promise]}
        kept = (one for one in found if not _is_copy(one.report.document, originals, documents))
        return tuple(sorted(kept, key=lambda one: (one.report.told, one.report.id)))

    def get_last(self, promise: str, as_of: date) -> date:
        """The last day, until one, on which anything was told of its traces, or of what claims the same."""
        rivals = {pair for own in self._of.get(promise, ()) for pair in self._by[own.right]}
        told = (one.day for pair in rivals for one in (*self._told[pair.left], *self._told[pair.right]))
        return max((day for day in told if day <= as_of), default=date.min)

    def _list(self, pair: Pair, as_of: date) -> list[Completion]:
        """The tellings of a trace that count for a promise, where no other claims them as surely."""
        rivals = (p for p in self._by[pair.right] if p.left != pair.left and (p.by_user or p.score >= pair.score))
        claims = [p for p in rivals if p.judgement != NEGATIVE]
        told = [] if pair.judgement == NEGATIVE else [one for one in self._told[pair.right] if one.day <= as_of]
        free = (one for one in told if pair.by_user or not any(self._find_before(p, one) for p in claims))
        return [made for one in free if (made := self._make(pair, one))]

    def _find_before(self, pair: Pair, trace: _Told) -> list[_Told]:
        """The tellings of a promise before a trace; none where its document tells of the promise itself."""
        promises = self._told[pair.left]
        if any(one.row.document.id == trace.row.document.id for one in promises):
            return []
        return [one for one in promises if one.day <= trace.day and (pair.by_user or _is_this_one(trace, one))]

    def _make(self, pair: Pair, trace: _Told) -> Completion | None:
        before = self._find_before(pair, trace)
        if not before:
            return None
        own = max(before, key=lambda one: (_count_shared(one, trace), one.day, one.row.id))
        told: Trace = trace.row.statement  # type: ignore[assignment]
        report = Report(
            id=trace.row.id,
            document=trace.row.document.id,
            day=trace.day if trace.day != date.min else None,
            stage=traces.find_stage(trace.item, own.item),
            due=told.due,
            does=traces.find_deeds(trace.item),
            weak=True,
        )
        return Completion(pair.right, None, report, trace.row, pair.score, pair.reasons, pair.by_user)


def _is_this_one(trace: _Told, promise: _Told) -> bool:
    return traces.is_this_one(trace.item, promise.item, trace.day)


def _count_shared(one: _Told, other: _Told) -> int:
    return len({*one.item.things, *one.item.ways} & {*other.item.things, *other.item.ways})


def _is_copy(document: str, originals: Mapping[str, str], told: Collection[str]) -> bool:
    """Whether a document copies another that tells of the promise, too."""
    return originals.get(document, document) in set(told) - {document}


def _load(view: View, things: Iterable[str]) -> defaultdict[str, list[_Told]]:
    """The tellings of each of these things; what has no day was told before all."""
    found: defaultdict[str, list[_Told]] = defaultdict(list)
    for thing, told in groupby(view.find_tellings(sorted(things)), key=lambda one: one.thing):
        for one in told:
            day = find_day(one.row.document.published)
            item = read_item(threads.KIND, dict(one.item))
            found[thing].append(_Told(item, date.fromisoformat(day) if day else date.min, one.row))
    return found
