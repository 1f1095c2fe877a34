"""Feeds: every form names the same pages; what a page does not tell, its entry does; nothing runs away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hamkor.read import Given, Limits, read_address, read_path
from hamkor.read.feed import read_entries
from hamkor.read.media import find_media_type
from hamkor.read.source import Job, Source

from .conftest import Handler, get_document, get_error, serve

OPEN = Limits(allow_private=True, seconds=5, max_entries=3)
TOLD = "Аким Тараза и хоким Намангана договорились открыть рейс. Билет будет стоить 90 тысяч тенге. " * 5

RSS = """<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet href="a.xsl"?>
<rss version="2.0"><channel><title>Вестник Талас</title>
<item><title>Рейс &amp;laquo;Тараз&amp;raquo;</title><link>{site}/one</link>
<pubDate>Mon, 03 Nov 2025 23:30:00 +0500</pubDate></item>
<item><title>Ничего</title><link>javascript:alert(1)</link></item>
<item><title>Без адреса</title></item>
<item><title>Снова</title><link>{site}/one</link></item>
<item><title>Второй</title><link>{site}/two</link><source url="{site}">Газета «Шу»</source></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Вестник Талас</title>
<entry><title>Рейс</title><link href="{site}/one"/><published>2025-11-03T23:30:00+05:00</published></entry>
<entry><title>Второй</title><link rel="alternate" href="{site}/two"/><updated>2025-11-04</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Вестник Талас</title></channel>
<item><title>Рейс</title><link>{site}/one</link><dc:date>2025-11-03T23:30:00+05:00</dc:date></item>
<item><title>Второй</title><link>{site}/two</link></item></rdf:RDF>"""


class Site(Handler):
    def do_GET(self) -> None:  # the name http.server calls
        host = f"http://{self.headers['Host']}"
        items = "".join(f"<item><link>{host}/{number}</link></item>" for number in range(5))
        within = f"<rss><channel><item><link>{host}/within</link></item></channel></rss>"
        bodies = {"/rss": RSS.format(site=host), "/within": within, "/many": f"<rss><channel>{items}</channel></rss>"}
        body = bodies.get(self.path, f"{self.path}\n\n{TOLD}")
        self.send_response(200)
        self.send_header("Content-Type", "text/xml" if self.path in bodies else "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serve(Site) as address:
        yield address


@pytest.mark.parametrize("form", [RSS, ATOM, RDF])
def test_every_form_of_feed_names_the_same_pages(form: str) -> None:
    content = form.format(site="https://example.org").encode()
    assert find_media_type(content, header="text/xml") == "application/rss+xml"
    one, two = read_entries(Job(Source("feed", content)))
    assert (one.address, two.address) == ("https://example.org/one", "https://example.org/two")
    assert (one.given.published, one.given.publisher) == ("2025-11-03T23:30:00+05:00", "Вестник Талас")


def test_an_entry_tells_what_its_page_does_not(site: str) -> None:
    first, second = read_address(f"{site}/rss", limits=OPEN)
    document = get_document(first)
    assert (document.id, document.published) == (f"{site}/one", "2025-11-03T23:30:00+05:00")
    assert (document.publisher, document.url) == ("Вестник Талас", f"{site}/one")
    assert get_document(second).publisher == "Газета «Шу»"


def test_what_the_user_gave_of_the_publisher_wins(site: str) -> None:
    given = Given(published="2025-12-01", publisher="Редакция")
    first, second = read_address(f"{site}/rss", given=given, limits=OPEN)
    assert get_document(first).publisher == get_document(second).publisher == "Редакция"
    assert (get_document(first).published, get_document(second).published) == (
        "2025-11-03T23:30:00+05:00",
        "2025-12-01",
    )


def test_a_feed_in_a_file_is_followed_through_the_same_guard(file: Callable[[str, bytes], Path], site: str) -> None:
    path = file("news.xml", RSS.format(site=site).encode())
    assert [get_document(reading).id for reading in read_path(path, limits=OPEN)] == [f"{site}/one", f"{site}/two"]
    refused = [get_error(reading).found for reading in read_path(path)]
    assert refused == ["the private address 127.0.0.1"] * 2


def test_a_feed_that_names_itself_ends(site: str) -> None:
    [reading] = read_address(f"{site}/within", limits=OPEN)
    assert "within another" in get_error(reading).found


def test_of_many_entries_the_first_are_read_and_the_rest_is_told(site: str) -> None:
    *read, rest = read_address(f"{site}/many", limits=OPEN)
    assert [get_document(reading).id for reading in read] == [f"{site}/{number}" for number in range(3)]
    assert get_error(rest).found == "5 entries"


@pytest.mark.parametrize(
    "content",
    [
        b"<rss><channel></channel></rss>",
        b"<rss",
        b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss><channel><title>&a;</title></channel></rss>',
        b"<feed>" + b"<x>" * 5000,
    ],
)
def test_a_feed_that_is_none_says_so(file: Callable[[str, bytes], Path], content: bytes) -> None:
    [reading] = read_path(file("bad.rss", content), limits=OPEN)
    assert get_error(reading).found == "a feed without entries"
