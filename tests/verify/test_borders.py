"""What is told across the day on which the borders of an area moved."""

from __future__ import annotations

from datetime import date

import pytest

from hamkor.publish.equations import tell_reason
from hamkor.verify import Figure, Known, check_figures

from .figures import make

ALMATY = ("KZ-19", "UZ")  # gave Zhetysu on 8 June 2022


def check(figure: Figure, *others: Figure) -> dict[str | None, str]:
    [(_, told)] = check_figures([figure], Known([figure, *others]))
    return {v.check: v.verdict for v in told}


def level(value: str, period: str, *, sides: tuple[str, str] = ALMATY, teller: str = "a", told: int = 2025) -> Figure:
    return make(value, period=period, sides=sides, teller=teller, known=date(told, 3, 1))


@pytest.mark.parametrize("printed", [10, 70])
def test_a_growth_across_the_split_is_not_checked_whether_it_fits_or_not(printed: int) -> None:
    growth = make(printed, measure="change", period="2022", sides=ALMATY)
    levels = [level("110e6", "2022"), level("100e6", "2021")]
    [(_, told)] = check_figures([growth], Known([growth, *levels]))
    assert [(v.check, v.verdict) for v in told] == [("growth", "unchecked")]
    assert "KZ-19 has had other borders since 8 June 2022" in tell_reason(told[0].reason)


def test_the_same_growth_of_a_city_that_stayed_is_checked() -> None:
    growth = make(70, measure="change", period="2022", sides=("KZ-75", "UZ"))
    levels = [level(value, year, sides=("KZ-75", "UZ")) for value, year in (("110e6", "2022"), ("100e6", "2021"))]
    assert check(growth, *levels)["growth"] == "conflicts"


@pytest.mark.parametrize(("measure", "printed"), [("multiple", "3.0"), ("change_abs", "90e6")])
def test_multiples_and_differences_as_well(measure: str, printed: str) -> None:
    figure = make(printed, measure=measure, period="2022", sides=ALMATY)
    assert check(figure, level("110e6", "2022"), level("100e6", "2021"))[measure] == "unchecked"


def test_a_growth_after_the_split_is_checked() -> None:
    growth = make(70, measure="change", period="2024", sides=ALMATY)
    assert check(growth, level("110e6", "2024"), level("100e6", "2023"))["growth"] == "conflicts"


def test_a_unit_that_came_to_be_has_no_year_before() -> None:
    growth = make(10, measure="change", period="2018", sides=("KZ-61", "UZ"))
    [(_, told)] = check_figures([growth], Known([growth, level("100e6", "2018", sides=("KZ-61", "UZ"))]))
    assert told[0].verdict == "unchecked"
    assert "KZ-61 has had other borders since 19 June 2018" in tell_reason(told[0].reason)


def test_one_figure_told_before_and_after_the_split_does_not_conflict() -> None:
    before, after = level("200e6", "2021", told=2022), level("120e6", "2021", teller="b", told=2024)
    assert check(before, after)["same_figure"] == "unchecked"
    both_after = level("200e6", "2023", told=2024)
    assert check(both_after, level("120e6", "2023", teller="b", told=2024))["same_figure"] == "conflicts"
    assert check(before, level("201e6", "2021", teller="b", told=2024))["same_figure"] == "fits"


def test_the_region_that_ended_and_the_one_that_came_are_never_the_same() -> None:
    south = level("250e6", "2017", sides=("KZ-YUZ", "UZ"))
    assert check(south, level("90e6", "2017", sides=("KZ-61", "UZ"), teller="b")) == {None: "unchecked"}
