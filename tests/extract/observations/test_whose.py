"""What a share is part of, and how areas stand in a title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hamkor.extract.observations.about.weights import Weights
from hamkor.extract.parts import AreaMention
from hamkor.model import Observation

Observe = Callable[..., list[Observation]]


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        (
            "Атырауская область и Россия",
            "В 2024 году товарооборот составил 300 млн долларов. Треть этой суммы — уголь.",
            ("trade_turnover", "KZ-23", "RU"),
        ),
        (
            "Узбекистан и Казахстан",
            "В узбекском экспорте в Казахстан половина пришлась на хлопок.",
            ("exports", "UZ", "KZ"),
        ),
        (
            "Внешняя торговля Хорезмской области",
            "В 2024 году внешнеторговый оборот Хорезмской области составил 400 млн долларов, 30% оборота — мебель.",
            ("trade_turnover", "UZ-XO", None),
        ),
        (
            "Хорезм торгует с соседями",
            "В 2024 году Хорезмская область экспортировала в Туркменистан товаров на 40 млн долларов. Это 12,5% всего "
            "экспорта Узбекистана в эту страну.",
            ("exports", "UZ", "TM"),
        ),
    ],
)
def test_the_whole_of_a_share(observe: Observe, title: str, text: str, whole: tuple[str, str, str | None]) -> None:
    part_of = observe(text, title)[-1].part_of
    assert part_of is not None
    assert (part_of.indicator, part_of.ref_area, part_of.counterpart_area) == whole


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("В Казахстане работает 640 предприятий с турецким капиталом. Из них 310 — в Алматы.", ("KZ-75", "TR")),
        ("В Шымкенте работает 310 предприятий с турецким капиталом. Всего по Казахстану таких 640.", ("KZ", "TR")),
    ],
)
def test_some_of_what_was_counted_keep_its_other_side(observe: Observe, text: str, sides: tuple[str, str]) -> None:
    last = observe(text)[-1]
    assert {last.ref_area, last.counterpart_area} == set(sides)


def test_a_percent_right_after_a_growth_tells_it_once_more(observe: Observe) -> None:
    told = observe("Импорт Кыргызстана из Турции в 2024 году сократился на 40 млн долларов, или 11%.")
    assert [(o.measure, int(o.obs_value)) for o in told] == [("change_abs", -40_000_000), ("change", -11)]


def test_a_city_stands_for_the_region_that_bears_its_name() -> None:
    weights = Weights()
    city, region = AreaMention(("UZ-TK",), "Ташкент", "city"), AreaMention(("UZ-TO",), "Ташкентская область", "region")
    for mention, told, weight in ((city, False, 8), (region, True, 4)):
        weights.add(mention.codes[0], weight)
        weights.name(mention, told=told)
    assert weights.heaviest("UZ") == "UZ-TO"


def test_a_region_acts_by_its_governor_unless_the_country_acts() -> None:
    weights = Weights()
    weights.add("KZ", 5)
    weights.add("KZ-31", 1)
    weights.act("KZ-31", "governor")
    assert weights.heaviest("KZ") == "KZ-31"
    weights.act("KZ", "minister")
    assert weights.heaviest("KZ") == "KZ"


def test_where_the_governors_of_many_regions_meet_is_only_a_place() -> None:
    weights = Weights()
    for code, role in (("UZ", "by"), ("KZ", "by"), ("KZ-61", "to")):
        weights.add(code, 8)
        weights.title(code, role)
    for code in ("KZ-61", "UZ-TO"):
        weights.act(code, "governor")
    assert weights.heaviest("KZ") == "KZ-61"
    weights.act("UZ-SI", "governor")
    assert weights.heaviest("KZ") == "KZ"
