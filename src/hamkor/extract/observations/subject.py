"""What a figure counts where its indicator leaves that open: goods, routes, counted things."""

from __future__ import annotations

import itertools

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.parts import AreaMention

_OF_GOODS = frozenset(
    ("exports", "imports", "cargo", "production", "trade_turnover", "capacity", "tariff", "energy", "water", "other")
)
_GROWN = frozenset(("change", "multiple", "change_abs"))


def get_subject(figure: Figure, indicator: str, story: Story) -> str | None:
    """The goods, the route or the counted thing, in the nominative; None for the whole."""
    if indicator in story.words.route:
        return _route(figure, story.words.route[indicator])
    of_people = figure.quantity.unit == "person"  # those whom a bus takes are no buses
    return _goods(figure, indicator, story) if indicator in _OF_GOODS and not of_people else None


def _goods(figure: Figure, indicator: str, story: Story) -> str | None:
    """The goods right after the figure («тонн пшеницы»), else the last before it; else of the figure before."""
    after, before = (_within(figure.line, *where) for where in (figure.after, figure.before))
    found: str | None = after[0] if after else before[-1] if before else None
    if found or (figure.line.indicators(*figure.before) and not _is_compared(figure, indicator, story)):
        return found
    draft = story.in_sentence(figure)
    return draft.subject if draft else _get_grown(figure, indicator, story)


def _get_grown(figure: Figure, indicator: str, story: Story) -> str | None:
    """What a change told by itself is of, where nothing is named («Рост составил 9 %»): of what was just told."""
    before = story.in_paragraph(figure) if figure.given.get("measure") in _GROWN else None
    return before.subject if before and before.indicator == indicator else None


def _is_compared(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether it is what the figure before is compared with («на 40 млн больше, чем в 2023 году, когда купили 212»)."""
    before = story.in_sentence(figure)
    told = [d for d in story.drafts if before and d.figure.line is figure.line and d.size.measure == "level"]
    alike = told and (told[-1].indicator, told[-1].figure.quantity.unit) == (indicator, figure.quantity.unit)
    grown = before is not None and before.size.measure in _GROWN
    return bool(alike and grown)


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
