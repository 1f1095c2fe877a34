"""Figures of what stands somewhere: its jobs, output and land are of that place, whatever two the document is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from side_cases import Case, find_sides, load_cases, name_case


@pytest.mark.parametrize("case", load_cases(Path(__file__).with_name("sites.tsv")), ids=name_case)
def test_what_stands_somewhere_is_of_that_place(case: Case) -> None:
    assert find_sides(case) == (case.ref, case.counterpart or None)
