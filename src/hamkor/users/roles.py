"""The roles, each of which may do what those before it may.

reader    reads everything
reviewer  also reviews, adds documents and imports statistics
admin     also manages users
"""

from __future__ import annotations

from hamkor.errors import UsageError

ROLES = READER, REVIEWER, ADMIN = ("reader", "reviewer", "admin")


def allows(role: str, needed: str) -> bool:
    """Whether a role may do what is needed.

    >>> allows("reviewer", "reader"), allows("reviewer", "admin")
    (True, False)
    """
    return ROLES.index(role) >= ROLES.index(needed)


def get_lower(one: str, other: str) -> str:
    """The one of two roles that may do less.

    >>> get_lower("admin", "reader")
    'reader'
    """
    return min(one, other, key=ROLES.index)


def check_role(role: str) -> str:
    """The role. Raises UsageError where there is none of this name."""
    if role not in ROLES:
        raise UsageError("role", found=repr(role), expected=", ".join(ROLES), do="name one")
    return role
