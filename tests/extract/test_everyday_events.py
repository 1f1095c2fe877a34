"""What pages that no rule had met say of events and of ministers: where a visit goes, what is none, long charges."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document
from side_cases import load_rows

_ROWS = load_rows(Path(__file__).with_name("everyday_events.tsv"))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["text"][:40])
def test_an_event_of_a_page(row: dict[str, str]) -> None:
    document = Document(id="x", text=row["text"], published="2025-07-07", digest="0")
    events = read_document(document).statements.events
    told = [f"{e.type} {e.date} {e.place_code}" for e in events if e.type in ("visit", "opening", "meeting")]
    assert told == [row["told"]] * bool(row["told"])


@pytest.mark.parametrize(
    ("text", "position", "area"),
    [
        ("The Minister of Agriculture and Water Resources of Tajikistan Sulton Rahimov came.", "minister", "TJ"),
        ("Minister of Energy and Water Resources of Tajikistan Daler Jumaev took part.", "minister", "TJ"),
        ("The Minister of Industry and Advanced Technology of the UAE Sultan Al Jaber came.", "minister", "AE"),
        ("The Deputy Minister of Mines and Petroleum of Afghanistan Hussein Badri came.", "deputy_minister", "AF"),
        ("The Acting Minister of Mines and Petroleum Products of Afghanistan Hussein Badri came.", "minister", "AF"),
    ],
)
def test_the_charges_of_a_minister_are_no_company(text: str, position: str, area: str) -> None:
    statements = read_document(Document(id="x", text=text, digest="0")).statements
    assert [(p.position, p.area) for p in statements.people] == [(position, area)]
    assert all("Resources" not in o.name and "Petroleum" not in o.name for o in statements.organisations)
