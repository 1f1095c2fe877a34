"""What an index finds in a stretch of a text is what it finds in that stretch alone."""

from hypothesis import given
from hypothesis import strategies as st

from hamkor.grammar.index import AnchorIndex, Interest

TEXT = st.text("абв 1.\ue000", max_size=40)
INDEX = AnchorIndex(
    [frozenset({("а", "beginning")}), frozenset({("б", "whole"), ("\ue000", "whole")}), frozenset({("1", "ending")})]
)
ANCHORED = Interest(INDEX.get, INDEX.by)
ODD = Interest(lambda word: word if len(word) % 2 else "")


@given(TEXT, st.integers(0, 40), st.integers(0, 40))
def test_stretch_of_a_text_is_looked_through_like_a_text_of_its_own(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    stretch = text[start:end]
    for looks in (ANCHORED, ODD):
        within = [(at - start, known) for at, known in looks.find(text, start, end)]
        assert within == list(looks.find(stretch, 0, len(stretch)))


def test_patterns_come_in_the_order_they_were_given() -> None:
    assert INDEX.find(["б1", "вв", "аб", "б"]) == [0, 1, 2]
    assert INDEX.find(["вв"]) == []


def test_pattern_without_anchors_is_a_candidate_everywhere() -> None:
    assert AnchorIndex([frozenset(), frozenset({("а", "whole")})]).find(["б"]) == [0]
