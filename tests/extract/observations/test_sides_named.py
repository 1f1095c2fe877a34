"""Whose a figure is, where a name stands for something else: a way, a seat of government, a partner's share."""

from __future__ import annotations

import pytest

from hamkor.model import Document, Observation
from hamkor.pipeline import read_document


def read(text: str, title: str) -> list[Observation]:
    document = Document(id="sides", text=text, title=title, published="2025-12-28", digest="0")
    return list(read_document(document).statements.observations)


def sides(text: str, title: str) -> list[tuple[str | None, str | None]]:
    return [(o.ref_area, o.counterpart_area) for o in read(text, title)]


def test_a_way_of_three_countries_is_nobodys() -> None:
    text = "Kyrgyzstan is digging tunnels. It has begun 18 tunnels of the China-Kyrgyzstan-Uzbekistan railway."
    assert sides(text, "Tunnels advance on China-Kyrgyzstan-Uzbekistan railway") == [("KG", None)]


def test_what_a_city_has_is_the_citys() -> None:
    text = "Almaty Mayor Darkhan Satybaldy met an envoy. The city is home to 129 Kazakh-Uzbek joint ventures."
    assert sides(text, "Almaty and Uzbekistan expand ties") == [("KZ-75", "UZ")]


def test_who_accounts_for_a_share_is_the_partner() -> None:
    text = "Afghanistan accounted for 60 percent of Kazakhstan's flour exports."
    [share] = read(text, "Kazakhstan sells flour to Afghanistan")
    assert (share.ref_area, share.counterpart_area, share.part_of and share.part_of.ref_area) == ("KZ", "AF", "KZ")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Trade grew 5% on 2024, to $40 million in January-May 2025.", "2025-01/2025-05"),
        ("In 2024 trade grew 5% from 2023.", "2024"),
        ("Trade reached $40 million in 2024, more than in 2023.", "2024"),
    ],
)
def test_what_a_figure_is_compared_with_is_not_its_time(text: str, period: str) -> None:
    assert str(read(text, "Kazakhstan and Uzbekistan trade")[-1].time_period) == period


def test_a_capital_of_the_title_stands_for_the_state_whose_minister_acts() -> None:
    text = "Turkmen Culture Minister Aman Berdiyev opened the days. The programme includes nine concerts."
    assert set(*sides(text, "Bukhara and Ashgabat hold days of culture")) == {"UZ-BU", "TM"}


def test_what_is_sent_to_a_city_of_either_country_is_sent_to_the_country() -> None:
    text = "Kazakhstan will ship 200,000 tonnes of coal to Bishkek."
    assert set(*sides(text, "Kyrgyzstan and Kazakhstan agree on coal")) == {"KG", "KZ"}


@pytest.mark.parametrize(
    "text",
    [
        "Almaty has a plant. In Almaty 34% of the waste is recycled.",
        "The plant in Almaty can process 900 tonnes of waste a day, 38% of it paper.",
    ],
)
def test_a_share_of_what_a_place_has_is_the_places_alone(text: str) -> None:
    assert sides(text, "Almaty and Bishkek discuss waste")[-1] == ("KZ-75", None)


@pytest.mark.parametrize(
    ("text", "title", "partner"),
    [
        ("Turkmenistan came second. Deliveries there grew to $40 million.", "Kyrgyz trade with neighbours", "TM"),
        ("На втором месте Туркменистан. Экспорт туда вырос до 40 млн долларов.", "Торговля Кыргызстана", "TM"),
        ("Ikkinchi oʻrinda Turkmaniston. Bu mamlakatga eksport 40 mln dollarga yetdi.", "Qirgʻiziston savdosi", "TM"),
        ("Екінші орында Түрікменстан. Бұл елге экспорт 40 млн долларға жетті.", "Қырғызстан саудасы", "TM"),
    ],
)
def test_words_that_point_back_mean_the_country_named_last(text: str, title: str, partner: str) -> None:
    assert sides(text, title) == [("KG", partner)]


def test_trade_of_a_city_with_a_country_is_the_citys_though_its_country_is_named() -> None:
    text = (
        "Trade between Bukhara and Turkmenistan was $85 million, a fifth of the trade of Uzbekistan with Turkmenistan."
    )
    assert [set(pair) for pair in sides(text, "")] == [{"UZ-BU", "TM"}] * 2
    capital = "Turkmenistan's trade with Tashkent grew to $1.1 billion."
    assert set(*sides(capital, "Turkmenistan and Uzbekistan count their trade")) == {"TM", "UZ"}
