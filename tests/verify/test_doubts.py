"""A conflict needs readings that are sure: what makes it doubtful, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hamkor.grammar import load_language
from hamkor.model import PartOf
from hamkor.verify import Figure, Known, check_figures
from hamkor.verify.groups import find_grouped
from hamkor.verify.parts import find_parts

from .figures import make

BN, MLN = 10**9, 10**6


def say(figure: Figure, *others: Figure, grouped: tuple[Figure, ...] = ()) -> tuple[str, str]:
    known = Known([figure, *others], grouped=frozenset(f.id for f in grouped))
    ((_, verdicts),) = check_figures([figure], known)
    return verdicts[0].verdict, verdicts[0].reason.name


def place(figure: Figure, start: int) -> Figure:
    return replace(figure, start=start, end=start + 10)


def test_levels_many_times_apart_are_hardly_of_one_thing_but_a_slip_of_a_scale_is_told() -> None:
    region = make(980 * MLN, sides=("UZ-TK", None))
    assert say(region, make(300 * MLN, sides=("UZ", None))) == ("unchecked", "doubt_level")
    assert say(region, make(700 * MLN, sides=("UZ", None)))[0] == "conflicts"
    assert say(region, make(980_000, sides=("UZ", None)))[0] == "conflicts"


def test_the_trade_with_a_group_of_countries_is_not_all_trade() -> None:
    region, group = make(980 * MLN, sides=("UZ-TK", None)), make(700 * MLN, sides=("UZ", None))
    assert say(region, group, grouped=(group,)) == ("unchecked", "doubt_group")
    assert say(region, group, grouped=(group, region))[0] == "conflicts"


def test_a_change_far_from_levels_told_elsewhere_is_of_others() -> None:
    now, before = place(make(61 * MLN), 900), place(make(38 * MLN, period="2023"), 950)
    growth = make("5.9", measure="change", bounds=("5.85", "5.95"))
    assert say(place(growth, 100), now, before) == ("unchecked", "doubt_change")
    assert say(place(growth, 970), now, before)[0] == "conflicts"
    near = make(48, measure="change", bounds=(47.5, 48.5))
    assert say(place(near, 100), now, before)[0] == "conflicts"


def test_four_months_are_not_held_against_a_year_unless_they_fit() -> None:
    now, before = place(make(88 * MLN, period="2025-01/2025-07"), 60), place(make(156 * MLN), 40)
    multiple = make(2, measure="multiple", bounds=(2, 3), period=None)
    assert say(place(multiple, 10), now, before)[0] == "unchecked"
    fitting = make("0.56", measure="multiple", bounds=("0.55", "0.57"), period=None)
    assert say(place(fitting, 10), now, before)[0] == "fits"


def test_what_is_part_of_a_figure_is_no_whole_of_it() -> None:
    region = make(38_600, indicator="passengers", sides=("KZ-63", None), unit="person")
    citizens = make(25_000, indicator="passengers", sides=("KZ", None), unit="person")
    known = Known([region, citizens], {region.id: (citizens.id,)})
    assert [v.verdict for _, told in check_figures([region], known) for v in told] == ["fits"]


def test_what_is_nearly_so_much_is_not_held_to_the_unit() -> None:
    nearly = make(31 * MLN, bounds=(30 * MLN, 31 * MLN))
    assert say(nearly, make("31400000", teller="b"))[0] == "fits"
    assert say(nearly, make(36 * MLN, teller="b"))[0] == "conflicts"


@pytest.mark.parametrize(
    ("tag", "text", "marked"),
    [
        ("ru", "Товарооборот республики со странами СНГ достиг [3,2 млрд], со всем миром — 51 млрд.", "3,2 млрд"),
        ("en", "Its trade with Central Asia came to [3.2 billion] in five months.", "3.2 billion"),
        ("uz-Latn", "Markaziy Osiyo davlatlari bilan savdosi [3 mlrd] ga yetdi.", "3 mlrd"),
        ("uz-Cyrl", "Марказий Осиё давлатлари билан савдоси [3 млрд] га етди.", "3 млрд"),
        ("kk", "Орталық Азия елдерімен сауда [3 млрд] болды.", "3 млрд"),
    ],
)
def test_a_group_is_found_beside_the_figure(tag: str, text: str, marked: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    start = plain.index(marked)
    figure = replace(make(3 * BN, sides=("UZ", None)), start=start, end=start + len(marked))
    assert find_grouped([figure], plain, load_language(tag)) == {figure.id}
    alone = "." * start + plain[start:].replace("СНГ", "")
    assert not find_grouped([figure], alone, load_language(tag))


def test_a_list_that_makes_up_its_total_ends_with_its_sentence() -> None:
    text = "281 firms: of them 238 are joint, 43 are foreign. 14 more have offices."
    figures = [
        replace(make(int(n), indicator="enterprises", unit="COUNT"), start=text.index(n), end=text.index(n) + len(n))
        for n in ("281", "238", "43", "14")
    ]
    parts = find_parts(figures, text, load_language("en"))
    assert parts == {figures[0].id: (figures[1].id, figures[2].id)}


def test_counts_to_the_last_one_are_exact_where_they_are_added() -> None:
    total = make(26, indicator="agreements_count", unit="COUNT")
    parts = [make(n, indicator="agreements_count", unit="COUNT") for n in (11, 9, 8)]
    known = Known([total, *parts], {total.id: tuple(p.id for p in parts)})
    ((_, told),) = check_figures([total], known)
    assert told[0].verdict == "conflicts"


def test_what_tells_neither_time_nor_other_side_contradicts_nothing() -> None:
    here = make(100, indicator="area_land", unit="ha", sides=("KZ", None), period=None)
    there = make(50, indicator="area_land", unit="ha", sides=("KZ", None), period=None, teller="b")
    assert say(here, there) == ("unchecked", "doubt_news")
    assert say(here, replace(there, bounds=here.bounds))[0] == "fits"


def test_a_percent_told_with_its_amount_is_of_the_level_before_both() -> None:
    whole, amount = place(make(520 * MLN, sides=("UZ-SU", None)), 20), place(make(312 * MLN, sides=("UZ-SU", None)), 60)
    of = PartOf("trade_turnover", "UZ-SU", None)
    share = make(60, measure="share", sides=("UZ-SU", "AF"), bounds=("59.5", "60.5"), part_of=of)
    assert say(place(share, 76), whole, amount)[0] == "fits"
    assert say(replace(place(share, 76), bounds=make(25).bounds), whole, amount)[0] == "conflicts"
    every_third = replace(place(share, 76), bounds=make(1, bounds=(31, 37)).bounds)
    assert say(every_third, whole, amount)[0] == "unchecked"


def test_a_share_of_exports_is_of_the_turnover_where_it_fits() -> None:
    turnover, exports = place(make(610 * MLN), 20), place(make(148 * MLN, indicator="exports"), 60)
    of = PartOf("exports", "KZ", "UZ")
    share = make(25, measure="share", indicator="exports", bounds=("22.5", "27.5"), part_of=of)
    assert say(place(share, 90), turnover, exports)[0] == "fits"
    assert say(replace(place(share, 90), bounds=make(1, bounds=(40, 45)).bounds), turnover, exports)[0] == "unchecked"


def test_a_growth_up_to_a_day_fits_the_year_before_and_is_no_cry_where_it_does_not() -> None:
    def count(value: int, period: str) -> Figure:
        return make(value, indicator="enterprises", unit="COUNT", sides=("UZ", "KZ"), period=period)

    def growth(value: int) -> Figure:
        bounds, what = (value - 0.5, value + 0.5), ("UZ", "KZ")
        return make(value, measure="change", indicator="enterprises", sides=what, period="2025-10-01", bounds=bounds)

    assert say(growth(9), count(1143, "2025-10-01"), count(1049, "2024"))[0] == "fits"
    assert say(growth(30), count(1143, "2025-10-01"), count(1049, "2024"))[0] == "unchecked"
    assert say(growth(9), count(1143, "2025-10-01"), count(1049, "2023"))[0] == "unchecked"


def test_what_came_in_some_months_is_no_part_of_what_there_is() -> None:
    def count(value: int, sides: tuple[str, str], period: str | None) -> Figure:
        return make(value, indicator="enterprises", unit="COUNT", sides=sides, period=period)

    there = count(704, ("UZ-TK", "KZ"), None)
    assert say(there, count(248, ("UZ", "KZ"), "2025-01/2025-09"))[0] == "unchecked"
    assert say(there, count(248, ("UZ", "KZ"), "2025"))[0] == "conflicts"
    assert say(there, count(248, ("UZ", "KZ"), "2025-10-01"))[0] == "conflicts"


@pytest.mark.parametrize(
    ("tag", "text", "told_on"),
    [
        ("ru", "Товарооборот со странами СНГ достиг 3 млрд.\n\nВ 2017 году показатель равнялся 2 млрд.", True),
        ("ru", "Товарооборот со странами СНГ достиг 3 млрд.\n\nВся торговля республики дала 2 млрд.", False),
        ("en", "Its trade with Central Asia came to 3 billion.\n\nIn 2017 the figure was 2 billion.", True),
        (
            "uz-Latn",
            "Markaziy Osiyo davlatlari bilan savdosi 3 mlrd boʻldi.\n\n2017-yilda bu koʻrsatkich 2 mlrd edi.",
            True,
        ),
        (
            "uz-Cyrl",
            "Марказий Осиё давлатлари билан савдоси 3 млрд бўлди.\n\n2017 йилда бу кўрсаткич 2 млрд эди.",
            True,
        ),
        ("kk", "Орталық Азия елдерімен сауда 3 млрд болды.\n\n2017 жылы бұл көрсеткіш 2 млрд еді.", True),
    ],
)
def test_a_group_goes_on_where_the_next_paragraph_points_back(tag: str, text: str, *, told_on: bool) -> None:
    places = [(at, at + 1) for at in (text.index("3 "), text.index("2 "))]
    figures = [replace(make(3 * BN, sides=("UZ", None)), start=start, end=end) for start, end in places]
    assert find_grouped(figures, text, load_language(tag)) == {f.id for f in figures[: 1 + told_on]}
