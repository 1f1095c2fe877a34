"""Lists of people and organisations: a row each, in whatever script and spelling, wherever they are told of."""

from __future__ import annotations

from datetime import date

import pytest

from hamkor.ledger import Filter, View, open_ledger
from hamkor.model import Document, OffsetMap, Organisation, Person, PreparedText, Span, Statements
from hamkor.model.evidence import get_evidence
from hamkor.pipeline.resolution import open_resolver, resolve_document
from hamkor.publish.bearers import Bearer, find_bearers, write_bearer

# The day, who publishes it, the name, the office, the area.
PEOPLE = (
    ("2025-01-10", "Арна", "Бахтиёр Ибрагимов", "consul", "UZ"),
    ("2025-02-10", "Арна", "Baxtiyor Ibragimov", "consul", "UZ"),
    ("2025-03-10", "Qala", "Шерзод Юлдашев", "minister", "UZ"),
    ("2025-10-10", "Вести", "Bakhtiyor Ibragimov", "ambassador", "UZ"),
    ("2025-11-10", "Вести", "Ибрагимов", None, None),  # nobody's beyond its document
)
BODIES = (("2025-01-10", "Арна", "Жібек Жол", "KZ-75"), ("2025-04-10", "Qala", "Жибек жол", "KZ-75"))


def _write(text: str, number: int, day: str, publisher: str) -> PreparedText:
    whole = OffsetMap((0,), (0,), len(text), len(text))
    document = Document(f"d{number}", text, "0", publisher=publisher)
    return PreparedText(document, text, whole, "ru", (), published=day, publisher=publisher)


@pytest.fixture
def view(location: str):  # type: ignore[no-untyped-def]
    ledger = open_ledger(location)
    with ledger.writer() as writer, open_resolver(ledger) as resolver:
        for number, (day, publisher, name, *told) in enumerate((*PEOPLE, *BODIES)):
            text = f"Сообщает {name}."
            said = get_evidence(text, Span(9, 9 + len(name)), digest="0")
            if len(told) > 1:
                stated = Statements(people=(Person(name, told[0], told[1], None, said),))
            else:
                stated = Statements(organisations=(Organisation(name, said, area=told[0]),))
            writer.add(_write(text, number, day, publisher), stated)
            resolve_document(resolver, f"d{number}")
    with ledger.view() as opened:
        yield opened


def _find(view: View, kind: str = "person", **asked: str) -> list[Bearer]:
    return list(find_bearers(view, kind, Filter(**asked)))  # type: ignore[arg-type]


def test_a_person_in_three_spellings_is_one_row(view: View) -> None:
    first, *_ = _find(view)
    assert {name for name, _ in first.names} == {"Бахтиёр Ибрагимов", "Baxtiyor Ibragimov", "Bakhtiyor Ibragimov"}
    assert (first.told.documents, first.told.sources) == (3, 2)
    assert (first.first, first.last) == (date(2025, 1, 10), date(2025, 10, 10))


def test_the_post_is_the_one_told_last(view: View) -> None:
    assert [(one.position, one.area) for one in _find(view)][:2] == [("ambassador", "UZ"), ("minister", "UZ")]


def test_whoever_is_nobody_beyond_the_document_has_a_row(view: View) -> None:
    last = _find(view)[-1]
    assert (last.name, last.position, last.told.documents) == ("Ибрагимов", None, 1)
    assert last.id == next(iter(view.find_statements("person", Filter(document="d4")))).id


def test_what_is_asked_picks_whom_and_all_of_them_counts(view: View) -> None:
    assert [one.told.documents for one in _find(view, since="2025-10", until="2025-10")] == [3]
    assert _find(view, since="2026") == []


def test_an_organisation_is_a_row_too(view: View) -> None:
    [body] = _find(view, "organisation")
    assert (body.area, body.other_names, body.told.documents) == ("KZ-75", ("Жібек Жол",), 2)


def test_a_row_is_a_plain_object(view: View) -> None:
    plain = write_bearer(_find(view)[0])
    assert (plain["kind"], plain["position"], plain["area"], plain["present"]) == ("person", "ambassador", "UZ", True)
    assert (plain["first"], plain["last"], plain["tellings"], plain["sources"]) == ("2025-01-10", "2025-10-10", 3, 2)
    assert sum(name["told"] for name in plain["names"]) == 3
