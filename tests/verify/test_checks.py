"""What each check says of figures that fit, conflict, or cannot be checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hamkor.messages import set_language
from hamkor.model import PartOf, Period, Verdict
from hamkor.publish.equations import tell_reason
from hamkor.verify import CHECKS, Figure, Known, check_figures
from hamkor.verify.balances import BALANCE
from hamkor.verify.needs import find_needs

from .figures import make

TURNOVER = PartOf("trade_turnover", "KZ", "UZ")


def say(figure: Figure, *others: Figure, parts: tuple[Figure, ...] = ()) -> dict[str | None, str]:
    """Check → verdict of one figure among others."""
    known = Known([figure, *others, *parts], {figure.id: [p.id for p in parts]} if parts else None)
    [(_, told)] = check_figures([figure], known)
    return {v.check: v.verdict for v in told}


def explain(figure: Figure, *others: Figure) -> Verdict:
    [(_, told)] = check_figures([figure], Known([figure, *others]))
    return told[0]


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [(9.2, "fits"), (9.5, "conflicts"), (-9.2, "conflicts")],
)
def test_growth_is_held_against_both_levels(printed: float, verdict: str) -> None:
    growth = make(printed, measure="change", bounds=(printed - 0.05, printed + 0.05))
    assert say(growth, make(421_900_000), make(386_300_000, period="2023"))["growth"] == verdict


def test_rounded_levels_leave_room_for_growth() -> None:
    growth = make("13.3", measure="change")
    assert say(growth, make(1_700_000_000), make(1_500_000_000, period="2023"))["growth"] == "fits"


def test_a_growth_without_a_base_is_unchecked_and_tells_the_base() -> None:
    growth = make(20, measure="change", bounds=("19.5", "20.5"))
    told = explain(growth, make(850_000_000))
    assert (told.verdict, told.check) == ("unchecked", "growth")
    set_language("en")
    assert tell_reason(told.reason) == "no figure for 2023 is known; it would be 708.36 mln USD (701.24–715.48)"


def test_a_growth_of_another_year_is_named() -> None:
    growth = make(25, measure="change", bounds=("24.5", "25.5"))
    others = [make(100e6), make(95e6, period="2023"), make(76e6, period="2022")]
    told = explain(growth, *others)
    assert told.verdict == "fits_other_period"
    assert told.reason.get("period") == Period("2023")


def test_a_multiple_over_years_takes_the_ends_of_its_time() -> None:
    multiple = make("2.5", measure="multiple", period="2016/2022")
    levels = [make(4.6e9, period="2022"), make(1.84e9, period="2016")]
    assert say(multiple, *levels)["multiple"] == "fits"
    assert say(make("3.1", measure="multiple", period="2016/2022"), *levels)["multiple"] == "conflicts"


def test_a_change_without_a_time_is_of_the_only_two_levels() -> None:
    levels = [make(93.5e6), make(62.4e6, period="2023")]
    assert say(make("1.5", measure="multiple", period=None), *levels)["multiple"] == "fits"
    assert say(make("2.5", measure="multiple", period=None), *levels)["multiple"] == "conflicts"
    more = make("2.5", measure="multiple", period=None)
    assert say(more, *levels, make(50e6, period="2022"))["multiple"] == "unchecked"


def test_a_percentage_without_a_time_is_of_levels_a_year_apart_or_unchecked() -> None:
    change = make(12, measure="change", period=None)
    assert say(change, make(93.5e6), make(62.4e6, period="2023"))["growth"] == "conflicts"
    assert say(change, make(93.5e6), make(62.4e6, period="2020"))["growth"] == "unchecked"


def test_a_base_of_statistics_does_where_the_document_tells_none() -> None:
    growth = make("8.1", measure="change", bounds=("8.05", "8.15"))
    base = make(1_165_600_000, period="2023", teller="statistics", official=True)
    assert say(growth, make(1.26e9, bounds=("1.255e9", "1.265e9")), base)["growth"] == "fits"
    assert say(growth, make(1.46e9, bounds=("1.455e9", "1.465e9")), base)["growth"] == "conflicts"


def test_a_growth_against_another_base_is_named() -> None:
    growth = make(50, measure="change", bounds=("49.5", "50.5"), known=date(2024, 12, 1))
    told = explain(growth, make(150e6), make(120e6, period="2023"), make(100e6, period="2022"))
    assert (told.verdict, told.reason.name) == ("fits_other_period", "of_base")


def test_percentage_points_are_between_two_shares_and_never_a_growth() -> None:
    shares = [make(n, measure="share", part_of=TURNOVER, bounds=(n - 0.05, n + 0.05)) for n in (6.3, 5.1)]
    points = make("1.2", measure="change_abs", unit="PCT", bounds=("1.15", "1.25"))
    assert say(points, *shares, make(100e6), make(90e6, period="2023"))["change_abs"] == "fits"
    more = make("2.2", measure="change_abs", unit="PCT", bounds=("2.15", "2.25"))
    assert say(more, *shares)["change_abs"] == "conflicts"
    assert say(points, shares[0])["change_abs"] == "unchecked"


def test_a_balance_is_what_exports_exceed_imports_by() -> None:
    flows = [make(412.5e6, indicator="exports"), make(87.1e6, indicator="imports")]
    assert say(make(325.4e6, indicator=BALANCE), *flows)["sum"] == "fits"
    assert say(make(-325.4e6, indicator=BALANCE), *flows)["sum"] == "fits"
    assert say(make(235.4e6, indicator=BALANCE), *flows)["sum"] == "conflicts"
    assert "sum" not in say(make(325.4e6, indicator=BALANCE), flows[0])


def test_a_quarter_lies_within_its_year_and_halves_make_it() -> None:
    year = make(84.6e6)
    assert say(make(93.1e6, period="2024-07/2024-09"), year)["cumulation"] == "conflicts"
    assert say(make(33.1e6, period="2024-07/2024-09"), year)["cumulation"] == "fits"
    halves = [make(40e6, period="2024-01/2024-06"), make(44.6e6, period="2024-07/2024-12")]
    assert say(year, *halves)["cumulation"] == "fits"
    assert say(year, halves[0], make(54.6e6, period="2024-07/2024-12"))["cumulation"] == "conflicts"


def test_a_difference_may_fall() -> None:
    levels = [make(872.5e6), make(950.6e6, period="2023")]
    assert say(make(-78.1e6, measure="change_abs"), *levels)["change_abs"] == "fits"
    assert say(make(78.1e6, measure="change_abs"), *levels)["change_abs"] == "conflicts"


def share(value: float, low: float, high: float) -> Figure:
    return make(
        value, measure="share", sides=("KZ-75", "UZ"), part_of=TURNOVER, bounds=(low, high), period="2025-01/2025-09",
        known=date(2025, 12, 28),
    )  # fmt: skip


def place(figure: Figure, start: int) -> Figure:
    return replace(figure, start=start, end=start + 8)


def test_a_change_dated_as_the_earlier_of_two_levels_is_theirs_where_another_says_so() -> None:
    levels = [place(make(31.2e6, bounds=("31.15e6", "31.25e6")), 0)]
    levels += [place(make(27.1e6, period="2023", bounds=("27.05e6", "27.15e6")), 20)]
    more = place(make(4.1e6, measure="change_abs", period="2023", bounds=("4.05e6", "4.15e6")), 50)
    wrong = place(make("18.6", measure="change", period="2023", bounds=("18.55", "18.65")), 70)
    assert say(more, *levels, wrong)["change_abs"] == "fits"
    assert say(wrong, *levels, more)["growth"] == "conflicts"
    assert say(wrong, *levels)["growth"] == "unchecked"  # it may be the growth of the earlier year


def test_a_share_said_to_be_of_itself_is_the_level_beside_it() -> None:
    total, own = make(1.7e9, sides=("KZ", "UZ")), make(510e6, sides=("KZ-19", "UZ"))
    third = make(30, measure="share", part_of=TURNOVER, bounds=(29.5, 30.5))
    assert say(place(third, 40), place(total, 0), place(own, 60))["share"] == "fits"
    assert say(place(third, 40), place(total, 0), place(own, 400))["share"] == "unchecked"


def test_a_share_without_a_time_is_of_the_total_its_document_tells() -> None:
    total, part = make(1157, period="2025-01-01", unit="COUNT"), make(386, period=None, unit="COUNT")
    third = make("33.3", measure="share", part_of=TURNOVER, bounds=("29.2", "36.7"), period=None)
    assert say(third, part, total)["share"] == "fits"


def test_a_share_of_its_own_time_and_of_another() -> None:
    part = make(850e6, sides=("KZ-75", "UZ"), period="2025-01/2025-09")
    own = make(3.4e9, period="2025-01/2025-09", teller="statistics", official=True)
    year = make(4.3e9, period="2024", teller="statistics", official=True)
    fifth = share(20, 18.3, 22.5)
    assert say(fifth, part)["share"] == "unchecked"
    assert say(fifth, part, own)["share"] == "conflicts"
    assert say(fifth, part, own, year)["share"] == "fits_other_period"
    assert say(share(25, 22.5, 29.2), part, own)["share"] == "fits"


def test_exports_and_imports_make_the_turnover() -> None:
    flows = [make(1.62e9, indicator="exports"), make(0.79e9, indicator="imports")]
    assert say(make(2.41e9), *flows)["sum"] == "fits"
    assert say(make(2.9e9), *flows)["sum"] == "conflicts"


def test_a_turnover_is_not_held_against_the_flows_of_another_one() -> None:
    flows = [make(52.1e6, indicator="exports"), make(32.5e6, indicator="imports")]
    assert say(make(71.7e6), make(84.6e6), *flows) == {None: "unchecked"}


def test_parts_may_be_fewer_but_never_more() -> None:
    total = make(640e6, indicator="agreements_value", period=None)
    few = tuple(make(n, indicator="agreements_value", period=None) for n in (312e6, 184e6))
    more = (*few, make(121e6, indicator="agreements_value", period=None), make(96e6, indicator="agreements_value"))
    assert say(total, parts=few)["parts"] == "fits"
    assert say(total, parts=more)["parts"] == "conflicts"


def test_nine_months_are_within_their_year() -> None:
    assert say(make(1.2e9, period="2024-01/2024-09"), make(1.7e9))["cumulation"] == "fits"
    assert say(make(2.2e9, period="2024-01/2024-09"), make(1.7e9))["cumulation"] == "conflicts"


def test_a_region_is_within_its_country_but_never_held_against_another_thing() -> None:
    region = make(2.41e9, sides=("KZ-31", "KG"))
    assert say(region, make(1.7089e9, sides=("KZ", "KG")))["containment"] == "conflicts"
    assert "containment" not in say(region, make(1.7089e9, sides=("KZ", "UZ")))


def test_the_same_figure_elsewhere_however_rounded() -> None:
    figure = make(850e6, sides=("KZ-75", "UZ"))
    assert say(figure, make(0.85e9, sides=("UZ", "KZ-75"), teller="b"))["same_figure"] == "fits"
    assert say(figure, make(0.91e9, sides=("KZ-75", "UZ"), teller="b"))["same_figure"] == "conflicts"
    assert "same_figure" not in say(figure, make(0.91e9, sides=("KZ-75", "UZ")))  # the same document


def test_a_copy_is_no_other_document() -> None:
    figure, other = make(850e6), make(0.91e9, teller="b")
    copies = Known([figure, other], copies={figure.teller: "release", "b": "release"})
    assert copies.is_one_teller(figure, other)
    [(_, told)] = check_figures([figure], copies)
    assert "same_figure" not in {verdict.check for verdict in told}
    assert not Known([figure, other], copies={"b": "release"}).is_one_teller(figure, other)


def test_official_series_and_the_mirror_of_the_other_side() -> None:
    official = make(4.3182e9, teller="statistics", official=True)
    assert say(make(4.3e9), official)["official"] == "fits"
    assert say(make(5.2e9), official)["official"] == "conflicts"
    mirror = make(4.6e9, sides=("UZ", "KZ"))
    assert say(mirror, make(5.0e9, teller="statistics", official=True)) == {"mirror": "fits"}
    assert say(mirror, make(7.0e9, teller="statistics", official=True)) == {"mirror": "conflicts"}


def test_two_sides_and_two_states_may_differ_as_they_usually_do() -> None:
    figure = make(850e6)
    assert say(figure, make(0.91e9, sides=("UZ", "KZ"), teller="b"))["same_figure"] == "fits"
    assert say(figure, make(1.1e9, sides=("UZ", "KZ"), teller="b"))["same_figure"] == "conflicts"
    assert say(figure, make(0.88e9, teller="b", known=date(2025, 9, 1)))["same_figure"] == "fits"
    assert say(figure, make(0.91e9, teller="b", known=date(2025, 9, 1)))["same_figure"] == "conflicts"
    growth = make(9, measure="change", bounds=("8.5", "9.5"))
    assert "same_figure" not in say(growth, make(20, measure="change", sides=("UZ", "KZ"), teller="b"))


def test_levels_of_another_side_or_released_since_make_no_conflict_of_a_growth() -> None:
    growth = make(12, measure="change", bounds=("11.5", "12.5"), known=date(2025, 1, 20))
    levels = [make(n, period=p, teller="s", official=True) for n, p in ((107_311_000, "2024"), (100_011_000, "2023"))]
    told = explain(growth, *levels)
    assert (told.verdict, told.reason.name) == ("unchecked", "other_state")
    known = make(12, measure="change", bounds=("11.5", "12.5"))
    assert say(known, *levels)["growth"] == "conflicts"


def test_a_target_is_not_judged_but_told_with_the_growth_it_takes() -> None:
    target = make(3e9, period="2030", status="target", bounds=("2.5e9", "3.5e9"))
    told = explain(target, make(1.2e9), make(1.1e9, period="2020"))
    assert (told.verdict, told.check, told.reason.name) == ("unchecked", None, "target_since")
    set_language("en")
    assert tell_reason(told.reason) == (
        "3 bn USD (2.5–3.5) for 2030 from 1.2 bn USD (1.15–1.25) for 2024 would take 16.31 % (12.25–20.38) a year; "
        "from 2020 to 2024 it grew by 2.23 % (0–4.46) a year"
    )
    assert explain(target, make(1.2e9)).reason.name == "target"
    assert explain(target).reason.name == "ahead"
    assert explain(make(9, measure="change", status="target"), make(1.2e9)).reason.name == "ahead"


def need(figure: Figure, *others: Figure) -> list[str]:
    set_language("en")
    told = explain(figure, *others)
    known = {f.id: f for f in others}
    return [tell_reason(reason) for reason in find_needs(figure, told, [known[id_] for id_ in told.against])]


def test_what_would_have_to_be_true_is_told_of_each_number() -> None:
    part, total = make(850e6, sides=("KZ-75", "UZ"), period="2025-01/2025-09"), make(3.4126e9, period="2025-01/2025-09")
    assert need(share(20, 18.3, 22.5), part, total) == [
        "this figure would have to be 24.91 % (24.76–25.05)",
        "the total would have to be 4.21 bn USD (3.76–4.67)",
        "the part would have to be 696.17 mln USD (624.5–767.85)",
    ]
    growth = make(20, measure="change", bounds=("19.5", "20.5"))
    assert need(growth, make(850e6), make(600e6, period="2023")) == [
        "this figure would have to be 41.68 % (39.67–43.7)",
        "the level before would have to be 708.36 mln USD (701.24–715.48)",
        "the level now would have to be 720.02 mln USD (711.02–729.02)",
    ]
    assert need(growth, make(720e6), make(600e6, period="2023")) == []


@pytest.mark.parametrize(
    ("figure", "others", "needs"),
    [
        (make(2.9e9), [make(1.62e9, indicator="exports"), make(0.79e9, indicator="imports")], 3),
        (make(325e6, indicator=BALANCE), [make(400e6, indicator="exports"), make(9e6, indicator="imports")], 1),
        (make("3.1", measure="multiple"), [make(4.6e9), make(1.84e9, period="2023")], 3),
        (make(78.1e6, measure="change_abs"), [make(872.5e6), make(950.6e6, period="2023")], 3),
        (make(2.2e9, period="2024-01/2024-09"), [make(1.7e9)], 1),
        (make(850e6), [make(0.91e9, teller="b")], 1),
    ],
)
def test_each_check_tells_what_it_needs(figure: Figure, others: list[Figure], needs: int) -> None:
    assert len(need(figure, *others)) == needs


def test_every_check_explains_itself() -> None:
    assert all((check.__doc__ or "").strip() for check in CHECKS.values())


@pytest.mark.parametrize("measure", ["level", "change", "share", "multiple", "change_abs"])
def test_figures_of_different_subjects_never_meet(measure: str) -> None:
    figure = make(5, measure=measure, subject="flour", part_of=TURNOVER if measure == "share" else None)
    others = [
        make(value, subject=subject, period=period, teller=teller, official=official)
        for value, period in (("4.3e9", "2024"), ("1.2e9", "2023"))
        for subject, teller, official in (("wheat", "a", False), ("wheat", "b", False), (None, "statistics", True))
    ]
    assert set(say(figure, *others).values()) == {"unchecked"}


def test_participants_of_one_forum_are_held_together_whichever_side_tells() -> None:
    deal, again = (make(136e6, indicator="agreements_value", period="2024-06-17", teller=t) for t in "ab")
    met = make(120, indicator="participants", sides=("TM", None), period=None, unit="person", bounds=(114, 126))
    others = make(118, indicator="participants", sides=("UZ", None), period=None, unit="person", teller="b")
    assert say(met, others)[None] == "unchecked"
    assert say(met, others, deal, again)["same_figure"] == "fits"


@pytest.mark.parametrize("part", [("KG-O", "UZ"), ("UZ", "KG-O")])
@pytest.mark.parametrize("whole", [("KG", "UZ"), ("UZ", "KG")])
@pytest.mark.parametrize(("value", "verdict"), [(930e6, "fits"), (1200e6, "conflicts")])
def test_a_region_and_its_country_say_the_same_whichever_side_is_named_first(
    part: tuple[str, str], whole: tuple[str, str], value: float, verdict: str
) -> None:
    region, country = make(value, sides=part), make(880e6, sides=whole, teller="b")
    assert say(region, country)["containment"] == verdict
    assert say(country, region)["containment"] == verdict


def test_what_a_document_tells_of_the_other_sides_count_is_a_mirror() -> None:
    exports = make(2.8e9, indicator="exports", sides=("KZ", "UZ"))
    near = make(3.0e9, indicator="imports", sides=("UZ", "KZ"), teller="b")
    far = make(4.0e9, indicator="imports", sides=("UZ", "KZ"), teller="b")
    assert say(exports, near)["mirror"] == say(near, exports)["mirror"] == "fits"
    assert say(exports, far)["mirror"] == "conflicts"
    assert "mirror" not in say(exports, replace(far, teller="a"))


def test_passengers_between_two_places_have_no_order_of_sides() -> None:
    there = make(96_300, indicator="passengers", sides=("KZ-75", "KG-GB"), unit="person")
    back = make(96_000, indicator="passengers", sides=("KG-GB", "KZ-75"), unit="person", teller="b")
    assert say(there, back)["same_figure"] == "fits"


def test_a_share_of_all_exports_is_that_of_the_partner_told_right_before() -> None:
    whole = make(684e6, indicator="exports", sides=("UZ-SA", None))
    partner = make(144e6, indicator="exports", sides=("UZ-SA", "KZ"))
    told = make(
        21, indicator="exports", sides=("UZ-SA", None), measure="share", part_of=PartOf("exports", "UZ-SA", None),
        bounds=(20.5, 21.5),
    )  # fmt: skip
    assert say(place(told, 200), place(whole, 0), place(partner, 140))["share"] == "fits"
    assert say(place(told, 400), place(whole, 0), place(partner, 140))["share"] == "unchecked"


def test_a_change_stands_between_a_level_of_a_day_and_that_of_a_year_ago() -> None:
    now, before = (make(n, indicator="enterprises", unit="COUNT", period=t) for n, t in ((1143, "2025"), (1049, None)))
    change = make(9, indicator="enterprises", measure="change", period=None, bounds=(8.5, 9.5))
    assert say(place(change, 60), place(now, 0), place(before, 90))["growth"] == "fits"
    assert say(place(change, 60), place(now, 0), place(before, 300))["growth"] == "unchecked"


@pytest.mark.parametrize("sides", [("KZ", "UZ"), ("UZ", "KZ")])
@pytest.mark.parametrize(("months", "verdict"), [(4.3e9, "fits"), (4.9e9, "conflicts")])
def test_nine_months_and_their_year_say_the_same_whichever_side_is_named_first(
    sides: tuple[str, str], months: float, verdict: str
) -> None:
    part, whole = make(months, sides=sides, period="2024-01/2024-09"), make(4.2e9, teller="b")
    assert say(part, whole)["cumulation"] == say(whole, part)["cumulation"] == verdict


def test_nine_months_of_one_side_may_be_more_than_the_year_that_the_other_released() -> None:
    year = make(4.2e9, official=True, teller="stat")
    told = [make(value, sides=("UZ", "KZ"), period="2024-01/2024-09") for value in (4.8e9, 5.6e9)]
    assert [say(figure, year)["cumulation"] for figure in told] == ["fits", "conflicts"]


def test_a_quarter_compared_with_the_last_one_is_named() -> None:
    now, year_ago, last = (
        make(value, period=time)
        for value, time in ((186e6, "2024-07/2024-09"), (168e6, "2023-07/2023-09"), (150e6, "2024-04/2024-06"))
    )
    change = make(24, measure="change", period="2024-07/2024-09", bounds=(23.5, 24.5))
    assert say(change, now, year_ago, last)["growth"] == "fits_other_period"
    assert say(change, now, year_ago)["growth"] == "conflicts"


def test_a_multiple_told_right_before_its_two_levels_is_theirs() -> None:
    before, now = (make(n, period=time) for n, time in ((152e6, "2022"), (391e6, "2024")))
    times = make(4, measure="multiple", bounds=(3.5, 4.5))
    assert say(place(times, 0), place(before, 30), place(now, 60))["multiple"] == "conflicts"
    assert "conflicts" not in say(place(times, 0), place(before, 300), place(now, 360)).values()
