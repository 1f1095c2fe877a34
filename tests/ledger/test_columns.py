"""A statement as columns and back, whatever it says."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import get_statements, get_text, say

from hamkor.ledger.columns import KINDS, find_sides, read_statement, write_columns
from hamkor.model import (
    Commitment,
    Event,
    Evidence,
    Observation,
    Organisation,
    Participant,
    PartOf,
    Period,
    Person,
    Quotation,
    Span,
    Statements,
)

WORD = st.text(min_size=1, max_size=5)
MAYBE = st.none() | WORD
NUMBER = st.decimals(allow_nan=False, allow_infinity=False)
YEAR = st.integers(1900, 2100).map(str)
PERIOD = st.none() | YEAR.map(Period) | st.builds(lambda year: Period(f"{year}-02", f"{year}-11"), YEAR)
WORDS = st.tuples(WORD, WORD) | st.just(())
SPANS = st.lists(st.builds(lambda start: Span(start, start + 2), st.integers(0, 50)), max_size=2).map(tuple)
SAID = st.builds(lambda exact, also: Evidence("d", 0, len(exact), exact, "<", ">", also), WORD, SPANS)
OF = st.none() | st.builds(PartOf, WORD, MAYBE, MAYBE)
WHO = st.lists(st.builds(Participant, WORD, MAYBE, MAYBE), max_size=2).map(tuple)
STATEMENT = st.one_of(
    st.builds(
        Observation,
        WORD,
        MAYBE,
        WORD,
        NUMBER,
        NUMBER,
        NUMBER,
        WORD,
        WORD,
        PERIOD,
        MAYBE,
        MAYBE,
        WORD,
        OF,
        SAID,
        st.text(),
    ),
    st.builds(Event, WORD, PERIOD, MAYBE, MAYBE, WORD, WHO, WORD, SAID, st.text()),
    st.builds(Commitment, WORD, WORD, WORDS, PERIOD, MAYBE, WORDS, MAYBE, MAYBE, MAYBE, SAID, st.text()),
    st.builds(Person, WORD, MAYBE, MAYBE, MAYBE, SAID, st.text()),
    st.builds(Organisation, WORD, SAID, st.text()),
    st.builds(Quotation, MAYBE, SAID, st.text()),
)
LISTED = dict(zip(KINDS.values(), Statements.__dataclass_fields__, strict=True))


@given(STATEMENT)
def test_columns_lead_back_to_the_statement(statement: object) -> None:
    (row,) = write_columns("a", Statements(**{LISTED[type(statement)]: (statement,)}))  # type: ignore[arg-type]
    content = json.loads(json.dumps(row["fields"]))
    assert read_statement(row["kind"], content, statement.evidence) == statement  # type: ignore[attr-defined]


def test_the_id_is_of_the_document_the_kind_the_words_and_the_meaning() -> None:
    text = get_text()
    found = get_statements(text)
    ids = [row["id"] for row in write_columns("a", found)]
    assert ids == [row["id"] for row in write_columns("a", found)]
    assert not set(ids) & {row["id"] for row in write_columns("b", found)}
    dearer = replace(found.observations[1], obs_value=Decimal(1))
    (other,) = write_columns("a", Statements(observations=(dearer,)))
    assert other["id"] not in ids
    as_before = replace(found.observations[1], obs_value=Decimal("8.50E+8"), time_period=None)
    (same,) = write_columns("a", Statements(observations=(as_before,)))
    assert same["id"] in ids


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_finding_does_not_matter(order: tuple[int, ...]) -> None:
    observations = get_statements(get_text()).observations
    shuffled = Statements(observations=tuple(observations[number] for number in order))
    assert write_columns("a", shuffled) == write_columns("a", Statements(observations=observations))


def test_sides_are_areas_with_their_country_and_no_other_names() -> None:
    said = say("слово", "слово")
    meeting = Event(
        "meeting", None, None, "KZ-75", "held",
        (Participant("Ержан Тестбаев", "governor", "KZ-75"), Participant("UZ"), Participant("ЕАЭС"), Participant("UZ")),
        "CONSULT", said,
    )  # fmt: skip
    (row,) = write_columns("a", Statements(events=(meeting,)))
    assert find_sides(row) == [["KZ-75", "KZ"], ["UZ"]]
