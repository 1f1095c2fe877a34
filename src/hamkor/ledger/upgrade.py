"""Bring a ledger to this version when it is opened: one transaction, under the write lock, or not at all."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table, text

from hamkor.errors import LedgerError
from hamkor.ledger.engine import LOCK_WAIT_S, READS, get_place, is_sqlite
from hamkor.ledger.tables import REVISION, VERSION_TABLE

_MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7204, 1)")


def upgrade(engine: Engine) -> None:
    """Make the tables, or bring them to this version. Raises LedgerError for a newer ledger or another's database."""
    with engine.connect().execution_options(**READS) as connection:
        revision = find_revision(connection)
    if revision == REVISION:
        return
    if is_sqlite(engine):
        _check_own(engine, revision)
        _write_ahead(engine)
    with engine.begin() as connection:
        if not is_sqlite(engine):
            connection.execute(_ONE_AT_A_TIME)
        _run(connection, find_revision(connection))


def find_revision(connection: Connection) -> str | None:
    """The version of the ledger's tables; None where there are none yet."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))


def _check_own(engine: Engine, revision: str | None) -> None:
    with engine.connect().execution_options(**READS) as connection:
        others = inspect(connection).get_table_names()
        if others and revision is None and find_revision(connection) is None:
            found = f"another program's table {others[0]}"
            raise LedgerError(get_place(engine), found=found, expected="a ledger", do="name another file")


def _write_ahead(engine: Engine) -> None:
    """Set WAL, which SQLite keeps in the file; it answers "locked" at once where another process does the same."""
    connection = engine.raw_connection()
    try:
        until = time.monotonic() + LOCK_WAIT_S
        while not _is_set(connection.cursor().execute) and time.monotonic() < until:
            time.sleep(0.02)
    finally:
        connection.close()


def _is_set(execute: Callable[[str], object]) -> bool:
    try:
        execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        return False
    return True


def _run(connection: Connection, revision: str | None) -> None:
    if revision == REVISION:
        return  # another process was faster
    from alembic import command  # heavy, and needed once in a ledger's life
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if revision is not None and revision not in known:
        raise LedgerError(
            get_place(connection.engine),
            found=f"a ledger of a newer version ({revision})",
            expected=f"{REVISION} or earlier",
            do="upgrade hamkor",
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
