"""Lists whose unit, and what they are of, is told once: above them, or with their last item."""

from __future__ import annotations

import pytest

from hamkor.model import Document, Observation
from hamkor.pipeline import read_document


def read(text: str) -> list[Observation]:
    document = Document(id="list", text=text, published="2025-11-20", digest="0")
    found = list(read_document(document).statements.observations)
    assert all(text[f.evidence.start : f.evidence.end] == f.evidence.exact for f in found)
    return found


def tell(figure: Observation) -> str:
    areas = f"{figure.ref_area}-{figure.counterpart_area}"
    return f"{figure.indicator} {figure.obs_value:f} {figure.unit_measure} {areas} {figure.time_period}"


HEADED = [
    "Экспорт Узбекистана в 2024 году (млн долларов):\n\nКазахстан — 1 250\n\nКыргызстан — 620,5",
    "Экспорт Узбекистана в 2024 году, в млн долларов США:\n\n- Казахстан — 1 250;\n\n- Кыргызстан — 620,5.",
    "Exports of Uzbekistan in 2024, in million dollars:\n\nKazakhstan - 1,250\n\nKyrgyzstan - 620.5",
    "2024 жылы Өзбекстанның экспорты, млн доллар:\n\nҚазақстан – 1 250;\n\nҚырғызстан – 620,5.",
    "2024-yilda O‘zbekiston eksporti, mln dollar:\n\nQozog‘iston — 1 250;\n\nQirg‘iziston — 620,5.",
    "2024 йилда Ўзбекистон экспорти, млн доллар:\n\nҚозоғистон — 1 250;\n\nҚирғизистон — 620,5.",
]


@pytest.mark.parametrize("text", HEADED)
def test_the_line_above_tells_unit_indicator_owner_and_time(text: str) -> None:
    assert [tell(f) for f in read(text)] == ["exports 1250000000 USD UZ-KZ 2024", "exports 620500000 USD UZ-KG 2024"]


def test_thousands_of_people_may_look_like_years() -> None:
    text = "Число туристов в Узбекистане в 2024 году, тыс. человек:\n\n— Таджикистан — 2300;\n\n— Казахстан — 1900."
    wanted = ["tourists 2300000 person UZ-TJ 2024", "tourists 1900000 person UZ-KZ 2024"]
    assert [tell(f) for f in read(text)] == wanted


LAST = [
    "В 2024 году в Самарканд приехали:\n\n- из Кыргызстана — 176 тысяч;\n\n- из России — 88 тысяч туристов.",
    "2024-yilda Samarqandga kelganlar:\n\n– Qirgʻizistondan — 176 ming;\n\n– Rossiyadan — 88 ming nafar sayyoh.",
]


@pytest.mark.parametrize("text", LAST)
def test_the_last_item_tells_what_all_count(text: str) -> None:
    found = read(text)
    assert [(f.indicator, f.obs_value, f.unit_measure) for f in found] == [
        ("tourists", 176_000, "person"),
        ("tourists", 88_000, "person"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Участники (стран):\n\nКазахстан — 12;\n\nУзбекистан — 8.",
        "Встреча прошла, в том числе:\n\nОтдел торговли — 12;\n\nОтдел связи — 8.",
        "Телефоны, по будням:\n\nПриёмная — 250;\n\nКанцелярия — 251.",
    ],
)
def test_a_line_without_a_unit_lends_none(text: str) -> None:
    assert read(text) == []


def test_a_row_with_a_unit_of_its_own_keeps_it() -> None:
    text = "Экспорт Узбекистана в 2024 году, млн долларов:\n\nКазахстан — 1 250\n\nКыргызстан — 90 тыс. тонн"
    assert [(f.unit_measure, f.obs_value) for f in read(text)] == [("USD", 1_250_000_000), ("t", 90_000)]
