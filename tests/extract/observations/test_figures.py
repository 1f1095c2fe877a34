"""Texts of our own with all their figures: trade.toml, counts.toml, reports.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hamkor.model import Observation

HERE = Path(__file__).parent
CASES = [(p.stem, case) for p in sorted(HERE.glob("*.toml")) for case in tomllib.loads(p.read_text("utf-8"))["case"]]


def show(figure: Observation) -> str:
    """`indicator measure value unit period ref>counterpart status`, `-` for what is not told; values to four digits."""
    value = f"{float(round(figure.obs_value, 4)):f}".rstrip("0").rstrip(".")
    areas = f"{figure.ref_area or '-'}>{figure.counterpart_area or '-'}"
    told = f"{figure.indicator} {figure.measure} {value} {figure.unit_measure}"
    return f"{told} {figure.time_period or '-'} {areas} {figure.status}"


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_all_figures_of_a_text(observe: Callable[..., list[Observation]], kind: str, case: dict[str, Any]) -> None:
    found = observe(case["text"], case["title"], case.get("published", "2025-12-28"))
    assert [show(f) for f in found] == case["figures"]


def test_there_are_many_texts() -> None:
    assert len(CASES) >= 60
