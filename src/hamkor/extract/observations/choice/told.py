"""Where a document speaks of which area: in each sentence, in its title, where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hamkor.extract.observations.layout import QUANTITIES, Line
from hamkor.extract.observations.roles import is_office
from hamkor.extract.parts import AreaMention, OrganisationMention, PersonMention, PositionMention
from hamkor.grammar import Part
from hamkor.model.value import value

_ACTING = (OrganisationMention, PersonMention, PositionMention)


@value(frozen=True, slots=True)
class Told:
    """An area that a sentence speaks of: its code, where it stands in the scene, whether only by who acts for it."""

    code: str
    at: int
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Atlas:
    """What one document tells of areas.

    lines   by sentence, what it tells of, in order
    title   what the title names
    homes   the areas of its publisher and its dateline
    most    the area told of most
    region  the region told of most
    """

    lines: Sequence[Sequence[Told]] = ()
    title: Sequence[Told] = ()
    homes: Sequence[str] = ()
    most: str | None = None
    region: str | None = None


def draw_atlas(lines: Iterable[Line], title: Line | None, homes: Iterable[AreaMention]) -> Atlas:
    """What a document tells of areas, by its sentences, its title and the areas of its publisher and dateline."""
    told = [list(_list_told(line)) for line in lines]
    titled = list(_list_told(title)) if title else []
    counts = Counter(t.code for line in (*told, titled) for t in line)
    ranked = [code for code, _ in counts.most_common()]
    regions = (code for code in ranked if "-" in code)
    codes = [code for home in homes for code in home.codes]
    return Atlas(told, titled, codes, next(iter(ranked), None), next(regions, None))


def _list_told(line: Line) -> Iterator[Told]:
    """The areas of a sentence in order, but those that it only compares with or that only say whom one acts for.

    What is compared with is told only of sentences with figures: of others nobody asks for the words that say so.
    """
    for at, part in zip(line.scene.places, line.scene.parts, strict=True):
        for told in _list_of_part(at, part):
            if told.acting or not (at in line.ways or is_office(line, at) or (line.figures and line.is_base(at))):
                yield told


def _list_of_part(at: int, part: Part) -> list[Told]:
    """What a part tells of: an area, the people that are counted («40 узбекских фирм»), whom somebody acts for."""
    value = part.value
    if isinstance(value, AreaMention):
        return [Told(code, at) for code in value.codes]
    if isinstance(value, _ACTING):
        return [Told(value.area, at, acting=True)] if value.area else []
    if part.inner and part.kind in QUANTITIES:
        inner = [i.value for i in part.inner if isinstance(i.value, AreaMention)]
        return [Told(code, at) for mention in inner for code in mention.codes]
    return []
