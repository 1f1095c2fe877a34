"""What is read from the tables, and how a row of it becomes one of `hamkor.ledger.rows`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, func, select

from hamkor.ledger.columns import read_statement
from hamkor.ledger.filters import Filter, write_conditions, write_days
from hamkor.ledger.joining import join_in_order
from hamkor.ledger.ordering import write_order
from hamkor.ledger.rows import DocumentRow, HistoryRow, KeptDocument, StatementRow
from hamkor.ledger.tables import NEWEST_FIRST, OLDEST_FIRST, documents, history, statements
from hamkor.model import Block, Dateline, Evidence, Span

_HEAVY = {"text", "blocks"}
_LIGHT = tuple(column.label(f"of_{column.name}") for column in documents.c if column.name not in _HEAVY)
_STATEMENT = tuple(
    statements.c[name]
    for name in ("row_id", "id", "kind", "start", "end", "exact", "prefix", "suffix", "also", "fields")
)
_READINGS = (statements.c.since_reading, statements.c.until_reading)
_EVERYTHING = (*_STATEMENT, *_READINGS, *_LIGHT)


def select_statements() -> Select[Any]:
    """All statements of all versions, each with its document but for the text."""
    return select(*_EVERYTHING).join(documents, statements.c.document == documents.c.row_id)


def select_standing(
    kind: str | None, asked: Filter, *, start: int = 0, most: int | None = None, few: bool = False
) -> Select[Any]:
    """The statements that stand and are asked for, in order of publication and of the text.

    start, most  a page of them: which these are is found first, in the index of documents as far as it takes
    few          there are so few that a page would be looked for through all documents: they are looked up
    """
    if most is None:
        return _sort(_find_standing(select(*_EVERYTHING), kind, asked, few=few), kind, asked)
    found = _find_standing(select(statements.c.row_id), kind, asked, few=few)
    narrow = _sort(found, kind, asked).limit(most).offset(start)
    return _sort(select_statements().where(statements.c.row_id.in_(narrow)), kind, asked)


def _find_standing(query: Select[Any], kind: str | None, asked: Filter, *, few: bool) -> Select[Any]:
    """Walks over documents in their order and over the statements of each, so that the first come at once; where
    another order or few of them are asked for, they are found first."""
    of_it = statements.c.document == documents.c.row_id
    few = few or bool(asked.order or asked.during or asked.exactly)
    found = statements.join(documents, of_it) if few else join_in_order(documents, statements, of_it)
    query = query.select_from(found).where(
        documents.c.is_latest, statements.c.until_reading.is_(None), *write_conditions(asked, few=few)
    )
    if asked.exactly:  # what is asked for exactly are figures, and is found by what they count
        return query
    if kind is None:
        return query.where(statements.c.kind != "trace")
    return query.where(statements.c.kind == kind)


def _sort(query: Select[Any], kind: str | None, asked: Filter) -> Select[Any]:
    return query.order_by(*_order(asked, kind), statements.c.start, statements.c.row_id)


def select_documents(
    asked: Filter,
    *,
    start: int = 0,
    most: int | None = None,
    also: ColumnElement[bool] | None = None,
    few: bool = False,
) -> Select[Any]:
    """The latest versions that are asked for; what a filter asks of statements, one of the document's must have."""
    query = select_versions().where(*_write_documents(asked, few=few))
    query = query if also is None else query.where(also)
    return query.order_by(*_order(asked, "document")).limit(most).offset(start or None)


def select_publishers(asked: Filter, *, few: bool = False) -> Select[Any]:
    """Who published the documents that are asked for, and how many, those of most first."""
    number, day = func.count().label("documents"), documents.c.published_day
    query = select(documents.c.publisher, number, func.min(day).label("first"), func.max(day).label("last"))
    grouped = query.where(*_write_documents(asked, few=few)).group_by(documents.c.publisher)
    return grouped.order_by(number.desc(), documents.c.publisher)


def _write_documents(asked: Filter, *, few: bool) -> Iterator[ColumnElement[bool]]:
    yield documents.c.is_latest
    yield from write_days(asked.since, asked.until)
    if asked.document is not None:
        yield documents.c.document_id == asked.document
    if asked.asks_statements:
        of_it = statements.c.document == documents.c.row_id
        conditions = statements.c.until_reading.is_(None), *write_conditions(asked, few=few)
        if few:
            named = statements.join(documents, of_it)
            yield documents.c.row_id.in_(select(statements.c.document).select_from(named).where(*conditions))
        else:
            yield exists().where(of_it, *conditions).correlate(documents)


def _order(asked: Filter, kind: str | None) -> tuple[Any, ...]:
    first = write_order(kind, asked.order) if asked.order else ()
    day, row = (NEWEST_FIRST if asked.newest_first else OLDEST_FIRST), documents.c.row_id
    return (*first, day.desc(), row.desc()) if asked.newest_first else (*first, day.asc(), row.asc())


def select_versions() -> Select[Any]:
    return select(*_LIGHT)


def select_whole_documents() -> Select[Any]:
    return select(*_LIGHT, documents.c.text, documents.c.blocks)


def select_history(document_id: str | None) -> Select[Any]:
    query = select(history).order_by(history.c.row_id)
    return query if document_id is None else query.where(history.c.document_id == document_id)


def read_document_row(row: Row[Any]) -> DocumentRow:
    return DocumentRow(
        id=row.of_document_id,
        version=row.of_version,
        is_latest=row.of_is_latest,
        digest=row.of_digest,
        media_type=row.of_media_type,
        url=row.of_url,
        title=row.of_title,
        language=row.of_language,
        published=row.of_published,
        publisher=row.of_publisher,
        attributed_to=tuple(row.of_attributed_to),
        dateline=Dateline(row.of_dateline_place, row.of_dateline_date),
        doubled=row.of_doubled,
        own_text=row.of_own_text,
        notice=row.of_notice,
        read_at=row.of_read_at,
        program=row.of_program,
    )


def read_document(row: Row[Any]) -> KeptDocument:
    blocks = tuple(Block(kind, Span(start, end), *place) for kind, start, end, *place in row.blocks)
    return KeptDocument(read_document_row(row), row.text, blocks)


def read_statement_row(row: Row[Any], document: DocumentRow) -> StatementRow:
    also = tuple(Span(start, end) for start, end in row.also or ())
    said = Evidence(document.digest, row.start, row.end, row.exact, row.prefix, row.suffix, also)
    made = read_statement(row.kind, row.fields, said)
    return StatementRow(row.id, row.kind, made, document, stands=row.until_reading is None)


def read_history_row(row: Row[Any]) -> HistoryRow:
    return HistoryRow(row.at, row.what, row.document_id, row.version, row.program, row.detail)
