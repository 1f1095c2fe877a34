"""Promises followed over time: their tellings put together, and where each stands on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from hamkor.errors import NotFoundError
from hamkor.ledger import StatementRow, Told, View
from hamkor.ledger.filters import find_day
from hamkor.model import Commitment
from hamkor.pipeline.originals import find_originals
from hamkor.pipeline.resolution import read_item
from hamkor.publish.completed import Completion, Completions
from hamkor.publish.heard import Read, load_read
from hamkor.publish.standing import Thread
from hamkor.publish.traced import Traces
from hamkor.resolve import threads
from hamkor.resolve.following import Followed, Report, follow, leave_copies
from hamkor.resolve.promise_deeds import find_stage_ahead


def find_threads(view: View, as_of: date) -> Iterator[Thread]:
    """Every promise told by a day and where it stands then, the one first that was last heard of the longest ago."""
    known = _Known(find_originals(view), load_read(view), Completions(view), Traces(view))
    found = _make_all(view.find_told(threads.KIND.name), as_of, known)
    yield from sorted(found, key=lambda one: (one.followed.last_heard or date.min, one.id))


def load_threads(view: View, ids: Iterable[str], as_of: date) -> list[Thread]:
    """The promises with these ids, in this order, as they stand on a day; what was not told by then is left out."""
    listed = list(dict.fromkeys(ids))
    told = list(view.find_tellings(listed))
    if not told:
        return []
    originals = find_originals(view, {one.row.document.id for one in told})
    known = _Known(originals, load_read(view), Completions(view, listed), Traces(view, listed))
    found = {thread.id: thread for thread in _make_all(told, as_of, known)}
    return [found[id_] for id_ in listed if id_ in found]


@dataclass(frozen=True, slots=True)
class _Known:
    """What else is known: which documents are copies, what was read of sectors, what completes or traces what."""

    originals: Mapping[str, str]
    read: Read
    completions: Completions
    traces: Traces


def _make_all(told: Iterable[Told], as_of: date, known: _Known) -> Iterator[Thread]:
    groups = groupby(told, key=lambda one: one.thing)
    yield from filter(None, (_make(id_, list(ones), as_of, known) for id_, ones in groups))


def get_thread(view: View, id: str, as_of: date) -> Thread:
    """The promise of this id, or the one that the statement of this id tells of; the first letters are enough.

    Raises NotFoundError where there is none, or more than one.
    """
    found = load_threads(view, [id], as_of) or load_threads(view, [view.get_named(id).thing], as_of)
    if not found:
        raise NotFoundError(
            "thread", found=f"no promise {id!r}", expected="the id of a promise", do="see the ids in a list"
        )
    return found[0]


def _make(id_: str, told: Sequence[Told], as_of: date, known: _Known) -> Thread | None:
    reports = {one.row.id: _report(one) for one in told}
    kept = leave_copies((r for r in reports.values() if r.told <= as_of), known.originals)
    if not kept:
        return None
    ids = {report.id for report in kept}
    tellings = tuple((reports[one.row.id], one.row) for one in told if one.row.id in ids)
    promises = [_get_promise(row) for _, row in tellings]
    parties, sector = _most(p.parties for p in promises), _most(p.sector for p in promises)
    responsible = tuple(dict.fromkeys(name for p in promises for name in p.responsible))
    completed, events = known.completions.find(id_, as_of), known.completions.list_events(id_)
    traces = known.traces.find(id_, as_of, events, known.originals)
    reports_on = [*kept, *(one.report for one in (*completed, *traces))]
    followed = follow(reports_on, as_of, known.read.find_days(parties, sector, as_of))
    last = max(*(report.told for report in reports_on), known.completions.get_last(id_, as_of))
    last = max(last, known.traces.get_last(id_, as_of))
    return Thread(id_, sector, parties, responsible, followed, tellings, completed, traces, last)


def follow_told(told: Iterable[Told], as_of: date, completed: Iterable[Completion] = ()) -> Followed:
    """Where a promise of these tellings stands; copies count, and what was read since its term is not looked for.

    completed  by these events, or told of by these traces
    Raises ValueError where nothing was told by that day.
    """
    return follow([*map(_report, told), *(one.report for one in completed)], as_of)


def _report(one: Told) -> Report:
    item = read_item(threads.KIND, dict(one.item))
    promise, day = _get_promise(one.row), find_day(one.row.document.published)
    told = date.fromisoformat(day) if day else None
    return Report(
        id=one.row.id,
        document=one.row.document.id,
        day=told,
        stage=find_stage_ahead(promise, item.things, told),
        due=promise.due,
        does=frozenset(item.does),
        paper=item.is_paper,
    )


def _get_promise(row: StatementRow) -> Commitment:
    promise: Commitment = row.statement  # type: ignore[assignment]
    return promise


def _most(values: Iterator[Any]) -> Any:
    """The value told most; of those told equally often the first."""
    return Counter(values).most_common(1)[0][0]
