"""Cards of people: why their spellings are one; what is unsure is decided by people, and can be taken back."""

from __future__ import annotations

import json
import re
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

TEXTS = {
    "ru": "ТАШКЕНТ, 3 ноября. Посол Казахстана в Узбекистане Анвар Абдырахманов встретился с хокимом Ташкентской "
    "области Жамшидом Хакимовым.",
    "uz": "Toshkent viloyati hokimi Jamshid Hakimov Qozog‘istonning O‘zbekistondagi elchisi Anvar Abdraxmonov bilan "
    "uchrashdi.",
    "kk": "Қазақстанның Өзбекстандағы елшісі Әнуар Әбдірахманов Ташкент облысының әкімі Жамшид Хакимовпен кездесті.",
    "other": "Директор завода «Тараз Пласт» Анвар Абдурахмонов сообщил, что поставки в Ташкент вырастут.",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = open_ledger(tmp_path / "desk.db")
    told = [{"id": id_, "text": text, "published": "2025-11-03", "publisher": id_} for id_, text in TEXTS.items()]
    lines = "\n".join(json.dumps(one) for one in told).encode()
    list(keep_all((Reading(document.id, document) for document in read_bytes(lines, place="a.jsonl")), ledger))
    return ledger


@pytest.fixture
def client(ledger: Ledger) -> Iterator[TestClient]:
    with TestClient(
        make_app(ledger, OpenDoor("Мадина"), hosts=("testserver",)), headers={"Accept-Language": "en"}
    ) as client:
        yield client


def find_pair(ledger: Ledger) -> tuple[str, str]:
    with ledger.view() as view:
        (unsure,) = view.find_unsure(["person"], most=9)
    return unsure.left.id, unsure.right.id


def test_a_card_has_all_spellings_and_tells_why_they_are_one(client: TestClient) -> None:
    page = client.get("/who/person/Анвар Абдырахманов").text
    for name in ("Анвар Абдырахманов", "Anvar Abdraxmonov", "Әнуар Әбдірахманов"):
        assert name in page
    assert "Why these are one" in page
    assert "both are ambassador" in page
    assert "both of Kazakhstan" in page


@pytest.mark.parametrize(
    ("language", "told"), [("ru", "те же согласные"), ("uz", "undoshlari bir xil"), ("kk", "дауыссыз")]
)
def test_reasons_are_told_in_each_language(client: TestClient, language: str, told: str) -> None:
    assert told in client.get("/review", headers={"Accept-Language": language}).text


def test_two_are_said_to_be_one_and_that_is_taken_back(client: TestClient, ledger: Ledger) -> None:
    left, right = find_pair(ledger)
    card = f"/who/person/{left}"
    assert "May be the same" in client.get(card).text
    given = {"left": left, "right": right, "why": "сказал на форуме", "back": card}
    page = client.post("/who/join", data=given).text
    assert "Мадина" in page
    assert "сказал на форуме" in page
    assert "May be the same" not in page
    with ledger.view() as view:
        (joined,) = view.get_thing(left).judged
        assert view.get_thing(left).id == view.get_thing(right).id
    client.post("/who/undo", data={"decision": joined.decision, "back": card})
    assert find_pair(ledger) == (left, right)


def test_two_are_said_to_be_different_and_nobody_is_asked_again(client: TestClient, ledger: Ledger) -> None:
    left, right = find_pair(ledger)
    page = client.post("/who/part", data={"left": left, "right": right}).text
    assert "Who is who" not in page
    assert "≠" in client.get(f"/who/person/{right}").text


def test_where_several_bear_a_name_one_is_chosen(client: TestClient) -> None:
    page = client.get("/who/person/Абдурахмонов")
    cards = re.findall(r'href="(/who/person/\w+)"', page.text)
    assert (page.status_code, len(cards)) == (200, 2)
    assert "Анвар Абдырахманов" in client.get(cards[0]).text + client.get(cards[1]).text


def test_a_spelling_is_taken_off_a_card(client: TestClient, ledger: Ledger) -> None:
    with ledger.view() as view:
        thing = view.get_thing(find_pair(ledger)[0])
    card = f"/who/person/{thing.nodes[0].id}"
    page = client.post("/who/split", data={"left": thing.id, "right": thing.nodes[-1].id, "back": card}).text
    assert page.count("Decided by people") == 1
    with ledger.view() as view:
        apart = [view.get_thing(thing.nodes[number].id).id for number in (0, -1)]
    assert apart[0] != apart[1]


@pytest.mark.parametrize("back", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"])
def test_a_decision_leads_to_no_other_site(client: TestClient, ledger: Ledger, back: str) -> None:
    left, right = find_pair(ledger)
    given = {"left": left, "right": right, "back": back}
    assert client.post("/who/part", data=given, follow_redirects=False).headers["location"] == "/review"


def test_the_list_has_a_row_for_each_and_leads_to_the_card(client: TestClient) -> None:
    page = client.get("/people").text
    rows = re.findall(r'href="/who/person/(\w+)"', page)
    assert len(rows) == len(set(rows)) == 3
    assert page.count("ambassador") == 1
    told = client.get("/people?tellings=1").text
    assert "/who/person/" not in told
    assert told.count("ambassador") == 3


def test_the_list_is_sorted_by_how_often_each_is_told(client: TestClient) -> None:
    known = client.get("/people?sort=tellings&order=desc").text
    assert known.index("Абдырахманов") < known.index("Абдурахмонов")
    assert client.get("/people?sort=words").status_code == 400
    lines = [json.loads(line) for line in client.get("/people.jsonl?sort=tellings&order=desc").text.splitlines()]
    assert [line["tellings"] for line in lines] == [3, 3, 1]
    assert client.get("/organisations.csv").text.lstrip("\ufeff").startswith("name,area,first,last,tellings")
