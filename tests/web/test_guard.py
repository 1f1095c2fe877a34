"""Who may ask: only pages of this server may change anything, and only under its own names."""

from __future__ import annotations

import httpx
import pytest


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 200),
    ],
)
def test_another_sites_page_changes_nothing(client: httpx.Client, headers: dict[str, str], status: int) -> None:
    assert client.post("/draft", data={"text": "Экспорт вырос на 20 %."}, headers=headers).status_code == status


def test_another_name_gets_no_answer(client: httpx.Client) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 403
    assert client.get("/", headers={"Host": "localhost:80"}).status_code == 200
    for bent in (
        "localhost:80/static/",
        "localhost/static/",
        "localhost:80@evil",
        "localhost:80?",
        "localhost:x",
        "",
        "[::1",
    ):
        assert client.get("/", headers={"Host": bent}).status_code == 403, bent


def test_every_answer_says_what_a_browser_may_do(client: httpx.Client) -> None:
    for path in ("/", "/static/hamkor.js", "/nothing", "/api/count"):
        policy = client.get(path).headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
