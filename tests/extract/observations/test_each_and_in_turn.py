"""A figure that each of several areas has, and several figures that several areas have in turn."""

from __future__ import annotations

import pytest
from tests.reading import read_text

# text, and of each figure: value, reporter, other side
EACH = [
    ("Russia and China account for 33 percent each of Uzbekistan's trade.", [(33, "UZ", "RU"), (33, "UZ", "CN")]),
    ("Russia and China each accounted for 33 percent of Uzbekistan's trade.", [(33, "UZ", "RU"), (33, "UZ", "CN")]),
    ("Exports to Russia and Kazakhstan made up 33 percent each.", [(33, None, "RU"), (33, None, "KZ")]),
    ("Kazakhstan and Kyrgyzstan received $5 million each.", [(5_000_000, "KZ", None), (5_000_000, "KG", None)]),
    ("Uzbekistan imported 2 million tonnes each from Kazakhstan and Russia.", [(2e6, "UZ", "KZ"), (2e6, "UZ", "RU")]),
    ("На Россию и Китай приходится по 33% внешней торговли Узбекистана.", [(33, "UZ", "RU"), (33, "UZ", "CN")]),
    ("Согдийская и Баткенская области выделят по 20 га земли.", [(20, "TJ-SU", None), (20, "KG-B", None)]),
    ("O‘zbekiston savdosida Rossiya va Xitoyga 33 foizdan to‘g‘ri keladi.", [(33, "UZ", "RU"), (33, "UZ", "CN")]),
    ("Ўзбекистон савдосида Россия ва Хитойга 33 фоиздан тўғри келади.", [(33, "UZ", "RU"), (33, "UZ", "CN")]),
    ("Sug‘d va Botken viloyatlarining har biri 20 gektar yer ajratadi.", [(20, "TJ-SU", None), (20, "KG-B", None)]),
    ("Қазақстан мен Қырғызстанға 5 млн доллардан бөлінді.", [(5e6, "KZ", None), (5e6, "KG", None)]),
    ("Өзбекстан саудасында Ресей мен Қытайдың әрқайсысы 33 пайыз үлеске ие.", [(33, "UZ", "RU"), (33, "UZ", "CN")]),
]

IN_TURN = [
    "Uzbekistan's exports to Kazakhstan, Kyrgyzstan and Tajikistan were $1.2bn, $300m and $500m, respectively.",
    "Uzbekistan exported $1.2bn, $300m and $500m in goods to Kazakhstan, Kyrgyzstan and Tajikistan, respectively.",
    "Экспорт Узбекистана в Казахстан, Кыргызстан и Таджикистан составил соответственно $1,2 млрд, $300 млн и $500 млн.",
    "O‘zbekistonning Qozog‘iston, Qirg‘iziston va Tojikistonga eksporti mos ravishda 1,2 mlrd, 300 mln va 500 mln "
    "dollarni tashkil etdi.",
    "Ўзбекистоннинг Қозоғистон, Қирғизистон ва Тожикистонга экспорти мос равишда 1,2 млрд, 300 млн ва 500 млн "
    "долларни ташкил этди.",
    "Өзбекстанның Қазақстанға, Қырғызстанға және Тәжікстанға экспорты тиісінше 1,2 млрд, 300 млн және 500 млн "
    "долларды құрады.",
]


def list_sides(text: str) -> list[tuple[float, str | None, str | None]]:
    return [(float(o.obs_value), o.ref_area, o.counterpart_area) for o in read_text(text).observations]


@pytest.mark.parametrize(("text", "wanted"), EACH)
def test_each_has_as_much(text: str, wanted: list[tuple[float, str | None, str | None]]) -> None:
    assert list_sides(text) == wanted


def test_a_share_of_each_is_of_the_whole_of_another() -> None:
    for share in read_text("На Россию и Китай приходится по 33% внешней торговли Узбекистана.").observations:
        assert share.part_of
        assert (share.part_of.ref_area, share.part_of.counterpart_area) == ("UZ", None)


@pytest.mark.parametrize("text", IN_TURN)
def test_figures_in_turn_are_of_areas_in_turn(text: str) -> None:
    assert list_sides(text) == [(1.2e9, "UZ", "KZ"), (3e8, "UZ", "KG"), (5e8, "UZ", "TJ")]


@pytest.mark.parametrize(
    "text",
    [
        "Узбекистан и Казахстан торгуют на 5 млн долларов.",
        "Qozog‘iston va O‘zbekiston savdosi 5 mln dollardan oshdi.",
        "Қазақстан мен Өзбекстан саудасы 5 млн доллардан асты.",
        "Trade of Kazakhstan and Uzbekistan reached $5 million.",
    ],
)
def test_what_two_have_together_is_one_figure(text: str) -> None:
    assert len(list_sides(text)) == 1
