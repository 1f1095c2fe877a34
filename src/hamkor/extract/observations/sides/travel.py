"""Those who travel: who left their country, said where to or not, and who came to «the country».

«Из страны выехали 3,5 млн человек» is of it alone. «КР — главное направление для туристов из РУз. Страну посетили …»:
of the one that the sentence before tells of, with the one from which they came there.
"""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.frame import says
from hamkor.extract.observations.sides.host import find_nation
from hamkor.extract.observations.sides.named import Named

_WHERE = ("to", "at", "in")


def get_travelled(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> Sides | None:
    if indicator not in SORTS.hosted:
        return None
    return _get_left(figure, named) or (_get_come(figure, story) if not named else None)


def _get_come(figure: Figure, story: Story) -> Sides | None:
    """To what «the country» means, those from the other country of the sentence before."""
    host = find_nation(figure, story) if says(figure, "nation") else None
    line = story.before if host and story.is_in_paragraph(figure.line) else None
    areas = line.parts(0, len(line.scene.text), "area") if line else []
    origins = {c for at, p in areas if line and get_role(line, at) == "from" for c in p.value.codes}
    return Sides(host, origins.pop()) if host and len(origins) == 1 and host not in origins else None


def _get_left(figure: Figure, named: Sequence[Named]) -> Sides | None:
    """The one country whose people left, named; None where it is told where they went."""
    if not figure.cues("left"):
        return None
    told = {get_country(n.code) for n in named if n.code and n.role not in _WHERE}
    if len(told) > 1 or any(n.code and n.role in _WHERE for n in named):
        return None
    return Sides(told.pop()) if told else None
