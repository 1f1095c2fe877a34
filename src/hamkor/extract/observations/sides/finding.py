"""Whose figure it is: the areas of its own words, else those of the figure before, else those of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hamkor.codes.areas import is_capital
from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.indicator.terms import MIRRORED, OWN, TRADE
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.alone import is_alone
from hamkor.extract.observations.sides.directed import get_directed
from hamkor.extract.observations.sides.frame import DIRECTED, get_frame, says
from hamkor.extract.observations.sides.holding import find_holder
from hamkor.extract.observations.sides.holding import find_region as find_region_holder
from hamkor.extract.observations.sides.host import find_nation, find_region
from hamkor.extract.observations.sides.listed import get_listed
from hamkor.extract.observations.sides.mentioned import find_named
from hamkor.extract.observations.sides.mutual import (
    get_in_turn,
    get_mutual,
    narrow_to_region,
    put_guest_last,
    put_home_first,
)
from hamkor.extract.observations.sides.named import Named
from hamkor.extract.observations.sides.owning import get_owner
from hamkor.extract.observations.sides.several import get_of_several
from hamkor.extract.observations.sides.site import get_at_site
from hamkor.extract.observations.sides.states import keep_part
from hamkor.extract.observations.sides.told_before import get_told_before
from hamkor.extract.observations.sides.told_pairs import get_reversed, get_told_pair
from hamkor.extract.observations.sides.trade import get_traded
from hamkor.extract.observations.sides.travel import get_travelled
from hamkor.extract.observations.sides.unnamed import get_unnamed_sides
from hamkor.extract.observations.sides.ways import get_ends
from hamkor.extract.observations.sides.works import get_at_work
from hamkor.extract.observations.words import IndicatorWord


def get_sides(figure: Figure, indicator: IndicatorWord, story: Story) -> Sides:
    """The two sides of a figure, in the order that the indicator asks for."""
    if _is_of_world(figure):
        return Sides()
    sides = _find_sides(figure, indicator, story)
    sides = Sides(sides.ref) if sides.ref == sides.counterpart else sides
    if figure.given.get("measure", "share") == "share":
        sides = keep_part(sides, figure, indicator.name, story)
    if figure.given.get("measure") == "share":
        sides = _of_region(sides, figure, indicator.name, story)
    if says(figure, "large") and figure.given.get("measure") != "share":  # of a share it tells the whole
        return _at_large(figure, sides, indicator=indicator.name, story=story)
    return _of_nation(sides, figure) if sides.both and is_capital(sides.ref or "") else sides


def _is_of_world(figure: Figure) -> bool:
    """«Әлемдегі инвестициялар 42% төмендеді»: of all the world, where it names nobody and none is a part of it."""
    told = [cue for cue in figure.cues("global") if figure.before[0] <= cue.start < figure.place]
    return bool(told) and not figure.line.parts(figure.before[0], figure.after[1], "area", "adjective")


def _of_region(sides: Sides, figure: Figure, indicator: str, story: Story) -> Sides:
    """«Торговля двух стран — 14 млрд. На область приходится 4 %»: the share is its own, with the same other side."""
    before = story.in_paragraph(figure)
    trade = indicator in TRADE and before is not None and before.indicator == indicator and before.sides.both
    if before is None or not trade or not figure.cues("region"):
        return sides
    told, region = (before.sides.ref, before.sides.counterpart), find_region(figure, story)
    as_told = get_country(region) in told and {sides.ref, sides.counterpart} <= {*told, None}
    own = region is not None and region not in told and as_told
    return Sides(region, next(side for side in told if side != get_country(region))) if own else sides


def _of_nation(sides: Sides, figure: Figure) -> Sides:
    """“Tashkent counts its trade … the country's exports”: of the country whose capital stands for it in the title."""
    line = figure.line
    named = any(sides.ref in part.value.codes for _, part in line.parts(0, figure.place, "area"))
    owner = [c for c in figure.cues("nation") if c.start < figure.place and get_role(line, c.start) == "by"]
    return Sides(get_country(sides.ref), sides.counterpart) if owner and not named else sides


def _at_large(figure: Figure, sides: Sides, *, indicator: str, story: Story) -> Sides:
    """«Всего по республике таких 5 тысяч»: of the country of the region told of before, with the same other side.

    Where nothing like it was told before and no area is named, of that country alone.
    """
    before = story.drafts[-1] if story.drafts else None
    if (before is None or before.indicator != indicator) and not figure.line.parts(
        figure.before[0], figure.after[1], "area", "adjective"
    ):
        return Sides(get_country(sides.ref))
    if before is None or before.indicator != indicator or "-" not in (before.sides.ref or ""):
        return sides
    country = get_country(before.sides.ref)
    if get_country(sides.ref) != country:
        return sides
    return Sides(country, sides.counterpart or before.sides.counterpart)


