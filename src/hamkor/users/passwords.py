"""Passwords: what is asked of a new one, and whether one is right. Only its argon2id hash is ever kept.

Sources: RFC 9106 (argon2; the parameters for little memory, 64 MiB), NIST SP 800-63B-4, 3.1.1.2 (length, no rules on
kinds of characters, normalised before hashing).
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from hamkor.errors import UsageError
from hamkor.users.names import make_key

LEAST, MOST = 12, 256  # characters
_HASHER = PasswordHasher()
# Each takes 64 MiB for a moment: many at once must not take the memory of the machine.
_AT_ONCE = BoundedSemaphore(max(2, (os.cpu_count() or 1) // 2))
_FEWEST = 5  # different characters


def check_password(password: str, name: str) -> str:
    """A new password. Raises UsageError where it is too easy to guess, without showing it.

    >>> check_password("quiet saxaul road", "Lola")
    'quiet saxaul road'
    """
    if not LEAST <= len(password) <= MOST:
        found, expected = f"{len(password)} characters", f"{LEAST} to {MOST} characters"
        raise UsageError("password", found=found, expected=expected, do="choose another one; several words are good")
    if make_key(password) == make_key(name) or len(set(password)) < _FEWEST:
        found, expected = "one that is easy to guess", "one that nobody guesses"
        raise UsageError("password", found=found, expected=expected, do="choose another one; several words are good")
    return password


def make_password() -> str:
    """A password to be given to somebody, who replaces it."""
    return "-".join(secrets.token_hex(2) for _ in range(5))


def hash_password(password: str) -> str:
    """What proves a password, in the PHC string form, with a salt of its own."""
    with _AT_ONCE:
        return _HASHER.hash(_normalise(password))


def is_right(password: str, kept: str | None) -> bool:
    """Whether a password is the one whose hash is kept; it takes as long where none is kept."""
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _make_wrong_one(), _normalise(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with other parameters than are used now."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _make_wrong_one() -> str:
    """The hash of a password that nobody knows."""
    return _HASHER.hash(secrets.token_urlsafe())


def _normalise(password: str) -> str:
    """However a keyboard composes its letters; beyond what is allowed nothing is hashed."""
    return unicodedata.normalize("NFKC", password[: MOST + 1])
