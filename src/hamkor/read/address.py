"""What an http(s) address answers: bounded in size, time and redirects; private networks refused.

The name is resolved once a hop, every address it has is checked, and the connection goes to the very address that
was checked: a name that answers differently the second time (DNS rebinding) gains nothing. Proxies of the
environment are not used, since a proxy would resolve the name again.
"""

from __future__ import annotations

import socket
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from hamkor import __version__
from hamkor.errors import ReadError
from hamkor.read.limits import Limits
from hamkor.read.source import Source

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PIECE = 2**16
_ZLIB_OR_GZIP = 47  # window bits by which zlib takes either


@dataclass(frozen=True, slots=True)
class _Fetch:
    """One address on its way: where it began, until when it may take."""

    url: str
    limits: Limits
    deadline: float

    def error(self, *, found: str, expected: str, do: str) -> ReadError:
        return ReadError(self.url, found=found, expected=expected, do=do)

    def late(self) -> ReadError:
        return self.error(
            found=f"no whole answer in {self.limits.seconds:g} s",
            expected="an answer in time",
            do="try again later, or raise the limit (HAMKOR_TIMEOUT_S)",
        )

    @property
    def left(self) -> float:
        return max(0.05, self.deadline - time.monotonic())


def fetch_source(url: str, limits: Limits) -> Source:
    """The bytes an address answers with, its headers and last address. Only for an address that the user gave.

    Raises ReadError where the address is private, does not answer in time, answers too much or with an error.
    """
    fetch = _Fetch(url, limits, time.monotonic() + limits.seconds)
    return _within(fetch, lambda: _follow(fetch))


def _within(fetch: _Fetch, work: Callable[[], Source]) -> Source:
    """The result of `work`, or an error once the time is up, however slowly the other side drips."""
    results: list[Source | BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as problem:  # handed to the caller below, whatever it is
            results.append(problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(fetch.left + 0.5)
    if not results:
        raise fetch.late()
    if isinstance(results[0], BaseException):
        raise results[0]
    return results[0]


def _follow(fetch: _Fetch) -> Source:
    url = fetch.url
    for _ in range(fetch.limits.redirects + 1):
        answer, target = _ask(fetch, url)
        if target is None:
            return answer
        url = urljoin(url, target)
    raise fetch.error(
        found=f"more than {fetch.limits.redirects} redirects", expected="a page", do="give the last address itself"
    )


def _ask(fetch: _Fetch, url: str) -> tuple[Source, str | None]:
    """One request: the answer, and where it sends on to, if it does."""
    import httpx

    parts = _split(fetch, url)
    checked = _resolve(fetch, parts)
    pinned = urlunsplit(parts._replace(netloc=_netloc(checked, parts.port)))
    headers = {
        "Host": parts.netloc.rpartition("@")[2],
        "User-Agent": f"hamkor/{__version__}",
        "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
        "Accept-Encoding": "identity",
    }
    try:
        with (
            httpx.Client(timeout=fetch.left, trust_env=False, follow_redirects=False) as client,
            client.stream("GET", pinned, headers=headers, extensions={"sni_hostname": parts.hostname}) as answer,
        ):
            return _take(fetch, url, answer)
    except httpx.TimeoutException as problem:
        raise fetch.late() from problem
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        raise fetch.error(
            found=f"no answer ({problem})", expected="a page", do="look at the address and the connection"
        ) from problem


def _split(fetch: _Fetch, url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_number = urlsplit(""), False
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_number:
        raise fetch.error(
            found=f"the address {url!r}", expected="http:// or https:// and a host", do="mend the address"
        )
    return parts


def _resolve(fetch: _Fetch, parts: SplitResult) -> str:
    """The address to connect to. All that the name resolves to must be public."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise fetch.error(
            found=f"no such host as {parts.hostname}", expected="a host that is known", do="look at the address"
        ) from problem
    addresses = [str(entry[4][0]) for entry in found]
    private = next((address for address in addresses if not is_public(address)), None)
    if private and not fetch.limits.allow_private:
        raise fetch.error(
            found=f"the private address {private}",
            expected="a public one",
            do="if you mean this machine, hamkor read --allow-private reads it",
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is reached over the internet: not this machine, a private network, a link, a group.

    >>> is_public("192.168.1.4"), is_public("::ffff:127.0.0.1"), is_public("1.1.1.1")
    (False, False, True)
    """
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _netloc(address: str, port: int | None) -> str:
    host = f"[{address}]" if ":" in address else address
    return f"{host}:{port}" if port else host


def _take(fetch: _Fetch, url: str, answer: Any) -> tuple[Source, str | None]:
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers.raw)
    source = Source(fetch.url, b"", headers=headers, address=url)
    if answer.status_code in REDIRECTS and "location" in answer.headers:
        return source, str(answer.headers["location"])
    if answer.status_code != 200:
        raise fetch.error(
            found=f"HTTP status {answer.status_code}", expected="status 200", do="look at the address in a browser"
        )
    content = _unpack(fetch, _read_body(fetch, answer), answer.headers.get("content-encoding", "identity"))
    return Source(fetch.url, content, headers=headers, address=url), None


def _read_body(fetch: _Fetch, answer: Any) -> bytes:
    content = bytearray()
    for piece in answer.iter_raw(PIECE):
        content += piece
        if len(content) > fetch.limits.max_bytes:
            raise fetch.error(
                found=f"more than {fetch.limits.max_bytes / 2**20:g} MB",
                expected="less",
                do="raise the limit (HAMKOR_MAX_BYTES), or save the page and read the file",
            )
        if time.monotonic() > fetch.deadline:
            raise fetch.late()
    return bytes(content)


def _unpack(fetch: _Fetch, content: bytes, coding: str) -> bytes:
    """The answer unpacked, where the server packs although asked not to; never beyond the limit."""
    if coding.lower() in ("identity", ""):
        return content
    try:
        unpacker = zlib.decompressobj(_ZLIB_OR_GZIP)
        unpacked = unpacker.decompress(content, fetch.limits.max_bytes + 1)
    except zlib.error as problem:
        raise fetch.error(
            found=f"an answer packed as {coding}", expected="a plain answer", do="save the page and read the file"
        ) from problem
    if len(unpacked) > fetch.limits.max_bytes:
        raise fetch.error(
            found=f"more than {fetch.limits.max_bytes / 2**20:g} MB unpacked",
            expected="less",
            do="raise the limit (HAMKOR_MAX_BYTES)",
        )
    return unpacked
