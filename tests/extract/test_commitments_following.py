"""What follows a promise tells when it falls due: the rest of its sentence, or the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.model import Commitment, Document
from hamkor.pipeline import read_document

_LINES = (Path(__file__).parent / "terms_that_follow.tsv").read_text("utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
_ONE = "Ректоры Ташкента и Оша договорились открыть общий факультет. Факультет откроется 1 сентября."
_MINUTES = (
    "Протокол\n\nРЕШИЛИ:\n\n1. Построить склад. Стоимость: 2 млн долларов. Срок: 1 июля 2025 года.\n\n2. Починить мост."
)


def _find(text: str) -> tuple[Commitment, ...]:
    return read_document(Document(id="d", text=text, digest="0", published="2025-03-10")).statements.commitments


@pytest.mark.parametrize(("text", "due"), _ROWS)
def test_what_follows_tells_the_term_of_the_very_thing_alone(text: str, due: str) -> None:
    found = _find(text)[0].due
    assert (str(found) if found else "-") == due


def test_term_that_is_told_on_makes_no_promise_of_its_own() -> None:
    assert [str(c.due) for c in _find(_ONE)] == ["2025-09-01"]


def test_what_a_clause_of_minutes_costs_does_not_part_it_from_its_term() -> None:
    assert [str(c.due) for c in _find(_MINUTES)] == ["2025-07-01", "None"]


def test_another_bus_of_one_list_is_no_term_of_the_first() -> None:
    first, other = "Termiz – Denov avtobusi yil oxirigacha", "Termiz – Boysun avtobusi kelasi yil may oyida"
    text = f"{first}, {other} qatnay boshlaydi, deb kelishildi."
    document = Document(id="x", text=text, digest="0", published="2025-02-01")
    found = read_document(document).statements.commitments
    assert [str(c.due) for c in found] == ["2025-12-31", "2026-05"]
