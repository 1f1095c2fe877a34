"""Statements are reviewed through the pages, and what was said holds and is taken back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from serving import EXAMPLES, call, serve, visit

from databases import make_schema


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    sqlite = request.param == "sqlite"
    ledger = str(tmp_path_factory.mktemp("review") / "desk.db")
    ledger = ledger if sqlite else make_schema(request.getfixturevalue("postgresql"))
    call("read", "--ledger", ledger, "--input-format", "jsonl", EXAMPLES)
    return ledger


@pytest.fixture(scope="module")
def desk(book: str) -> Iterator[httpx.Client]:
    with (
        serve(book, "--by", "Лола") as address,
        visit(address, headers={"Accept-Language": "en"}, follow_redirects=True) as client,
    ):
        yield client


def get_figure(desk: httpx.Client, words: str) -> dict[str, object]:
    figures = desk.get("/api/figures", params={"document": "navoi-1"}).json()
    return next(figure for figure in figures if figure["evidence"]["exact"] == words)


def find_review(page: str, id: object) -> str:
    card = page[page.index(f'id="s-{id}"') :]
    found = re.search(r'name="review" value="(\w+)"', card)
    assert found
    return found[1]


def test_a_statement_is_accepted_and_that_taken_back(desk: httpx.Client) -> None:
    id_ = get_figure(desk, "$84,6 млн")["id"]
    page = desk.post("/review/accept", data={"id": id_}).text
    assert "accepted: <bdi>Лола" in page
    page = desk.post("/review/undo", data={"review": find_review(page, id_)}).text
    assert "accepted: <bdi>Лола" not in page


def test_a_statement_is_corrected(desk: httpx.Client) -> None:
    figure = get_figure(desk, "52,1 млн долларов")
    page = desk.get(f"/review/edit/{figure['id']}").text
    said = figure["evidence"]
    assert isinstance(said, dict)
    names = ("indicator", "measure", "obs_value", "low", "high", "unit_measure", "qualifier", "time_period", "status")
    assert all(f'name="{name}"' in page for name in names)
    form = {name: figure[name] for name in names} | {"ref_area": "UZ-NW", "counterpart_area": "KZ"}
    form |= {"document": "navoi-1", "kind": "observation", "id": figure["id"]}
    form |= {"start": said["start"], "end": said["end"]}
    page = desk.post("/review/correct", data={k: str(v) for k, v in form.items()}).text
    assert "corrected: <bdi>Лола" in page
    assert get_figure(desk, "52,1 млн долларов")["counterpart_area"] == "KZ"
    again = desk.post("/review/correct", data={k: str(v) for k, v in form.items()})
    assert again.status_code == 409
    assert "Meanwhile Лола has looked at this statement: corrected" in again.text
    assert "See the document as it is now" in again.text
    wrong = desk.post("/review/correct", data={k: str(v) for k, v in form.items()} | {"obs_value": "много"})
    assert wrong.status_code == 400
    assert "value: found &#39;много&#39;; expected a number" in wrong.text
    assert 'value="много"' in wrong.text  # what was typed is not lost


def test_a_statement_is_rejected_and_that_taken_back(desk: httpx.Client) -> None:
    id_ = get_figure(desk, "18%")["id"]
    page = desk.post("/review/reject", data={"id": id_}).text
    assert "Rejected" in page
    with pytest.raises(StopIteration):
        get_figure(desk, "18%")
    review = re.search(r'action="/review/undo"[^>]*><p><bdi>18%.*?name="review" value="(\w+)"', page, re.S)
    assert review
    desk.post("/review/undo", data={"review": review[1]})
    assert get_figure(desk, "18%")["id"] == id_


@pytest.mark.parametrize("path", ["/figures.csv", "/api/search?words=Арал", "/search?words=Арал"])
def test_what_is_remembered_follows_what_changes(desk: httpx.Client, book: str, path: str) -> None:
    """Files and hits are made once for a state of the ledger; here each state is asked twice."""
    before = [desk.get(path).text for _ in range(2)]
    added = {"id": f"aral{path}", "title": "Арал", "text": "Арал: экспорт Кызылорды в Навои составил 9,4 млн долларов."}
    call("read", "--ledger", book, "--input-format", "jsonl", "-", given=json.dumps(added))
    after = [desk.get(path).text for _ in range(2)]
    assert before[0] == before[1] != after[0] == after[1]
    assert f"aral{path}" in unquote(after[0])


def test_a_missed_statement_is_added(desk: httpx.Client, book: str) -> None:
    text = desk.get("/api/document", params={"id": "navoi-1"}).json()["text"]
    start = text.index("границе песков")
    asked = {"id": "navoi-1", "kind": "organisation", "start": start, "end": start + 14}
    assert "<mark data-start" in desk.get("/review/add", params=asked).text
    form = {"document": "navoi-1", "kind": "organisation", "name": "Граница песков", "start": start, "end": start + 14}
    assert "added: <bdi>Лола" in desk.post("/review/correct", data=form).text
    again = ["read", "--again", "--ledger", book, "--input-format", "jsonl", str(EXAMPLES)]
    call(*again)
    names = [o["name"] for o in desk.get("/api/organisations", params={"document": "navoi-1"}).json()]
    assert "Граница песков" in names


def test_the_queue_shows_what_lacks_something(desk: httpx.Client) -> None:
    page = desk.get("/review").text
    assert "Lacks:" in page


def test_reviewed_documents_are_exported_as_gold(desk: httpx.Client, book: str, tmp_path: Path) -> None:
    desk.post("/review/accept", data={"id": get_figure(desk, "$84,6 млн")["id"]})
    lines = call("export", "review", "--ledger", book).splitlines()
    [gold] = [json.loads(line) for line in lines]
    assert gold["id"] == "navoi-1"
    assert all(figure["exact"] in gold["text"] for figure in gold["observations"])
    (tmp_path / "mine.jsonl").write_text("\n".join(lines), "utf-8")
    told = call("evaluate", tmp_path / "mine.jsonl")
    assert "observations" in told or "figures" in told
