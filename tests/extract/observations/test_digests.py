"""What digests of statistics and reports of forums tell: totals beside partners, lists, comers, days of a gathering."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hamkor.model import Document, Observation
from hamkor.pipeline import read_document

ROWS = list(csv.DictReader(Path(__file__).with_name("digests.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['why']}: {row['figure']}")
def test_a_figure_of_a_digest(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    document = Document(id="digest", text=text, title=row["title"], published="2025-09-28", digest="0")
    found = {o.evidence.exact: o for o in read_document(document).statements.observations}
    assert row["figure"] in found, list(found)
    told = _tell(found[row["figure"]])
    assert _sort(told) == _sort({key: row[key] or "None" for key in told})


def _sort(told: dict[str, str]) -> dict[str, str]:
    """The areas of what has no direction in any order."""
    if told["indicator"] in ("exports", "imports"):
        return told
    first, second = sorted((told["ref_area"], told["counterpart_area"]))
    return {**told, "ref_area": first, "counterpart_area": second}


def _tell(figure: Observation) -> dict[str, str]:
    whole, period = figure.part_of, figure.time_period
    names = f"{whole.indicator} {whole.ref_area} {whole.counterpart_area}" if whole else "None"
    areas = {"ref_area": str(figure.ref_area), "counterpart_area": str(figure.counterpart_area)}
    return {"indicator": figure.indicator, "time_period": str(period) if period else "None", **areas, "part_of": names}
