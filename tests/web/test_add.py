"""Documents are added through the page: files, texts, addresses; and completed where they are silent."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from serving import serve, visit

TEXT = "Экспорт Казахстана в Узбекистан за девять месяцев текущего года составил 2,3 млрд долларов."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[httpx.Client]:
    """An empty ledger of its own, served."""
    with (
        serve(tmp_path / "new.db") as address,
        visit(address, headers={"Accept-Language": "en"}, follow_redirects=True) as client,
    ):
        yield client


def wait(desk: httpx.Client, answer: httpx.Response) -> str:
    """The page of a batch when it has been read."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        page = desk.get(answer.url.path).text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("not read in 60 s")


def test_an_empty_ledger_says_what_to_do(desk: httpx.Client) -> None:
    assert "The ledger is empty" in desk.get("/").text
    assert "Nothing has been read yet" in desk.get("/figures").text


def test_a_file_is_added_and_completed(desk: httpx.Client) -> None:
    page = wait(desk, desk.post("/add", files={"files": ("note.txt", TEXT.encode(), "text/plain")}))
    assert "The text does not tell:" in page
    assert desk.get("/api/figures").json()[0]["time_period"] is None
    given = {"id": "note.txt", "published": "2025-11-03", "publisher": "Даракчи"}
    wait(desk, desk.post("/add/complete", data=given))
    [figure] = desk.get("/api/figures").json()
    assert figure["time_period"] == "2025-01/2025-09"
    assert figure["document"]["publisher"] == "Даракчи"


def test_a_document_is_completed_in_its_batch_and_the_others_stay_there(desk: httpx.Client) -> None:
    files = [("files", (f"{name}.txt", f"{TEXT} {name}".encode(), "text/plain")) for name in ("a", "b")]
    started = desk.post("/add", files=files)
    wait(desk, started)
    given = {"id": "a.txt", "published": "2025-11-03", "batch": started.url.path.rpartition("/")[2]}
    answer = desk.post("/add/complete", data=given)
    page = wait(desk, answer)
    assert answer.url.path == started.url.path
    assert "read otherwise" in page
    assert "b.txt" in page
    assert "January–September 2025" in page
    assert page.count('name="published"') == 1


def test_what_a_feed_names_is_read_through_the_same_guard(desk: httpx.Client) -> None:
    feed = b"<rss><channel><item><link>http://127.0.0.1:1/a</link></item></channel></rss>"
    page = wait(desk, desk.post("/add", files={"files": ("news.rss", feed, "application/rss+xml")}))
    assert "the private address 127.0.0.1" in page


def test_a_text_is_pasted(desk: httpx.Client) -> None:
    page = wait(desk, desk.post("/add", data={"text": TEXT, "published": "2025-11-03", "publisher": "Даракчи"}))
    assert re.search(r"figures: 1\b", page)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://localhost/x", "http://10.0.0.1/"])
def test_no_address_of_the_own_network_is_asked(desk: httpx.Client, address: str) -> None:
    page = wait(desk, desk.post("/add", data={"addresses": address}))
    assert "failed" in page
    assert desk.get("/api/count").json()["document"] == 0


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(desk: httpx.Client) -> None:
    files = [("files", ("a.pdf", b"%PDF-broken", "application/pdf")), ("files", ("b.txt", TEXT.encode(), "text/plain"))]
    page = wait(desk, desk.post("/add", files=files))
    assert "failed" in page
    assert desk.get("/api/count").json()["document"] == 1


def test_nothing_given_is_told(desk: httpx.Client) -> None:
    assert desk.post("/add", data={"text": " "}).status_code == 400
    assert desk.post("/add", data={"text": TEXT, "published": "soon"}).status_code == 400
    assert desk.get("/add/none").status_code == 404


def test_too_much_at_once_is_refused(desk: httpx.Client) -> None:
    asked = "POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000000\r\n\r\n"
    with socket.create_connection((desk.base_url.host, desk.base_url.port or 80), timeout=10) as line:
        line.sendall(asked.encode())
        assert line.recv(100).startswith(b"HTTP/1.1 413")


def test_a_day_of_publication_is_a_day(desk: httpx.Client) -> None:
    for given in ("2025", "2025-01/2025-09", "soon"):
        refused = desk.post("/add", data={"text": TEXT, "published": given})
        assert refused.status_code == 400
        assert "expected a day, such as" in refused.text
    assert desk.get("/api/count").json()["document"] == 0


def test_areas_that_are_nowhere_have_no_page(desk: httpx.Client) -> None:
    for path in ("/between/XX/UZ", "/between/KZ-999/UZ", "/regions/KZ/ZZ"):
        assert desk.get(path).status_code == 400
