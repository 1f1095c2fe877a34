"""Where an event is, by what stands around it: times in commas, sites told before, ways and crowds that are none."""

from __future__ import annotations

import pytest

from hamkor.extract.events import find_events
from hamkor.extract.flow import read_parts
from hamkor.model import Document, Event
from hamkor.prepare import prepare


def read(text: str) -> list[Event]:
    return find_events(read_parts(prepare(Document(id="test", text=text, digest="0", published="2025-11-18"))))


PLACES = [
    ("Соглашение подписали в среду, 12 ноября, в Душанбе министр Сухроб Назиров и посол.", "TJ-DU"),
    ("The ministers leave for Namangan today to open a cable plant.", "UZ-NG"),
    ("The sides agreed to open a training centre in Bukhara by May 1.", "UZ-BU"),
    ("Келесі кездесу қазан айында Саратовта өтеді.", "RU-SAR"),
    ("Келесі жылғы жәрмеңке тамызда Қарақолда өтеді.", "KG-Y"),
]


@pytest.mark.parametrize(("text", "code"), PLACES)
def test_the_place_beside_it(text: str, code: str) -> None:
    assert [e.place_code for e in read(text)] == [code]


SITES = [
    "В Бухаре строят станцию. Станция заработает в мае 2026 года.",
    "A plant is being built in Bukhara. The plant will open in May 2026.",
    "Бұхарада зауыт салынып жатыр. Зауыт 2026 жылдың мамырында іске қосылады.",
    "Buxoroda stansiya qurilmoqda. Stansiya 2026-yil may oyida ishga tushiriladi.",
    "Бухорода станция қурилмоқда. Станция 2026 йил май ойида ишга туширилади.",
]


@pytest.mark.parametrize("text", SITES)
def test_what_opens_opens_where_it_was_built(text: str) -> None:
    assert read(text)[-1].place_code == "UZ-BU"


def test_of_two_sites_told_before_neither_is_taken() -> None:
    assert read("В Бухаре и в Самарканде строят станции. Станция заработает в мае 2026 года.")[-1].place_code is None


NO_EVENTS = [
    "Банк откроет кредитную линию на 25 млн долларов.",
    "The bank will open a credit line of $25 million.",
    "«Белагробанк» кредит линиясини очади.",
    "Yil davomida vohaga 312 ming xorijlik mehmon tashrif buyurgan.",
    "На фабрике откроется 90 рабочих мест.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_credit_jobs_and_crowds_are_no_events(text: str) -> None:
    assert read(text) == []


POSTED = [
    "Кездесуде Қазақстанның Ресейдегі елшісі мен Атырау облысының әкімі сауданы талқылады.",
    "Uchrashuvda Qozogʻistonning Rossiyadagi elchisi va Buxoro viloyati hokimi savdoni muhokama qildi.",
    "Учрашувда Қозоғистоннинг Россиядаги элчиси ва Бухоро вилояти ҳокими савдони муҳокама қилди.",
]


@pytest.mark.parametrize("text", POSTED)
def test_where_an_office_is_held_places_no_event(text: str) -> None:
    assert "RU" not in [e.place_code for e in read(text)]


def test_what_qualifies_the_event_places_it() -> None:
    assert [e.place_code for e in read("Ташкенттегі кездесуде елші мен әкім сауданы талқылады.")] == ["UZ-TK"]


THAT_COUNTRY = [
    "Президент Токаев по приглашению президента Турции 29 января посетил с визитом Анкару.",
    "Prezident Mirziyoyev Turkiya Prezidentining taklifiga binoan rasmiy tashrif bilan ushbu mamlakatda bo‘ldi.",
    "Президент Мирзиёев Туркия Президентининг таклифига биноан расмий ташриф билан ушбу мамлакатда бўлди.",
]


@pytest.mark.parametrize("text", THAT_COUNTRY)
def test_a_visit_to_that_country(text: str) -> None:
    assert "TR" in {(e.place_code or "").split("-")[0] for e in read(text)}


def test_a_visit_of_the_days_to_come() -> None:
    text = "Norin viloyati delegatsiyasi Fargʻonaga keldi. Delegatsiya aʼzolari korxonalar faoliyati bilan tanishadi."
    assert [e.status for e in read(text)] == ["held", "planned"]
