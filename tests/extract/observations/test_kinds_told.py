"""What a figure measures, whether it is or is wanted, and its time, by what is told around it; `-`: it is no figure."""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

PUBLISHED = "2025-11-20"
TABLES = (
    "standing",
    "worth",
    "rows_of_numbers",
    "durations",
    "put_in",
    "days_to_come",
    "let_through",
    "ceilings",
    "grown_amounts",
    "counted_kinds",
    "works",
    "sent_home",
    "totals",
    "only_site",
    "allied",
    "core",
    "core_leaning",
)
ROWS = [
    row.split("\t")
    for table in TABLES
    for row in Path(__file__).with_name(f"{table}.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("number", "fields", "text"), ROWS, ids=[row[2][:40] for row in ROWS])
def test_a_figure_is_told_so(number: str, fields: str, text: str) -> None:
    document = Document(id="told", text=text.replace("\\n", "\n"), digest="0", published=PUBLISHED)
    figures = [o for o in read_document(document).statements.observations if o.obs_value == Decimal(number)]
    if fields == "-":
        assert not figures
        return
    wanted = dict(pair.split("=") for pair in fields.split(";"))
    assert [{name: str(attrgetter(name)(figure)) for name in wanted} for figure in figures[:1]] == [wanted]
