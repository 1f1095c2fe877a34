"""What a share is a share of."""

from __future__ import annotations

from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.indicator import is_total
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.sides import get_role
from hamkor.extract.observations.words import IndicatorWord
from hamkor.model import PartOf


def get_part_of(figure: Figure, indicator: IndicatorWord, sides: Sides, story: Story) -> PartOf:
    """The whole of a share: what its words of totality name, else the same indicator of the whole country.

    A share of the trade of two countries («межгосударственной торговли») is part of theirs; exports as a share of
    the turnover are part of the turnover of the same two.
    """
    whole = _indicator(figure) or indicator
    area = _areas(figure, whole, sides, story) or _unnamed(figure, whole.name == indicator.name, sides, story)
    return PartOf(whole.name, area.ref, None if whole.one_sided else area.counterpart)


def _stretch(figure: Figure) -> tuple[int, int]:
    return figure.before[0], figure.after[1]


def _indicator(figure: Figure) -> IndicatorWord | None:
    cues = [c for c in figure.line.indicators(*_stretch(figure)) if is_total(figure, c.start)]
    return cues[0].indicator if cues else None


def _areas(figure: Figure, whole: IndicatorWord, sides: Sides, story: Story) -> Sides | None:
    """The areas named for the whole: two, or one; the partner of the country in question where it is told as one."""
    parts = figure.line.parts(*_stretch(figure), "area", "adjective")
    named = [(at, c) for at, p in parts if is_total(figure, at) for c in p.value.codes]
    if len(named) > 1:
        return Sides(named[0][1], named[1][1])
    if not named:
        return None
    at, code = named[0]
    if any(is_total(figure, c.start) for c in figure.cues("group")):
        return Sides(code)
    if figure.cues("neighbour") and code != sides.counterpart:
        return Sides(code, sides.counterpart)
    if whole.one_sided or get_role(figure, at, story) == "by":
        return Sides(code)
    return _partner(code, story.focus.countries)


def _partner(code: str, countries: Sides) -> Sides:
    """«Торговля с Китаем»: the focus's own country with that one."""
    own = countries.counterpart if get_country(code) == countries.ref else countries.ref
    return Sides(own, code)


def _unnamed(figure: Figure, same: bool, sides: Sides, story: Story) -> Sides:
    if any(is_total(figure, c.start) for c in figure.cues("region")):
        return Sides(sides.ref)
    if figure.cues("states") or (same and figure.cues("mutual")):
        return story.focus.countries
    if not same:
        return sides
    before = [d for d in story.drafts if d.part_of and d.figure.line.paragraph == figure.line.paragraph]
    if before and before[-1].part_of:
        return Sides(before[-1].part_of.ref_area, before[-1].part_of.counterpart_area)
    return Sides(get_country(_owner(figure, sides)))


def _owner(figure: Figure, sides: Sides) -> str | None:
    """Whose the whole is: of a region its country's, of a country named as partner the other side's."""
    parts = figure.line.parts(*_stretch(figure), "area", "adjective")
    named = {code for _, p in parts for code in p.value.codes}
    partner = (
        sides.ref in named and sides.counterpart and sides.counterpart not in named and "-" not in (sides.ref or "")
    )
    return sides.counterpart if partner else sides.ref
