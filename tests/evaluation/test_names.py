"""Pairs of names, scored before anything was mended for them: how many are found, and what is joined wrongly."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hamkor.resolve import POSITIVE, compare_names

PAIRS = Path(__file__).parents[2] / "evaluation" / "names" / "first.tsv"
# At first sight: people 0.941 (precision 0.960), organisations 0.957 (1.000), places 0.952 (1.000).
LEAST_F1 = {"person": 0.92, "organisation": 0.85, "place": 0.92}
LEAST_PRECISION = 0.95


def _measure(kind: str) -> tuple[float, float]:
    """Precision and F1 of the judgement that two names are one's."""
    rows = csv.DictReader(PAIRS.read_text("utf-8").splitlines(), delimiter="\t")
    pairs = [row for row in rows if row["kind"] == kind]
    joined = {i for i, row in enumerate(pairs) if compare_names(kind, row["left"], row["right"]).judgement == POSITIVE}
    same = {i for i, row in enumerate(pairs) if row["same"] == "1"}
    return len(joined & same) / len(joined), 2 * len(joined & same) / (len(joined) + len(same))


@pytest.mark.parametrize("kind", LEAST_F1)
def test_names_of_one_are_found(kind: str) -> None:
    precision, f1 = _measure(kind)
    assert precision >= LEAST_PRECISION
    assert f1 >= LEAST_F1[kind]
