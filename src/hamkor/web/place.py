"""Where a server answers: on which address of this machine, and under which names others reach it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from hamkor.errors import UsageError

LOCAL = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to answer.

    host    a name or an address of this machine
    port    0 takes one that is free
    public  the address that others type, https where a proxy before it speaks that; None for this machine's own
    """

    host: str
    port: int
    public: str | None = None

    @property
    def is_secure(self) -> bool:
        """Whether browsers come by https."""
        return (self.public or "").startswith("https://")

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return is_loopback(self.host)

    def find_names(self) -> tuple[str, ...]:
        """The names under which it answers. Raises UsageError where others reach it by a name that was not told."""
        if self.public:
            return (*LOCAL, read_public(self.public))
        if not self.is_local and _is_any(self.host):
            found, expected = "none", "the address that others type: https://desk.example.org"
            raise UsageError("--public", found=found, expected=expected, do="name it")
        return (*LOCAL, write_host(self.host))


def read_public(address: str) -> str:
    """The name in an address of a server. Raises UsageError where it is none.

    >>> read_public("https://desk.example.org"), read_public("http://[2001:db8::1]:8321/")
    ('desk.example.org', '[2001:db8::1]')
    """
    try:
        parts = urlsplit(address)
        name = parts.hostname
    except ValueError:
        parts, name = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not name or parts.path not in ("", "/") or "@" in parts.netloc:
        expected = "an address without a path: https://desk.example.org"
        raise UsageError("--public", found=repr(address), expected=expected, do="write it so")
    return write_host(name)


def check_local(host: str) -> None:
    """Raises UsageError where the host can be reached from other machines."""
    if not is_loopback(host):
        expected, do = "127.0.0.1, ::1 or localhost", "serve it on this machine, or let people sign in with --users"
        raise UsageError("--host", found=repr(host), expected=expected, do=do)


def is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _is_any(host: str) -> bool:
    """Whether it stands for all addresses of this machine."""
    try:
        return not host or ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return False


def write_host(host: str) -> str:
    """As it stands in an address.

    >>> write_host("::1"), write_host("Localhost")
    ('[::1]', 'localhost')
    """
    return f"[{host.strip('[]')}]" if ":" in host else host.lower()
