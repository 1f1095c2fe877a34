"""Rows in a sentence: a time, a dash, a figure («…, в октябре — 118 млн, в ноябре — 23»)."""

from __future__ import annotations

import re

from hamkor.extract.observations.layout import Figure

_DASHED = re.compile(r"\s*[—–-]\s*")


def find_next_row(figure: Figure) -> int:
    """Where after a figure a time stands that a dash gives to the next one; the end of the sentence where none does."""
    line, end = figure.line, len(figure.line.scene.text)
    later = [place for place in line.figures if place > figure.place]
    told = [at for at, _ in line.parts(figure.place, end, "period")] if later else []
    return next((at for at in told if any(_is_dashed(figure, at, place) for place in later)), end)


def _is_dashed(figure: Figure, at: int, place: int) -> bool:
    return at < place and bool(_DASHED.fullmatch(figure.line.scene.text, at + 1, place))
