"""Whose share in whose trade: «доля Китая в импорте Казахстана» is of Kazakhstan's imports, those from China."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.extract.observations.draft import Sides, get_country
from hamkor.extract.observations.layout import Cue, Figure, Line
from hamkor.extract.observations.roles import get_role_beside, is_office

_FARTHEST = 24  # characters from an indicator word to whose it is, with a word or two between
_SHARE = "share"
_FALLING = ("to", "on")  # roles of whom a share falls on
_NO_HOLDERS = frozenset(("with", "among", "from", "to"))  # roles that tell where trade goes


def find_holder(figure: Figure) -> Sides | None:
    """The owner of the whole, and who has the share; None unless both are named before the figure.

    The owner stands nearest to the indicator word, before it or after: «в импорте Казахстана», “in Kazakhstan's
    imports”; before it where verbs stand last («Қозоғистон импортидаги»).
    """
    if figure.given.get("measure") != "share":
        return None
    areas = _list_areas(figure)
    words = [c for c in figure.line.indicators(*figure.before) if c.indicator and not c.indicator.weak]
    if len(areas) != 2 or not words:
        return None
    owner, holder = sorted(areas, key=lambda area: _get_distance(area[0], words, figure.line))
    near = _get_distance(owner[0], words, figure.line) <= _FARTHEST
    return Sides(owner[1], holder[1]) if near and get_country(owner[1]) != get_country(holder[1]) else None


def find_region(figure: Figure) -> Sides | None:
    """«Mamlakat savdosida eng katta ulush Toshkent shahriga to'g'ri keldi — 37 foiz»: the region that has a share.

    Where verbs stand last, and of no other country than the region's the sentence tells.
    """
    line, stretch = figure.line, (figure.before[0], figure.after[1])
    if not line.words.verb_last or figure.given.get("measure", _SHARE) != _SHARE or not line.between(*stretch, "holds"):
        return None
    if figure.part.kind not in ("percent", "fraction"):
        return None
    named = [(at, code) for at, part in line.parts(*stretch, "area", "adjective") for code in part.value.codes]
    regions = [code for at, code in named if "-" in code and get_role_beside(line, at) in _FALLING]
    one = len(set(regions)) == 1 and {get_country(code) for _, code in named} == {get_country(regions[0])}
    return Sides(regions[0]) if one else None


def _list_areas(figure: Figure) -> Sequence[tuple[int, str]]:
    """The areas before a figure that may be a whole's owner or have a share of it; none where there are others."""
    line = figure.line
    parts = line.parts(*figure.before, "area", "adjective")
    told = [(at, p) for at, p in parts if not (line.is_base(at) or is_office(line, at))]
    plain = all(len(p.value.codes) == 1 and get_role_beside(line, at) not in _NO_HOLDERS for at, p in told)
    return [(at, p.value.codes[0]) for at, p in told] if plain else ()


def _get_distance(at: int, words: Sequence[Cue], line: Line) -> int:
    text = line.scene.text
    after = () if line.words.verb_last else (at - word.end for word in words if word.end <= at)
    before = (w.start - at - 1 for w in words if at < w.start and not _is_parted(line, text[at + 1 : w.start]))
    return min((*before, *after), default=len(text))


def _is_parted(line: Line, between: str) -> bool:
    """Whether a preposition parts an area from the word after it: «доля Китая в импорте …» is not of its imports."""
    return not line.words.verb_last and any(word in line.words.roles for word in between.split())
