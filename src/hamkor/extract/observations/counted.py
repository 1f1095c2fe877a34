"""Which quantities are figures about the cooperation."""

from __future__ import annotations

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import Figure

_AMOUNTS = ("measure", "money")
_LARGE = 1000  # a bare number from here on counts what the figure before it counted


def is_figure(figure: Figure, story: Story) -> bool:
    """Whether a quantity is a figure: no border, no age or term, no bare number that nothing explains."""
    if figure.given.get("skip") or figure.quantity.unit in story.words.never_units:
        return False
    if figure.part.kind == "number":
        return bool(figure.given) or abs(figure.quantity.value) >= _LARGE or _goes_on(figure, story)
    return figure.quantity.unit not in story.words.durations or _is_travel(figure)


def _is_travel(figure: Figure) -> bool:
    """A duration is a figure where it tells how long a way takes."""
    return bool(figure.line.between(0, len(figure.line.scene.text), "travel"))


def _goes_on(figure: Figure, story: Story) -> bool:
    """A bare number after a count of the same sentence goes on counting («60 рейсов, теперь их 78»)."""
    before = story.in_sentence(figure)
    if before is None or before.size.measure != "level":
        return False
    return before.size.kind == "count" or (before.size.kind in _AMOUNTS and _is_of_area(figure))


def _is_of_area(figure: Figure) -> bool:
    """Whether an area stands right before it («Казахстан взял 120 тонн, ОАЭ — 41»)."""
    before = figure.line.scene.text[: figure.place].rstrip(" —-:")
    part = figure.line.scene.part_at(len(before) - 1) if before else None
    return part is not None and part.kind == "area"
