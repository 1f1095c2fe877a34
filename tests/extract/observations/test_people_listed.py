"""People told of in a list stay what they are, whatever the place where they work makes."""

from __future__ import annotations

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document


@pytest.mark.parametrize(
    "text",
    [
        "Ақсу ауданында жалпы саны 900 жұмыс орны ашылады. Оның 500-і ет өңдеу цехында, 400-і қоймада болмақ.",
        "В районе создадут 900 рабочих мест. Из них 500 — в цехе переработки мяса, 400 — на складе.",
    ],
)
def test_jobs_in_a_workshop_are_no_output(text: str) -> None:
    figures = read_document(Document("probe", text, "0", published="2025-11-20")).statements.observations
    assert [(str(f.obs_value), f.indicator) for f in figures] == [("900", "jobs"), ("500", "jobs"), ("400", "jobs")]
