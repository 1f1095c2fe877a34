"""Scenes: parts as characters, and the way back to the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hamkor.grammar import Part, build_scene
from hamkor.model import Span


def test_the_longer_part_wins_and_keeps_the_shorter_within() -> None:
    text = "правительство омской области"
    area = Part("area", Span(14, 28), "RU-OMS")
    scene = build_scene(text, Span(0, 28), [area, Part("organisation", Span(0, 28), "x")])
    assert [p.kind for p in scene.parts] == ["organisation"]
    assert scene.parts[0].inner == (area,)


@given(st.text(alphabet="абв ,.", min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 6))))
def test_places_lead_back_to_the_text(text: str, cuts: list[tuple[int, int]]) -> None:
    parts = [Part("number", Span(s, min(s + n, len(text))), None) for s, n in cuts if s < len(text)]
    scene = build_scene(text, Span(0, len(text)), parts)
    for place, character in enumerate(scene.text):
        span = scene.to_text(place, place + 1)
        part = scene.part_at(place)
        assert span == part.span if part else span.within(text) == character
        assert scene.at(span.start) == place
    assert scene.to_text(0, len(scene.text)) == Span(0, len(text))
