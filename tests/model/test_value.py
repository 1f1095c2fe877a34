"""Values are compared, hashed and ordered as frozen dataclasses are."""

import pickle

from hamkor.model import Span


def test_values_are_equal_by_what_they_hold() -> None:
    assert Span(1, 2) == Span(1, 2) != Span(1, 3)
    assert len({Span(1, 2), Span(1, 2), Span(1, 3)}) == 2
    assert sorted([Span(2, 3), Span(1, 9)]) == [Span(1, 9), Span(2, 3)]


def test_values_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Span(1, 2))) == Span(1, 2)


def test_values_have_no_room_for_other_fields() -> None:
    assert not hasattr(Span(1, 2), "__dict__")
