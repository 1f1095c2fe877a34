"""A digest whose paragraphs open with a place tells in each of its own two sides; an article of a plan does not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

ROWS = list(csv.DictReader(Path(__file__).with_name("sections.tsv").open(encoding="utf-8"), delimiter="\t"))


def sides(title: str, text: str) -> dict[str, tuple[str | None, str | None]]:
    """The sides of each figure, by its own words."""
    document = Document(id="digest", text=text, title=title, published="2025-12-28", digest="0")
    found = read_document(document).statements.observations
    return {o.evidence.exact: (o.ref_area, o.counterpart_area) for o in found}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["figure"])
def test_a_paragraph_that_opens_with_its_place_has_its_own_sides(row: dict[str, str]) -> None:
    found = sides(row["title"], row["text"].replace("||", "\n\n"))
    assert found[row["figure"]] == (row["ref_area"], row["counterpart_area"])


def test_articles_of_a_plan_are_of_its_two_sides() -> None:
    text = "1. Trade. Bukhara opens a trade house.\n\n2. Farms. Mary sends seeds.\n\n3. Roads. $5 million is needed."
    assert sides("Plan of Bukhara and Turkmenistan", text)["$5 million"] == ("UZ-BU", "TM")
