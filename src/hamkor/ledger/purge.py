"""Really remove a document: its rows, then every trace of its words in the file."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, select, text

from hamkor.errors import LedgerError
from hamkor.ledger.engine import LOCK_WAIT_S, get_place, is_sqlite, told_as_ledger_errors
from hamkor.ledger.followed import forget_unfollowed
from hamkor.ledger.index import Indexed, forget_words, take_words
from hamkor.ledger.members import forget_documents
from hamkor.ledger.resolver import claim_nodes
from hamkor.ledger.rows import Purged
from hamkor.ledger.store import Reading, claim, get_now, write_history
from hamkor.ledger.tables import documents, history, metadata, reviews, sides, sources, statements, verdicts

_OPTIMIZE = text("INSERT INTO words (words) VALUES ('optimize')")  # merges segments, so that the terms are gone


def get_purged_id(document_id: str) -> str:
    """What stands in the history for the id of a purged document: an address can tell what it was about."""
    return f"sha256:{hashlib.sha256(document_id.encode()).hexdigest()}"


def purge(engine: Engine, document_id: str, program: str) -> Purged:
    """Remove every version of a document, then rewrite the file; purging again finishes a purge that was cut off."""
    with told_as_ledger_errors(engine):
        with engine.begin() as connection:
            claim(connection, document_id)
            purged = _remove(connection, document_id, program)
        (_rewrite_sqlite if is_sqlite(engine) else _rewrite_postgresql)(engine)
    return purged


def _remove(connection: Connection, document_id: str, program: str) -> Purged:
    columns = (
        documents.c.row_id,
        documents.c.is_latest,
        documents.c.title,
        documents.c.text,
        documents.c.language,
    )
    versions = connection.execute(select(*columns).where(documents.c.document_id == document_id)).all()
    if not versions:
        _check_purged(connection, document_id)
        return Purged(0, 0)
    connection.execute(delete(verdicts))  # on other documents, too, which may name this one
    claim_nodes(connection)
    forget_documents(connection, [version.row_id for version in versions])
    taken = sum(_remove_version(connection, version) for version in versions)
    forget_unfollowed(connection)
    if is_sqlite(connection.engine):
        connection.execute(_OPTIMIZE)
    connection.execute(delete(reviews).where(reviews.c.document_id == document_id))
    connection.execute(delete(history).where(history.c.document_id == document_id))
    place = (get_purged_id(document_id), None)
    write_history(connection, "purged", document=place, reading=Reading(0, program, get_now()), detail={})
    return Purged(len(versions), taken)


def _remove_version(connection: Connection, version: Any) -> int:
    indexed = Indexed(version.row_id, version.title, version.text, version.language)
    if version.is_latest:
        take_words(connection, indexed)
    forget_words(connection, indexed)
    of_it = statements.c.document == version.row_id
    connection.execute(delete(sides).where(sides.c.statement.in_(select(statements.c.row_id).where(of_it))))
    taken = int(connection.execute(delete(statements).where(of_it)).rowcount)
    connection.execute(delete(sources).where(sources.c.document == version.row_id))
    connection.execute(delete(documents).where(documents.c.row_id == version.row_id))
    return taken


def _check_purged(connection: Connection, document_id: str) -> None:
    was = history.c.document_id == get_purged_id(document_id)
    if not connection.scalar(select(func.count()).select_from(history).where(was)):
        found = f"no document {document_id!r}"
        raise LedgerError(get_place(connection.engine), found=found, expected="its id", do="see the ids in a list")


def _rewrite_sqlite(engine: Engine) -> None:
    """Write the file anew and empty the log: deleting leaves words in pages from which cells had moved away."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(LOCK_WAIT_S * 1000)}")
        cursor.execute("VACUUM")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise _unfinished(engine, str(error)) from error
    finally:
        connection.close()
    if busy:
        raise _unfinished(engine, "another program that is reading")


def _unfinished(engine: Engine, found: str) -> LedgerError:
    return LedgerError(
        get_place(engine),
        found=f"{found}, so that removed words may still be in the file",
        expected="the ledger to itself for a moment",
        do="close other programs and purge the same id again",
    )


def _rewrite_postgresql(engine: Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in (*metadata.tables, "words"):
            connection.execute(text(f"VACUUM (FULL, ANALYZE) {name}"))
