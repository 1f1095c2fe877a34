"""What stands before every answer: who may ask, and what a browser may do with it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hamkor.web.access import SAFE, find_needed

# Scripts, styles and pictures of our own only, none of them inline; no page may frame ours.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
MOST_BYTES = 256 * 1024 * 1024  # that one request may bring
# That one may bring before it is known who asks: a name, a password, an address to go back to.
MOST_BYTES_OF_ANYONE = 16 * 1024


class Guard:
    """Refuses other host names (DNS rebinding) and changes that another site's page asks for (CSRF); sets headers.

    Which site asks is told by Fetch Metadata, which browsers send and pages cannot forge; where it is missing, by
    Origin. A change that tells neither comes from no browser; where it shows a session all the same, the gate refuses.
    Source: OWASP, Cross-Site Request Forgery Prevention, "Fetch Metadata headers".
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if refused := self._find_refusal(scope["method"], headers):
            await PlainTextResponse(refused, 403)(scope, receive, send)
            return
        most = MOST_BYTES if find_needed(scope["method"], scope["path"]) else MOST_BYTES_OF_ANYONE
        if _is_too_long(headers, most):
            await PlainTextResponse(f"More than {most} bytes at once.", 413)(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, _bound(receive, most), send_guarded)

    def _find_refusal(self, method: str, headers: Headers) -> str | None:
        host = headers.get("host", "")
        if "*" not in self._hosts and _get_name(host) not in self._hosts:
            return f"This server does not answer as {host!r}; it was told its names with --host and --public."
        if method not in SAFE and _is_foreign(headers, host):
            return "Another site asked for a change. Open the page of this server and do it there."
        return None


def _is_too_long(headers: Headers, most: int) -> bool:
    length = headers.get("content-length", "0")
    return not length.isdigit() or int(length) > most


_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/?#@\[\]]+)(:\d{1,5})?", re.I)


def _get_name(host: str) -> str:
    """A host without its port: `[::1]:8000` is `[::1]`; empty for what is no host, such as `a:80/b`."""
    met = _HOST.fullmatch(host)
    return met[1].lower() if met else ""


def _is_foreign(headers: Headers, host: str) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != host


def _bound(receive: Receive, most: int) -> Receive:
    """What is received, as far as `most` bytes; beyond that the sender counts as gone."""
    taken = 0

    async def receive_bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= most else {"type": "http.disconnect"}

    return receive_bounded
