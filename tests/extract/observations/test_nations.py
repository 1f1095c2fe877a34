"""«The country» is one country; services are sold to everybody; billions are of countries; the treated are of both."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

ROWS = list(csv.DictReader(Path(__file__).with_name("nations.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["title"])
def test_whose_a_figure_is(row: dict[str, str]) -> None:
    document = Document(id="nations", text=row["text"], title=row["title"], published="2025-12-28", digest="0")
    found = {o.evidence.exact: o for o in read_document(document).statements.observations}
    figure = found[row["figure"]]
    sides = {figure.ref_area, figure.counterpart_area}
    assert sides == {row["ref_area"], row["counterpart_area"] or None}


def test_the_trade_of_a_region_that_is_named_stays_its_own() -> None:
    text = "Trade between Almaty and Uzbekistan reached $1.2 billion."
    document = Document(id="nations", text=text, title=text, published="2025-12-28", digest="0")
    found = read_document(document).statements.observations
    assert [(o.ref_area, o.counterpart_area) for o in found] == [("KZ-75", "UZ")]
