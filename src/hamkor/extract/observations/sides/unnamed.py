"""Whose a figure is whose sentence names nobody: of the country at large, of who receives, as it was told before."""

from __future__ import annotations

from hamkor.codes.areas import is_capital
from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role, is_office, list_codes
from hamkor.extract.observations.sides.directed import GIVES
from hamkor.extract.observations.sides.frame import DIRECTED, says
from hamkor.extract.observations.sides.host import find_nation
from hamkor.extract.observations.sides.meant import get_unnamed
from hamkor.extract.observations.words import IndicatorWord
from hamkor.extract.parts import PersonMention, PositionMention

_AGREED = SORTS.plans - SORTS.own_side
_OF_TWO = ("partner", "there", "neighbour", "mutual", "states", "regions")  # words for another side than «the country»


def get_unnamed_sides(figure: Figure, indicator: IndicatorWord, frame: Sides, story: Story) -> Sides:
    """The sides of a figure beside which no area stands."""
    if _is_at_home(figure, indicator.name, story):
        return Sides(story.words.home)
    sent = _get_of_country(figure, indicator.name, story)
    if sent:
        return sent
    wider = _get_wider(indicator.name, story) if story.is_in_paragraph(figure.line) else None
    if wider and story.in_sentence(figure) is None and not any(says(figure, sort) for sort in (*_OF_TWO, "region")):
        return wider
    nation = _find_nation(figure, indicator.name, frame, story)
    if nation:
        return Sides(nation)
    sides = _get_agreed(figure, indicator.name, frame, story) or get_unnamed(figure, indicator, frame, story)
    return _receiver_first(_host_first(sides, figure), story) if indicator.name == "investment" else sides


def _get_of_country(figure: Figure, indicator: str, story: Story) -> Sides | None:
    """«Экспорт из республики утроился»: of the one side that is a country, where the other is a region."""
    cues = [c for c in figure.cues("nation") if get_role(figure.line, c.start) == "from"]
    pair = [c for c in (story.focus.sides.ref, story.focus.sides.counterpart) if c]
    countries = [c for c in pair if "-" not in c]
    if not cues or indicator not in HALVES or (len(pair), len(countries)) != (2, 1):
        return None
    other = next(c for c in pair if c not in countries)
    return Sides(countries[0], other) if indicator == HALVES[0] else Sides(other, countries[0])


def _get_agreed(figure: Figure, indicator: str, frame: Sides, story: Story) -> Sides | None:
    """«Hokim Xatlon raisi bilan uchrashdi. Tomonlar bozor ochishga kelishdi. Loyihaga 3 mln»: of the two that agreed.

    In a text on one side alone, where the sentence right before tells of both sides, and the one before it who met.
    """
    line, told = story.before, story.earlier
    if story.focus.sides.both or frame.both or line is None or told is None or indicator not in _AGREED:
        return None
    end = len(line.scene.text)
    if not line.paragraph == told.paragraph == figure.line.paragraph or not line.between(0, end, "mutual"):
        return None
    others = {code for code in list_codes(told) if get_country(code) != get_country(frame.ref)}
    regions = {code for code in others if "-" in code} or others
    return Sides(frame.ref, regions.pop()) if frame.ref and len(regions) == 1 else None


def _get_wider(indicator: str, story: Story) -> Sides | None:
    """«Татарстан развивает связи с Узбекистаном. Товарооборот …»: with the country that the sentence before names.

    Where the document is of a region of that country and of another's; and the other's tells of it.
    """
    line, focus = story.before, story.focus.sides
    if indicator != TURNOVER or line is None or line.figures or not focus.both:
        return None
    areas = line.parts(0, len(line.scene.text), "area")
    partners = {c for at, p in areas if get_role(line, at) == "with" for c in p.value.codes}
    acting = {p.value.area for p in line.scene.parts if isinstance(p.value, PersonMention | PositionMention)}
    acting |= {c for at, p in areas if is_office(line, at) for c in p.value.codes}
    for own, other in ((focus.ref, focus.counterpart), (focus.counterpart, focus.ref)):
        if partners == {get_country(other)} != {other} and own in acting:
            return Sides(own, get_country(other))
    return None


def _find_nation(figure: Figure, indicator: str, frame: Sides, story: Story) -> str | None:
    """The country that «the country» means, where a figure of what one has or gets speaks of it and of no other."""
    mutual = indicator in DIRECTED or indicator == TURNOVER or figure.given.get("measure") == "share"
    apart = mutual or any(says(figure, sort) for sort in _OF_TWO)
    return find_nation(figure, story) or get_country(frame.ref) if not apart and says(figure, "nation") else None


def _is_at_home(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether a figure is told of the country at large («елде жыл сайын 4,5 млн тонна қалдық жиналады»)."""
    mutual = indicator in DIRECTED or indicator == "trade_turnover"
    if figure.given.get("measure") == "share" and figure.cues("region"):
        return False  # «облыста елдегі картоптың 25 пайызы өндіріледі»: the country has the whole
    return bool(story.words.home and figure.cues("inland")) and not mutual


def _host_first(sides: Sides, figure: Figure) -> Sides:
    """«Компаний Китая в области — 250, их инвестиции — 3 млн»: where they are is where they invest."""
    areas = figure.line.parts(0, figure.place, "area")
    hosts = {c for at, p in areas if get_role(figure.line, at) in GIVES["investment"] for c in p.value.codes}
    swapped = sides.both and sides.counterpart in hosts and sides.ref not in hosts
    return Sides(sides.counterpart, sides.ref) if swapped else sides


def _receiver_first(sides: Sides, story: Story) -> Sides:
    """Of an investment of which nobody is named, first the side that the title or the sentence before sends it to."""
    goes_to = _list_receivers(story.title) or _list_receivers(story.before)
    swapped = get_country(sides.counterpart) in goes_to and get_country(sides.ref) not in goes_to
    return Sides(sides.counterpart, sides.ref) if sides.both and swapped else sides


def _list_receivers(line: Line | None) -> set[str | None]:
    """The countries of the areas to which or in which something is done; no capital, where there may be talks."""
    areas = line.parts(0, len(line.scene.text), "area") if line else []
    to = ((at, c) for at, p in areas for c in p.value.codes if not is_capital(c))
    return {get_country(c) for at, c in to if line and get_role(line, at) in GIVES["investment"]}
