"""The two ends of a way that people or goods go («рейс Самарканд — Урумчи», “fly from Shymkent to Bukhara”)."""

from __future__ import annotations

import re
from itertools import pairwise

from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role

_FLIGHTS = "flights"
_CARRIED = frozenset(("passengers", "capacity"))  # of the way, where its own words tell of what moves there
_DASHED = re.compile(r"\ue011\s*[-—]\s*\ue011")
_LONGEST = 40  # characters between the two ends at most
_ROLES = ({"from", "to"}, {"among"})


def find_way(line: Line) -> Sides | None:
    """The ends of the way that a sentence tells of: two towns or regions of two countries; None without one."""
    ends = [(at, p.value.codes[0]) for at, p in line.parts(0, len(line.scene.text), "area") if len(p.value.codes) == 1]
    for (at, first), (other, second) in pairwise(ends):
        if _is_apart(first, second) and _are_ends(line, at, other) and _is_of_travel(line):
            return Sides(first, second)
    return None


def get_ends(figure: Figure, indicator: str, story: Story) -> Sides | None:
    """The ends of the way that a figure tells of: that of its sentence, else of what its paragraph told before."""
    if indicator in figure.line.words.of_way or figure.quantity.unit in figure.line.words.durations:
        return story.way
    if indicator not in _CARRIED or not _moves(figure):
        return None
    named = figure.line.parts(0, len(figure.line.scene.text), "area")
    return story.way or (story.focus.sides if story.focus.sides.both and not named else None)


def _moves(figure: Figure) -> bool:
    """Whether its own words tell of what goes between two places («бір рейспен 480 жолаушы»)."""
    return bool(figure.line.words.moving.search(figure.line.scene.text, figure.before[0], figure.after[1]))


def _is_of_travel(line: Line) -> bool:
    text = line.scene.text
    flights = any(c.indicator and c.indicator.name == _FLIGHTS for c in line.indicators(0, len(text)))
    return flights or bool(line.words.moving.search(text))


def _is_apart(first: str, second: str) -> bool:
    return "-" in first and "-" in second and get_country(first) != get_country(second)


def _are_ends(line: Line, at: int, other: int) -> bool:
    """Whether two areas are joined by a dash, or the words between or after them say from where and to where."""
    text = line.scene.text
    if _DASHED.match(text, at, other + 1):
        return True
    roles = {get_role(line, at), get_role(line, other)}
    return other - at <= _LONGEST and any(roles == pair for pair in _ROLES)
