"""Statements as plain data, in the form that `hamkor extract` answers: one object a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from hamkor.model import Commitment, Event, Evidence, Observation, Period, PreparedText, Statements, Trace

Plain = dict[str, Any]


def to_plain(prepared: PreparedText, statements: Statements) -> Plain:
    """One JSON-ready object for a document and all it states. Offsets count in the document's own text."""
    return {
        "document": _document(prepared),
        "observations": [_observation(o) for o in statements.observations],
        "events": [_event(e) for e in statements.events],
        "commitments": [plain_commitment(c) for c in statements.commitments],
        "people": _fields(statements.people),
        "organisations": _fields(statements.organisations),
        "quotations": _fields(statements.quotations),
    }


def _document(prepared: PreparedText) -> Plain:
    document = prepared.document
    plain: Plain = {
        "id": document.id,
        "title": document.title,
        "language": prepared.language,
        "published": document.published or prepared.published,
        "publisher": prepared.publisher or document.publisher,
        "url": document.url,
        "attributed_to": list(prepared.attributed_to),
        "dateline": {"place": prepared.dateline.place, "date": prepared.dateline.date},
        "doubled": prepared.doubled,
        "sha256": document.digest,
    }
    notice = "; ".join(n for n in (document.notice, prepared.notice) if n)
    if notice:
        plain["notice"] = notice
    if document.own_text:
        plain["text"] = document.text
    return plain


def plain_evidence(evidence: Evidence) -> Plain:
    """The words and their place; `also` only where they are told again."""
    plain: Plain = {"exact": evidence.exact, "start": evidence.start, "end": evidence.end}
    if evidence.also:
        plain["also"] = [{"start": s.start, "end": s.end} for s in evidence.also]
    return plain


def plain_number(number: Decimal) -> int | float:
    """A JSON number: whole ones as integers, others as the nearest float."""
    return int(number) if number == number.to_integral_value() else float(number)


def plain_period(period: Period | None) -> str | None:
    return str(period) if period else None


def _observation(item: Observation) -> Plain:
    return {
        "indicator": item.indicator,
        "subject": item.subject,
        "measure": item.measure,
        "obs_value": plain_number(item.obs_value),
        "low": plain_number(item.low),
        "high": plain_number(item.high),
        "unit_measure": item.unit_measure,
        "qualifier": item.qualifier,
        "time_period": plain_period(item.time_period),
        "ref_area": item.ref_area,
        "counterpart_area": item.counterpart_area,
        "status": item.status,
        "part_of": asdict(item.part_of) if item.part_of else None,
        "rule": item.rule,
        "evidence": plain_evidence(item.evidence),
    }


def _event(item: Event) -> Plain:
    return {
        "type": item.type,
        "date": plain_period(item.date),
        "place": item.place,
        "place_code": item.place_code,
        "status": item.status,
        "participants": [asdict(p) for p in item.participants],
        "plover": item.plover,
        "rule": item.rule,
        "evidence": plain_evidence(item.evidence),
    }


def plain_commitment(item: Commitment) -> Plain:
    """A promise as it is told, without what it was resolved to."""
    return {
        "stage": item.stage,
        "sector": item.sector,
        "parties": list(item.parties),
        "due": plain_period(item.due),
        "place_code": item.place_code,
        "responsible": list(item.responsible),
        "instrument": item.instrument,
        "clause": item.clause,
        "term": item.term,
        "rule": item.rule,
        "evidence": plain_evidence(item.evidence),
    }


def plain_trace(item: Trace) -> Plain:
    """A trace, which stands in no list of a document's statements."""
    return {
        "state": item.state,
        "areas": list(item.areas),
        "due": plain_period(item.due),
        "rule": item.rule,
        "evidence": plain_evidence(item.evidence),
    }


def _fields(items: Iterable[Any]) -> list[Plain]:
    """People, organisations, quotations: their fields as they are, the evidence made plain."""
    names = [(item, [n for n in item.__slots__ if n not in ("evidence", "rule")]) for item in items]
    return [
        {n: getattr(item, n) for n in fields} | {"rule": item.rule, "evidence": plain_evidence(item.evidence)}
        for item, fields in names
    ]
