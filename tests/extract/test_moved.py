"""What is put off or brought forward: the event is to come, at the new time, and so is the promise."""

from __future__ import annotations

import pytest

from reading import read_text as read

# text, type, new time, code of the place
MOVED = [
    ("Форум, который должен был пройти в Шымкенте в декабре, перенесён на 20 мая.", "forum", "2026-05-20", "KZ-79"),
    ("Организаторы отложили открытие выставки в Оше с мая на сентябрь.", "opening", "2026-09", "KG-GO"),
    ("Визит делегации Навоийской области в Алматы отложен.", "visit", None, "KZ-75"),
    ("Открытие моста в Хороге перенесли на март.", "opening", "2026-03", "TJ-GB"),
    ("The forum that was to be held in Shymkent in December has been moved to 20 May.", "forum", "2026-05-20", "KZ-79"),
    ("Organisers rescheduled the trade fair in Osh from May to 12 September.", "forum", "2026-09-12", "KG-GO"),
    ("The visit of the delegation to Navoi was postponed.", "visit", None, "UZ-NW"),
    ("Желтоқсанда Шымкентте өтуі тиіс форум 20 мамырға ауыстырылды.", "forum", "2026-05-20", "KZ-79"),
    ("Оштағы көрме мамырдан қыркүйекке ауыстырылды.", "forum", "2026-09", "KG-GO"),
    ("Dekabrda Chimkentda o‘tkazilishi kerak bo‘lgan forum 20-mayga ko‘chirildi.", "forum", "2026-05-20", "KZ-79"),
    ("Навоий делегациясининг Олмаотага ташрифи кейинга қолдирилди.", "visit", None, "KZ-75"),
    ("Хоруғдаги кўприкнинг очилиши мартга кўчирилди.", "opening", "2026-03", "TJ-GB"),
]


@pytest.mark.parametrize(("text", "kind", "date", "place"), MOVED)
def test_what_was_moved_is_to_come(text: str, kind: str, date: str | None, place: str) -> None:
    [event] = read(text).events
    assert (event.type, event.status, event.place_code) == (kind, "planned", place)
    assert (str(event.date) if event.date else None) == date


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("На совещании срок запуска рейса перенесли на май.", "meeting"),
        ("Bahordan kuzga ko‘chirilgan sammit 3-noyabrda Bishkekda bo‘lib o‘tdi.", "forum"),
        ("Көктемнен күзге шегерілген саммит 3 қарашада Бішкекте өтті.", "forum"),
    ],
)
def test_what_was_moved_and_held_since_was_held(text: str, kind: str) -> None:
    assert [e.status for e in read(text).events if e.type == kind] == ["held"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Форум, перенесённый с весны на осень, прошёл в Бишкеке 3 ноября.", "2025-11-03"),
    ],
)
def test_a_time_in_an_aside_is_not_that_of_the_verb(text: str, date: str) -> None:
    assert [(e.status, str(e.date)) for e in read(text).events] == [("held", date)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Организаторы отложили открытие ярмарки в Оше с мая на сентябрь.", "2026-09"),
        ("The opening of the clinic in Osh has been moved from May to September.", "2026-09"),
        ("The clinic in Osh that was to open in December has been moved to 20 May.", "2026-05-20"),
        ("Оштағы жәрмеңке мамырдан қыркүйекке ауыстырылды.", "2026-09"),
        ("O‘shdagi yarmarka maydan sentabrga surildi.", "2026-09"),
        ("Ўшдаги ярмарка майдан сентябрга сурилди.", "2026-09"),
    ],
)
def test_what_was_moved_is_due_at_its_new_time(text: str, due: str) -> None:
    assert [(c.stage, str(c.due)) for c in read(text).commitments] == [("planned", due)]
