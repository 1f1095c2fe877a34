"""Of three countries that a title names: what the minister of the first tells alone is of that one."""

from __future__ import annotations

from pathlib import Path

import pytest

from side_cases import find_figures, load_rows, name_row


@pytest.mark.parametrize("row", load_rows(Path(__file__).with_name("three_told_by_one.tsv")), ids=name_row)
def test_three_told_by_one(row: dict[str, str]) -> None:
    found = find_figures(row["text"].replace("|", "\n\n"), row["title"], "2025-12-28")
    assert row["figure"] in found, list(found)
    figure = found[row["figure"]]
    wanted = dict(pair.split("=") for pair in row["fields"].split(";"))
    assert {name: str(getattr(figure, name) or "-") for name in wanted} == wanted
