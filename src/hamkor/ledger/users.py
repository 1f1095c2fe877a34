"""Accounts: who there is, in which role, and what proves their password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from hamkor.errors import NotFoundError
from hamkor.ledger.engine import READS, RefusedError, get_place, is_sqlite, told_as_ledger_errors
from hamkor.ledger.store import get_now
from hamkor.ledger.user_tables import sessions, tokens, users

ADMIN = "admin"
_ACTIVE = users.c.disabled_at.is_(None)


@dataclass(frozen=True, slots=True)
class UserRow:
    """One account. `must_change`: the password was given by somebody else and is to be replaced."""

    name: str
    role: str
    must_change: bool
    created_at: str
    disabled_at: str | None


class Users:
    """The accounts of one ledger. Every method is one transaction; `key` is a name as it is looked up."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find_all(self) -> list[UserRow]:
        """All accounts, in the order of their names."""
        with self._read() as connection:
            return [read_user(row) for row in connection.execute(select(users).order_by(users.c.key))]

    def get(self, key: str) -> UserRow:
        """Raises NotFoundError where there is no such account."""
        with self._read() as connection:
            return read_user(self._find(connection, key))

    def count_admins(self) -> int:
        """How many may sign in and manage the others."""
        with self._read() as connection:
            query = select(func.count()).select_from(users).where(users.c.role == ADMIN, _ACTIVE)
            return connection.scalar(query) or 0

    def find_password(self, key: str) -> str | None:
        """What proves the password of an account that may sign in."""
        with self._read() as connection:
            return connection.scalar(select(users.c.password).where(users.c.key == key, _ACTIVE))

    def add(self, user: UserRow, *, key: str, password: str) -> None:
        """Raises RefusedError where the name is taken. `created_at` is set here."""
        with self._write() as connection:
            if connection.scalar(select(users.c.name).where(users.c.key == key)) is not None:
                raise self._refuse(f"a user {user.name!r}", "a name that nobody has", "choose another name")
            kept = insert(users).values(name=user.name, key=key, role=user.role, password=password)
            connection.execute(kept.values(must_change=user.must_change, created_at=get_now()))

    def set_role(self, key: str, role: str) -> None:
        """Raises NotFoundError, and RefusedError where no admin would be left."""
        with self._write() as connection:
            row = self._find(connection, key)
            if role != ADMIN:
                self._keep_an_admin(connection, row)
            self._update(connection, row, role=role)

    def disable(self, key: str) -> None:
        """End the sessions of an account and let nobody sign in with it, nor use its tokens.

        Raises NotFoundError, and RefusedError where no admin would be left.
        """
        with self._write() as connection:
            row = self._find(connection, key)
            if row.disabled_at is None:
                self._keep_an_admin(connection, row)
                self._update(connection, row, disabled_at=get_now())
            connection.execute(delete(sessions).where(sessions.c.user == row.row_id))

    def enable(self, key: str) -> None:
        with self._write() as connection:
            self._update(connection, self._find(connection, key), disabled_at=None)

    def set_password(self, key: str, password: str, *, must_change: bool = False, keep: str | None = None) -> None:
        """Another password ends all sessions, but for the one with the digest `keep`.

        must_change  somebody else chose it: then the tokens of the account end, too
        """
        with self._write() as connection:
            row = self._find(connection, key)
            self._update(connection, row, password=password, must_change=must_change)
            connection.execute(delete(sessions).where(sessions.c.user == row.row_id, sessions.c.digest != (keep or "")))
            if must_change:
                connection.execute(delete(tokens).where(tokens.c.user == row.row_id))

    def refresh_password(self, key: str, password: str) -> None:
        """Keep the same password in a newer form; sessions go on."""
        with self._write() as connection:
            self._update(connection, self._find(connection, key), password=password)

    def _find(self, connection: Connection, key: str) -> Row[Any]:
        row = connection.execute(select(users).where(users.c.key == key)).one_or_none()
        if row is None:
            place, found = get_place(self._engine), f"no user {key!r}"
            raise NotFoundError(place, found=found, expected="the name of one", do="see hamkor users list")
        return row

    def _keep_an_admin(self, connection: Connection, row: Row[Any]) -> None:
        """Both of two admins must not be able to take the other's role at the same moment: their rows are locked."""
        admins = select(users.c.row_id).where(users.c.role == ADMIN, _ACTIVE).with_for_update()
        if connection.execute(admins).scalars().all() == [row.row_id]:
            raise self._refuse(f"{row.name!r}, the only admin", "another admin", "make another user an admin first")

    def _update(self, connection: Connection, row: Row[Any], **values: Any) -> None:
        connection.execute(update(users).where(users.c.row_id == row.row_id).values(**values))

    def _refuse(self, found: str, expected: str, do: str) -> RefusedError:
        return RefusedError(get_place(self._engine), found=found, expected=expected, do=do)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with read(self._engine) as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with told_as_ledger_errors(self._engine), self._engine.begin() as connection:
            yield connection


@contextmanager
def read(engine: Engine) -> Iterator[Connection]:
    """A connection that takes no lock of writers."""
    options = READS if is_sqlite(engine) else {}
    with told_as_ledger_errors(engine), engine.connect().execution_options(**options) as connection:
        yield connection


def read_user(row: Row[Any]) -> UserRow:
    return UserRow(row.name, row.role, row.must_change, row.created_at, row.disabled_at)
