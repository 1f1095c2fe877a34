"""Runs the application until it is stopped."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

import uvicorn

from hamkor.errors import UsageError
from hamkor.ledger import Ledger
from hamkor.web.app import make_app

LOCAL = ("localhost", "127.0.0.1", "[::1]")


def serve(ledger: Ledger, *, host: str, port: int, by: str, tell: Callable[[str], None]) -> None:
    """Answer until interrupted.

    host  a name or an address of this machine; only loopback, since nobody signs in
    port  0 takes one that is free
    by    in whose name statements are reviewed
    tell  is given the address as soon as it answers

    Raises UsageError where the host is no loopback or the port is taken.
    """
    check_host(host)
    bound = _bind(host, port)
    tell(f"http://{_write_host(host)}:{bound.getsockname()[1]}/")
    config = uvicorn.Config(make_app(ledger, hosts=LOCAL, by=by), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[bound])


def check_host(host: str) -> None:
    """Raises UsageError where the host can be reached from other machines."""
    try:
        loopback = host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise UsageError(
            "--host", found=repr(host), expected="127.0.0.1, ::1 or localhost", do="serve it on this machine"
        )


def _bind(host: str, port: int) -> socket.socket:
    """Bound before anything is told, so that the address told answers."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host.strip("[]"), port))
    except OSError as error:
        bound.close()
        raise UsageError(
            "--port", found=f"{port}: {error.strerror}", expected="a free port", do="name another"
        ) from None
    bound.listen()
    return bound


def _write_host(host: str) -> str:
    return f"[{host.strip('[]')}]" if ":" in host else host
