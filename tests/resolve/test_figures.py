"""Tellings of one published figure joined, and what only looks like it kept apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.model import NEGATIVE, POSITIVE, Observation, PartOf
from hamkor.model.evidence import Span, get_evidence
from hamkor.model.period import parse_period
from hamkor.resolve.facts import find_subject, take_fact
from hamkor.resolve.figures import KIND, compare_facts, find_fact_keys
from hamkor.resolve.grouping import group_tellings
from hamkor.resolve.telling import Telling

WORDS = "Рейс."


def tell(id: str, low: float, high: float, **told: Any) -> Telling:
    """A figure between two bounds; trade of Navoi and Turkistan in 2024 where nothing else is told."""
    words = told.pop("words", WORDS)
    day, title = told.pop("day", date(2025, 3, 1)), told.pop("title", None)
    period = told.pop("period", "2024")
    fields: dict[str, Any] = {
        "indicator": "trade_turnover",
        "subject": None,
        "measure": "level",
        "unit_measure": "USD",
        "qualifier": "exact",
        "ref_area": "UZ-NW",
        "counterpart_area": "KZ-61",
        "status": "actual",
        "part_of": None,
        **told,
    }
    value = fields.pop("value", (Decimal(str(low)) + Decimal(str(high))) / 2)
    figure = Observation(
        obs_value=Decimal(str(value)),
        low=Decimal(str(low)),
        high=Decimal(str(high)),
        time_period=parse_period(period) if period else None,
        evidence=get_evidence(words, Span(0, len(words)), digest="0"),
        **fields,
    )
    return Telling(id, id, day, None, (), "ru", title, words, figure)


def judge(left: Telling, right: Telling) -> str:
    one, other = take_fact(left), take_fact(right)
    assert one
    assert other
    assert compare_facts(one, other) == compare_facts(other, one)
    return compare_facts(one, other).judgement


def test_however_rounded_it_is_one_figure() -> None:
    told = [tell("a", 187.25, 187.35), tell("b", 187, 188), tell("c", 182, 192), tell("d", 186.5, 187.5)]
    assert set(group_tellings(KIND, told).values()) == {"a"}


@pytest.mark.parametrize(
    "other",
    [
        {"period": "2024-01/2024-11"},
        {"indicator": "exports"},
        {"counterpart_area": "KZ-79"},
        {"unit_measure": "KZT"},
        {"measure": "change_abs"},
        {"measure": "change", "unit_measure": "PCT"},
    ],
)
def test_another_time_indicator_side_or_unit_is_another_figure(other: dict[str, Any]) -> None:
    assert judge(tell("a", 187, 188), tell("b", 187, 188, **other)) == NEGATIVE


def test_a_region_is_not_its_country_however_near_the_numbers() -> None:
    assert judge(tell("a", 3.0e9, 4.0e9), tell("b", 3.35e9, 3.45e9, ref_area="UZ", counterpart_area="KZ")) == NEGATIVE


def test_a_side_told_less_closely_is_one_where_the_number_is_the_same_to_three_digits() -> None:
    assert judge(tell("a", 187.25, 187.35), tell("b", 187.25, 187.35, ref_area="UZ")) == POSITIVE


def test_two_numbers_are_not_joined_over_a_third_that_both_may_be() -> None:
    told = [tell("a", 3.35, 3.45), tell("b", 3.85, 3.95), tell("m", 3, 4)]
    groups = group_tellings(KIND, told)
    assert groups["a"] != groups["b"]


def test_numbers_that_only_touch_are_two() -> None:
    flight = {"indicator": "flights", "unit_measure": "COUNT", "period": None}
    assert judge(tell("a", 1.5, 2.5, **flight), tell("b", 2.5, 3.5, **flight)) == NEGATIVE


def test_units_that_convert_exactly_are_one() -> None:
    cargo = {"indicator": "cargo", "subject": "рис"}
    assert (
        judge(tell("a", 17500, 18500, unit_measure="t", **cargo), tell("b", 1.75e7, 1.85e7, unit_measure="kg", **cargo))
        == POSITIVE
    )
    assert (
        judge(
            tell("a", 1.95, 2.05, measure="multiple", unit_measure="TIMES"),
            tell("b", 99.5, 100.5, measure="change", unit_measure="PCT"),
        )
        == POSITIVE
    )


def test_other_goods_are_another_figure() -> None:
    flour, wheat = (
        tell(goods, 17500, 18500, indicator="exports", unit_measure="t", subject=goods) for goods in ("мука", "пшеница")
    )
    assert judge(flour, wheat) == NEGATIVE


def test_a_share_of_another_whole_is_another_figure() -> None:
    share = {"measure": "share", "unit_measure": "PCT"}
    whole = PartOf("trade_turnover", "UZ", "KZ")
    own, other = PartOf("trade_turnover", "UZ-NW", None), PartOf("trade_turnover", "KZ", "RU")
    assert (
        judge(tell("a", 11.5, 12.5, part_of=whole, **share), tell("b", 11.5, 12.5, part_of=whole, **share)) == POSITIVE
    )
    assert judge(tell("a", 11.5, 12.5, part_of=other, **share), tell("b", 11.5, 12.5, part_of=own, **share)) == NEGATIVE


def test_an_untold_time_is_completed_only_by_the_same_news() -> None:
    whole = tell("a", 187, 188)
    assert judge(whole, tell("b", 187, 188, period=None, day=date(2025, 3, 3))) == POSITIVE
    assert judge(whole, tell("b", 187, 188, period=None, day=date(2025, 8, 3))) != POSITIVE


def test_flights_of_two_lines_are_two_figures() -> None:
    flight = {
        "indicator": "flights",
        "unit_measure": "COUNT",
        "period": None,
        "counterpart_area": "UZ",
        "ref_area": "KZ",
    }
    one = tell("a", 1.5, 2.5, words="Самолёты рейса Актау — Нукус летают дважды в неделю.", **flight)
    other = tell("b", 1.5, 2.5, words="Самолёты рейса Шымкент — Навои летают дважды в неделю.", **flight)
    again = tell(
        "c", 1.5, 2.5, words="Рейс Нукус — Актау: самолёты летают дважды в неделю.", day=date(2025, 6, 1), **flight
    )
    assert judge(one, other) == NEGATIVE
    assert judge(one, again) == POSITIVE


def test_a_thing_is_known_by_what_stands_by() -> None:
    plant = {"indicator": "jobs", "unit_measure": "person", "period": None, "value": 260}
    one = tell("a", 255, 265, words="На заводе «Нур Керамик» будет 260 рабочих мест.", status="target", **plant)
    again = tell("b", 255, 265, words="Завод «Нур Керамик» нанял 260 человек.", day=date(2026, 3, 1), **plant)
    other = tell("c", 255, 265, words="В отеле «Жибек» трудятся 260 человек.", day=date(2026, 9, 1), **plant)
    assert judge(one, again) == POSITIVE
    assert judge(one, other) != POSITIVE


TOLD = [
    tell("a", 187.25, 187.35),
    tell("b", 187, 188, period=None),
    tell("c", 150, 200),
    tell("d", 160, 170),
    tell("e", 187, 188, period="2023"),
    tell("f", 187, 188, ref_area="UZ"),
    tell("g", 187.25, 187.35, ref_area="UZ"),
]


@settings(max_examples=60, deadline=None)
@given(st.permutations(TOLD))
def test_the_order_makes_no_difference(told: list[Telling]) -> None:
    assert group_tellings(KIND, told) == group_tellings(KIND, TOLD)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 10**12), st.integers(0, 3)), min_size=2, max_size=6))
def test_a_group_never_holds_two_numbers_that_cannot_be_one(numbers: list[tuple[int, int]]) -> None:
    told = [tell(f"{n}", low, low + 10**width) for n, (low, width) in enumerate(numbers)]
    groups = group_tellings(KIND, told)
    for group in set(groups.values()):
        facts = [take_fact(one) for one in told if groups[one.id] == group]
        assert max(Decimal(f.low) for f in facts if f) <= min(Decimal(f.high) for f in facts if f)


@settings(max_examples=200, deadline=None)
@given(st.decimals("0.001", "1e12", places=3), st.decimals("0.5", "2", places=2))
def test_numbers_that_meet_share_a_key(number: Decimal, factor: Decimal) -> None:
    one = tell("a", float(number), float(number * 2))
    other = tell("b", float(number * factor), float(number * factor * 2))
    left, right = take_fact(one), take_fact(other)
    assert left
    assert right
    if judge(one, other) == POSITIVE:
        assert find_fact_keys(left) & find_fact_keys(right)


def test_goods_are_named_alike_in_all_languages() -> None:
    assert {find_subject("хлопок", "ru"), find_subject("paxta", "uz-Latn"), find_subject("мақта", "kk")} == {"cotton"}
    assert find_subject("рейсы Актау – Нукус", "ru") == ""


def test_what_is_no_figure_is_not_taken() -> None:
    assert take_fact(Telling("a", "a", None, None, (), "ru", None, WORDS)) is None
