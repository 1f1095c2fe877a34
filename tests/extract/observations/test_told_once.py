"""What is told once for several figures: their time, their verb, their country; with what is told of one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from side_cases import find_figures, load_rows, name_row

ROWS = [row for name in ("told_once", "told_on_pages") for row in load_rows(Path(__file__).with_name(f"{name}.tsv"))]


@pytest.mark.parametrize("row", ROWS, ids=name_row)
def test_what_is_told_once(row: dict[str, str]) -> None:
    found = find_figures(row["text"].replace("|", "\n\n"), row["title"], "2025-12-28")
    assert row["figure"] in found, list(found)
    figure = found[row["figure"]]
    wanted = dict(pair.split("=") for pair in row["fields"].split(";"))
    got = {name: str(getattr(figure, name) or "-") for name in wanted}
    assert got == wanted
