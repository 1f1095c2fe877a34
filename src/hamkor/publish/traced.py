"""Which traces are of which promise: words of state about the very thing, which only count beside its tellings.

Computed from what was told by a day, as what events complete is, so that it depends on no order. A trace is of the
promise that it fits most surely; of two that it fits as surely, of neither. What a document tells of the promise itself
outweighs its traces. Users merge and split a promise and a trace as a promise and an event.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from hamkor.ledger import StatementRow, View
from hamkor.model import NEGATIVE, Commitment, Pair, Trace
from hamkor.publish.claims import Claims, Read, find_last, load_read
from hamkor.publish.completed import Completion, overlap
from hamkor.resolve import threads, traces
from hamkor.resolve.following import PLANNED, Report

_NO_COPIES: Mapping[str, str] = {}


class Traces:
    """The traces of promises of a view.

    promises  the ids of those that will be asked for; None: any
    """

    def __init__(self, view: View, promises: Collection[str] | None = None) -> None:
        self._claims = Claims(view.find_completions(promises, by=traces.KIND.name))
        self._told = load_read(view, threads.KIND, {*self._claims.promises, *self._claims.claimed})

    def find(
        self, promise: str, as_of: date, events: Collection[StatementRow], originals: Mapping[str, str] = _NO_COPIES
    ) -> tuple[Completion, ...]:
        """The traces of a promise by what was told until a day, the earliest first.

        events     what may complete it: they speak for the traces that rest on the same words
        originals  document id → id of the document that it copies: its traces count once
        """
        listed = [one for pair in self._claims.list_of(promise) for one in self._list(pair, as_of)]
        found = [one for one in listed if not any(overlap(one.row, event) for event in events)]
        documents = {one.report.document for one in found} | {one.row.document.id for one in self._told[promise]}
        kept = (one for one in found if not _is_copy(one.report.document, originals, documents))
        return tuple(sorted(kept, key=lambda one: (one.report.told, one.report.id)))

    def get_last(self, promise: str, as_of: date) -> date:
        """The last day, until one, on which anything was told of its traces, or of what claims the same."""
        pairs = self._claims.list_with_rivals(promise)
        return find_last((one for pair in pairs for end in (pair.left, pair.right) for one in self._told[end]), as_of)

    def _list(self, pair: Pair, as_of: date) -> list[Completion]:
        """The tellings of a trace that count for a promise, where no other claims them as surely."""
        claims = [p for p in self._claims.list_as_sure(pair) if p.judgement != NEGATIVE]
        told = [] if pair.judgement == NEGATIVE else [one for one in self._told[pair.right] if one.day <= as_of]
        free = (one for one in told if pair.by_user or not any(self._find_before(p, one) for p in claims))
        return [made for one in free if (made := self._make(pair, one))]

    def _find_before(self, pair: Pair, trace: Read) -> list[Read]:
        """The tellings of a promise before a trace; none where its document tells itself how the promise stands."""
        promises = self._told[pair.left]
        if any(one.row.document.id == trace.row.document.id and not _is_to_come(one) for one in promises):
            return []
        before = [one for one in promises if one.day <= trace.day]
        if not pair.by_user and any(not _is_this_one(trace, one) for one in _list_latest(before)):
            return []
        return [one for one in before if pair.by_user or _is_this_one(trace, one)]

    def _make(self, pair: Pair, trace: Read) -> Completion | None:
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


def _is_to_come(one: Read) -> bool:
    told: Commitment = one.row.statement  # type: ignore[assignment]
    return told.stage == PLANNED and not told.due


def _list_latest(told: Collection[Read]) -> list[Read]:
    """The tellings of the last day on which a term was told: what was put off is held against its new term."""
    dated = [one for one in told if one.item.due]
    return [one for one in dated if one.day == max(other.day for other in dated)]


def _is_this_one(trace: Read, promise: Read) -> bool:
    return traces.is_this_one(trace.item, promise.item, trace.day)


def _count_shared(one: Read, other: Read) -> int:
    return len({*one.item.things, *one.item.ways} & {*other.item.things, *other.item.ways})


def _is_copy(document: str, originals: Mapping[str, str], told: Collection[str]) -> bool:
    """Whether a document copies another that tells of the promise, too."""
    return originals.get(document, document) in set(told) - {document}
