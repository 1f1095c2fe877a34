"""Repair: what each step mends, what it leaves alone, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Span
from hamkor.text.repair import STEPS, repair

MENDED = [
    ("Это общее дело.Об этом шла речь", "Это общее дело. Об этом шла речь"),
    ("агентство “Степь”.Об этом", "агентство “Степь”. Об этом"),
    ("(с 2019 года).Аким", "(с 2019 года). Аким"),
    ("сказал он.»Далее", "сказал он.» Далее"),
    ('завод.Компания "Олжа".Порт', 'завод. Компания "Олжа". Порт'),
    ('Он ушёл."Мы рады", — сказал он', 'Он ушёл. "Мы рады", — сказал он'),
    ("рост 20%.Экспорт", "рост 20%. Экспорт"),
    ("в 2025.Экспорт вырос", "в 2025. Экспорт вырос"),
    ("в США.Экспорт", "в США. Экспорт"),
    ("правда?Нет", "правда? Нет"),
    ("Участники встречи обсудили:По данным банка", "Участники встречи обсудили:\nПо данным банка"),
    ("Срок:До 1 июля", "Срок: До 1 июля"),
    ("хлопок,зерно,рис", "хлопок, зерно, рис"),
    ("Узбе\u00adкис\u200bтан", "Узбекистан"),
    ("850\u00a0млн\u202fтенге", "850 млн тенге"),
    ("сотруд-\nничество", "сотрудничество"),
    ("пресс-\nслужба; это пресс-служба", "пресс-служба; это пресс-служба"),
    ("рабoта в Kазахстане", "работа в Казахстане"),
    ("рост c 2017 года", "рост с 2017 года"),
    ("Мирзие\u0308ев и Токаев, трамваи\u0306, ау\u0306ыл", "Мирзиёев и Токаев, трамвай, аўыл"),
    ("O\u0303zbekiston, s\u0327ahar", "Õzbekiston, şahar"),
    ("доро\u0301га стра\u0301ны", "дорога страны"),
    ("Нnp", "Hnp"),
    ("Тоshkent", "Toshkent"),
    ("два  слова ,  три .", "два слова, три."),
    ("Рейс открыт, - сказал он", "Рейс открыт, — сказал он"),
    ("Ташкент - столица, за 2026 - рост", "Ташкент — столица, за 2026 — рост"),
    ("Заголовок\fПервая\rВторая\u2028Третья", "Заголовок\nПервая\nВторая\nТретья"),
]
KEPT = [
    "А.Арипов и К.К.Бозумбаев",
    "т.е. завтра, т.к. сегодня",
    "3.5 млн, 17.05.2025, 1.234.567",
    "https://a.example/B.C,D?Ef=G и www.Abc.Example",
    "Kun.Uz, Gazeta.uz, Sputnik.kz",
    "press@Mail.Example",
    "IT-парк, QR-код, COVID-19, iOS",
    "С5+1, F-16, Boeing 737",
    "vitamin C и группа B",
    "«Первый» — второй",
    "Bo‘ldi, O'zbekiston, Qirgʻiziston",
    "Oʻ.Karimov va Gʻ.Aliyev",
    "Türkiye, Õzbekiston, Aljunied, José",
    "в классе A и в классе B",
    "- первый пункт\n- второй пункт",
    "от 5 - 7 тонн, пресс-служба, 5-7 тонн",
    "две\r\nстроки",
]


@pytest.mark.parametrize(("broken", "whole"), MENDED)
def test_broken_text_is_mended(broken: str, whole: str) -> None:
    assert repair(broken).text == whole


@pytest.mark.parametrize("text", KEPT)
def test_sound_text_stays(text: str) -> None:
    repaired = repair(text)
    assert (repaired.text, repaired.steps) == (text, ())


PIECES = st.sampled_from(
    [
        "дело",
        "Об",
        ".",
        " ",
        "  ",
        "\n",
        "-\n",
        "-",
        "\r",
        "\f",
        "\u00ad",
        "\u00a0",
        ",",
        "«",
        "»",
        '"',
        "cотр",
        "т.е.",
        "20%",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_every_offset_leads_back(text: str) -> None:
    repaired = repair(text)
    spans = [repaired.offsets.to_original(Span(at, at + 1)) for at in range(len(repaired.text))]
    assert [s.start for s in spans] == sorted(s.start for s in spans)
    assert all(0 <= s.start <= s.end <= len(text) for s in spans)
    if not repaired.steps:
        assert repaired.text == text


@given(st.lists(PIECES, max_size=30).map("".join))
def test_letters_and_digits_are_never_lost(text: str) -> None:
    def only(value: str) -> int:
        return sum(map(str.isalnum, value))

    assert only(repair(text).text) == only(text)


@given(st.text(max_size=60))
def test_any_text_is_survived(text: str) -> None:
    repaired = repair(text)
    if repaired.text:
        whole = repaired.offsets.to_original(Span(0, len(repaired.text)))
        assert 0 <= whole.start <= whole.end <= len(text)


def test_every_step_says_what_it_does() -> None:
    assert all(step.__doc__ for _, step in STEPS)
    assert len({name for name, _ in STEPS}) == len(STEPS)
