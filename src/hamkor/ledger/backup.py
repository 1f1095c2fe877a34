"""A consistent copy of a ledger in one file, made while others read and write."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from sqlalchemy import Engine, insert, select

from hamkor.errors import LedgerError
from hamkor.ledger.engine import READS, create, get_url, is_sqlite, told_as_ledger_errors
from hamkor.ledger.index import index_latest
from hamkor.ledger.tables import metadata
from hamkor.ledger.upgrade import upgrade

_AT_ONCE = 500


def write_backup(engine: Engine, file: Path) -> None:
    """Write a SQLite ledger that holds what this one held at one moment; `file` appears when it is whole.

    Raises LedgerError where `file` is there already or cannot be written.
    """
    if file.exists():
        raise LedgerError(str(file), found="a file", expected="none yet", do="choose another name for the copy")
    try:
        with tempfile.TemporaryDirectory(prefix=".hamkor-", dir=file.parent) as folder:
            copy = Path(folder) / "copy.db"
            with told_as_ledger_errors(engine):
                (_copy_sqlite if is_sqlite(engine) else _copy_tables)(engine, copy)
            os.replace(copy, file)
    except OSError as error:
        found = error.strerror or str(error)
        raise LedgerError(str(file), found=found, expected="a place to write to", do="choose another") from error


def _copy_sqlite(engine: Engine, copy: Path) -> None:
    with engine.connect().execution_options(**READS) as connection:
        connection.exec_driver_sql("COMMIT")  # VACUUM stands in no transaction; it reads one moment by itself
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))


def _copy_tables(engine: Engine, copy: Path) -> None:
    """From another database, row by row in one snapshot."""
    target = create(get_url(str(copy)))
    upgrade(target)
    one_moment = engine.connect().execution_options(isolation_level="REPEATABLE READ")
    with one_moment as source, target.begin() as into:
        for table in metadata.sorted_tables:
            found = source.execute(select(table), execution_options={"yield_per": _AT_ONCE})
            for rows in found.mappings().partitions():
                into.execute(insert(table), [dict(row) for row in rows])
        index_latest(into)
    _fold_log(target)


def _fold_log(target: Engine) -> None:
    """Bring the write-ahead log into the file, so that the copy is one file."""
    connection = target.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
