"""What is done with accounts, on the command line and on pages: by the same rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hamkor.errors import UsageError
from hamkor.ledger import Ledger, TokenRow, UserRow
from hamkor.users.callers import TOKEN_START, Caller, get_digest, make_secret
from hamkor.users.names import make_key, read_name
from hamkor.users.passwords import check_password, hash_password, is_outdated, is_right, make_password
from hamkor.users.roles import allows, check_role, get_lower

SESSION = timedelta(hours=12)  # a working day, however long it is


class Accounts:
    """The accounts of a ledger. Names are taken as somebody wrote them.

    Raises UsageError for a name, role or password that cannot be, NotFoundError for a user who is not there.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._users, self._sessions = ledger.users, ledger.sessions

    def add(self, name: str, role: str, password: str) -> None:
        """Raises RefusedError where the name is taken."""
        self._add(name, role, check_password(password, name), must_change=False)

    def invite(self, name: str, role: str) -> str:
        """Add a user with a password made here, which they replace when they sign in; it is told only now."""
        password = make_password()
        self._add(name, role, password, must_change=True)
        return password

    def set_password(self, name: str, password: str, *, keep: str | None = None) -> None:
        """Another password; all sessions end, but for the one with the digest `keep`."""
        key = self._get_key(name)
        self._users.set_password(key, hash_password(check_password(password, name)), keep=keep)

    def reset_password(self, name: str) -> str:
        """A password made here, for somebody who lost theirs or whose was found out: sessions and tokens end."""
        key, password = self._get_key(name), make_password()
        self._users.set_password(key, hash_password(password), must_change=True)
        return password

    def set_role(self, name: str, role: str) -> None:
        """Raises RefusedError where no admin would be left."""
        self._users.set_role(make_key(name), check_role(role))

    def disable(self, name: str) -> None:
        """Let nobody in by this name, nor by its sessions and tokens. Raises RefusedError for the only admin."""
        self._users.disable(make_key(name))

    def enable(self, name: str) -> None:
        """Let them in again."""
        self._users.enable(make_key(name))

    def get(self, name: str) -> UserRow:
        return self._users.get(make_key(name))

    def find_all(self) -> list[UserRow]:
        return self._users.find_all()

    def has_admin(self) -> bool:
        """Whether anybody may sign in who manages the others."""
        return self._users.count_admins() > 0

    def is_password(self, name: str, password: str) -> bool:
        """Whether this is the password of an account that may sign in."""
        key = make_key(name)
        kept = self._users.find_password(key)
        if not is_right(password, kept):
            return False
        if kept and is_outdated(kept):
            self._users.refresh_password(key, hash_password(password))
        return True

    def begin_session(self, name: str) -> str:
        """Open a session; what it will be known by."""
        secret, ends = make_secret(), datetime.now(UTC) + SESSION
        ends_at = ends.isoformat(timespec="seconds").replace("+00:00", "Z")
        self._sessions.begin(make_key(name), get_digest(secret), ends_at=ends_at)
        return secret

    def end_session(self, digest: str) -> None:
        """Nobody is known by this session any more."""
        self._sessions.end(digest)

    def find_by_session(self, secret: str) -> Caller | None:
        """Whose session it is, while it is open."""
        digest = get_digest(secret)
        user = self._sessions.find(digest)
        return Caller(user.name, user.role, digest, user.must_change) if user else None

    def find_by_token(self, secret: str) -> Caller | None:
        """Whose token it is; what it may is never more than what its owner may."""
        digest = get_digest(secret)
        found = self._sessions.find_token(digest)
        if found is None:
            return None
        user, token = found
        return Caller(user.name, get_lower(user.role, token.role), digest, is_program=True)

    def add_token(self, name: str, called: str, role: str) -> str:
        """A token for a program of this user; it is told only now.

        Raises UsageError where the role is more than the user's, RefusedError where a token is called so already.
        """
        user = self.get(name)
        if not allows(user.role, check_role(role)):
            raise UsageError("role", found=role, expected=f"{user.role} or less", do="name one")
        secret = make_secret(TOKEN_START)
        called = read_name(called, "token")
        self._sessions.add_token(make_key(name), called, role=role, digest=get_digest(secret))
        return secret

    def find_tokens(self, name: str) -> list[TokenRow]:
        return self._sessions.list_tokens(make_key(name))

    def revoke_token(self, name: str, called: str) -> None:
        """Raises NotFoundError where no token of theirs is called so."""
        self._sessions.revoke_token(make_key(name), called)

    def _add(self, name: str, role: str, password: str, *, must_change: bool) -> None:
        shown = read_name(name)
        user = UserRow(shown, check_role(role), must_change, created_at="", disabled_at=None)
        self._users.add(user, key=make_key(shown), password=hash_password(password))

    def _get_key(self, name: str) -> str:
        return make_key(self.get(name).name)
