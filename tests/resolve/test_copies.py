"""Reprints told apart from reports of their own, and which of them was first."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hamkor.model import NEGATIVE, POSITIVE
from hamkor.resolve.copies import KIND, compare_copies, find_original, take_copy
from hamkor.resolve.grouping import group_tellings
from hamkor.resolve.telling import Telling
from hamkor.resolve.wordprints import get_print

RELEASE = """Город Тараз и Таласская область откроют центр обмена семенами. Соглашение подписали 4 марта в Таразе
руководители управлений сельского хозяйства. Центр займёт здание бывшей мельницы, на ремонт выделят 320 млн тенге.
Хранилище вместит 900 тонн зерна. «Мы хотим, чтобы фермер не искал семена за тысячу километров», — сказал начальник
управления Ермек Досаев. За прошлый год стороны обменялись партиями на 41 млн тенге. Первых посетителей центр примет
осенью, когда закончится уборка. Кроме того, агрономы двух областей будут дважды в год встречаться на опытных полях."""
OTHER = """Таласские крестьяне получат доступ к казахстанским сортам пшеницы. Об этом рассказали в мэрии Таласа после
поездки делегации в Тараз. «Мы хотим, чтобы фермер не искал семена за тысячу километров», — сказал начальник
управления Ермек Досаев. Под хранилище отдали старую мельницу, где поместится 900 тонн. Местные жители надеются, что
вместе с семенами придут и покупатели: прошлым летом помидоры сгнили у дороги."""
LATIN = """Qarshi shahrida tikuvchilik kollejining yangi binosi ochildi. Marosimda Panjakent shahridan kelgan mehmonlar
ham qatnashdi. Bino 340 o‘quvchiga mo‘ljallangan, uning qurilishiga 12 milliard so‘m sarflandi. O‘quv yili sentabrda
boshlanadi, har bir guruhda o‘n besh kishi o‘qiydi."""
CYRILLIC = """Қарши шаҳрида тикувчилик коллежининг янги биноси очилди. Маросимда Панжакент шаҳридан келган меҳмонлар
ҳам қатнашди. Бино 340 ўқувчига мўлжалланган, унинг қурилишига 12 миллиард сўм сарфланди. Ўқув йили сентябрда
бошланади, ҳар бир гуруҳда ўн беш киши ўқийди."""
SPARE = ("вечером", "днём", "тихо", "новый", "склад", "речной", "пояс", "осень", "обед", "хлеб", "сосед", "берег")


def tell(id: str, words: str, *, day: int | None = 5, language: str = "ru", **source: str) -> Telling:
    published = date(2025, 3, day) if day else None
    credited = (source["credited"],) if "credited" in source else ()
    return Telling(id, id, published, source.get("publisher", id), credited, language, None, words)


def compare(left: Telling, right: Telling) -> str:
    one, other = take_copy(left), take_copy(right)
    assert one
    assert other
    assert compare_copies(one, other) == compare_copies(other, one)
    return compare_copies(one, other).judgement


def get_sentences() -> list[str]:
    return RELEASE.replace("\n", " ").split(". ")


@pytest.mark.parametrize("kept", [slice(0, 4), slice(3, 7), slice(0, 7, 2), slice(0, 3)])
def test_a_shortened_text_is_a_copy(kept: slice) -> None:
    assert compare(tell("a", RELEASE), tell("b", ". ".join(get_sentences()[kept]), day=6)) == POSITIVE


def test_a_paragraph_put_in_and_a_new_beginning_leave_a_copy() -> None:
    put_in = "Напомним, весной мост через реку закрывали на ремонт, и грузовики стояли в очереди. "
    moved = ". ".join([*get_sentences()[4:], put_in, *get_sentences()[:4]])
    assert compare(tell("a", RELEASE), tell("b", moved, day=6)) == POSITIVE


def test_the_other_script_is_a_copy() -> None:
    assert compare(tell("a", LATIN, language="uz-Latn"), tell("b", CYRILLIC, language="uz-Cyrl")) == POSITIVE


def test_a_report_of_its_own_with_the_same_words_said_is_none() -> None:
    assert compare(tell("a", RELEASE), tell("b", OTHER)) != POSITIVE


def test_another_language_is_none() -> None:
    assert compare(tell("a", RELEASE), tell("b", RELEASE, language="kk")) == NEGATIVE


def test_next_months_report_in_the_same_form_is_none() -> None:
    form = "За {} месяцев порт Кульсай перевалил {} тыс. тонн: зерна {} тыс., металла {} тыс., нефти {} тыс. тонн."
    assert (
        compare(tell("a", form.format(3, 41, 18, 12, 11)), tell("b", form.format(4, 57, 22, 19, 16), day=29))
        != POSITIVE
    )


def test_a_long_text_that_holds_an_earlier_short_one_is_no_copy_of_it() -> None:
    short, long = ". ".join(get_sentences()[:2]), RELEASE + OTHER
    assert compare(tell("a", short, day=4), tell("b", long, day=6)) != POSITIVE


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from((0.05, 0.1)))
@example(1027, 0.1)  # three of the four numbers are among the words changed
def test_a_text_with_words_changed_is_found(seed: int, edits: float) -> None:
    chance = random.Random(seed)
    words = " ".join(chance.choice(SPARE) if chance.random() < edits else word for word in RELEASE.split())
    groups = group_tellings(KIND, [tell("a", RELEASE), tell("b", words), tell("c", OTHER)])
    assert groups == {"a": "a", "b": "a", "c": "c"}


@settings(max_examples=40, deadline=None)
@given(st.permutations("abcde"))
def test_the_order_makes_no_difference(order: list[str]) -> None:
    told = {
        "a": tell("a", RELEASE, day=4),
        "b": tell("b", ". ".join(get_sentences()[:4])),
        "c": tell("c", ". ".join(get_sentences()[2:]), day=6),
        "d": tell("d", OTHER),
        "e": tell("e", LATIN, language="uz-Latn"),
    }
    assert group_tellings(KIND, [told[id_] for id_ in order]) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "e"}


def test_who_is_credited_was_first_even_without_a_day() -> None:
    source = tell("z", RELEASE, day=None, publisher="ИА “Талас-пресс”")
    copies = [tell("a", RELEASE, day=4, credited="Талас-пресс"), tell("b", RELEASE, credited="Talas press")]
    assert find_original([*copies, source]) == "z"


def test_the_original_is_never_a_copy_of_a_copy() -> None:
    first = tell("a", RELEASE, day=5, publisher="Сарысу")
    second = tell("b", RELEASE, day=5, publisher="Мойынкум", credited="Сарысу")
    third = tell("c", RELEASE, day=5, publisher="Кордай", credited="Мойынкум")
    for members in ([first, second, third], [third, second, first]):
        assert find_original(members) == "a"


def test_without_credit_the_earliest_then_the_longest_was_first() -> None:
    short = ". ".join(get_sentences()[:3])
    assert find_original([tell("a", RELEASE, day=6), tell("b", short, day=5)]) == "b"
    assert find_original([tell("a", short), tell("b", RELEASE)]) == "b"
    assert find_original([tell("a", RELEASE, day=None), tell("b", short, day=9)]) == "b"


def test_a_text_of_a_few_words_is_not_searched() -> None:
    assert take_copy(tell("a", "Подробности позже.")) is None
    assert find_original([tell("b", "Подробности позже.")]) == "b"


def test_a_print_keeps_words_alone() -> None:
    assert get_print("Мост — открыт!", "ru") == get_print("мост, открыт", "ru")
    assert get_print("слово", "xx") == get_print("Слово", "xx")
    assert take_copy(replace(tell("a", RELEASE), publisher=None)) is not None
