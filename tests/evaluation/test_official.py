"""Our cases of official figures: releases, mirror figures, changed borders, in each language."""

from __future__ import annotations

from pathlib import Path

from hamkor.evaluation.cases import check_cases, load_cases

FILE = Path(__file__).parents[2] / "evaluation" / "checks" / "official.json"


def test_every_verdict_is_the_one_that_a_reader_with_a_pencil_comes_to() -> None:
    made = check_cases(load_cases(FILE))
    assert (made.errors, made.cries, made.right) == ([], 0, 35)
