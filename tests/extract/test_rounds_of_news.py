"""A round of news from several regions of one country: each paragraph is of the region that it begins with."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document


def sides(text: str) -> list[tuple[str | None, str | None]]:
    found = read_document(Document(id="x", text=text, digest="0", published="2025-11-14")).statements
    return [(o.ref_area, o.counterpart_area) for o in found.observations]


ROUNDS = [
    "Товарооборот Намангана с Казахстаном достиг 120 млн долларов. В области работают 45 казахстанских предприятий.\n\n"
    "Новости есть и в Андижане. Торговля с Кыргызстаном составила 95 млн долларов, экспорт достиг 60 млн.\n\n"
    "В Фергане приняли делегацию Таджикистана. Стороны подписали контракты на 30 млн долларов.",
    "Namangan's trade with Kazakhstan reached $120 million. There are 45 Kazakh companies in the region.\n\n"
    "There is news in Andijan, too. Trade with Kyrgyzstan came to $95 million and exports reached $60 million.\n\n"
    "In Fergana a delegation from Tajikistan was received. The sides signed contracts worth $30 million.",
    "Наманганның Қазақстанмен саудасы 120 млн долларға жетті. Облыста 45 қазақ кәсіпорны жұмыс істейді.\n\n"
    "Әндіжанда да жаңалық бар. Қырғызстанмен сауда 95 млн доллар болды, экспорт 60 млн долларға жетті.\n\n"
    "Ферғанада Тәжікстан делегациясы қабылданды. Тараптар 30 млн долларлық келісімшарттарға қол қойды.",
    "Namanganda Qozog‘iston bilan savdo 120 mln dollarga yetdi. Viloyatda 45 ta qozoq korxonasi ishlamoqda.\n\n"
    "Andijonda ham yangiliklar bor. Qirg‘iziston bilan savdo 95 mln dollar bo‘ldi, eksport 60 mln dollarga yetdi.\n\n"
    "Farg‘onada Tojikiston delegatsiyasi qabul qilindi. Tomonlar 30 mln dollarlik shartnomalar imzoladi.",
    "Наманганда Қозоғистон билан савдо 120 млн долларга етди. Вилоятда 45 та қозоқ корхонаси ишламоқда.\n\n"
    "Андижонда ҳам янгиликлар бор. Қирғизистон билан савдо 95 млн доллар бўлди, экспорт 60 млн долларга етди.\n\n"
    "Фарғонада Тожикистон делегацияси қабул қилинди. Томонлар 30 млн долларлик шартномалар имзолади.",
]


@pytest.mark.parametrize("text", ROUNDS)
def test_each_paragraph_is_of_the_region_it_begins_with(text: str) -> None:
    expected = [("UZ-NG", "KZ"), ("UZ-NG", "KZ"), ("UZ-AN", "KG"), ("UZ-AN", "KG"), ("UZ-FA", "TJ")]
    assert sides(text) == expected


def test_a_text_about_one_region_stays_with_it_wherever_it_was_told() -> None:
    text = (
        "Товарооборот Намангана с Казахстаном достиг 120 млн долларов. В области работают 45 предприятий.\n\n"
        "Об этом сказали на форуме в Андижане. Экспорт в Казахстан составил 60 млн долларов."
    )
    assert sides(text)[-1] == ("UZ-NG", "KZ")
