"""How a database is reached: addresses, and what SQLite must be told on every connection."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError

from hamkor.errors import LedgerError

LOCK_WAIT_S = 60.0  # a writer waits so long for the others; each holds the lock for one document
READS = {"hamkor_reads": True}  # execution options of a connection that will not write


def get_url(location: str) -> URL:
    """The address of a ledger: a path is a SQLite file, `postgresql://` a PostgreSQL database by psycopg 3.

    >>> get_url("postgresql://desk@localhost/hamkor").drivername
    'postgresql+psycopg'
    """
    if "://" not in location:
        return URL.create("sqlite", database=str(Path(location).expanduser()))
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        raise _unreachable(location.partition("://")[0] + "://…") from None
    if url.drivername in {"postgresql", "postgres", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise _unreachable(url.render_as_string(hide_password=True))


def _unreachable(location: str) -> LedgerError:
    return LedgerError(location, found="no such kind of ledger", expected="a file or postgresql://…", do="name one")


def create(url: URL) -> Engine:
    """An engine whose transactions take SQLite's write lock at once, so that no two writers can deadlock."""
    json_text = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    if url.drivername == "sqlite":
        wait = {"timeout": LOCK_WAIT_S, "check_same_thread": False}
        engine = create_engine(url, poolclass=NullPool, connect_args=wait, json_serializer=json_text)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(url, json_serializer=json_text, pool_pre_ping=True)  # the server may have been restarted
    except ModuleNotFoundError:
        place = url.render_as_string(hide_password=True)
        raise LedgerError(
            place, found="no psycopg", expected="the PostgreSQL driver", do="install hamkor[postgresql]"
        ) from None


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get("hamkor_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


class RefusedError(LedgerError):
    """One document cannot be kept as it is; the ledger is well, and the run goes on with the next one."""


@contextmanager
def told_as_ledger_errors(engine: Engine) -> Iterator[None]:
    """Turn what a database says into a LedgerError that names the ledger."""
    try:
        yield
    except IntegrityError as error:
        raise RefusedError(
            get_place(engine), found=_first_line(error), expected="statements on words of their text", do="report this"
        ) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise LedgerError(
            get_place(engine), found=_first_line(error), expected="a ledger that answers", do="see to that and retry"
        ) from error


def get_place(engine: Engine) -> str:
    """The ledger's address as users may see it, without a password."""
    return str(engine.url.database) if is_sqlite(engine) else engine.url.render_as_string(hide_password=True)


def is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


def _first_line(error: Exception) -> str:
    return (str(getattr(error, "orig", None) or error).splitlines() or [type(error).__name__])[0]
