"""Texts of our own in other languages with all their figures: languages/<code>.toml."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hamkor.extract.flow import read_parts
from hamkor.extract.observations import find_observations
from hamkor.model import Document, Observation
from hamkor.prepare import prepare

FOLDER = Path(__file__).parent / "languages"
DIRECTED = ("exports", "imports", "investment")  # whose two sides stand in an order
CASES = [(p.stem, case) for p in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(p.read_text("utf-8"))["case"]]


def observe(language: str, case: dict[str, Any]) -> list[Observation]:
    document = Document(id="t", text=case["text"].strip(), title=case["title"], published="2025-12-28", digest="0")
    return find_observations(read_parts(replace(prepare(document), language=language, notice=None)))


def show(figure: Observation) -> str:
    """`indicator measure value unit period ref>counterpart status`, `-` for what is not told; values to four digits."""
    value = f"{float(round(figure.obs_value, 4)):f}".rstrip("0").rstrip(".")
    areas = f"{figure.ref_area or '-'}>{figure.counterpart_area or '-'}"
    told = f"{figure.indicator} {figure.measure} {value} {figure.unit_measure}"
    return put_in_order(f"{told} {figure.time_period or '-'} {areas} {figure.status}")


def put_in_order(line: str) -> str:
    """The sides of a figure without direction by their codes; what is expected is wanted, too."""
    *told, areas, status = line.replace("forecast", "target").split(" ")
    sides = areas.split(">") if told[0] in DIRECTED else sorted(areas.split(">"))
    return " ".join((*told, ">".join(sides), status))


@pytest.mark.parametrize(("language", "case"), CASES)
def test_all_figures_of_a_text(language: str, case: dict[str, Any]) -> None:
    assert [show(f) for f in observe(language, case)] == [put_in_order(line) for line in case["figures"]]
