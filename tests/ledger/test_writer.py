"""What adding keeps, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from ledger_samples import get_digest, get_sample, get_statements, get_text, prepare, say
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from hamkor.ledger import Filter, Ledger, RefusedError, Source, StatementRow
from hamkor.ledger.engine import get_url
from hamkor.model import Organisation, Span, Statements


def _rows(ledger: Ledger, document: str = "a") -> list[StatementRow]:
    with ledger.view() as view:
        return list(view.find_statements(None, Filter(document=document)))


def test_what_was_added_is_answered_as_it_came(ledger: Ledger) -> None:
    prepared, found = get_sample("a")
    headers = {"Content-Type": "text/html; charset=windows-1251"}
    source = Source(b"\xd0\xe0\xe7", "2025-12-29T08:00:00Z", "https://example.org/a", headers)
    with ledger.writer(program="test 1") as writer:
        added = writer.add(prepared, found, source=source)
    assert (added.kind, added.document_id, added.version, added.statements) == ("new", "a", 1, 9)
    with ledger.view() as view:
        assert view.get_statements("a") == found
        kept = view.get_document("a")
        assert view.get_source("a") == source
        counted = view.count()
    assert counted.pop("document") == 1
    assert counted == {
        "observation": 3, "event": 1, "commitment": 1, "person": 2, "organisation": 1, "quotation": 1
    }  # fmt: skip
    assert (kept.text, kept.blocks) == (prepared.text, prepared.document.blocks)
    row = kept.row
    assert (row.id, row.version, row.is_latest, row.language) == ("a", 1, True, "ru")
    assert (row.publisher, row.attributed_to, row.dateline) == (
        prepared.publisher, prepared.attributed_to, prepared.dateline,
    )  # fmt: skip


def test_reading_the_same_again_changes_nothing(ledger: Ledger) -> None:
    with ledger.writer(program="test 1") as writer:
        writer.add(*get_sample("a"))
        before = _rows(ledger)
        added = writer.add(*get_sample("a"))
    assert added.kind == "unchanged"
    assert _rows(ledger) == before
    with ledger.view() as view:
        assert [line.what for line in view.find_history()] == ["read"]


def test_other_bytes_with_the_same_text_change_nothing(ledger: Ledger) -> None:
    prepared, found = get_sample("a")
    again = replace(prepared, document=replace(prepared.document, digest="0" * 64))
    moved = Statements(
        organisations=tuple(replace(o, evidence=replace(o.evidence, digest="0" * 64)) for o in found.organisations)
    )
    with ledger.writer() as writer:
        writer.add(prepared, Statements(organisations=found.organisations))
        assert writer.add(again, moved).kind == "unchanged"
    with ledger.view() as view:
        assert view.get_document("a").row.digest == prepared.document.digest


def test_a_changed_text_is_a_new_version_and_the_old_one_no_longer_counts(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"), source=Source(b"one"))
        added = writer.add(*get_sample("a", amount=870), source=Source(b"two"))
    assert (added.kind, added.version) == ("new_version", 2)
    with ledger.view() as view:
        assert [row.version for row in view.find_documents()] == [2]
        levels = [row for row in view.find_statements("observation") if row.statement.measure == "level"]  # type: ignore[union-attr]
        assert [row.evidence.exact for row in levels] == ["$870 млн"]
        assert "$850" in view.get_document("a", version=1).text
        kept = [view.get_source("a", version=number) for number in (1, 2)]
        assert [source.content for source in kept if source] == [b"one", b"two"]


def test_a_text_that_comes_back_is_a_third_version(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        kinds = [writer.add(*get_sample("a", amount=amount)).kind for amount in (850, 870, 850)]
    assert kinds == ["new", "new_version", "new_version"]


def test_ids_last_when_a_paragraph_is_put_in_above(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
        before = {row.id for row in _rows(ledger)}
        longer = "Новый первый абзац.\n" + get_text()
        writer.add(prepare("a", longer), get_statements(longer))
    assert {row.id for row in _rows(ledger)} == before
    assert len(before) == 9
    assert {len(id_) for id_ in before} == {12}


def test_a_better_reading_replaces_what_it_says_otherwise_and_that_only(ledger: Ledger) -> None:
    prepared, found = get_sample("a")
    grown, sent, share = found.observations
    better = replace(found, observations=(replace(sent, status="forecast"), share), quotations=())
    with ledger.writer(program="test 1") as writer:
        writer.add(prepared, found)
    before = {row.id for row in _rows(ledger)}
    with ledger.writer(program="test 2") as writer:
        assert writer.add(prepared, better).kind == "reread"
    assert {row.id for row in _rows(ledger)} < before
    with ledger.view() as view:
        assert view.get_statements("a") == better
        lines = list(view.find_history("a"))
        gone = next(view.get_statement(row.id) for row in view_of_gone(view.find_versions("a")))
    assert [(line.what, line.program) for line in lines] == [("read", "test 1"), ("reread", "test 2")]
    assert lines[1].detail == {"came": 1, "went": 3}
    assert not gone.stands
    assert gone.statement in {grown, *found.quotations}


def view_of_gone(versions: object) -> list[StatementRow]:
    return [row for version in versions for row in version.gone]  # type: ignore[attr-defined]


def test_better_particulars_are_no_new_version_and_leave_what_stood_before(ledger: Ledger) -> None:
    prepared, found = get_sample("a")
    better = replace(prepared, publisher="Другой вестник", document=replace(prepared.document, title="Удвоение"))
    with ledger.writer() as writer:
        writer.add(prepared, found)
        added = writer.add(better, found)
    assert (added.kind, added.version) == ("reread", 1)
    with ledger.view() as view:
        assert view.get_document("a").row.publisher == "Другой вестник"
        assert list(view.find_history("a"))[1].detail == {
            "before": {"publisher": "Пробный вестник", "title": "О торговле"}
        }
        assert [hit.document.id for hit in view.search("удвоение")] == ["a"]
        assert not list(view.search('"о торговле"'))


def test_the_program_that_last_read_is_known_without_a_line_in_the_history(ledger: Ledger) -> None:
    prepared, found = get_sample("a")
    digest = prepared.document.digest
    with ledger.writer(program="test 1") as writer:
        writer.add(prepared, found)
    with ledger.view() as view:
        assert view.knows("a", digest=digest, program="test 1")
        assert not view.knows("a", digest=digest, program="test 2")
        assert not view.knows("a", digest="other", program="test 1")
    with ledger.writer(program="test 2") as writer:
        assert writer.add(prepared, found).kind == "unchanged"
    with ledger.view() as view:
        assert view.knows("a", digest=digest, program="test 2")
        assert len(list(view.find_history())) == 1


def test_two_statements_on_the_same_words_have_two_ids(ledger: Ledger) -> None:
    words = "компания и компания"
    one = Organisation("компания", say(words, "компания"))
    other = replace(one, evidence=replace(one.evidence, start=11, end=19, prefix=words[:11], suffix=""))
    with ledger.writer() as writer:
        writer.add(prepare("a", words), Statements(organisations=(one, other, one)))
    assert len({row.id for row in _rows(ledger)}) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 0, "end": 5},
        {"exact": "пробный завод"},
        {"start": 5, "end": 5, "exact": ""},
        {"start": -3, "end": 4},
        {"end": 100_000},
        {"digest": get_digest("another")},
        {"prefix": "not what stands before"},
        {"suffix": "not what stands after"},
        {"also": (Span(3, 3),)},
        {"also": (Span(3, 100_000),)},
    ],
)
def test_a_statement_without_words_in_the_text_is_refused_whole(desk: Ledger, wrong: dict[str, object]) -> None:
    prepared, found = get_sample("a")
    (made,) = found.organisations
    bad = replace(made, evidence=replace(made.evidence, **wrong))  # type: ignore[arg-type]
    with desk.writer() as writer, pytest.raises(RefusedError) as caught:
        writer.add(prepared, replace(found, organisations=(bad,)))
    assert "a, organisations at" in str(caught.value)
    with desk.view() as view:
        assert view.count()["document"] == 0


@pytest.mark.parametrize("letter", ["\0", "\ud800"])
def test_a_text_that_no_database_can_hold_is_refused(desk: Ledger, letter: str) -> None:
    whole = prepare("a", "text")
    broken = replace(whole, document=replace(whole.document, text=f"te{letter}xt"))
    with desk.writer() as writer, pytest.raises(RefusedError):
        writer.add(broken, Statements())


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statements SET exact = 'Пробныйзавод!' WHERE kind = 'organisation'",
        'UPDATE statements SET start = start + 1, "end" = "end" + 1 WHERE kind = \'organisation\'',
        'UPDATE statements SET "end" = start',
        "UPDATE statements SET exact = NULL",
        "UPDATE documents SET text = 'другой'",
        "INSERT INTO documents SELECT * FROM documents",
        "DELETE FROM documents",
    ],
)
def test_the_database_itself_refuses_statements_off_their_text(ledger: Ledger, location: str, change: str) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
    engine = create_engine(get_url(location))
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA foreign_keys = ON"))
        with pytest.raises(IntegrityError):
            connection.execute(text(change))
        connection.rollback()
    engine.dispose()


def test_a_failed_addition_leaves_the_writer_usable(desk: Ledger) -> None:
    prepared, found = get_sample("a")
    bad = replace(found.organisations[0], evidence=replace(found.organisations[0].evidence, exact="x"))
    with desk.writer() as writer:
        with pytest.raises(RefusedError):
            writer.add(prepared, Statements(organisations=(bad,)))
        assert writer.add(prepared, found).kind == "new"


def test_decimals_are_kept_digit_for_digit(ledger: Ledger) -> None:
    prepared, found = get_sample("a")
    exact = Decimal("0.10000000000000000000000000000001")
    figure = replace(found.observations[1], obs_value=exact, low=exact, high=Decimal("1E+3"))
    with ledger.writer() as writer:
        writer.add(prepared, Statements(observations=(figure,)))
    with ledger.view() as view:
        (kept,) = view.get_statements("a").observations
    assert (str(kept.obs_value), str(kept.high)) == (str(exact), "1E+3")


def test_a_nul_in_a_title_is_shown_as_lost_and_one_in_the_text_refused(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(prepare("a", "Рейс открыт.", title="Рейс\0Тараз"), Statements())
        with pytest.raises(RefusedError, match="a NUL at 4"):
            writer.add(prepare("b", "Рейс\0открыт."), Statements())
    with ledger.view() as view:
        assert view.get_document("a").row.title == "Рейс\ufffdТараз"
