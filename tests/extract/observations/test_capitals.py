"""Trade of a capital or a region that is a share of what two states trade is its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from side_cases import Case, find_sides, load_cases, name_case


@pytest.mark.parametrize("case", load_cases(Path(__file__).with_name("capitals.tsv")), ids=name_case)
def test_a_capital_is_no_state_beside_its_share_of_the_states_trade(case: Case) -> None:
    assert find_sides(case) == (case.ref, case.counterpart or None)


@pytest.mark.parametrize("case", load_cases(Path(__file__).with_name("shares_of_regions.tsv")), ids=name_case)
def test_a_share_that_falls_to_the_region_is_its_own(case: Case) -> None:
    assert find_sides(case) == (case.ref, case.counterpart or None)
