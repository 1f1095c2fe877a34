"""The codes of an area or body that stands in the text."""

from __future__ import annotations

from hamkor.codes import find_area
from hamkor.extract.parts import AreaMention
from hamkor.grammar import Part


def get_code(part: Part) -> str:
    return str(part.value.codes[0])


def names_area(body: Part) -> bool:
    """Whether the area stands in its name («Toshkent shahar hokimligi»)."""
    return any(p.kind in ("area", "adjective") and p.value.codes for p in body.inner)


def get_country(part: Part) -> str:
    return get_code(part).partition("-")[0]


def is_country(part: Part) -> bool:
    return len(part.value.codes) == 1 and "-" not in part.value.codes[0]


def get_sorts(area: AreaMention) -> set[str]:
    """What the mention is, and what its code is: «Фергана» is a city, and stands for its region."""
    known = find_area(area.codes[0])
    return {area.sort, known.sort} if known else {area.sort}
