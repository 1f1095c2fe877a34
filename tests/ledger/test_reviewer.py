"""What people say of statements holds, whatever is read later, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from ledger_samples import get_digest, get_sample, get_statements, get_text, prepare, say

from hamkor.ledger import ChangedMeanwhileError, Filter, Ledger, RefusedError, StatementRow
from hamkor.model import Organisation, Statements

MINE = "Айгуль Рецензентова"


def add(ledger: Ledger, **figures: int) -> None:
    text = get_text(**figures)
    with ledger.writer() as writer:
        writer.add(prepare("a", text), get_statements(text, **figures))


def add_nothing(ledger: Ledger) -> None:
    """The same text, read by a program that finds nothing in it."""
    with ledger.writer() as writer:
        writer.add(prepare("a", get_text()), Statements())


def rows(ledger: Ledger, kind: str | None = None) -> list[StatementRow]:
    with ledger.view() as view:
        return list(view.find_statements(kind, Filter(document="a")))


def get(ledger: Ledger, words: str) -> StatementRow:
    return next(row for row in rows(ledger) if row.evidence.exact == words)


def correct(row: StatementRow, **fields: Any) -> Any:
    return replace(row.statement, **fields)


def test_a_correction_is_not_overwritten_by_a_later_reading(ledger: Ledger) -> None:
    add(ledger)
    row = get(ledger, "$850 млн")
    with ledger.reviewer(MINE) as reviewer:
        review = reviewer.correct(row.id, correct(row, obs_value=Decimal(855000000), ref_area="KZ"))
    assert get(ledger, "$850 млн").statement.ref_area == "KZ"  # type: ignore[union-attr]
    before = rows(ledger)
    add(ledger)
    assert rows(ledger) == before
    assert review.after_id == get(ledger, "$850 млн").id


def test_what_is_rejected_does_not_come_again(ledger: Ledger) -> None:
    add(ledger)
    row = get(ledger, "$850 млн")
    with ledger.reviewer(MINE) as reviewer:
        reviewer.reject(row.id)
    add(ledger)
    assert "$850 млн" not in {one.evidence.exact for one in rows(ledger)}


def test_what_is_accepted_or_added_stays(ledger: Ledger) -> None:
    add(ledger)
    kept = get(ledger, "$850 млн")
    found = Organisation("Едино окно", say(get_text(), "едином окне"), "review")
    with ledger.reviewer(MINE) as reviewer:
        reviewer.accept(kept.id)
        reviewer.add("a", "organisation", found)
    add_nothing(ledger)
    assert {row.evidence.exact for row in rows(ledger)} == {"$850 млн", "едином окне"}


def test_a_new_text_keeps_corrections_whose_words_it_has(ledger: Ledger) -> None:
    add(ledger)
    row, gone = get(ledger, "20%"), get(ledger, "$850 млн")
    with ledger.reviewer(MINE) as reviewer:
        reviewer.correct(row.id, correct(row, ref_area="KZ"))
        reviewer.correct(gone.id, correct(gone, ref_area="KZ"))
    add(ledger, amount=870)
    assert get(ledger, "20%").statement.ref_area == "KZ"  # type: ignore[union-attr]
    assert get(ledger, "$870 млн").statement.ref_area == "KZ-75"  # type: ignore[union-attr]
    text = get_text(amount=870)
    said = get(ledger, "20%").evidence
    assert text[said.start : said.end] == "20%"


def test_each_step_is_taken_back(ledger: Ledger) -> None:
    add(ledger)
    before = rows(ledger)
    row = get(ledger, "$850 млн")
    found = Organisation("Едино окно", say(get_text(), "едином окне"), "review")
    with ledger.reviewer(MINE) as reviewer:
        steps = [
            reviewer.accept(row.id),
            reviewer.correct(row.id, correct(row, ref_area="KZ")),
            reviewer.add("a", "organisation", found),
        ]
        for step in reversed(steps):
            reviewer.undo(step.id)
    assert {(r.id, r.statement) for r in rows(ledger)} == {(r.id, r.statement) for r in before}
    add(ledger)
    assert len(rows(ledger)) == len(before)
    with ledger.view() as view:
        assert [review.undone_by for review in view.find_reviews("a")] == [MINE] * 3


def test_a_rejection_is_taken_back(ledger: Ledger) -> None:
    add(ledger)
    row = get(ledger, "$850 млн")
    with ledger.reviewer(MINE) as reviewer:
        review = reviewer.reject(row.id)
        reviewer.undo(review.id)
        with pytest.raises(ChangedMeanwhileError, match="taken back by"):
            reviewer.undo(review.id)
    assert get(ledger, "$850 млн").statement == row.statement


def test_the_later_of_two_reviewers_is_told(ledger: Ledger) -> None:
    add(ledger)
    row = get(ledger, "$850 млн")
    with ledger.reviewer("Первая") as first, ledger.reviewer("Второй") as second:
        review = first.correct(row.id, correct(row, ref_area="KZ"))
        with pytest.raises(ChangedMeanwhileError, match="correct by Первая"):
            second.reject(row.id)
        second.reject(str(review.after_id))
        with pytest.raises(ChangedMeanwhileError, match="reject by Второй"):
            first.undo(review.id)


def test_words_must_stand_in_the_text(ledger: Ledger) -> None:
    add(ledger)
    row = get(ledger, "$850 млн")
    other = replace(row.evidence, exact="$999 млн", digest=get_digest(get_text()))
    with ledger.reviewer(MINE) as reviewer, pytest.raises(RefusedError):
        reviewer.correct(row.id, correct(row, evidence=other))
    assert get(ledger, "$850 млн").statement == row.statement


def test_what_was_purged_leaves_no_review(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(*get_sample("a"))
    with ledger.reviewer(MINE) as reviewer:
        reviewer.accept(get(ledger, "$850 млн").id)
    ledger.purge("a")
    with ledger.view() as view:
        assert view.find_reviews() == []
