"""Quantities in their sentences: what is marked, what it counts, what beside it qualifies it, and what is no figure."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.extract.numbers.quantities import find_quantities
from hamkor.grammar import Part, load_language
from hamkor.model import Span
from hamkor.text.fold import fold

RUSSIAN = load_language("ru")


def find(text: str) -> list[Part]:
    return find_quantities(RUSSIAN, text, fold(text), Span(0, len(text)))


def marked(text: str) -> list[str]:
    return [part.span.within(text) for part in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("достиг $850 млн, что составляет около одной пятой", ["$850 млн", "одной пятой"]),
        ("рост «60%»-дан ошди", ["60%"]),
        ("820 млн долл. США, или 12,6% всей суммы", ["820 млн долл. США", "12,6%"]),
        ("запустили три новых авиамаршрута", ["три новых авиамаршрута"]),
        ("действуют порядка 4 тыс. предприятий", ["4 тыс."]),
        ("нарастили вложения в 3,5 раза, до $189,6 млн", ["в 3,5 раза", "$189,6 млн"]),
        ("летает раз в неделю", ["раз в неделю"]),
        ("рейсов стало больше: с 24 до 35", ["24", "35"]),
        ("экспорт — 253,2 млн, импорт — 168,7 млн", ["253,2 млн", "168,7 млн"]),
        ("около\u00a0700\u00a0миллионов", ["700\u00a0миллионов"]),
        ("оборот $15 млрд. Это рекорд", ["$15 млрд"]),
        ("купили 12,5 млн. долларов США", ["12,5 млн. долларов США"]),
        ("Восемь из них сданы, остальные 33 реализуют", ["Восемь", "33"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("учатся четыре тысячи казахстанских студентов", ("count", "person", "students", "казахстанских студентов")),
        ("реализуют семь проектов", ("count", "COUNT", "projects_count", "проектов")),
        ("подписали 76 документов", ("count", "COUNT", "agreements_count", "документов")),
        ("создадут 200 рабочих мест", ("count", "person", "jobs", "рабочих мест")),
        ("приехали 1,5 млн туристов", ("count", "person", "tourists", "туристов")),
        ("возвели восемь производственных зданий", ("count", "COUNT", "other", "производственных зданий")),
        ("выполнят два рейса в неделю", ("count", "COUNT", "flights", "рейса")),
        ("в области 12 агрохолдингов", ("count", "COUNT", "other", "агрохолдингов")),
        ("поставили 253,2 млн инвестиций", ("number", None, None, "инвестиций")),
        ("площадь 100 га", ("measure", "ha", None, None)),
        ("сократился на четверть", ("fraction", "PCT", None, None)),
        ("вырос вдвое", ("times", "TIMES", None, None)),
        ("вырос на 5%", ("percent", "PCT", None, None)),
        ("выделил 12 млрд евро", ("money", "EUR", None, None)),
    ],
)
def test_says_what_is_counted(text: str, expected: tuple[str | None, ...]) -> None:
    [part] = find(text)
    assert (part.kind, part.value.unit, part.value.indicator, part.value.noun) == expected


@pytest.mark.parametrize(
    ("text", "qualifier", "means", "qualified"),
    [
        ("увеличился более чем на 20%", "over", "over", "более чем на 20%"),
        ("вырос почти в пять раз", "about", "nearly", "почти в пять раз"),
        ("100 с лишним человек", "over", "over", "100 с лишним человек"),
        ("20 млн долларов с небольшим", "over", "over", "20 млн долларов с небольшим"),
        ("рост до 15%", "exact", "open", "до 15%"),
        ("больше на 20%", "exact", "exact", None),
        ("больше 20%", "over", "over", "больше 20%"),
        ("выше на 11,2%", "exact", "exact", None),
        ("около $700 млн", "about", "about", "около $700 млн"),
    ],
)
def test_says_how_exactly_it_is_meant(text: str, qualifier: str, means: str, qualified: str | None) -> None:
    [part] = find(text)
    value = part.value
    assert (value.qualifier, value.means) == (qualifier, means)
    assert (value.qualified.within(text) if value.qualified else None) == qualified


def test_an_amount_in_brackets_is_as_exact_as_the_one_it_converts() -> None:
    first, second = find("примерно 90 млн сомов (1 млн долларов)")
    assert (first.value.qualifier, second.value.qualifier) == ("about", "about")


@pytest.mark.parametrize(
    ("text", "value"),
    [("импорт, минус 9,7 %", "-9.7"), ("импорт (+38,9%)", "38.9"), ("импорт — 9,7%", "9.7"), ("импорт (−5%)", "-5")],
)
def test_signs(text: str, value: str) -> None:
    [part] = find(text)
    assert part.value.value == Decimal(value)


@given(st.text(alphabet="0123456789²٣ ,.-–%$()№/+:°\nмлнрдтысдопятьдвараза", max_size=80))
def test_any_text_gives_parts_in_order_with_values_within_bounds(text: str) -> None:
    parts = find(text)
    for part in parts:
        assert 0 <= part.span.start < part.span.end <= len(text)
        assert part.value.bounds.low <= part.value.value <= part.value.bounds.high
    assert all(one.span.end <= other.span.start for one, other in pairwise(parts))


@given(st.integers(3, 999), st.sampled_from(["млн", "млрд", "тыс."]), st.sampled_from(["долларов", "евро", "тенге"]))
def test_a_sentence_around_changes_nothing(number: int, scale: str, currency: str) -> None:
    alone = f"{number} {scale} {currency}"
    [part] = find(f"В сентябре 2025 года вложили {alone}, сообщил министр.")
    assert (part.span.end - part.span.start, part.value) == (len(alone), find(alone)[0].value)
