"""Where the text of a page ends: at the heading of other news or comments, or at the title of a further article."""

from __future__ import annotations

from hamkor.read.html.elements import Element
from hamkor.read.html.notices import ends_text, is_stamp
from hamkor.read.html.parts import is_long
from hamkor.read.html.units import Unit

SHORTEST_TITLE = 25  # characters of a heading that is a further title, not a subheading, for the day beside it


def find_end(units: list[Unit], title: Unit | None, chosen: list[Unit]) -> list[Unit]:
    """Up to the line that heads other news, comments or the next article; text beside the text before it goes on."""
    first = next((unit.order for unit in chosen if is_long(unit)), None)
    if first is None:
        return chosen
    later = zip(units[first:], units[first + 1 :], [*units[first + 2 :], None], strict=False)
    ends = (
        unit.order
        for before, unit, after in later
        if ends_text(unit, after) or _is_next_title(title, unit) or _is_dated_title(before, unit, after)
    )
    end = next(ends, len(units))
    homes = {unit.element.getparent() for unit in chosen if unit.order < end and is_long(unit)}
    return [unit for unit in chosen if unit.order < end or unit.element.getparent() in homes]


def _is_next_title(title: Unit | None, unit: Unit) -> bool:
    """Whether a heading names a further article: made like the title, and in a place like the title's."""
    if title is None or unit.kind != "heading" or unit.folded == title.folded:
        return False
    one, other = title.element, unit.element
    if one.tag != other.tag or one.get("class") != other.get("class"):
        return False
    home, place = one.getparent(), other.getparent()
    return one.tag == "h1" or (home is not place and _make(home) == _make(place))


def _is_dated_title(before: Unit, unit: Unit, after: Unit | None) -> bool:
    """Whether a heading has a day of its own beside it: it names a further article."""
    if unit.kind != "heading" or len(unit.text) < SHORTEST_TITLE:
        return False
    return any(near is not None and near.kind != "row" and is_stamp(near) for near in (before, after))


def _make(element: Element) -> tuple[str, str]:
    return element.tag, (element.get("class") or "").split(" ")[0]
