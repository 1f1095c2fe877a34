"""Areas are found by noun, adjective, list and pair, each with its code."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.extract.areas import find_areas
from hamkor.grammar import load_language
from hamkor.model import Span
from hamkor.text.fold import fold

RU = load_language("ru")


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    parts = find_areas(RU, text, fold(text), Span(0, len(text)))
    return [(p.kind, p.span.within(text), p.value.codes) for p in parts]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("вырос в Узбекистане", "Узбекистане", "UZ"),
        ("из Республики Узбекистан", "Республики Узбекистан", "UZ"),
        ("с Кыргызской Республикой", "Кыргызской Республикой", "KG"),
        ("в Китайской Народной Республике", "Китайской Народной Республике", "CN"),
        ("товары из КНР", "КНР", "CN"),
        ("по данным РУз", "РУз", "UZ"),
        ("в Российской Федерации", "Российской Федерации", "RU"),
        ("завод в Алма-Ате", "Алма-Ате", "KZ-75"),
        ("в Алматинской области", "Алматинской области", "KZ-19"),
        ("в Туркестане", "Туркестане", "KZ-61"),
        ("в Южно-Казахстанской области", "Южно-Казахстанской области", "KZ-YUZ"),
        ("в области Жетысу", "области Жетысу", "KZ-33"),
        ("жители города Ош", "города Ош", "KG-GO"),
        ("в Ошской области", "Ошской области", "KG-O"),
        ("в Джалал-Абадской области", "Джалал-Абадской области", "KG-J"),
        ("в Ташкенте", "Ташкенте", "UZ-TK"),
        ("в Ташкентской области", "Ташкентской области", "UZ-TO"),
        ("в Ферганском вилояте", "Ферганском вилояте", "UZ-FA"),
        ("в Лебапском велаяте", "Лебапском велаяте", "TM-L"),
        ("регионы Приаралья", "Приаралья", "UZ-QR"),
        ("гости из Подмосковья", "Подмосковья", "RU-MOS"),
        ("в Оренбуржье", "Оренбуржье", "RU-ORE"),
        ("в СУАР", "СУАР", "CN-XJ"),
        ("с Синьцзян-Уйгурским автономным районом", "Синьцзян-Уйгурским автономным районом", "CN-XJ"),
        ("в Урумчи", "Урумчи", "CN-XJ"),
        ("узбекистанцы выбирают", "узбекистанцы", "UZ"),
        ("приехали россияне", "россияне", "RU"),
        ("в Мазари-Шарифе", "Мазари-Шарифе", "AF-BAL"),
        ("представители ЕС", "ЕС", "EU"),
        ("вылет из Дубая", "Дубая", "AE-DU"),
        ("г. Бухара", "г. Бухара", "UZ-BU"),
    ],
)
def test_names_of_areas(text: str, words: str, code: str) -> None:
    assert ("area", words, (code,)) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("узбекские заводы", "узбекские", ("UZ",)),
        ("ферганская делегация", "ферганская", ("UZ-FA",)),
        ("алматинский аким", "алматинский", ("KZ-75",)),
        ("андижанских предприятий", "андижанских", ("UZ-AN",)),
        ("российско-узбекский форум", "российско-узбекский", ("RU", "UZ")),
        ("казахстанско-китайская граница", "казахстанско-китайская", ("KZ", "CN")),
        ("татарстано-узбекистанский товарооборот", "татарстано-узбекистанский", ("RU-TA", "UZ")),
        ("узбеко-афганская дорога", "узбеко-афганская", ("UZ", "AF")),
        ("китайско-кыргызско-узбекская дорога", "китайско-кыргызско-узбекская", ("CN", "KG", "UZ")),
        ("Иссык-Кульской досталось меньше", "Иссык-Кульской", ("KG-Y",)),
    ],
)
def test_adjectives_of_areas(text: str, words: str, codes: tuple[str, ...]) -> None:
    assert ("adjective", words, codes) in found(text)


def test_adjectives_that_share_a_noun_are_an_area_each() -> None:
    text = "с Бухарской, Навоийской и Ташкентской областями"
    assert [(kind, codes) for kind, _, codes in found(text)] == [
        ("area", ("UZ-BU",)),
        ("area", ("UZ-NW",)),
        ("area", ("UZ-TO",)),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("РТ и Татарстан", "RU-TA"), ("в РТ, в Душанбе", "TJ"), ("РБ, Минск", "BY"), ("Башкирия, РБ", "RU-BA")],
)
def test_short_names_are_told_by_the_rest_of_the_text(text: str, code: str) -> None:
    assert [codes[0] for _, words, codes in found(text) if words in ("РТ", "РБ")] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "инженер Ташкентов",
        "в этой области знаний",
        "на реке Нарын",
        "улица Ташкент",
        "перу поэта",
        "чад и дым",
        "команда Астана",
        "он бухарь",
        "республика и область",
        "край стола",
    ],
)
def test_what_is_no_area(text: str) -> None:
    assert found(text) == []


def test_groups_have_no_code() -> None:
    assert found("страны Центральной Азии") == [("area", "Центральной Азии", ())]


@given(st.text(alphabet="Узбекистан РКалмы-оско йТшентбь,.«»\n", max_size=80))
def test_parts_stand_in_order_within_the_text(text: str) -> None:
    parts = find_areas(RU, text, fold(text), Span(0, len(text)))
    assert all(a.span.end <= b.span.start for a, b in pairwise(parts))
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in parts)
