"""What digests of statistics and reports of forums tell: totals beside partners, lists, comers, days of a gathering."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.model import Observation
from side_cases import find_figures, load_rows, name_row


@pytest.mark.parametrize("row", load_rows(Path(__file__).with_name("digests.tsv")), ids=name_row)
def test_a_figure_of_a_digest(row: dict[str, str]) -> None:
    found = find_figures(row["text"].replace("\\n", "\n"), row["title"], "2025-09-28")
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
