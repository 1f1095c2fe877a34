"""The first page: what is new since the last visit, and what to do where there is nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from serving import EXAMPLES, call, serve, visit
from starlette.requests import HTTPConnection

from hamkor.web.visits import COOKIE, find_visit

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def ask(cookie: str | None) -> HTTPConnection:
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    return HTTPConnection({"type": "http", "headers": headers})


@pytest.mark.parametrize(
    ("cookie", "before"),
    [
        (None, None),
        ("rubbish", None),
        ("_2026-99-99T00:00:00Z", None),
        ("_2026-03-01T08:50:00Z", None),
        ("_2026-02-27T08:50:00Z", "2026-02-27T08:50:00Z"),
        ("2026-02-20T08:00:00Z_2026-03-01T08:50:00Z", "2026-02-20T08:00:00Z"),
        ("2026-02-20T08:00:00Z_2026-02-27T08:50:00Z", "2026-02-27T08:50:00Z"),
    ],
)
def test_a_visit_begins_half_an_hour_after_the_last_look(cookie: str | None, before: str | None) -> None:
    visit = find_visit(ask(cookie), NOW)
    assert (visit.before, visit.now) == (before, "2026-03-01T09:00:00Z")


def test_what_came_since_the_last_visit_is_told(tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    call("read", "--ledger", ledger, "--input-format", "jsonl", EXAMPLES)
    with serve(ledger) as address, visit(address) as client:
        check_news(client)


def check_news(client: httpx.Client) -> None:
    first = client.get("/")
    assert "New since your last visit" not in first.text
    assert COOKIE in first.cookies
    day = timedelta(days=1)
    before, after = ((datetime.now(UTC) + apart).strftime("%Y-%m-%dT%H:%M:%SZ") for apart in (-day, day))
    page = client.get("/", cookies={COOKIE: f"_{before}"}).text
    assert "New since your last visit" in page
    assert 'href="/document?id=navoi-1"' in page
    assert "Nothing has been read since" in client.get("/", cookies={COOKIE: f"{after}_{after}"}).text


def test_every_block_leads_on(client: httpx.Client) -> None:
    page = client.get("/").text
    for address in ("/promises?overdue=1", "/check", "/calendar", "/documents?newest_first=1"):
        assert f'href="{address}"' in page
