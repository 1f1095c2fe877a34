"""Trade of a capital: its own where it is a share of what the two states trade, else that of its state."""

from __future__ import annotations

from pathlib import Path

import pytest

from side_cases import Case, find_sides, load_cases, name_case


@pytest.mark.parametrize("case", load_cases(Path(__file__).with_name("capitals.tsv")), ids=name_case)
def test_a_capital_is_no_state_beside_its_share_of_the_states_trade(case: Case) -> None:
    assert find_sides(case) == (case.ref, case.counterpart or None)
