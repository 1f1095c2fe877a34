"""What pages that no rule had met say of figures: dashes, months of a year, nations in one breath, whose trade."""

from __future__ import annotations

from pathlib import Path

import pytest

from side_cases import find_figures, load_rows, name_row


@pytest.mark.parametrize("row", load_rows(Path(__file__).with_name("everyday.tsv")), ids=name_row)
def test_a_figure_of_a_page(row: dict[str, str]) -> None:
    found = find_figures(row["text"].replace("\\n", "\n"), row["title"], "2025-11-20")
    assert row["figure"] in found, list(found)
    wanted = dict(field.split("=") for field in row["fields"].split(";"))
    assert {key: str(getattr(found[row["figure"]], key)) for key in wanted} == wanted
