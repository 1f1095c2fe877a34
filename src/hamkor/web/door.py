"""The door: who asks is found by what they show, and who signs in may not try for ever."""

from __future__ import annotations

from typing import Protocol

from starlette.requests import HTTPConnection
from starlette.responses import Response

from hamkor.errors import UsageError
from hamkor.messages import get_text
from hamkor.users import Accounts, Caller
from hamkor.users.accounts import SESSION
from hamkor.users.callers import get_digest
from hamkor.users.names import make_key
from hamkor.web.access import is_api
from hamkor.web.limits import Limit, get_network

_QUARTER_HOUR_S, _MINUTE_S = 900, 60
_OF_ADDRESS, _OF_ACCOUNT = 20, 10  # wrong passwords in a quarter of an hour
_BEARER = "bearer "


class WaitError(UsageError):
    """Too much in too short a time; `seconds` later it may be tried again."""

    def __init__(self, place: str, seconds: int) -> None:
        found, do = get_text("page.wait.found"), get_text("page.wait.do", seconds=seconds)
        super().__init__(place, found=found, expected=get_text("page.wait.expected"), do=do)
        self.seconds = seconds


class Door(Protocol):
    """Who asks."""

    def find_caller(self, asked: HTTPConnection) -> Caller | None:
        """Who it is; None where they have to sign in. Raises WaitError."""


class OpenDoor:
    """Whoever comes is the one person who works on this machine."""

    def __init__(self, by: str) -> None:
        self._caller = Caller(by, "reviewer")

    def find_caller(self, asked: HTTPConnection) -> Caller:
        return self._caller


class LockedDoor:
    """People sign in, programs show their token.

    is_secure  whether browsers come by https only: then they send the cookie by nothing else
    calls      of the API in a minute, for each session and token
    """

    def __init__(self, accounts: Accounts, *, is_secure: bool = False, calls: int = 600) -> None:
        self.accounts, self._is_secure = accounts, is_secure
        self._calls = Limit(calls, _MINUTE_S)
        self._addresses, self._accounts = Limit(_OF_ADDRESS, _QUARTER_HOUR_S), Limit(_OF_ACCOUNT, _QUARTER_HOUR_S)

    @property
    def cookie(self) -> str:
        """Its name; browsers take one of this prefix by https only, and from no other host (RFC 6265bis, 4.1.3.2)."""
        return "__Host-hamkor" if self._is_secure else "hamkor"

    def find_caller(self, asked: HTTPConnection) -> Caller | None:
        """By the session in the cookie or, for the API, by the token in `Authorization: Bearer`."""
        path, given = asked.scope["path"], asked.headers.get("authorization", "")
        if is_api(path) and given.lower().startswith(_BEARER):
            caller = self.accounts.find_by_token(given[len(_BEARER) :].strip())
        else:
            secret = asked.cookies.get(self.cookie)
            caller = self.accounts.find_by_session(secret) if secret else None
        if caller and is_api(path) and (seconds := self._calls.take(caller.digest or "")):
            raise WaitError(path, seconds)
        return caller

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """What the session will be known by; None where the name or the password is wrong.

        Raises WaitError where too many wrong ones came from this address or for this account, whichever they were.
        """
        if not self.check_password(name, password, address):
            return None
        return self.accounts.begin_session(name)

    def check_password(self, name: str, password: str, address: str) -> bool:
        """Whether it is right. It counts as wrong until it has been found right, however many are tried at once."""
        taken = ((self._addresses, get_network(address)), (self._accounts, make_key(name)))
        for limit, key in taken:
            if seconds := limit.take(key):
                raise WaitError(get_text("page.sign_in.title"), seconds)
        if not self.accounts.is_password(name, password):
            return False
        for limit, key in taken:
            limit.give_back(key)
        return True

    def let_in(self, answer: Response, secret: str) -> None:
        """Let the browser keep a session: no script can read it, and no other site's form sends it."""
        self._set(answer, secret, int(SESSION.total_seconds()))

    def let_out(self, answer: Response, asked: HTTPConnection) -> None:
        """End the session that the browser shows."""
        if secret := asked.cookies.get(self.cookie):
            self.accounts.end_session(get_digest(secret))
        self._set(answer, "", 0)

    def _set(self, answer: Response, value: str, seconds: int) -> None:
        kept = {"max_age": seconds, "path": "/", "secure": self._is_secure}
        answer.set_cookie(self.cookie, value, httponly=True, samesite="lax", **kept)  # type: ignore[arg-type]
