"""What a figure counts where its indicator leaves that open: goods, routes, counted things."""

from __future__ import annotations

import itertools

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.parts import AreaMention

_OF_GOODS = frozenset(
    ("exports", "imports", "cargo", "production", "trade_turnover", "capacity", "tariff", "energy", "water", "other")
)


def get_subject(figure: Figure, indicator: str, story: Story) -> str | None:
    """The goods, the route or the counted thing, in the nominative; None for the whole."""
    if indicator in story.words.route:
        return _route(figure, story.words.route[indicator])
    of_people = figure.quantity.unit == "person"  # those whom a bus takes are no buses
    return _goods(figure, story) if indicator in _OF_GOODS and not of_people else None


def _goods(figure: Figure, story: Story) -> str | None:
    """The goods right after the figure («тонн пшеницы»), else the last before it; else of the figure before."""
    after, before = (_within(figure.line, *where) for where in (figure.after, figure.before))
    found: str | None = after[0] if after else before[-1] if before else None
    if found or figure.line.indicators(*figure.before):
        return found
    draft = story.in_sentence(figure)
    return draft.subject if draft else None


def _within(line: Line, start: int, end: int) -> list[str]:
    return [name for at, until, name in line.goods if start <= at and until <= end]


def _route(figure: Figure, name: str) -> str | None:
    """Two places joined by a dash in the figure's sentence."""
    scene = figure.line.scene
    areas = figure.line.parts(0, len(scene.text), "area")
    for (first, start), (second, end) in itertools.pairwise(areas):
        if scene.text[first + 1 : second].strip() in ("—", "-"):
            return f"{name} {_name(start.value)} – {_name(end.value)}"
    return None


def _name(mention: AreaMention) -> str:
    return mention.name
