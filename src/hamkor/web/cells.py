"""Cells of tables on pages: what lists show, with names in place of codes, times as the reader's language has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hamkor.ledger import DocumentRow, Node, StatementRow
from hamkor.messages import find_code, get_text, tell_notice
from hamkor.publish.bearers import LISTED
from hamkor.publish.equations import tell_unit
from hamkor.publish.listing import get_fields
from hamkor.publish.places import tell_area, tell_areas
from hamkor.publish.table import Field
from hamkor.publish.times import tell_day, tell_time
from hamkor.web.links import link_card, link_document, link_statement, link_words, with_query

_DASH = " – "
_NOT_SHOWN = ("id", "document_id")
_DIGEST = re.compile("[0-9a-f]{16}")  # the id of what came without an address or a name
_TAIL = 4  # the last fields of a list: words, source, day, id
_NAMED = ("person", "organisation")  # a name says it all


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a table: text, a class of the style sheet, where it leads."""

    text: str
    style: str = ""
    link: str | None = None


def name_document(document: DocumentRow) -> str:
    """Its title; else its address or file. A text that was pasted has neither, its id is a digest."""
    named = document.title or document.id
    return get_text("page.document.untitled") if _DIGEST.fullmatch(named) else named


def tell_names(names: Iterable[str]) -> str:
    """Parties: the names of areas, others as they are called."""
    return _DASH.join(map(tell_area, names))


def _of_document(row: Any) -> str:
    return tell_day(row.document.published)


def _tell_place(row: StatementRow) -> str:
    event: Any = row.statement
    return event.place or tell_area(event.place_code)


def _tell_participants(row: StatementRow) -> str:
    event: Any = row.statement
    return ", ".join(tell_area(one.name) for one in event.participants)


def _tell_due(row: StatementRow) -> str:
    promise: Any = row.statement
    return tell_time(promise.due) or find_code("term", promise.term)


_Told = Mapping[str, Callable[[Any], str]]
_OF_BEARER: _Told = {
    "area": lambda one: tell_area(one.area),
    "first_seen": lambda one: tell_day(one.first),
    "last_seen": lambda one: tell_day(one.last),
}
# Kind → column → what a page shows in its place.
_TOLD: Mapping[str, _Told] = {
    "observation": {
        "areas": lambda row: tell_areas(row.statement.ref_area, row.statement.counterpart_area),
        "time_period": lambda row: tell_time(row.statement.time_period),
        "published": _of_document,
    },
    "event": {
        "date": lambda row: tell_time(row.statement.date),
        "place": _tell_place,
        "participants": _tell_participants,
        "published": _of_document,
    },
    "commitment": {
        "parties": lambda row: tell_names(row.statement.parties),
        "due": _tell_due,
        "published": _of_document,
    },
    "person": {"area": lambda row: tell_area(row.statement.area), "published": _of_document},
    "organisation": {"published": _of_document},
    "people": _OF_BEARER,
    "organisations": _OF_BEARER,
    "quotation": {"published": _of_document},
    "trace": {"published": _of_document},
    "document": {
        "published": lambda row: tell_day(row.published),
        "title": name_document,
        "notice": lambda row: tell_notice(row.notice or ""),
    },
    "series": {
        "areas": lambda row: tell_areas(row.ref_area, row.counterpart_area),
        "unit": lambda row: tell_unit(row.unit_measure),
        "first": lambda row: tell_time(row.first),
        "last": lambda row: tell_time(row.last),
        "released": lambda row: tell_day(row.released),
    },
    "statistic": {
        "areas": lambda row: tell_areas(row.statistic.ref_area, row.statistic.counterpart_area),
        "time_period": lambda row: tell_time(row.statistic.time_period),
        "released": lambda row: tell_day(row.statistic.released),
    },
}
# Class of the style sheet → the columns that have it.
_STYLED = {
    "wide": "areas parties participants place organisation source publisher teller time_period due date",
    "figure": "figure value",
    "number": "tellings sources periods",
}
_STYLES = {name: style for style, names in _STYLED.items() for name in names.split()}
_LINKED = {"observation": "figure", "document": "title"}  # the column that leads to the row; else the first


def list_fields(kind: str, more: Sequence[Field] = ()) -> list[Field]:
    """The columns of a list on a page: without ids, which its links hold."""
    fields = get_fields(kind, more, counted=True)
    return [field for field in fields if field.name not in _NOT_SHOWN]


def make_cells(kind: str, fields: Sequence[Field], row: Any) -> list[Cell]:
    """A row of a list; one of its cells leads to what it is of, its words lead to their place in the document."""
    texts = [_tell(kind, field, row) for field in fields]
    linked = _find_linked(kind, fields, texts)
    return [
        Cell(
            text,
            f"{field.style} {_STYLES.get(field.name, '')}".strip(),
            _find_link(kind, row, field.name, linked=number == linked),
        )
        for number, (field, text) in enumerate(zip(fields, texts, strict=True))
    ]


def _tell(kind: str, field: Field, row: Any) -> str:
    return _TOLD[kind].get(field.name, field.get)(row)


def tell_facts(row: StatementRow) -> list[str]:
    """What a statement states in short: the cells of its list without words, source, day and id."""
    told = (_tell(row.kind, field, row) for field in get_fields(row.kind)[:-_TAIL])
    return [text for text in told if text]


def tell_node(node: Node) -> str:
    """What a node tells, in one line: facts and words of its first statement, the title of its first document."""
    first = node.first
    if not isinstance(first, StatementRow):
        return name_document(first)
    facts = " · ".join(tell_facts(first))
    return facts if first.kind in _NAMED else f"{facts}  «{first.evidence.exact}»"


def _find_linked(kind: str, fields: Sequence[Field], texts: Sequence[str]) -> int | None:
    wanted = _LINKED.get(kind)
    filled = [n for n, text in enumerate(texts) if text and fields[n].name != "words"]
    return next((n for n in filled if fields[n].name == wanted), filled[0] if filled else None)


def _find_link(kind: str, row: Any, name: str, *, linked: bool) -> str | None:
    if name == "words":
        return link_words(row)
    if not linked or kind == "statistic":
        return None
    if kind == "series":
        return with_query("/statistics", series=row.id)
    if kind in LISTED.values() and row.resolved:
        return link_card(row.kind, row.id)
    return link_document(row.id) if kind == "document" else link_statement(row)


def tell_verdict(verdict: str) -> Cell:
    """A verdict as a cell: its sign stands in the style sheet, so that it is known without its colour, too."""
    return Cell(get_text(f"verdict.{verdict}"), f"verdict v-{verdict}")
