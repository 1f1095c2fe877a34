"""What two do where they meet: those who come and what is signed are of the two that meet, not of the place.

«В Актау прошёл форум Казахстана и Туркменистана. В нём участвовали 240 человек»: of Kazakhstan and Turkmenistan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.named import Named
from hamkor.extract.observations.roles import PLACE, is_joined
from hamkor.grammar import Part

_BREATH = 3  # words from one of the two to the other
_NEXT = 2  # characters to the word that an adjective goes with
_APPOSED = 2  # characters from a country to its region («Xitoyning Shandun provinsiyasi»)
_DASH = re.compile(r"\s*[-–—]\s*")
_PAIR = 2


def find_met(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> Sides | None:
    """The two that meet, by its sentence or the one before in its paragraph; None where its words tell more."""
    if indicator not in story.words.met:
        return None
    lines = [figure.line, *([story.before] if story.before and story.is_in_paragraph(figure.line) else [])]
    pairs = [pair for line in lines for pair in _find_pairs(line, story)][:1]
    told = {get_country(n.code) for n in named if n.role not in ("at", *PLACE)}
    fits = pairs and told <= {get_country(pairs[0].ref), get_country(pairs[0].counterpart)} and len(told) != 1
    return pairs[0] if fits else None


def _find_pairs(line: Line, story: Story) -> Iterator[Sides]:
    """Two areas of different countries, told in one word or in one breath."""
    pairs = (*_find_told_in_one(line), *_find_joined(line, story))
    return (Sides(*codes) for codes in pairs if len({get_country(code) for code in codes}) == _PAIR)


def _find_told_in_one(line: Line) -> Iterator[tuple[str, ...]]:
    """«Казахстанско-турецкий форум», but not a border that is called so."""
    for at, part in line.parts(0, len(line.scene.text), "adjective"):
        if len(part.value.codes) == _PAIR and not line.between(at + 1, at + 1 + _NEXT, "border"):
            yield part.value.codes


def _find_joined(line: Line, story: Story) -> Iterator[tuple[str, ...]]:
    """«Форум Казахстана и Турции»: by an "and" or a dash, where it is no way."""
    areas = [(at, p) for at, p in line.parts(0, len(line.scene.text), "area") if len(p.value.codes) == 1]
    areas = [(at, p) for at, p in areas if at not in line.ways]
    for (first, one), (second, other) in pairwise(areas):
        between = line.scene.text[first + 1 : second]
        if is_joined(between, story.words.joints, within=_BREATH) or _DASH.fullmatch(between):
            yield one.value.codes[0], _get_region(other, second, areas)


def _get_region(part: Part, at: int, areas: Sequence[tuple[int, Part]]) -> str:
    """The code of an area, or of its region that follows right after."""
    code: str = part.value.codes[0]
    near = [p.value.codes[0] for after, p in areas if 0 < after - at <= _APPOSED]
    return next((region for region in near if get_country(region) == code), code)
