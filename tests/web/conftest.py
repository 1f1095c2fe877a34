"""A real server over a real ledger, asked over HTTP and, where the system has one, in a real browser."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from browsing import PATIENCE_MS, launch
from serving import EXAMPLES, call, serve, visit

from databases import make_schema

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = {
    "id": "hostile",
    "title": "<script>alert(1)</script> \u202egnp.exe",
    "published": "2025-11-03",
    "publisher": '"><img src=x onerror=alert(2)>',
    "url": "javascript:alert(3)",
    "text": "Товарооборот Казахстана и Узбекистана в 2024 году составил $4,3 млрд.\n"
    "<script>document.title='broken'</script>"
    '\n<a href="javascript:alert(4)">Посол Анвар Салимов</a> встретился с министром.\u202e',
}


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with the example documents and one that is out to do harm, in each kind of database.

    A module whose tests take long says that one will do: `pytestmark = pytest.mark.parametrize("place", ["sqlite"],
    indirect=True, scope="session")`.
    """
    folder = tmp_path_factory.mktemp("web")
    hostile = folder / "hostile.jsonl"
    hostile.write_text(json.dumps(HOSTILE), "utf-8")
    sqlite = request.param == "sqlite"
    ledger = str(folder / "desk.db") if sqlite else make_schema(request.getfixturevalue("postgresql"))
    call("read", "--ledger", ledger, "--input-format", "jsonl", EXAMPLES, hostile)
    return ledger


@pytest.fixture(scope="session")
def address(place: str) -> Iterator[str]:
    """Where a server of our own answers."""
    with serve(place) as address:
        yield address


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with visit(address, headers={"Accept-Language": "en"}) as client:
        yield client


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launch() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of a browser with a wide window, at the address of the module's server."""
    context = browser.new_context(base_url=address, locale="en-US", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()
