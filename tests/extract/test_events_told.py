"""One event a sentence: its type, day, place and status, in the many ways that it is told."""

from __future__ import annotations

import pytest

from hamkor.extract.events import find_events
from hamkor.extract.flow import read_parts
from hamkor.model import Document, Event
from hamkor.prepare import prepare


def read(text: str, published: str = "2025-11-18") -> list[Event]:
    return find_events(read_parts(prepare(Document(id="test", text=text, digest="0", published=published))))


# text, type, date, code of the place, status
TOLD = [
    ("Хоким Марат Ганиев встретился с послом Латвии Яном Озолсом.", "meeting", None, None, "held"),
    ("15 ноября в Хиве состоялась рабочая встреча налоговых органов.", "meeting", "2025-11-15", "UZ-XO", "held"),
    ("Аким Ерлан Касымов принял делегацию ремесленников.", "meeting", None, None, "held"),
    ("Посол побывал на приёме у министра культуры.", "meeting", None, None, "held"),
    ("Губернатор Пётр Сомов провёл переговоры с хокимом Азизом Каримовым в Навои.", "meeting", None, "UZ-NW", "held"),
    ("В ходе встречи обсуждались цены на рис.", "meeting", None, None, "held"),
    ("На встрече, которая прошла 12 ноября, говорили о спорте.", "meeting", "2025-11-12", None, "held"),
    ("Об этом доложили на заседании правительства.", "meeting", None, None, "held"),
    ("Завтра в Оше встретятся ректоры двух вузов.", "meeting", "2025-11-19", "KG-GO", "planned"),
    ("Аким Ерлан Касымов и посол Азиз Каримов обсудили туризм.", "meeting", None, None, "held"),
    ("В Бишкеке прошло заседание рабочей группы по воде.", "meeting", None, "KG-GB", "held"),
    ("Участники круглого стола говорили о кино.", "meeting", None, None, "held"),
    ("Аким Ерлан Касымов посетил Таласскую область 12 ноября.", "visit", "2025-11-12", "KG-T", "held"),
    ("Делегация Самаркандской области прибыла в Казань.", "visit", None, "RU-TA", "held"),
    ("На прошлой неделе врачи побывали в Худжанде.", "visit", "2025-11-10/2025-11-16", "TJ-SU", "held"),
    ("Президент находится с официальным визитом в Пекине.", "visit", None, "CN-BJ", "held"),
    ("В декабре министр посетит Баткен.", "visit", "2025-12", "KG-B", "planned"),
    ("Ожидается ответный визит делегации Ферганской области.", "visit", None, None, "planned"),
    ("Президенты провели телефонный разговор.", "call", None, None, "held"),
    ("Вчера министры созвонились.", "call", "2025-11-17", None, "held"),
    ("Главы ведомств обсудили границу по телефону.", "call", None, None, "held"),
    ("Ректоры подписали в Хиве соглашение о дипломах.", "signing", None, "UZ-XO", "held"),
    ("Вчера подписан протокол о рыболовстве.", "signing", "2025-11-17", None, "held"),
    ("Весной 2026 года вузы подпишут меморандум.", "signing", "2026-03/2026-05", None, "planned"),
    ("Действует договор о музеях, подписанный в 2019 году.", "signing", "2019", None, "held"),
    ("Соглашение от 5 мая 2021 года продлено.", "signing", "2021-05-05", None, "held"),
    ("Подписание контракта запланировано на декабрь.", "signing", "2025-12", None, "planned"),
    ("Вчера в Шымкенте прошёл бизнес-форум.", "forum", "2025-11-17", "KZ-79", "held"),
    ("В марте следующего года в Алматы состоится съезд ректоров.", "forum", "2026-03", "KZ-75", "planned"),
    ("Саммит запланирован на август 2026 года в Чолпон-Ате.", "forum", "2026-08", "KG-Y", "planned"),
    ("Министры предложили провести в Ташкенте выставку ковров.", "forum", None, "UZ-TK", "proposed"),
    ("В Оше 20–21 ноября пройдёт заседание комитета по спорту.", "forum", "2025-11-20/2025-11-21", "KG-GO", "planned"),
    ("Завод показал станки на выставке в Андижане.", "forum", None, "UZ-AN", "held"),
    ("Сегодня в Нукусе открылся завод тепличной плёнки.", "opening", "2025-11-18", "UZ-QR", "held"),
    ("С 1 декабря перевозчик запустит рейсы в Актау.", "opening", "2025-12-01", None, "planned"),
    ("Электростанция в Навои введена в эксплуатацию.", "opening", None, "UZ-NW", "held"),
    ("Первый рейс из Намангана приземлился 5 ноября.", "opening", "2025-11-05", None, "held"),
    ("Официальное открытие школы намечено на 2027 год.", "opening", "2027", None, "planned"),
    ("В Термезе откроется консульство Казахстана.", "opening", None, "UZ-SU", "planned"),
    ("Посол вручил верительные грамоты.", "appointment", None, None, "held"),
    ("Геолог Азиз Каримов назначен послом в Латвии.", "appointment", None, None, "held"),
    ("В Бухаре пройдут Дни культуры Татарстана.", "other", None, "UZ-BU", "planned"),
    ("Назначены общественные слушания по карьеру.", "other", None, None, "held"),
    ("В Ургенче заложили первый камень больницы.", "other", None, "UZ-XO", "held"),
    ("В мае в Карши прошёл фестиваль дынь.", "other", "2025-05", "UZ-QA", "held"),
]


@pytest.mark.parametrize("told", TOLD, ids=[row[0][:40] for row in TOLD])
def test_event_is_read(told: tuple[str, str, str | None, str | None, str]) -> None:
    text, kind, date, place, status = told
    found = read(text)
    assert [(e.type, e.status) for e in found] == [(kind, status)]
    assert (str(found[0].date) if found[0].date else None) == date
    assert found[0].place_code == place
    assert text[found[0].evidence.start : found[0].evidence.end] == found[0].evidence.exact


@pytest.mark.parametrize(
    "text",
    [
        "Встреча не состоялась.",
        "Товарооборот вырос на 20%.",
        "Парламент принял закон о воде.",
        "Город принял 200 тысяч туристов.",
        "Визитная карточка города — сад.",
        "Стороны не подписали договор.",
        "Погода испортилась.",
    ],
)
def test_no_event_is_told(text: str) -> None:
    assert read(text) == []
