"""Whose share in whose trade, in every language and order."""

from __future__ import annotations

import pytest

from hamkor.model import Document, PartOf
from hamkor.pipeline import read_document

OF_IMPORTS = ("KZ", "CN", PartOf("imports", "KZ", None))
OF_TRADE = ("KZ-61", "UZ", PartOf("trade_turnover", "KZ-61", None))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Доля Китая в импорте Казахстана снизилась до 29 процентов.", OF_IMPORTS),
        ("В импорте Казахстана доля Китая составила 29 процентов.", OF_IMPORTS),
        ("China's share of Kazakhstan's imports stood at 29 percent.", OF_IMPORTS),
        ("The share of China in Kazakhstan's imports is 29 percent.", OF_IMPORTS),
        ("Хитойнинг Қозоғистон импортидаги улуши 29 фоизни ташкил этди.", OF_IMPORTS),
        ("Қытайдың Қазақстан импортындағы үлесі 29 пайызға жетті.", OF_IMPORTS),
        ("Доля Узбекистана во внешней торговле Туркестанской области достигла 21%.", OF_TRADE),
        ("Oʻzbekistonning Turkiston viloyati tashqi savdosidagi ulushi 21 foizga yetdi.", OF_TRADE),
        ("Түркістан облысының сыртқы саудасында Өзбекстанның үлесі 21 пайыз болды.", OF_TRADE),
    ],
)
def test_the_owner_of_the_whole_stands_nearest_to_its_word(text: str, told: tuple[str, str, PartOf]) -> None:
    (figure,) = read(text)
    assert (figure.measure, figure.ref_area, figure.counterpart_area, figure.part_of) == ("share", *told)


@pytest.mark.parametrize(
    "text",
    [
        "Доля Алматы в товарообороте Казахстана с Узбекистаном — 21%.",  # a region's share of its country's trade
        "Доля Казахстана в экспорте узбекских фруктов в Россию — 15%.",  # three areas
        "Экспорт Казахстана в Китай вырос на 29%.",  # no share
    ],
)
def test_other_figures_keep_their_sides(text: str) -> None:
    (figure,) = read(text)
    assert figure.part_of is None or figure.part_of.counterpart_area is not None


def read(text: str) -> tuple:  # type: ignore[type-arg]
    return read_document(Document("probe", text, "0", published="2025-11-20")).statements.observations
