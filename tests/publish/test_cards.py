"""A person is found by name: in another script and spelling, by a surname alone; not where several bear the name."""

from __future__ import annotations

from datetime import date

import pytest

from hamkor.errors import NotFoundError
from hamkor.ledger import View, open_ledger
from hamkor.model import Document, OffsetMap, Person, PreparedText, Span, Statements
from hamkor.model.evidence import get_evidence
from hamkor.pipeline.resolution import open_resolver, resolve_document
from hamkor.publish.cards import get_card

TOLD = (
    ("Бахтиёр Ибрагимов", "consul", "UZ"),
    ("Baxtiyor Ibragimov", "consul", "UZ"),
    ("Шерзод Юлдашев", "minister", "UZ"),
    ("Шерзод Юлдашев", "mayor", "KZ-75"),
    ("Шахноза Юлдашева", "ambassador", "TJ"),
)
TODAY = date(2025, 12, 1)


@pytest.fixture
def place(location: str) -> str:
    ledger = open_ledger(location)
    with ledger.writer() as writer, open_resolver(ledger) as resolver:
        for number, (name, office, area) in enumerate(TOLD):
            text = f"Об этом сообщает {name}."
            said = get_evidence(text, Span(17, 17 + len(name)), digest="0")
            whole = OffsetMap((0,), (0,), len(text), len(text))
            prepared = PreparedText(Document(f"d{number}", text, "0"), text, whole, "ru", (), published="2025-11-01")
            writer.add(prepared, Statements(people=(Person(name, office, area, None, said),)))
            assert resolve_document(resolver, f"d{number}") is None
    return location


def get_documents(view: View, name: str) -> set[str]:
    return {row.document.id for row in get_card(view, "person", name, TODAY).rows}


@pytest.mark.parametrize("name", ["Бахтиёр Ибрагимов", "Bakhtiyor Ibragimov", "Б. Ибрагимов", "Ибрагимов"])
def test_a_person_is_found_by_any_spelling_of_the_name(place: str, name: str) -> None:
    with open_ledger(place).view() as view:
        assert get_documents(view, name) == {"d0", "d1"}


def test_several_of_one_name_are_told_of(place: str) -> None:
    with open_ledger(place).view() as view:
        with pytest.raises(NotFoundError, match="2 of this name"):
            get_card(view, "person", "Sherzod Yuldashev", TODAY)
        with pytest.raises(NotFoundError, match="nobody of this name"):
            get_card(view, "person", "Тимур Оспанов", TODAY)
