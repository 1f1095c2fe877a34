"""A promise followed as a plain object."""

from __future__ import annotations

from hamkor.ledger import StatementRow
from hamkor.publish.completed import Completion
from hamkor.publish.standing import Thread
from hamkor.publish.statements import Plain, plain_evidence
from hamkor.resolve.following import Report, find_stage_told


def write_thread(thread: Thread) -> Plain:
    """A promise as `hamkor export statements` prints it."""
    followed = thread.followed
    return {
        "thread": {
            "id": thread.id,
            "stage": followed.stage,
            "sector": thread.sector,
            "parties": list(thread.parties),
            "responsible": list(thread.responsible),
            "due": _text(followed.due),
            "terms": [{"due": str(term.due), "told": _text(term.told)} for term in followed.terms],
            "overdue": followed.overdue,
            "last_heard": _text(followed.last_heard),
            "documents_since": followed.documents_since,
            "silent_months": followed.silent,
            "repeated_since": _text(followed.repeated),
            "completed_by": [_write_completion(one) for one in thread.completed],
            "traces": [_write_trace(one) for one in thread.traces],
            "history": [_write_telling(report, row) for report, row in thread.tellings],
        }
    }


def _write_telling(report: Report, row: StatementRow) -> Plain:
    return {
        "date": _text(report.day),
        "stage": find_stage_told(report),
        "due": _text(report.due),
        "document": row.document.id,
        "statement": row.id,
        "evidence": plain_evidence(row.evidence),
    }


def _write_trace(one: Completion) -> Plain:
    """A telling that promises nothing, with the thing that it is as one that `hamkor split` takes."""
    told = _write_telling(one.report, one.row)
    return told | {"trace": one.event, "score": one.score, "reasons": list(one.reasons), "by_user": one.by_user}


def _write_completion(one: Completion) -> Plain:
    return {
        "event": one.event,
        "day": _text(one.day),
        "date": _text(one.report.day),
        "document": one.row.document.id,
        "statement": one.row.id,
        "evidence": plain_evidence(one.row.evidence),
        "score": one.score,
        "reasons": list(one.reasons),
        "by_user": one.by_user,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
