"""What a place has by itself, though the document is of two: it is said to have it, it lies on its soil."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.near import counts
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.frame import says
from hamkor.extract.observations.sides.named import Named

_STOP = re.compile(r"[,;:()—]")
_TOWARDS = ("to", "from", "with", "on", "among")  # roles of another side
_PLACED = ("by", "at", "in", "to")  # where it is; in Russian one preposition is both "in" and "to"
_POINTING = ("states", "regions", "neighbour", "mutual", "partner", "there", "joint")
_WITHIN = ("at", "in", "to")  # in several languages one preposition is both "in" and "to"
_PLAIN = "other"  # the indicator of what no other names


def is_had(figure: Figure, named: Sequence[Named], story: Story) -> bool:
    """Whether something plain (a count, a length, a share) is told of one place alone."""
    if _is_on_soil(figure, named) or _is_contrasted(figure, named, story):
        return True
    if counts(figure, "mutual") or any(says(figure, sort) for sort in _POINTING):
        return False
    return _is_of_region(figure) or _goes_on_having(figure, story) if not named else _is_said_to_be(figure, named)


def _is_on_soil(figure: Figure, named: Sequence[Named]) -> bool:
    """Whether it lies in the one area named («из них 199 км — по территории Афганистана»)."""
    cues = figure.cues("soil")
    return len({n.code for n in named}) == 1 and any(c.start <= n.at <= c.end for c in cues for n in named)


def _is_said_to_be(figure: Figure, named: Sequence[Named]) -> bool:
    """Whether things are counted that the one area named is said to have («в Оше есть 118 гостевых домов»)."""
    placed = len({n.code for n in named}) == 1 and all(n.noun and n.role in _PLACED for n in named)
    return placed and figure.part.kind == "count" and bool(figure.cues("exists"))


def _goes_on_having(figure: Figure, story: Story) -> bool:
    """“Dushanbe, a city of 1.2 million, already has 21 parks”: one place, told alone before, is said to have it."""
    before = story.in_sentence(figure)
    alone = before is not None and bool(before.sides.ref) and not before.sides.both
    return alone and figure.part.kind == "count" and bool(figure.cues("exists"))


def _is_of_region(figure: Figure) -> bool:
    """Whether it is told of the region in the very clause, of no partner («Регион обеспечил 11% ночёвок»)."""
    return any(role not in _TOWARDS for role in _list_region_roles(figure)) and says(figure, "region")


def is_in_region(figure: Figure) -> bool:
    """Whether its clause says that it is so in the region (“only 9% of tyres are recycled in the region”)."""
    return any(role in _WITHIN for role in _list_region_roles(figure))


def _list_region_roles(figure: Figure) -> list[str]:
    """The roles of the words for a region that stand in the figure's own clause."""
    line = figure.line
    cues = (c for c in figure.cues("region") if not _STOP.search(line.scene.text, *sorted((c.start, figure.place))))
    return [get_role(line, c.start) for c in cues]


def _is_contrasted(figure: Figure, named: Sequence[Named], story: Story) -> bool:
    """«Алматы перерабатывает 35%, Бишкек — 8%»: after what one place has alone, the same of another is its own."""
    before = story.in_paragraph(figure)
    codes = {n.code for n in named}
    if before is None or before.sides.both or len(codes) != 1 or any(n.role in _TOWARDS or not n.noun for n in named):
        return False
    shares = figure.given.get("measure") == before.size.measure == "share" and before.indicator == _PLAIN
    return shares and before.sides.ref not in codes
