"""Who asks for something."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

TOKEN_START = "hamkor_"  # so that programs that look for lost secrets know what they have found


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and what they may.

    digest       of the session or the token by which they are known; None where nobody signs in
    must_change  whether their password was given by somebody else: they replace it before anything else
    is_program   whether a token was shown
    """

    name: str
    role: str
    digest: str | None = None
    must_change: bool = False
    is_program: bool = False


def make_secret(start: str = "") -> str:
    """What a session or a program shows: 256 bits that nobody can guess."""
    return start + secrets.token_urlsafe(32)


def get_digest(secret: str) -> str:
    """What is kept of it. It is long and random, so that a plain digest cannot be searched through.

    >>> get_digest("a")[:8]
    'ca978112'
    """
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
