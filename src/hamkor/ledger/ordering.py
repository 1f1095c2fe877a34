"""In which order rows come: by publication, or by a column that a reader asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, nulls_last

from hamkor.errors import LedgerError
from hamkor.ledger.tables import documents, statements


@dataclass(frozen=True, slots=True)
class Order:
    """By which column rows come; those for which it holds nothing come last in either direction.

    column      as lists name it: figure, time_period, publisher …
    descending  greatest, latest, last of the alphabet first
    among       the codes of this column in the order in which they follow one another; without it by the alphabet
    """

    column: str
    descending: bool = False
    among: tuple[str, ...] = ()


_FIELDS = statements.c.fields


def _field(*path: str | int) -> ColumnElement[Any]:
    """Text within the JSON of a statement; NULL where it is not there."""
    text: ColumnElement[Any] = _FIELDS[path].as_string()
    return text


_DAY, _TIME = (documents.c.published_day,), (statements.c.last_day, statements.c.first_day)
_NAME = (_field("name"),)
_SOURCE = {"words": (statements.c.exact,), "source": (documents.c.publisher,), "published": _DAY}
# Kind → column of its list → what it is ordered by: numbers as numbers, times by their last day, then by their first.
_ORDERS: dict[str, dict[str, tuple[Any, ...]]] = {
    "observation": {
        "indicator": (statements.c.indicator,),
        "figure": (statements.c.value,),
        "areas": (_field("ref_area"), _field("counterpart_area")),
        "time_period": _TIME,
        **_SOURCE,
    },
    "event": {
        "type": (statements.c.type,),
        "date": _TIME,
        "place": (_field("place"),),
        "status": (statements.c.stage,),
        "participants": (_field("participants", 0, "name"),),
        **_SOURCE,
    },
    "commitment": {
        "stage": (statements.c.stage,),
        "sector": (statements.c.sector,),
        "parties": (_field("parties", 0), _field("parties", 1)),
        "due": _TIME,
        **_SOURCE,
    },
    "person": {
        "name": _NAME,
        "position": (_field("position"),),
        "area": (_field("area"),),
        "organisation": (_field("organisation"),),
        **_SOURCE,
    },
    "organisation": {"name": _NAME, **_SOURCE},
    "quotation": {"speaker": (_field("speaker"),), **_SOURCE},
    "trace": {"due": _TIME, **_SOURCE},
    "document": {
        "published": _DAY,
        "publisher": (documents.c.publisher,),
        "language": (documents.c.language,),
        "title": (documents.c.title,),
        "notice": (documents.c.notice,),
        "document_id": (documents.c.document_id,),
    },
}


def list_orders(kind: str) -> tuple[str, ...]:
    """The columns by which a list of this kind can come."""
    return tuple(_ORDERS[kind])


def write_order(kind: str | None, order: Order) -> tuple[Any, ...]:
    """The ORDER BY of it. Raises LedgerError where the kind has no such column."""
    known = _ORDERS.get(kind or "", {})
    if order.column not in known:
        expected = ", ".join(known) or "a kind of statement"
        raise LedgerError("a column to order by", found=repr(order.column), expected=expected, do="name one")
    parts = known[order.column]
    if order.among:
        parts = (case({code: rank for rank, code in enumerate(order.among)}, value=parts[0]), *parts)
    return tuple(nulls_last(part.desc() if order.descending else part.asc()) for part in parts)
