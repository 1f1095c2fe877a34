"""Which role each address needs. One table: what it does not name may be read by readers and changed by reviewers."""

from __future__ import annotations

from hamkor.users import Caller, allows
from hamkor.users.roles import ADMIN, READER, REVIEWER

API_PREFIX = "/api"
SIGN_IN, ACCOUNT, USERS = "/sign-in", "/account", "/users"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# By the first part of the address.
_OPEN = frozenset({"static", "sign-in", "choose"})  # for whoever comes
_OWN = frozenset({"account", "sign-out", "draft"})  # readers, too, change what is their own, and ask without a trace
_REVIEWING = frozenset({"add", "review"})  # pages that are there to change something
_MANAGING = frozenset({"users"})


def find_needed(method: str, path: str) -> str | None:
    """The role that an address needs; None where nobody has to sign in.

    >>> find_needed("GET", "/figures"), find_needed("POST", "/statistics"), find_needed("GET", "/users")
    ('reader', 'reviewer', 'admin')
    """
    first = get_first(path)
    if first in _OPEN:
        return None
    if first in _MANAGING:
        return ADMIN
    if first in _REVIEWING:
        return REVIEWER
    return READER if method in SAFE or first in _OWN else REVIEWER


def may(caller: Caller | None, path: str, method: str = "GET") -> bool:
    """Whether somebody may ask for an address; None is somebody who has not signed in."""
    needed = find_needed(method, path)
    return needed is None or (caller is not None and allows(caller.role, needed))


def is_own(path: str) -> bool:
    """Whether an address is open to those who must change their password before anything else."""
    return get_first(path) in _OPEN | (_OWN - {"draft"})


def is_api(path: str) -> bool:
    return path == API_PREFIX or path.startswith(f"{API_PREFIX}/")


def get_first(path: str) -> str:
    """The first part of an address."""
    return path.removeprefix("/").partition("/")[0]
