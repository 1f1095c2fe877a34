"""Asking: filters, ids, passages, versions, words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from ledger_samples import get_sample, get_statements, get_text, prepare, say

from hamkor.errors import LedgerError
from hamkor.ledger import Filter, Ledger, write_counted
from hamkor.model import Block, Commitment, Document, Observation, Period, Span, Statements


def _figure(text: str, words: str, ref: str | None, counterpart: str | None, *, period: str = "2025") -> Observation:
    value = Decimal(5)
    return Observation(
        "exports", None, "level", value, value, value, "USD", "exact", Period(period), ref, counterpart, "actual",
        None, say(text, words),
    )  # fmt: skip


@pytest.fixture
def pairs(ledger: Ledger) -> Ledger:
    """One document a pair of areas, each with one figure."""
    pairs = [
        ("KZ-75", "UZ"),
        ("UZ-TK", "KZ"),
        ("KZ-75", None),
        ("KZ", "KG"),
        ("KZ-75", "KZ-71"),
        (None, "UZ"),
        (None, None),
    ]
    with ledger.writer() as writer:
        for ref, counterpart in pairs:
            text = f"экспорт {ref} {counterpart}"
            writer.add(prepare(text, text), Statements(observations=(_figure(text, "экспорт", ref, counterpart),)))
    return ledger


def test_about_an_area_is_what_is_told_of_either_side(pairs: Ledger) -> None:
    with pairs.view() as view:
        found = {
            area: [row.document.id[8:] for row in view.find_statements("observation", Filter(about=area))]
            for area in ("KG", "KZ-75", "UZ", "K")
        }
    assert found == {
        "KG": ["KZ KG"],
        "KZ-75": ["KZ-75 UZ", "KZ-75 None", "KZ-75 KZ-71"],
        "UZ": ["KZ-75 UZ", "UZ-TK KZ", "None UZ"],
        "K": [],
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("KZ", "UZ"), ["KZ-75 UZ", "UZ-TK KZ"]),
        (("UZ", "KZ"), ["KZ-75 UZ", "UZ-TK KZ"]),
        (("KZ-75", "UZ"), ["KZ-75 UZ"]),
        (("UZ", "KZ-75"), ["KZ-75 UZ"]),
        (("KZ-71", "KZ-75"), ["KZ-75 KZ-71"]),
        (("KZ", "KZ-75"), ["KZ-75 KZ-71"]),
        (("UZ", "KG"), []),
        (("K", "U"), []),
    ],
)
def test_between_takes_either_order_and_subdivisions(
    pairs: Ledger, asked: tuple[str, str], expected: list[str]
) -> None:
    with pairs.view() as view:
        found = [row.document.id for row in view.find_statements("observation", Filter(between=asked))]
        assert [f"экспорт {pair}" for pair in expected] == found
        assert [row.id for row in view.find_documents(Filter(between=asked))] == found


def test_commitments_and_events_have_sides_too(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
    with ledger.view() as view:
        found = [row.kind for row in view.find_statements(None, Filter(between=("UZ", "KZ")))]
        assert sorted(found) == ["commitment", "event", "observation", "observation", "observation"]
        assert not list(view.find_statements("commitment", Filter(between=("UZ", "KZ-75"))))


def _ids(ledger: Ledger, asked: Filter) -> list[str]:
    with ledger.view() as view:
        return [row.document.id for row in view.find_statements("commitment", asked)]


@pytest.fixture
def promises(ledger: Ledger) -> Ledger:
    told = [
        ("a", "2025-12-28T09:30:00+05:00", "trade", "signed", "2026"),
        ("b", "2025-11-01", "water", "planned", "2027-03"),
        ("c", None, "trade", "planned", None),
        ("d", "no date at all", "water", "signed", "2026-07-01"),
    ]
    with ledger.writer() as writer:
        for id_, published, sector, stage, due in told:
            period = Period(due) if due else None
            text = "подписали план"
            promise = Commitment(
                stage, sector, ("KZ", "UZ"), period, None, (), None, None, None, say(text, "подписали")
            )  # fmt: skip
            writer.add(prepare(id_, text, published=published), Statements(commitments=(promise,)))
    return ledger


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(), "bacd"),
        (Filter(newest_first=True), "abdc"),
        (Filter(sector="water"), "bd"),
        (Filter(stage="planned"), "bc"),
        (Filter(sector="trade", stage="signed"), "a"),
        (Filter(since="2025-12"), "a"),
        (Filter(until="2025-11"), "b"),
        (Filter(since="2025-11-01", until="2025-12-28"), "ba"),
        (Filter(since="2025-11-02", until="2025-12-27"), ""),
        (Filter(during=Period("2026-07")), "ad"),
        (Filter(during=Period("2027")), "b"),
        (Filter(document="c"), "c"),
        (Filter(type="meeting"), ""),
    ],
)
def test_filters(promises: Ledger, asked: Filter, expected: str) -> None:
    assert "".join(_ids(promises, asked)) == expected


def test_documents_can_be_asked_for_by_what_they_state(promises: Ledger) -> None:
    with promises.view() as view:
        assert [row.id for row in view.find_documents(Filter(sector="water"))] == ["b", "d"]
        assert [row.id for row in view.find_documents(Filter(since="2025-12"))] == ["a"]
        assert [row.id for row in view.find_documents()] == ["b", "a", "c", "d"]


def test_a_filter_that_is_no_date_says_so() -> None:
    with pytest.raises(LedgerError, match="2025-09-30"):
        Filter(since="last week")


def test_an_unknown_kind_says_which_there_are(desk: Ledger) -> None:
    with desk.view() as view, pytest.raises(LedgerError, match="quotation"):
        next(view.find_statements("figures"))


def test_a_statement_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        for number in range(40):
            writer.add(*get_sample(f"a{number}"))
    with ledger.view() as view:
        row = next(view.find_statements("person"))
        assert view.get_statement(row.id) == row
        assert view.get_statement(f" {row.id[:10].upper()} ") == row
        with pytest.raises(LedgerError, match="whose id begins"):
            view.get_statement("a")
        for unknown in ("zzzzzzzzzzzz", "%", "0"):
            with pytest.raises(LedgerError, match="no statement"):
                view.get_statement(unknown)


def test_an_unknown_document_says_so(ledger: Ledger) -> None:
    with ledger.view() as view:
        for ask in (view.get_document, view.get_statements, view.get_source):
            with pytest.raises(LedgerError, match="no document 'nowhere'"):
                ask("nowhere")


def test_a_view_sees_one_moment(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
        with ledger.view() as view:
            assert view.count()["document"] == 1
            writer.add(*get_sample("b"))
            assert view.count()["document"] == 1
    with ledger.view() as view:
        assert view.count()["document"] == 2


def test_answers_stream_beside_one_another(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        for number in range(70):
            writer.add(*get_sample(f"a{number:03}"))
    with ledger.view() as view:
        rows = view.find_statements()
        first = next(rows)
        inner = [view.get_passage(next(rows)).words for _ in range(5)]
        assert first.document.id == "a000"
        assert len(inner) == 5
        assert sum(1 for _ in rows) == 70 * 9 - 6


def test_the_passage_is_the_paragraph(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
    with ledger.view() as view:
        (row,) = view.find_statements("event")
        shown = view.get_passage(row)
    assert shown.before + shown.words + shown.after == get_text().splitlines()[1]
    assert shown.words == "принял посла"


def test_the_passage_of_a_cell_is_its_row_and_without_blocks_the_line(ledger: Ledger) -> None:
    text = "Шапка\nМера\tСрок\nПост\t2026"
    cells = tuple(
        Block("cell", Span(text.index(cell), text.index(cell) + 4), table=0, row=row, column=column)
        for row, column, cell in [(0, 0, "Мера"), (0, 1, "Срок"), (1, 0, "Пост"), (1, 1, "2026")]
    )
    found = Statements(observations=(_figure(text, "2026", "KZ", "UZ"),))
    whole = prepare("row", text)
    with ledger.writer() as writer:
        writer.add(replace(whole, document=replace(whole.document, blocks=cells)), found)
        writer.add(replace(whole, document=replace(whole.document, id="line", blocks=())), found)
    with ledger.view() as view:
        shown = [view.get_passage(row) for row in view.find_statements()]
    assert [(passage.before, passage.words, passage.after) for passage in shown] == [("Пост\t", "2026", "")] * 2


def test_versions_show_what_came_changed_and_went(ledger: Ledger) -> None:
    text = "Вступление.\n" + get_text(amount=870).replace("Пробный завод", "Иная фабрика")
    later = get_statements(text.replace("Иная фабрика", "Пробный завод"), amount=870)
    changed = replace(later.organisations[0], name="Иная фабрика", evidence=say(text, "Иная фабрика"))
    kept: tuple[Any, ...] = (*later.observations, *later.events, *later.people)
    listed: list[Any] = [replace(o, evidence=say(text, o.evidence.exact)) for o in kept]
    found = Statements(tuple(listed[:3]), tuple(listed[3:4]), (), tuple(listed[4:]), (changed,), ())
    with ledger.writer(program="test 1") as writer:
        writer.add(*get_sample("a"))
        writer.add(prepare("a", text), found)
    with ledger.view() as view:
        first, second = view.find_versions("a")
        assert not list(view.find_versions("b"))
    assert (first.what, len(first.added), first.changed, first.gone) == ("read", 9, (), ())
    assert (second.what, second.document.version, second.program) == ("new_version", 2, "test 1")
    assert second.added == ()
    assert [(one.before.evidence.exact, one.after.evidence.exact) for one in second.changed] == [
        ("$850 млн", "$870 млн"),
        ("Пробный завод", "Иная фабрика"),
    ]
    assert sorted(row.kind for row in second.gone) == ["commitment", "quotation"]


def test_a_statement_that_went_is_still_shown(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
        with ledger.view() as view:
            level = next(row for row in view.find_statements() if row.evidence.exact == "$850 млн")
        writer.add(*get_sample("a", amount=870))
    with ledger.view() as view:
        gone = view.get_statement(level.id)
        assert (gone.stands, gone.document.is_latest, gone.document.version) == (False, False, 1)
        assert view.get_passage(gone).words == "$850 млн"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("елка", "a"),
        ("ЁЛКА", "a"),
        ("о'збекистон", "b"),
        ("Оʻзбекистон", "b"),
        ("Oʼzbekiston", "b"),
        ("сотрудничество", "ab"),
        ("сотрудничество ёлка", "a"),
        ('"новая ёлка"', "a"),
        ('"ёлка новая"', ""),
        ("сотрудни*", "ab"),
        ("сотрудни", ""),
        ('"новая ёл*"', "a"),
        ("заголовок", "b"),
        ("й", ""),
        ("", ""),
        ("* \" AND NEAR( ' - :", ""),
        ("title:ёлка", ""),
        ("замок", "a"),
    ],
)
def test_search(ledger: Ledger, words: str, expected: str) -> None:
    with ledger.writer() as writer:
        writer.add(prepare("a", "Новая ёлка: со\u00adтрудничество, за\u0301мок", title=None), Statements())
        writer.add(prepare("b", "Сотрудничество, Oʻzbekiston, О’збекистон и", title="Заголовок"), Statements())
    with ledger.view() as view:
        assert "".join(sorted(hit.document.id for hit in view.search(words))) == expected


def test_a_hit_shows_the_words_as_the_text_spells_them(ledger: Ledger) -> None:
    text = "начало " * 40 + "\n" + "слово " * 30 + "Новая со\u00adтрудница" + " конец" * 30
    with ledger.writer() as writer:
        writer.add(prepare("a", text), Statements())
    with ledger.view() as view:
        (hit,) = view.search("сотрудница")
        (in_title,) = view.search("торговле")
    assert hit.span is not None
    assert hit.span.within(text) == hit.passage.words == "со\u00adтрудница"
    before, after = hit.passage.before, hit.passage.after
    assert 70 < len(before) <= 80
    assert 70 < len(after) <= 80
    assert (before.split()[0], after.split()[-1]) == ("слово", "конец")  # nothing is cut within a word
    assert (in_title.span, in_title.passage.words) == (None, "О торговле")


def test_only_the_latest_version_is_searched(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
        writer.add(*get_sample("a", amount=999))
    with ledger.view() as view:
        assert not list(view.search("850"))
        assert len(list(view.search("999"))) == 1


def test_a_document_whose_blocks_are_none_is_answered(desk: Ledger) -> None:
    document = Document("a", "", "0" * 64)
    with desk.writer() as writer:
        writer.add(replace(prepare("a", ""), document=document, notice="a scan without text"), Statements())
    with desk.view() as view:
        assert (view.get_document("a").blocks, view.get_document("a").row.notice) == ((), "a scan without text")


def test_an_answer_ends_with_its_view(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        for number in range(70):
            writer.add(*get_sample(f"a{number}"))
    with ledger.view() as view:
        rows = view.find_statements()
        next(rows)
    with pytest.raises(LedgerError, match="a closed view"):
        list(rows)


def test_figures_are_found_by_what_they_count(pairs: Ledger) -> None:
    with pairs.view() as view:
        every = list(view.find_all_figures())
        told = [one.statement for one in every]
        counted = [write_counted(o.indicator, (o.ref_area, o.counterpart_area), _get_last_day(o)) for o in told]
        assert {one.id for one in view.find_figures(counted, most=40)} == {one.id for one in every}
        assert view.find_figures(["dreams|||"], most=40) == []


def _get_last_day(figure: Observation) -> date | None:
    return figure.time_period.last if figure.time_period else None
