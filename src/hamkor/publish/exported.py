"""All that stands in a ledger with what it was resolved to, in the form of `hamkor export statements`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from hamkor.ledger import Filter, KeptDocument, StatementRow, View
from hamkor.model import Commitment, Statements
from hamkor.pipeline.originals import find_originals
from hamkor.publish.completed import Completion
from hamkor.publish.kept import LISTS, write_kept
from hamkor.publish.standing import Thread
from hamkor.publish.statements import Plain, plain_commitment, plain_period
from hamkor.publish.thread_json import write_thread
from hamkor.publish.threads import find_threads
from hamkor.resolve.following import find_stage_told

# What resolving adds to the statements of each kind; null where nothing is known.
_RESOLVED = {
    "person": "entity_id",
    "organisation": "entity_id",
    "observation": "figure_id",
    "event": "event_id",
    "commitment": "thread_id",
}


def find_exported(view: View, as_of: date) -> Iterator[Plain]:
    """Every document with its statements and what they were resolved to, in order of publication; then every promise.

    as_of  the day on which it is told where promises stand
    """
    originals, threads = find_originals(view), list(find_threads(view, as_of))
    traced: defaultdict[str, list[Plain]] = defaultdict(list)
    for thread in threads:
        for trace in (*thread.completed, *thread.traces):
            traced[trace.row.document.id].append(_write_trace(thread, trace))
    for row in view.find_documents():
        rows = list(view.find_statements(None, Filter(document=row.id)))
        plain = write_exported(view.get_document(row.id), rows, view.find_things(row.id))
        plain["document"]["copy_of"] = originals.get(row.id)
        plain["commitments"] += traced[row.id]
        yield plain
    yield from map(write_thread, threads)


def _write_trace(thread: Thread, trace: Completion) -> Plain:
    """A trace, or an event, as a telling of the promise that it is of; `weak`: it promises nothing by itself."""
    stage, due = find_stage_told(trace.report), plain_period(trace.report.due)
    told = Commitment(stage, thread.sector, thread.parties, None, None, (), None, None, None, trace.row.evidence)
    return plain_commitment(replace(told, rule=trace.row.statement.rule)) | {
        "due": due,
        "weak": True,
        "thread_id": thread.id,
    }


def write_exported(document: KeptDocument, rows: Sequence[StatementRow], things: Mapping[str, str]) -> Plain:
    """A kept document with what it states and the things that this tells of."""
    listed = {name: [row for row in rows if row.kind == kind] for kind, name in LISTS.items()}
    found = {name: tuple(row.statement for row in told) for name, told in listed.items()}
    plain = write_kept(document.row, Statements(**found), text=document.text)  # type: ignore[arg-type]
    for kind, field in _RESOLVED.items():
        for statement, row in zip(plain[LISTS[kind]], listed[LISTS[kind]], strict=True):
            statement[field] = things.get(row.id)
    return plain
