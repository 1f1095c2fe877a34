"""The time of an old level that its sentence does not date: a year before what its paragraph tells of."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

ROWS = [row.split("\t") for row in Path(__file__).with_name("levels_before.tsv").read_text("utf-8").splitlines()[1:]]
SCALES = (1, 1_000, 1_000_000)


@pytest.mark.parametrize(("time", "number", "published", "text"), ROWS, ids=[row[3][:40] for row in ROWS])
def test_an_old_level_is_of_the_year_before(time: str, number: str, published: str, text: str) -> None:
    document = Document(id="told", text=text, digest="0", published=published)
    old = [
        o
        for o in read_document(document).statements.observations
        if o.obs_value in [Decimal(number) * s for s in SCALES]
    ]
    assert [str(o.time_period) for o in old] == [time]
