"""Where events were that tell no place themselves, and when: within visits and forums, by hosts and adjectives."""

from __future__ import annotations

import pytest

from hamkor.extract.events import find_events
from hamkor.extract.flow import read_parts
from hamkor.model import Document, Event
from hamkor.prepare import prepare


def read(text: str, published: str = "2025-11-18") -> list[Event]:
    return find_events(read_parts(prepare(Document(id="test", text=text, digest="0", published=published))))


def test_what_a_visit_is_made_of_is_at_its_place_however_far_it_is_told() -> None:
    found = read(
        "12 ноября делегация Оша посетила Бухару. Цены выросли. Рис подешевел. Погода испортилась. Урожай хороший. "
        "Гости осмотрели завод. Ректоры подписали договор о дипломах."
    )
    assert [(e.type, e.place_code, str(e.date)) for e in found] == [
        ("visit", "UZ-BU", "2025-11-12"),
        ("visit", "UZ-BU", "2025-11-12"),
        ("signing", "UZ-BU", "2025-11-12"),
    ]


def test_what_is_recalled_is_not_at_the_place_of_the_visit() -> None:
    found = read("12 ноября делегация Оша посетила Бухару. Напомним, в мае 2024 года ректоры подписали договор.")
    assert [(e.type, e.place_code) for e in found] == [("visit", "UZ-BU"), ("signing", None)]


def test_what_is_recalled_lends_no_place() -> None:
    found = read("Напомним, в мае 2024 года в Хиве прошёл форум врачей. Министры подписали протокол о рыбе.")
    assert [(e.type, e.place_code) for e in found] == [("forum", "UZ-XO"), ("signing", None)]


def test_a_ceremony_told_next_places_the_signing() -> None:
    found = read("26 октября министры подписали договор о рыбе. Церемония прошла в Оше.")
    assert [(e.type, e.place_code) for e in found] == [("signing", "KG-GO")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("В декабре Тараз примет делегацию пекарей.", "KZ-31"),
        ("12 ноября врачи встретились в бишкекском парке с коллегами.", "KG-GB"),
        ("Аким Таласской области Ерлан Касымов принял посла, прибывшего в регион с рабочей поездкой.", "KG-T"),
        ("В сентябре посол посетил Нукус.", "UZ-QR"),
        ("Автобус в Ташкент пойдёт 1 декабря.", None),
    ],
)
def test_place_is_told_by_the_words_around(text: str, place: str | None) -> None:
    assert read(text)[-1].place_code == place


@pytest.mark.parametrize("text", ["Регион посетили 12 тысяч туристов.", "За год сюда приехали 300 тысяч человек."])
def test_counted_visitors_are_no_visit(text: str) -> None:
    assert read(text) == []


def test_enterprises_visited_may_be_counted() -> None:
    assert [e.type for e in read("Делегация посетила 12 предприятий.")] == ["visit"]


def test_time_in_an_aside_dates_what_it_speaks_of_only() -> None:
    found = read("15 ноября посол осмотрел склад (сдать его обещают к 27 декабря).")
    assert str(next(e for e in found if e.type == "visit").date) == "2025-11-15"


def test_coming_season_is_next_year_where_the_verb_is_of_the_future() -> None:
    found = read("Завод заработает осенью.", published="2024-02-27")
    assert [(str(e.date), e.status) for e in found] == [("2024-09/2024-11", "planned")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Аким позвал коллег на ярмарку, которая пройдёт в Актау 20 декабря.", "planned"),
        ("Аким пригласил хокима посетить область.", "proposed"),
    ],
)
def test_invitation_proposes_what_would_not_take_place_anyway(text: str, status: str) -> None:
    assert {e.status for e in read(text)} == {status}
