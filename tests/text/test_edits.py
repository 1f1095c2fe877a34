"""Edits and their maps: offsets lead back by construction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import OffsetMap, Span
from hamkor.text.edits import Edit, apply_edits, compose, get_identity

TEXTS = st.text(alphabet="абвг .,«»\n", max_size=40)


@st.composite
def edited(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(a, b, draw(st.text(alphabet="xyz", max_size=3))) for a, b in pairs]


@given(st.data(), TEXTS)
def test_what_was_not_edited_leads_back_to_itself(data: st.DataObject, text: str) -> None:
    edits = data.draw(edited(text))
    clean, offsets = apply_edits(text, edits)
    shift = at = 0
    for edit in [*edits, Edit(len(text), len(text), "")]:
        span = Span(at + shift, edit.start + shift)
        if span.end > span.start:
            assert offsets.to_original(span) == Span(at, edit.start)
            assert span.within(clean) == text[at : edit.start]
        shift += len(edit.new) - (edit.end - edit.start)
        at = edit.end


@given(st.data(), TEXTS)
def test_offsets_lead_back_in_order_and_within_the_text(data: st.DataObject, text: str) -> None:
    clean, offsets = apply_edits(text, data.draw(edited(text)))
    assert_in_order(clean, text, offsets)


@given(st.data(), TEXTS)
def test_two_rounds_of_edits_lead_back_as_one_after_the_other(data: st.DataObject, text: str) -> None:
    between, first = apply_edits(text, data.draw(edited(text)))
    clean, then = apply_edits(between, data.draw(edited(between)))
    both = compose(first, then)
    assert_in_order(clean, text, both)
    assert (both.clean[0], both.original[0]) == (0, 0)
    for at in range(len(clean)):
        step = then.to_original(Span(at, at + 1))
        if len(between[step.start : step.end]) == 1 and between[step.start] == clean[at] and clean[at] not in "xyz":
            assert both.to_original(Span(at, at + 1)).start == first.to_original(step).start


def assert_in_order(clean: str, text: str, offsets: OffsetMap) -> None:
    starts = [offsets.to_original(Span(at, at + 1)).start for at in range(len(clean))]
    assert starts == sorted(starts)
    assert all(0 <= s <= len(text) for s in starts)
    for at in range(len(clean)):
        if clean[at] not in "xyz":
            assert text[starts[at]] == clean[at]


def test_edits_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="an edit at 1:2 after 3"):
        apply_edits("абвг", [Edit(2, 3, ""), Edit(1, 2, "")])


def test_nothing_edited_is_the_identity() -> None:
    assert apply_edits("абв", []) == ("абв", get_identity("абв"))
