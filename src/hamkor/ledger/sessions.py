"""Who asks: the sessions that are open and the tokens of programs, found by the digest of what they show."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, delete, insert, select

from hamkor.errors import NotFoundError
from hamkor.ledger.engine import RefusedError, get_place, told_as_ledger_errors
from hamkor.ledger.store import get_now
from hamkor.ledger.user_tables import sessions, tokens, users
from hamkor.ledger.users import UserRow, read, read_user

MOST_TOKENS = 50  # of one user


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token of a program. `role` is the most it may be."""

    name: str
    role: str
    created_at: str


class Sessions:
    """Sessions and tokens of one ledger. Every method is one transaction; `key` is a name as it is looked up."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin(self, key: str, digest: str, *, ends_at: str) -> None:
        """Open a session of an account; sessions that are over are forgotten."""
        now = get_now()
        with told_as_ledger_errors(self._engine), self._engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.ends_at <= now))
            user = select(users.c.row_id).where(users.c.key == key).scalar_subquery()
            values = {"digest": digest, "user": user, "begun_at": now, "ends_at": ends_at}
            connection.execute(insert(sessions).values(**values))

    def find(self, digest: str) -> UserRow | None:
        """Whose session it is, if it is open and its account may sign in."""
        query = select(users).join(sessions, sessions.c.user == users.c.row_id)
        query = query.where(sessions.c.digest == digest, sessions.c.ends_at > get_now(), users.c.disabled_at.is_(None))
        with read(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        return read_user(row) if row else None

    def end(self, digest: str) -> None:
        with told_as_ledger_errors(self._engine), self._engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.digest == digest))

    def add_token(self, key: str, name: str, *, role: str, digest: str) -> None:
        """Raises RefusedError where the account has a token of this name, or too many."""
        with told_as_ledger_errors(self._engine), self._engine.begin() as connection:
            user = connection.execute(select(users.c.row_id).where(users.c.key == key)).scalar_one()
            names = connection.execute(select(tokens.c.name).where(tokens.c.user == user)).scalars().all()
            if name in names:
                raise self._refuse(f"a token {name!r}", "a name that no other token has", "choose another name")
            if len(names) >= MOST_TOKENS:
                raise self._refuse(f"{len(names)} tokens", "fewer", "revoke those that nobody needs")
            values = {"user": user, "name": name, "role": role, "digest": digest, "created_at": get_now()}
            connection.execute(insert(tokens), values)

    def find_token(self, digest: str) -> tuple[UserRow, TokenRow] | None:
        """Whose token it is and which, if its account may sign in."""
        of_token = [tokens.c[name].label(f"token_{name}") for name in ("name", "role", "created_at")]
        query = select(users, *of_token).join(tokens, tokens.c.user == users.c.row_id)
        with read(self._engine) as connection:
            found = query.where(tokens.c.digest == digest, users.c.disabled_at.is_(None))
            row = connection.execute(found).one_or_none()
        return (read_user(row), TokenRow(row.token_name, row.token_role, row.token_created_at)) if row else None

    def list_tokens(self, key: str) -> list[TokenRow]:
        query = select(tokens.c.name, tokens.c.role, tokens.c.created_at).order_by(tokens.c.name)
        query = query.join(users, tokens.c.user == users.c.row_id).where(users.c.key == key)
        with read(self._engine) as connection:
            return [TokenRow(*row) for row in connection.execute(query)]

    def revoke_token(self, key: str, name: str) -> None:
        """Raises NotFoundError where the account has no such token."""
        user = select(users.c.row_id).where(users.c.key == key).scalar_subquery()
        with told_as_ledger_errors(self._engine), self._engine.begin() as connection:
            gone = connection.execute(delete(tokens).where(tokens.c.user == user, tokens.c.name == name))
        if not gone.rowcount:
            place, found = get_place(self._engine), f"no token {name!r}"
            raise NotFoundError(place, found=found, expected="the name of one", do="see the tokens of the user")

    def _refuse(self, found: str, expected: str, do: str) -> RefusedError:
        return RefusedError(get_place(self._engine), found=found, expected=expected, do=do)
