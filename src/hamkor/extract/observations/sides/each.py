"""Figures that each of several areas has: «A и B — по 33 %», “$5 million each to A and B”, «сторонам по 50 га»."""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.sides.several import list_alike, list_several

_ACROSS = "across"  # as much goes from each side to the other
_OF_BOTH = ("each", "mutual", "regions")  # words for both sides, beside which “each” has as much


def spread_sides(figure: Figure, sides: Sides, indicator: str) -> list[Sides]:
    """The sides of each of those who have as much; only the given ones where the figure is told of one."""
    if not figure.given.get("each"):
        return [sides]
    if figure.given["each"] == _ACROSS and sides.both:
        return [sides, Sides(sides.counterpart, sides.ref)]
    listed = list_alike(figure)
    if listed:
        return [_pair(sides, code, listed, towards=_goes_to(figure, indicator)) for code in listed]
    if not (sides.both and any(figure.cues(sort) for sort in _OF_BOTH)):
        return [sides]
    return [Sides(sides.ref), Sides(sides.counterpart)]


def _goes_to(figure: Figure, indicator: str) -> bool:
    """Whether the areas are partners of a flow: goods go to each of them, or come from it."""
    return indicator in SORTS.flows and bool(list_several(figure))


def _pair(sides: Sides, code: str, listed: tuple[str, ...], *, towards: bool) -> Sides:
    """One of those listed beside the side that is none of them, if there is one."""
    if sides.counterpart and sides.counterpart not in listed and not towards:
        return Sides(code, sides.counterpart)
    other = next((side for side in (sides.ref, sides.counterpart) if side and side not in listed), None)
    return Sides(other, code) if other or towards else Sides(code)
