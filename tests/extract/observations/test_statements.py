"""What holds of every figure: its bounds, its words, one telling, and the parts that the tables do not show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamkor.extract.observations.draft import Sides, join
from hamkor.model import Observation

Observe = Callable[..., list[Observation]]
TITLE = "Казахстан и Узбекистан"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Товарооборот превысил 3 млрд долларов.", "over"),
        ("Товарооборот не превышает 3 млрд долларов.", "under"),
        ("Товарооборот приблизился к 3 млрд долларов.", "about"),
        ("Банк выделит кредит до 25 млн долларов.", "under"),
        ("Товарооборот вырос до 3 млрд долларов.", "exact"),
        ("Товарооборот вырос до 15%.", "under"),
    ],
)
def test_qualifiers_in_verbs(observe: Observe, text: str, qualifier: str) -> None:
    [figure] = observe(text, TITLE)
    assert figure.qualifier == qualifier


def test_a_verb_moves_the_bounds(observe: Observe) -> None:
    [figure] = observe("В 2021 году взаимная торговля стран перевалила за 900 млн долларов.", TITLE)
    assert (figure.low, figure.high) == (900_000_000, 910_000_000)


def test_a_fall_turns_the_bounds(observe: Observe) -> None:
    [figure] = observe("Импорт сократился на 9,7%.", TITLE)
    assert (float(figure.low), float(figure.obs_value), float(figure.high)) == (-9.75, -9.7, -9.65)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("На Казахстан приходится 20% внешней торговли Узбекистана.", ("trade_turnover", "UZ", None)),
        ("Это четверть всей торговли двух стран.", ("trade_turnover", "KZ", "UZ")),
        ("Экспорт составил 60% товарооборота.", ("trade_turnover", "KZ", "UZ")),
    ],
)
def test_what_a_share_is_part_of(observe: Observe, text: str, whole: tuple[str, str, str | None]) -> None:
    [figure] = observe(text, TITLE)
    assert figure.part_of is not None
    assert (figure.part_of.indicator, figure.part_of.ref_area, figure.part_of.counterpart_area) == whole


def test_goods_are_kept_apart(observe: Observe) -> None:
    figures = observe("Казахстан отгрузил 20 тыс. тонн пшеницы и 5 тыс. тонн муки.", TITLE)
    assert [f.subject for f in figures] == ["пшеница", "мука"]


def test_a_figure_told_twice_is_one(observe: Observe) -> None:
    told = "В 2024 году товарооборот Казахстана и Узбекистана составил 4,3 млрд долларов."
    again = "Итог 2024 года: товарооборот Казахстана и Узбекистана — 4,3 млрд долларов."
    [figure] = observe(f"{told}\n\nСтороны обсудили планы.\n\n{again}", TITLE)
    assert len(figure.evidence.also) == 1


def test_the_words_leave_out_the_qualifier(observe: Observe) -> None:
    [figure] = observe("Товарооборот составил около 850 млн долларов.", TITLE)
    assert figure.evidence.exact == "850 млн долларов"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(2, 999), fraction=st.integers(0, 9), word=st.sampled_from(["вырос", "упал", "сократился"]))
def test_bounds_hold_the_value_and_words_are_the_text(observe: Observe, number: int, fraction: int, word: str) -> None:
    text = f"Экспорт {word} на {number},{fraction}% и составил свыше {number} млн долларов."
    figures = observe(text, TITLE)
    assert len(figures) == 2
    for figure in figures:
        assert figure.low <= figure.obs_value <= figure.high
        assert text[figure.evidence.start : figure.evidence.end] == figure.evidence.exact


@given(code=st.sampled_from(["KZ", "UZ", "KZ-75", "UZ-SA", "CN"]))
def test_a_named_side_is_always_kept(code: str) -> None:
    sides = join(code, Sides("KZ", "UZ"))
    assert code in (sides.ref, sides.counterpart)
