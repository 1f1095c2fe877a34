"""The part of the page that a text is at home in, and the boxes below it that only look like more of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from hamkor.read.html.elements import Element
from hamkor.read.html.units import Unit

BOXES = frozenset({"div", "section", "aside", "article", "main", "td"})
FEWEST = 2  # paragraphs of the box that a text is at home in
LEAST_SHARE = 0.35  # of the text's characters, in that box


def find_home(units: Sequence[Unit]) -> list[Unit]:
    """The units without boxes of other make that follow the box which holds several paragraphs of the text.

    Texts that are laid out in many boxes keep them: those like the first, and all between two such.
    """
    around = _find_common(units)
    boxes = [(box, list(inside)) for box, inside in groupby(units, lambda unit: _child_of(around, unit))]
    home = next((place for place, (box, inside) in enumerate(boxes) if _is_home(box, inside)), None)
    if home is None or _size(boxes[home][1]) < LEAST_SHARE * _size(units):
        return list(units)
    like = [place for place, (box, _) in enumerate(boxes) if _make(box) == _make(boxes[home][0])]
    kept = (inside for place, (box, inside) in enumerate(boxes) if place <= like[-1] or not _is_other(box, inside))
    return [unit for inside in kept for unit in inside]


def _is_home(box: Element, inside: Sequence[Unit]) -> bool:
    return box is not None and box.tag in BOXES and sum(unit.ends_sentence for unit in inside) >= FEWEST


def _is_other(box: Element, inside: Sequence[Unit]) -> bool:
    """Whether a box holds words of its own: not a table or list that goes with the text before it."""
    return box is not None and box.tag in BOXES and all(unit.kind in ("paragraph", "heading") for unit in inside)


def _find_common(units: Sequence[Unit]) -> Element:
    """The innermost element around all units; None where there are none."""
    if not units:
        return None
    shared = set.intersection(*(set(unit.ancestors()) for unit in units))
    return next(element for element in units[0].ancestors() if element in shared)


def _child_of(around: Element, unit: Unit) -> Element:
    """The child of an element that a unit stands in; None where it stands there by itself."""
    inner = None
    for element in unit.ancestors():
        if element is around:
            return inner
        inner = element
    return None


def _make(box: Element) -> tuple[str, str] | None:
    return (box.tag, (box.get("class") or "").split(" ")[0]) if box is not None else None


def _size(units: Sequence[Unit]) -> int:
    return sum(len(unit.text) for unit in units)
