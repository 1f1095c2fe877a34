"""Addresses, tried against a server on this machine."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from hamkor.read import Limits, read_address, read_path
from hamkor.read.address import is_public

from .conftest import PAGES, Handler, get_document, get_error, serve

OPEN = Limits(allow_private=True, seconds=30, redirects=2, max_bytes=2**20)
LONG_S = 10  # a busy machine may be slow; what drips takes twice as long


class Site(Handler):
    def do_GET(self) -> None:  # the name http.server calls
        getattr(self, f"send_{self.path.strip('/').split('/')[0]}")()

    def send(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def send_page(self) -> None:
        self.send((PAGES / "ru-short.html").read_bytes(), Content_Type="text/html")

    def send_koi8(self) -> None:
        self.send(
            "Тараз и Талас открыли рейс. Билет стоит недорого.".encode("koi8-r"),
            Content_Type="text/plain; charset=koi8-r",
        )

    def send_moved(self) -> None:
        self.send(b"", 302, Location="/page")

    def send_round(self) -> None:
        self.send(b"", 302, Location="/round")

    def send_away(self) -> None:
        self.send(b"", 302, Location="file:///etc/hostname")

    def send_gone(self) -> None:
        self.send(b"gone", 410)

    def send_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b"x" * 2**16)
        except OSError:
            return

    def send_drip(self) -> None:
        try:
            for _ in range(200):
                self.wfile.write(b"H")
                time.sleep(0.1)
        except OSError:
            return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serve(Site) as address:
        yield address


def test_page_is_read_with_its_headers_and_bytes(site: str) -> None:
    [reading] = read_address(f"{site}/page", limits=OPEN)
    document = get_document(reading)
    assert (document.id, document.url) == (f"{site}/page", f"{site}/page")
    assert document.publisher == "Вестник Семиречья"
    assert reading.source is not None
    assert reading.source.content == (PAGES / "ru-short.html").read_bytes()
    assert reading.source.header("content-type") == "text/html"
    assert reading.source.digest == document.digest


def test_redirect_is_followed_and_the_last_address_kept(site: str) -> None:
    [reading] = read_address(f"{site}/moved", limits=OPEN)
    assert reading.source is not None
    assert reading.source.address == f"{site}/page"
    assert reading.id == f"{site}/moved"


def test_charset_of_the_header_counts(site: str) -> None:
    [reading] = read_address(f"{site}/koi8", limits=OPEN)
    assert get_document(reading).text.startswith("Тараз")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("round", "more than 2 redirects"),
        ("away", "the address 'file:"),
        ("gone", "HTTP status 410"),
        ("endless", "more than 1 MB"),
    ],
)
def test_what_cannot_be_taken_is_said(site: str, path: str, found: str) -> None:
    [reading] = read_address(f"{site}/{path}", limits=OPEN)
    assert get_error(reading).found.startswith(found)


def test_private_address_is_refused_unless_allowed(site: str) -> None:
    [reading] = read_address(f"{site}/page")
    assert get_error(reading).found == "the private address 127.0.0.1"


def test_redirect_to_a_private_address_is_refused_by_its_number(site: str) -> None:
    host = site.replace("127.0.0.1", "localhost")
    [reading] = read_address(f"{host}/page")
    assert "private address" in get_error(reading).found


def test_header_that_drips_is_late() -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    began = time.monotonic()
    [reading] = read_address(
        f"http://127.0.0.1:{listener.getsockname()[1]}/", limits=Limits(allow_private=True, seconds=0.6)
    )
    listener.close()
    assert "no whole answer in 0.6 s" in get_error(reading).found
    assert time.monotonic() - began < LONG_S


def test_answer_that_drips_is_late(site: str) -> None:
    began = time.monotonic()
    [reading] = read_address(f"{site}/drip", limits=Limits(allow_private=True, seconds=0.6))
    assert "no whole answer" in get_error(reading).found
    assert time.monotonic() - began < LONG_S


def test_list_of_addresses_is_followed_in_order(site: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "addresses.txt"
    path.write_text(f"# to read\n{site}/page\n\n{site}/gone\n{site}/moved\n")
    readings = list(read_path(path, limits=OPEN))
    assert [reading.id for reading in readings] == [f"{site}/page", f"{site}/gone", f"{site}/moved"]
    assert "410" in get_error(readings[1]).found


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "172.16.3.4",
        "169.254.1.1",
        "::1",
        "fe80::1%eth0",
        "fc00::2",
        "0.0.0.0",
        "224.0.0.1",
        "100.64.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)
