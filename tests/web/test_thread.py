"""The page of a promise: an event that completes it, why, and what people decide of that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hamkor.ledger import Ledger, open_ledger
from hamkor.pipeline.keeping import keep_all
from hamkor.read import read_bytes
from hamkor.read.source import Reading
from hamkor.web.app import make_app
from hamkor.web.door import OpenDoor

TOLD = {
    "2025-03-01": "Стороны договорились провести бизнес-форум Узбекистана и Казахстана в Шымкенте в мае.",
    "2025-05-15": "14 мая 2025 года в Шымкенте состоялся бизнес-форум Узбекистана и Казахстана.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = open_ledger(tmp_path / "desk.db")
    lines = "\n".join(json.dumps({"id": day, "text": text, "published": day}) for day, text in TOLD.items()).encode()
    list(keep_all((Reading(document.id, document) for document in read_bytes(lines, place="a.jsonl")), ledger))
    return ledger


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    app = make_app(ledger, OpenDoor("Мадина"), hosts=("testserver",))
    with TestClient(app, headers={"Accept-Language": "en"}) as client:
        yield client


def test_the_story_ends_with_the_event_and_its_words(client: TestClient, ledger: Ledger) -> None:
    with ledger.view() as view:
        (promise,) = view.find_statements("commitment")
    page = client.get(f"/thread/{promise.id}").text
    assert "<h1>Completed" in page
    assert "by an event held on" in page
    assert "состоялся бизнес-форум Узбекистана и Казахстана" in page
    assert "both tell of: forum" in page


def test_people_say_that_it_was_another_event_and_take_it_back(client: TestClient, ledger: Ledger) -> None:
    with ledger.view() as view:
        (promise,) = view.find_statements("commitment")
        thread = view.get_thing(promise.id).id
        event = next(pair.right for pair in view.find_completions([thread]))
    story = f"/thread/{thread}"
    given = {"left": thread, "right": event, "why": "другой форум", "back": story}
    page = client.post("/who/part", data=given).text
    assert "<h1>Agreed" in page
    assert "другой форум" in page
    with ledger.view() as view:
        (decided,) = view.get_thing(thread).judged
    page = client.post("/who/undo", data={"decision": decided.decision, "back": story}).text
    assert "<h1>Completed" in page