def _find_sides(figure: Figure, indicator: IndicatorWord, story: Story) -> Sides:
    if figure.given.get("each") and figure.cues("each") and story.focus.sides.both:
        return story.focus.sides
    figure = _with_next(figure) if figure.given.get("joined") else figure
    known = get_traded(figure, indicator, story) or get_listed(figure, indicator, story)
    known = known or _get_compared(figure, story)
    known = known or get_ends(figure, indicator.name, story) or find_holder(figure) or find_region_holder(figure)
    if known:
        return known
    frame = get_at_site(figure, indicator.name, get_frame(figure, indicator.name, story), story)
    named = find_named(figure, indicator.name, story)
    if says(figure, "within") and not any(n.code for n in named):
        return Sides()  # «внутрирегиональная торговля»: of all countries of a region, and of none alone
    pointed = get_reversed(figure, indicator.name, story) or get_travelled(figure, indicator.name, named, story)
    pointed = pointed or get_told_pair(figure, indicator, named, story)
    if pointed is None and named and indicator.role == MIRRORED:
        pointed = _of_mirrored(figure, indicator, named, frame=frame, story=story)
    pointed = pointed or get_of_several(figure, indicator.name, frame, story)
    pointed = pointed or get_told_before(figure, indicator.name, frame, story)
    pointed = pointed or get_at_work(figure, indicator.name, named, frame=frame, story=story)
    if pointed:
        return pointed
    if is_alone(figure, indicator.name, named, frame=frame, story=story):
        return get_owner(figure, indicator.name, named, frame=frame, story=story)
    return _tell_sides(figure, indicator, named, frame=frame, story=story)


def _get_compared(figure: Figure, story: Story) -> Sides | None:
    """“58,000 came from X and Y against | 14,500”: an old level told after the new one, without an area of its own."""
    before = story.in_sentence(figure)
    told = figure.line.parts(figure.place, figure.after[1], "area", "adjective")
    return before.sides if before and figure.given.get("base") and not told else None


def _of_mirrored(
    figure: Figure, indicator: IndicatorWord, named: Sequence[Named], *, frame: Sides, story: Story
) -> Sides:
    """«Узбекистан купил шымкентских товаров на 347 млн»: of who sends, by what was told before, and who buys."""
    before = story.in_paragraph(figure)
    sender = before.sides.ref if before else None
    buyer = ([n for n in named if n.code != sender] or named)[-1]
    told = None if before else story.find_traded(figure, indicator.name)
    return Sides(told.sides.ref if told else _get_owner_of(buyer, frame, story) or sender, buyer.code)


def _with_next(figure: Figure) -> Figure:
    """«4 mlrd dollari yoki 55 foizi Rossiyaga to'g'ri keladi»: with the words behind what is told of it once more."""
    line = figure.line
    stops = [m for mark in ",;(" if (m := line.scene.text.find(mark, figure.place)) > 0]
    later = [place for place in line.figures if place > figure.place][1:]
    end = min([*stops, *later, len(line.scene.text)])
    return replace(figure, after=(figure.after[0], max(end, figure.after[1])))


def _tell_sides(
    figure: Figure, indicator: IndicatorWord, named: Sequence[Named], *, frame: Sides, story: Story
) -> Sides:
    if named:
        return _get_named(figure, indicator, named, frame=frame, story=story)
    return narrow_to_region(figure, get_unnamed_sides(figure, indicator, frame, story), story)


def _get_named(
    figure: Figure, indicator: IndicatorWord, named: Sequence[Named], *, frame: Sides, story: Story
) -> Sides:
    if all(n.code is None for n in named) and says(figure, "region"):
        return Sides(find_region(figure, story))
    if all(n.code is None for n in named) and says(figure, "nation"):
        return Sides(find_nation(figure, story) or get_country(frame.ref))
    by_nature = indicator.name in SORTS.own_side
    if indicator.one_sided and not by_nature and indicator.role != OWN and not _says_one_sided(figure):
        indicator = replace(indicator, one_sided=False)
    if indicator.name in DIRECTED:
        return get_directed(figure, indicator, named, frame=frame, story=story)
    told = get_in_turn(figure, named, story)
    sides = told or narrow_to_region(figure, get_mutual(named, indicator, frame), story)
    sides = sides if told else put_guest_last(sides, named, indicator.name, story)
    if figure.part.kind != "money" or _says_whose(named):
        return sides
    return put_home_first(sides, frame)


def _get_owner_of(partner: Named, frame: Sides, story: Story) -> str | None:
    """Whose trade it is that a partner tells of: the frame's first side, else the document's, not the partner's."""
    told = (frame.ref, story.focus.sides.ref, story.focus.sides.counterpart, story.words.home or None)
    return next((code for code in told if code and get_country(code) != get_country(partner.code)), None)


def _says_one_sided(figure: Figure) -> bool:
    """Whether its own words tell of all the trade of one side, not only the title or the paragraph before."""
    own = figure.line.indicators(figure.before[0], figure.after[1])
    return any(c.indicator and c.indicator.one_sided for c in own)


def _says_whose(named: Sequence[Named]) -> bool:
    """«Товарооборот Узбекистана с Казахстаном»: the first is who tells, whatever the title begins with."""
    told = [n for n in named if n.code]
    return bool(told) and told[0].role == "by" and any(n.role == "with" and n.code != told[0].code for n in told)
