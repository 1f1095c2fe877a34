"""Figures of a task: «Построить 18 км», “to export 20 tons”."""

from __future__ import annotations

import re

from hamkor.extract.observations.layout import Figure

_FIRST_WORDS = re.compile(r"[^\w]*(?:(?:[\d.]+|\w(?=\)))\W+)?(\w+(?: \w+)?)")
_BARE = "bare"
_HAS_BEEN = ("actual", "reach")
_BESIDE = 24  # characters: an infinitive this near before a figure governs it


def is_order(figure: Figure) -> bool:
    """Whether its sentence is a task: begins with an infinitive, after the marks and the number of a list.

    A bare word that a verb of what was follows is a noun (“Export to Osh amounted to …”).
    """
    line = figure.line
    met = _FIRST_WORDS.match(line.scene.text)
    if met is None:
        return False
    found = line.words.orders.find(line.scene.text, *met.span(1))
    noun = any(line.between(met.start(1), figure.place, sort) for sort in _HAS_BEEN)
    return any(_BARE not in f.value or (f.start == met.start(1) and not noun) for f in found)


def is_wish(figure: Figure) -> bool:
    """Whether an infinitive stands right before the figure («цель — перевезти 20 тысяч тонн»)."""
    start = max(figure.before[0], figure.place - _BESIDE)
    return any(_BARE not in f.value for f in figure.line.words.orders.find(figure.line.scene.text, start, figure.place))
