"""What is told once for several figures: their time, their verb, their country; with what is told of one alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

ROWS = list(csv.DictReader(Path(__file__).with_name("told_once.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['why']}: {row['figure']}")
def test_what_is_told_once(row: dict[str, str]) -> None:
    text = row["text"].replace("|", "\n\n")
    document = Document(id="once", text=text, title=row["title"], published="2025-12-28", digest="0")
    found = {o.evidence.exact: o for o in read_document(document).statements.observations}
    assert row["figure"] in found, list(found)
    figure = found[row["figure"]]
    wanted = dict(pair.split("=") for pair in row["fields"].split(";"))
    got = {name: str(getattr(figure, name) or "-") for name in wanted}
    assert got == wanted
