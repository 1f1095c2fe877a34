"""Runs the application until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from hamkor.errors import UsageError
from hamkor.ledger import Ledger
from hamkor.users import Accounts
from hamkor.web.app import make_app
from hamkor.web.door import Door, LockedDoor, OpenDoor
from hamkor.web.place import Place, check_local, write_host


def serve(ledger: Ledger, place: Place, *, by: str, tell: Callable[[str], None]) -> None:
    """Answer one person, who works on this machine, until interrupted.

    by    in whose name statements are reviewed
    tell  is given the address as soon as it answers

    Raises UsageError where others could reach it, or the port is taken.
    """
    check_local(place.host)
    _run(ledger, place, OpenDoor(by), tell)


def serve_users(ledger: Ledger, place: Place, *, calls: int, tell: Callable[[str], None]) -> None:
    """Answer those who sign in, until interrupted.

    calls  of the API in a minute, for each token

    Raises UsageError where nobody may manage users yet, others reach it by a name not told, or the port is taken.
    """
    accounts = Accounts(ledger)
    if not accounts.has_admin():
        do = "make one: hamkor users add NAME --role admin"
        raise UsageError("serve --users", found="no admin", expected="a user who manages the others", do=do)
    _run(ledger, place, LockedDoor(accounts, is_secure=place.is_secure, calls=calls), tell)


def _run(ledger: Ledger, place: Place, door: Door, tell: Callable[[str], None]) -> None:
    app = make_app(ledger, door, hosts=place.find_names())
    bound = _bind(place.host, place.port)
    tell(place.public or f"http://{write_host(place.host)}:{bound.getsockname()[1]}/")
    # What a proxy says of who asks is believed where there is one, and only from where uvicorn lets it stand.
    has_proxy = place.public is not None
    config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=has_proxy)
    uvicorn.Server(config).run(sockets=[bound])


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
