"""What is told by the order of words where no case tells it: offices, speech that goes on, lists, times."""

from __future__ import annotations

import pytest

from hamkor.extract.people.positions import find_positions
from hamkor.grammar import load_language
from hamkor.model import Document, Span, Statements
from hamkor.pipeline import read_document
from hamkor.text.fold import fold


def read(text: str) -> Statements:
    return read_document(Document(id="a", text=text, digest="0", published="2025-12-28")).statements


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kazakh Deputy Health Minister", "Deputy Health Minister", "deputy_minister"),
        (
            "Kazakh First Deputy Trade and Integration Minister",
            "First Deputy Trade and Integration Minister",
            "deputy_minister",
        ),
        ("the deputy, a farmer", "deputy", "legislator"),
        ("Minister of Trade and Integration", "Minister of Trade and Integration", "minister"),
    ],
)
def test_words_before_an_office_tell_a_deputy(text: str, words: str, code: str) -> None:
    first = find_positions(load_language("en"), fold(text), Span(0, len(text)))[0]
    assert (first.span.within(text), first.value.code) == (words, code)


def test_whole_sentences_in_quotation_marks_go_on_with_the_speech_before() -> None:
    told = read("TASHKENT, May 5. “We will build a mill,” Minister Jasur Karimov said. “It will be ready in spring.”")
    assert [q.speaker for q in told.quotations] == ["Jasur Karimov", "Jasur Karimov"]


def test_these_include_goes_on_with_agreements_only() -> None:
    after = "These include training doctors in Osh and building a school in Uzbekistan."
    agreed = read(f"Officials checked how earlier agreements are being carried out. {after}").commitments
    assert {c.stage for c in agreed} == {"agreed"}
    assert read(f"The region has many towns and old cities. {after}").commitments == ()


def test_actions_with_times_of_their_own_are_two_things() -> None:
    text = "They agreed on holding Days of Kazakh Cinema in May 2026 and Days of Kyrgyz Cinema in June 2026."
    assert [str(c.due) for c in read(text).commitments] == ["2026-05", "2026-06"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The delegation arrived in Osh in March.", "2025-03"),
        ("The delegation will arrive in Osh in March.", "2026-03"),
    ],
)
def test_a_time_without_a_year_follows_the_events_own_words(text: str, day: str) -> None:
    assert [str(e.date) for e in read(text).events] == [day]


def test_words_that_point_back_may_mean_a_session() -> None:
    told = read(
        "A meeting of the intergovernmental commission was held in Osh. During the meeting they spoke of water."
    )
    assert [e.type for e in told.events] == ["forum"]
