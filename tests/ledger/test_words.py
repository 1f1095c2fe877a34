"""What is indexed and what is asked go through the same function."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hamkor.ledger.words import APOSTROPHES, find_marks, fold, list_words, normalise, parse_query

LETTERS = st.sampled_from("абвёЁеЕʻ'’`qoʼ \"*-.,\u00ad\u0301")
TEXT = st.text(LETTERS, max_size=30)


@given(TEXT)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(TEXT, st.sampled_from(APOSTROPHES))
def test_every_apostrophe_is_the_same(text: str, other: str) -> None:
    assert normalise(text.replace("'", other)) == normalise(text)


@given(st.lists(st.text(st.sampled_from("абвёОq’"), min_size=1, max_size=6), min_size=1, max_size=6))
def test_every_word_of_a_text_is_found_in_it(words: list[str]) -> None:
    text = ", ".join(words)
    for phrase in parse_query(text):
        first, *_ = find_marks(text, (phrase,), (frozenset(),))
        assert tuple(list_words(first.span.within(text))) == phrase.words


@given(st.text(max_size=30))
def test_any_question_can_be_parsed(text: str) -> None:
    for phrase in parse_query(text):
        assert all(word and word == fold(word) for word in (part.removesuffix("*") for part in phrase.words))
