"""People with the office each holds, from whole texts; the people are invented."""

from __future__ import annotations

import pytest

from hamkor.extract.flow import read_parts
from hamkor.extract.people import list_people
from hamkor.extract.reading import Reading
from hamkor.model import Document
from hamkor.prepare import prepare


def read(text: str, title: str | None = None) -> Reading:
    document = Document(id="t", text=text, digest="0", title=title, published="2025-11-20", language_hint="ru")
    return read_parts(prepare(document))


def people(text: str, title: str | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.position, p.area) for p in list_people(read(text, title))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Встречу Посла Узбекистана Шухрата Набиева с акимом города Астаны Маратом Сатыбалды провели вчера.",
            [("Шухрат Набиев", "ambassador", "UZ"), ("Марат Сатыбалды", "governor", "KZ-71")],
        ),
        (
            "Министры энергетики Узбекистана Илхом Саидов, Казахстана Марат Оспанов и Кыргызстана Бакыт Асанов "
            "подписали соглашение.",
            [
                ("Илхом Саидов", "minister", "UZ"),
                ("Марат Оспанов", "minister", "KZ"),
                ("Бакыт Асанов", "minister", "KG"),
            ],
        ),
        (
            "Присутствовали: министры транспорта И. Саидов (Узбекистан), М. Оспанов (Республика Казахстан).",
            [("И. Саидов", "minister", "UZ"), ("М. Оспанов", "minister", "KZ")],
        ),
        (
            "Главы МИД Узбекистана и Таджикистана Шухрат Набиев и Далер Назаров обсудили повестку.",
            [("Шухрат Набиев", "minister", "UZ"), ("Далер Назаров", "minister", "TJ")],
        ),
        (
            "Президент АБР Кэндзи Мори и президент компании «Сарбон» Ботир Юсупов открыли завод в Навои.",
            [("Кэндзи Мори", "head_of_organisation", None), ("Ботир Юсупов", "business", None)],
        ),
        (
            "Глава Татарстана Айдар Галиев принял хокима Бухарской области Рустама Каримова.",
            [("Айдар Галиев", "governor", "RU-TA"), ("Рустам Каримов", "governor", "UZ-BU")],
        ),
        (
            "В Омской области побывали гости. Губернатор Олег Ветров показал порт. Ветров пригласил всех снова.",
            [("Олег Ветров", "governor", "RU-OMS")],
        ),
        (
            "Новым послом Казахстана в Узбекистане назначен Ерлан Досанов.",
            [("Ерлан Досанов", "ambassador", "KZ")],
        ),
        (
            "Как заявил казахстанский министр Марат Оспанов, рейсы начнутся в мае. Его узбекский коллега Илхом Саидов "
            "поддержал план.",
            [("Марат Оспанов", "minister", "KZ"), ("Илхом Саидов", "minister", "UZ")],
        ),
        (
            "Полпред президента КР в Ошской области Чынгыз Асанов принял гостей из Андижана.",
            [("Чынгыз Асанов", "governor", "KG-O")],
        ),
        (
            "Делегацию возглавил советник премьер-министра Узбекистана Алишер Турсунов.",
            [("Алишер Турсунов", "other", "UZ")],
        ),
        (
            "Секретарь парткома СУАР Чжан Вэйминь встретился с акимом Алматы Дарханом Оспановым.",
            [("Чжан Вэйминь", "governor", "CN-XJ"), ("Дархан Оспанов", "governor", "KZ-75")],
        ),
        (
            "Заместитель хокима Нодир НУРМАТОВ из Джизакской области приехал в Омск.",
            [("Нодир Нурматов", "deputy_governor", "UZ-JI")],
        ),
        (
            "Посол Таджикистана принял Абдуджаббора Рахимзоду. По словам А. Рахимзоды, рейсы нужны.",
            [("Абдуджаббор Рахимзода", "other", None)],
        ),
    ],
)
def test_people_with_their_offices(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Университет имени Абая открыл филиал в Ташкенте.",
        "Площадь Алишера Навои закрыта для машин до вечера.",
        "Фото: Сергей Иванов. В Ташкенте открылся завод по сборке тракторов.",
        "Хоким Бостанлыкского района принял гостей из Казахстана.",
        "Министр транспорта сообщил о новых рейсах из Бухары.",
        "Совет министров торговли и инвестиций собрался в Ташкенте.",
        "Аэропорт имени Бердаха принимает рейсы из Нукуса.",
    ],
)
def test_who_is_no_person(text: str) -> None:
    assert people(text) == []


def test_later_mentions_are_the_same_person_with_one_name() -> None:
    text = "Премьер Казахстана Марат Оспанов прибыл в Бухару. Оспанов осмотрел цех. М. Оспанова встретил хоким."
    parts = [p for s in read(text).sentences for p in s.of("person")]
    assert [p.value.name for p in parts] == ["Марат Оспанов"] * 3
    assert [p.value.name_span.within(text) for p in parts] == ["Марат Оспанов", "Оспанов", "М. Оспанова"]
    assert parts[0].span.within(text) == "Премьер Казахстана Марат Оспанов"


def test_evidence_is_the_first_full_mention_of_the_name() -> None:
    text = "Вчера М. Оспанов открыл завод. Министр энергетики Казахстана Марат Оспанов назвал сроки."
    (person,) = list_people(read(text))
    evidence = person.evidence
    assert evidence.exact == "Марат Оспанов"
    assert text[evidence.start : evidence.end] == evidence.exact
    assert (person.position, person.area) == ("minister", "KZ")


def test_area_of_an_office_is_sought_in_the_document() -> None:
    text = "АСТАНА, 25 ноября. /Новости/. Узбекистан ждёт гостей. Министр торговли Марат Оспанов назвал сроки."
    assert people(text) == [("Марат Оспанов", "minister", "KZ")]
