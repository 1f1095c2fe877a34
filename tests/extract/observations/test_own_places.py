"""What is one place's own in texts about one country or two: by the title's place, on whose soil, said to be had."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

ROWS = list(csv.DictReader(Path(__file__).with_name("own_places.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['why']}: {row['figure']}")
def test_whose_a_figure_is(row: dict[str, str]) -> None:
    document = Document(id="places", text=row["text"], title=row["title"], published="2025-12-28", digest="0")
    found = {o.evidence.exact: o for o in read_document(document).statements.observations}
    assert row["figure"] in found, list(found)
    figure = found[row["figure"]]
    wanted = [row["ref_area"], row["counterpart_area"] or None]
    assert sorted(map(str, (figure.ref_area, figure.counterpart_area))) == sorted(map(str, wanted))
