"""Chains of figures that contradict one another: the smallest set, who is named first, and the equation."""

from __future__ import annotations

from datetime import date

import pytest

from hamkor.messages import set_language
from hamkor.model import PartOf, Verdict
from hamkor.publish.equations import tell_reason
from hamkor.verify import Figure, Known, check_figures
from hamkor.verify.contradictions import Contradiction, find_contradictions
from hamkor.verify.systems import build_system

from .figures import make


def find(*figures: Figure) -> list[Contradiction]:
    return list(find_contradictions(build_system(figures)))


def told(*figures: Figure) -> list[Verdict]:
    """The conflicts that are told of figures."""
    return [v for _, found in check_figures(figures, Known(figures)) for v in found if v.verdict == "conflicts"]


def chain(end: float, *, tellers: str = "aaaa") -> list[Figure]:
    """A level, two growths, and the level they lead to: 4 → 4.4 → 4.84 bn."""
    return [
        make(4.0e9, period="2023", teller=tellers[0], bounds=(3.95e9, 4.05e9)),
        make(10, measure="change", period="2024", teller=tellers[1], bounds=("9.5", "10.5")),
        make(10, measure="change", period="2025", teller=tellers[2], bounds=("9.5", "10.5")),
        make(end, period="2025", teller=tellers[3], bounds=(end - 5e7, end + 5e7)),
    ]


@pytest.mark.parametrize("tellers", ["aaaa", "abcd", "abba"])
def test_a_chain_of_which_no_two_figures_conflict_is_found(tellers: str) -> None:
    figures = chain(5.5e9, tellers=tellers)
    [found] = find(*figures)
    assert set(found.figures) == set(figures)
    [verdict] = told(*figures)
    assert (verdict.figure, verdict.check) == (figures[2].id, "growth")
    assert set(verdict.against) == {f.id for f in figures if f is not figures[2]}


def test_the_equation_can_be_checked_with_a_pencil() -> None:
    set_language("en")
    [found] = find(*chain(5.5e9))
    assert tell_reason(found.reason) == (
        "2023 = 4 bn USD (3.95–4.05); 2024 = 2023 × (1 + 10 % (9.5–10.5)) = 4.4 bn USD (4.33–4.48); "
        "2025 = 5.5 bn USD (5.45–5.55); 2025 / 2024 − 1 = 25.05 % (21.78–28.32), printed 10 % (9.5–10.5)"
    )


@pytest.mark.parametrize("tellers", ["aaaa", "abcd"])
def test_a_chain_that_fits_is_no_contradiction(tellers: str) -> None:
    assert told(*chain(4.84e9, tellers=tellers)) == []


def test_the_other_side_and_what_was_revised_are_no_evidence() -> None:
    figures = chain(5.5e9, tellers="abcd")
    other_side = make(5.5e9, period="2025", teller="d", sides=("UZ", "KZ"))
    assert find(*figures[:3], other_side) == []
    early = make(4.0e9, period="2023", teller="a", known=date(2024, 2, 1), bounds=(3.95e9, 4.05e9))
    assert find(early, *figures[1:3], make(5.0e9, period="2025", teller="d", bounds=(4.95e9, 5.05e9))) == []


def test_figures_in_different_units_do_not_meet() -> None:
    figures = chain(5.5e9)
    tonnes = make(5.5e6, period="2025", unit="t")
    assert find(*figures[:3], tonnes) == []


def test_factors_alone_may_contradict_one_another() -> None:
    growths = [make(g, measure="change", period=y) for g, y in ((20, "2024"), (10, "2025"))]
    [found] = find(*growths, make("2.5", measure="multiple", period="2023/2025"))
    assert found.check == "multiple"


def test_sums_shares_and_regions_tie_levels_too() -> None:
    exports = [make(1.0e9, indicator="exports", period="2023"), make(20, measure="change", indicator="exports")]
    imports, turnover = make(0.8e9, indicator="imports"), make(4e9)
    [found] = find(*exports, imports, turnover)
    assert set(found.figures) == {*exports, imports, turnover}
    whole = PartOf("trade_turnover", "KZ", "UZ")
    share = make(50, measure="share", sides=("KZ-75", "UZ"), part_of=whole, bounds=("49.5", "50.5"))
    region, before = make(20, measure="change", sides=("KZ-75", "UZ")), make(1e9, sides=("KZ-75", "UZ"), period="2023")
    assert {f.id for f in find(share, region, before, make(9e9))[0].figures} >= {share.id, region.id, before.id}


def test_only_what_contradicts_is_in_the_set() -> None:
    beside = [make(2e9, period="2021"), make(5, measure="change", period="2022"), make(3e9, indicator="exports")]
    figures = chain(5.5e9)
    [found] = find(*figures, *beside)
    assert set(found.figures) == set(figures)


def test_the_most_trusted_is_named_first() -> None:
    figures = chain(5.5e9, tellers="abba")
    official = make(4.0e9, period="2023", teller="office", official=True, known=date(2025, 1, 1))
    [found] = find(official, *figures[1:])
    assert found.figures[0] is official


def test_a_voice_that_excludes_itself_is_no_evidence() -> None:
    assert find(*chain(5.5e9)[:3], make(5.5e9, period="2025"), make(2e9, period="2025")) == []


def test_nine_months_bound_the_year_that_follows_from_a_growth() -> None:
    figures = [make(3e9), make(20, measure="change", period="2025"), make(5e9, period="2025-01/2025-09")]
    [found] = find(*figures)
    assert set(found.figures) == set(figures)
