"""The single steps of keeping, within the transaction of whoever calls them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, text, update

from hamkor.ledger.columns import Columns, find_sides, get_topic
from hamkor.ledger.filters import find_day
from hamkor.ledger.index import Indexed, add_words, take_words
from hamkor.ledger.rows import Source
from hamkor.ledger.tables import documents, history, sides, sources, statements
from hamkor.model import PreparedText

_REPLACED = "\ufffd"  # for a NUL in a title or a name: some databases keep none
_ID = documents.c.document_id == bindparam("document_id")
_LATEST = select(documents).where(_ID, documents.c.is_latest)
_STANDING = select(statements).where(statements.c.document == bindparam("row"), statements.c.until_reading.is_(None))
_LAST_READING = select(func.max(history.c.reading)).where(history.c.document_id == bindparam("document_id"))
_CAME = select(statements.c.id, statements.c.row_id).where(
    statements.c.document == bindparam("row"), statements.c.since_reading == bindparam("reading")
)
_TAKE = update(statements).where(statements.c.row_id == bindparam("row")).values(until_reading=bindparam("reading"))
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7204, hashtext(:document_id))")


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a document that changes something; `number` counts them from 1."""

    number: int
    program: str
    at: str


def get_now() -> str:
    """This moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def claim(connection: Connection, document_id: str) -> None:
    """Let no other writer touch this document until the transaction ends; in SQLite none writes anything anyway."""
    if connection.dialect.name != "sqlite":
        connection.execute(_ONE_AT_A_TIME, {"document_id": document_id})


def find_latest(connection: Connection, document_id: str) -> Row[Any] | None:
    return connection.execute(_LATEST, {"document_id": document_id}).one_or_none()


def begin_reading(connection: Connection, document_id: str, program: str) -> Reading:
    last = connection.scalar(_LAST_READING, {"document_id": document_id})
    return Reading((last or 0) + 1, program, get_now())


def write_document(prepared: PreparedText) -> Columns:
    """The columns of a document that its reader fills."""
    document = prepared.document
    published = prepared.published or document.published
    told: Columns = {
        "document_id": document.id,
        "digest": document.digest,
        "media_type": document.media_type,
        "url": document.url,
        "title": document.title,
        "language": prepared.language,
        "published": published,
        "published_day": find_day(published),
        "publisher": prepared.publisher or document.publisher,
        "attributed_to": list(prepared.attributed_to),
        "dateline_place": prepared.dateline.place,
        "dateline_date": prepared.dateline.date,
        "doubled": prepared.doubled,
        "own_text": document.own_text,
        "notice": prepared.notice or document.notice,
        "text": document.text,
        "blocks": [
            [block.kind, block.span.start, block.span.end, block.table, block.row, block.column]
            for block in document.blocks
        ],
    }
    return {name: value.replace("\0", _REPLACED) if isinstance(value, str) else value for name, value in told.items()}


def insert_document(connection: Connection, document: Columns, *, version: int, reading: Reading) -> int:
    """Add a version, in the index too, and answer its row."""
    values = {**document, "version": version, "is_latest": True, "read_at": reading.at, "program": reading.program}
    row: int = connection.execute(insert(documents).returning(documents.c.row_id), values).scalar_one()
    add_words(connection, Indexed(row, document["title"], document["text"], document["language"]))
    return row


def retire_document(connection: Connection, latest: Row[Any]) -> None:
    """Take a version out of what counts and is searched; its row stays."""
    take_words(connection, _get_indexed(latest))
    connection.execute(update(documents).where(documents.c.row_id == latest.row_id).values(is_latest=False))


def _get_indexed(version: Row[Any]) -> Indexed:
    return Indexed(version.row_id, version.title, version.text, version.language)


def update_document(connection: Connection, latest: Row[Any], changed: Mapping[str, Any]) -> None:
    """Change particulars of a version; its text stays."""
    if "title" in changed or "language" in changed:
        before = _get_indexed(latest)
        now = {name: changed[name] for name in ("title", "language") if name in changed}
        take_words(connection, before)
        add_words(connection, replace(before, **now))
    connection.execute(update(documents).where(documents.c.row_id == latest.row_id).values(**changed))


def mark_resolved(connection: Connection, row: int, program: str | None) -> None:
    """Say that a version is resolved, and by which program; None: it is still to be done."""
    connection.execute(update(documents).where(documents.c.row_id == row).values(resolved=program))


def insert_source(connection: Connection, row: int, source: Source, reading: Reading) -> None:
    values = {
        "document": row,
        "content": zlib.compress(source.content),
        "fetched_at": source.fetched_at or reading.at,
        "address": source.address,
        "headers": dict(source.headers),
    }
    connection.execute(insert(sources), values)


def find_standing(connection: Connection, row: int) -> list[Columns]:
    """The statements of a version that stand."""
    return [dict(found) for found in connection.execute(_STANDING, {"row": row}).mappings()]


def insert_statements(connection: Connection, row: int, rows: Sequence[Columns], reading: Reading) -> None:
    if not rows:
        return
    values = [
        {
            **columns,
            "document": row,
            "since_reading": reading.number,
            "topic": get_topic(counted) if (counted := columns["counted"]) else None,
        }
        for columns in rows
    ]
    connection.execute(insert(statements), values)
    came = connection.execute(_CAME, {"row": row, "reading": reading.number})
    numbers = {found.id: found.row_id for found in came}
    areas = [
        {"statement": numbers[columns["id"]], "side": side, "area": area}
        for columns in rows
        for side, codes in enumerate(find_sides(columns))
        for area in codes
    ]
    if areas:
        connection.execute(insert(sides), areas)


def take_statements(connection: Connection, rows: Sequence[Columns], reading: Reading) -> None:
    """Mark statements as gone with this reading."""
    if rows:
        connection.execute(_TAKE, [{"row": columns["row_id"], "reading": reading.number} for columns in rows])


def write_history(
    connection: Connection, what: str, *, document: tuple[str, int | None], reading: Reading, detail: Columns
) -> None:
    """Leave a line: what happened to which version of which document."""
    values = {
        "at": reading.at,
        "what": what,
        "document_id": document[0],
        "version": document[1],
        "reading": reading.number or None,
        "program": reading.program,
        "detail": {name: value for name, value in detail.items() if value},
    }
    connection.execute(insert(history), values)
