"""What a share is a share of."""

from __future__ import annotations

from dataclasses import replace

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Sides, Story, get_country
from hamkor.extract.observations.indicator.amounts import is_of_points
from hamkor.extract.observations.indicator.near import is_total
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.holding import find_holder, find_region
from hamkor.extract.observations.sides.listed import is_listed
from hamkor.extract.observations.sides.stretches import find_told_to_be
from hamkor.extract.observations.told_whole import MADE, SENT, find_sum, find_told_whole
from hamkor.extract.observations.words import IndicatorWord
from hamkor.model import PartOf

_TRADING = ("to", "with", "among")  # roles of the sides of a whole
_OWNS = {"exports": "from", "imports": "to"}  # how the owner of a whole stands («экспорта муки из Казахстана»)
_SHARING = ("to", "from", "with", "on")  # roles of a partner that has a share
_POINTING = ("neighbour", "partner", "there")  # words for the partner told of before («экспорт A в эту страну»)
_RECENT = 6  # figures back that a turnover is still the total of its halves
_NEXT = 3  # characters to the word that an adjective goes with


def get_part_of(figure: Figure, indicator: IndicatorWord, sides: Sides, story: Story) -> PartOf:
    """The whole of a share: what its words name, the sum just told («этой суммы», «из них»), else the side's own.

    A share of the trade of two countries («межгосударственной торговли») is part of theirs; exports as a share of
    the turnover are part of the turnover of the same two.
    """
    if is_listed(figure) or find_holder(figure):
        return PartOf(indicator.name, sides.ref, None)
    if sides == find_region(figure):
        return PartOf(indicator.name, get_country(sides.ref), None)
    known = find_told_whole(figure, indicator, sides, story)
    if known:
        return known
    figure = _with_points(figure, story)
    sum_told = find_sum(figure, indicator, story)
    if sum_told and figure.line.between(figure.place, figure.after[1], "sum"):
        return _of_sum(figure, sum_told, sides)
    whole = _indicator(figure) or (IndicatorWord(sum_told.indicator) if sum_told else indicator)
    area = _get_nation(figure, sides) or _areas(figure, whole, sides, story) or _said(figure, whole, sides, story)
    told = _find_told(figure, indicator, whole, sides, story=story) if area is None else None
    if told:
        return told
    if area is None and _is_part_of_all(figure, whole, sides, story):
        area = Sides(_get_owner_told(figure, sides, story) or sides.ref)
    if area is None:
        area = _unnamed(figure, whole, sides, story) if whole.name == indicator.name else sides
    if area.counterpart is None and whole.name in HALVES:
        area = Sides(area.ref, _get_wider(figure, sides))
    alone = whole.one_sided and whole.name not in SORTS.own_side
    found = PartOf(whole.name, area.ref, None if alone else area.counterpart)
    itself = PartOf(indicator.name, sides.ref, sides.counterpart) == found and sides.both
    return found if figure.line.goods or not itself else _without_itself(found, figure)


def _of_sum(figure: Figure, told: Draft, sides: Sides) -> PartOf:
    """What a share of «that sum» is of; “$2 million, or 8 percent of the total” is of all that the one side has."""
    pointed = figure.line.between(figure.place, figure.after[1], "sum")
    itself = sides.both and told.sides == sides and any("whole" in cue.sorts for cue in pointed)
    return PartOf(told.indicator, told.sides.ref, None if itself else told.sides.counterpart)


def _find_told(
    figure: Figure, indicator: IndicatorWord, whole: IndicatorWord, sides: Sides, *, story: Story
) -> PartOf | None:
    """Of a share whose whole no area is named for: what a plant makes, the sum that words point at, the turnover."""
    if whole.name == indicator.name in SENT and _is_of_made(figure, story) and not _indicator(figure):
        return PartOf(MADE[0], _get_maker(figure, sides, story), None)
    sum_told = find_sum(figure, indicator, story)
    if sum_told:
        return PartOf(sum_told.indicator, sum_told.sides.ref, sum_told.sides.counterpart)
    return _get_turnover(figure, indicator, story)


def _is_of_made(figure: Figure, story: Story) -> bool:
    """Whether what a plant sends abroad is told: a part of its products, or of what the paragraph says it makes."""
    made = story.in_paragraph(figure)
    if made and made.indicator in MADE:
        return True
    traded = any(is_total(figure, c.start) for c in figure.line.indicators(*_stretch(figure)))
    return not traded and any(is_total(figure, c.start) for c in figure.cues("goods"))


def _get_maker(figure: Figure, sides: Sides, story: Story) -> str | None:
    """Where it is made: where the paragraph says that something is, else the side that sends it."""
    made = story.in_paragraph(figure)
    return made.sides.ref if made and made.indicator in MADE else sides.ref


def _get_turnover(figure: Figure, indicator: IndicatorWord, story: Story) -> PartOf | None:
    """«Торговля достигла 290 млн; 85% пришлось на экспорт»: of the turnover just told, where no whole is named.

    Not where a partner has the share of exports («eksportida esa qo'shni davlatning ulushi 31 foiz»).
    """
    before = None if any(map(figure.cues, _POINTING)) else story.in_sentence(figure)
    if before is None or before.indicator != TURNOVER or indicator.name not in HALVES or _indicator(figure):
        return None
    return PartOf(TURNOVER, before.sides.ref, before.sides.counterpart)


def _with_points(figure: Figure, story: Story) -> Figure:
    """With the words before the points that the share grew by («доля в торговле … выросла на 2 п. п. до 8 %»)."""
    before = story.in_sentence(figure)
    return replace(figure, before=(0, figure.before[1])) if before and is_of_points(before.size) else figure


def _without_itself(found: PartOf, figure: Figure) -> PartOf:
    """Nothing is a share of itself.

    «Доля экспорта — 62%», «imports, two thirds of the total»: of the turnover of the two; “this is a tenth of the trade
    of X and Y”: theirs. Investment, tourists of one country: of all that the side has.
    """
    if found.indicator in HALVES:
        alone = _names_partner(figure, found)
        return replace(found, counterpart_area=None) if alone else replace(found, indicator=TURNOVER)
    of_all = figure.line.between(figure.place, figure.after[1], "whole") and not figure.line.words.verb_last
    told_to_be = figure.line.parts(*find_told_to_be(figure), "area", "adjective")
    if found.indicator != TURNOVER and (told_to_be or of_all):
        return replace(found, counterpart_area=None)
    parts = figure.line.parts(*_stretch(figure), "area", "adjective")
    named = list(dict.fromkeys(code for _, part in parts for code in part.value.codes))
    if len(named) != len((found.ref_area, found.counterpart_area)):
        theirs = figure.cues("states") or figure.cues("mutual")  # «четверть всей торговли двух стран»
        return replace(found, counterpart_area=None) if found.indicator == TURNOVER and not theirs else found
    return replace(found, ref_area=named[0], counterpart_area=named[1])


def _names_partner(figure: Figure, found: PartOf) -> bool:
    """«Из Китая — 44% импорта»: whether the other side is named as who has the share of all that one sends or gets."""
    country = get_country(found.counterpart_area)
    parts = figure.line.parts(*_stretch(figure), "area")
    named = [at for at, part in parts if country in {get_country(code) for code in part.value.codes}]
    return any(get_role(figure.line, at) in _SHARING for at in named)


def _stretch(figure: Figure) -> tuple[int, int]:
    return figure.before[0], figure.after[1]


def _indicator(figure: Figure) -> IndicatorWord | None:
    cues = [c for c in figure.line.indicators(*_stretch(figure)) if is_total(figure, c.start)]
    told = [c.indicator for c in cues if c.indicator and not c.indicator.weak]
    return told[0] if told else cues[0].indicator if cues else None


def _areas(figure: Figure, whole: IndicatorWord, sides: Sides, story: Story) -> Sides | None:
    """The areas named for the whole: two, or one; the partner of the country in question where it is told as one."""
    parts = figure.line.parts(*_stretch(figure), "area", "adjective")
    wholes = [(at, p) for at, p in parts if is_total(figure, at)]
    named = [(at, c) for at, p in wholes for c in p.value.codes]
    if len(named) != 1:
        pair = [c for _, c in named[:2]] if named else []
        return Sides(*pair) if wholes else None  # no codes: a group's
    at, code = named[0]
    if any(is_total(figure, c.start) for c in figure.cues("group")):
        return Sides(code)
    if any(map(figure.cues, _POINTING)) and code != sides.counterpart:
        return Sides(code, _other_country(code, sides))
    if whole.one_sided or get_role(figure.line, at) in ("by", _OWNS.get(whole.name)):
        return Sides(code)
    return _partner(code, story.focus.countries)


def _get_nation(figure: Figure, sides: Sides) -> Sides | None:
    """«Область дала 30% экспорта страны»: of a region's share of what its country has, the country."""
    told = any(is_total(figure, c.start) or _goes_with_whole(figure, c.end) for c in figure.cues("nation"))
    return Sides(get_country(sides.ref)) if told and "-" in (sides.ref or "") and not sides.both else None


def _is_part_of_all(figure: Figure, whole: IndicatorWord, sides: Sides, story: Story) -> bool:
    """«70 млн келді, бұл жалпы көлемнің 14 пайызы»: what was just told of two is a share of all that one has."""
    before = story.in_paragraph(figure)
    wholes = (*figure.cues("whole"), *figure.cues("alone"))
    pointed = figure.cues("previous") and any(c.start < figure.place for c in wholes)
    all_of_it = any(figure.line.between(figure.place, figure.after[1], sort) for sort in ("whole", "alone"))
    parted = whole.name in HALVES and any((d.indicator, d.sides) == (TURNOVER, sides) for d in story.drafts[-_RECENT:])
    pointed = pointed or bool(story.in_sentence(figure) and all_of_it and not parted)
    told = before is not None and (before.indicator, before.sides, before.size.measure) == (whole.name, sides, "level")
    beside = any(start < figure.place < end for start, end in figure.line.brackets)  # «71 млн долларов (41%)»
    return bool(sides.both and (pointed or beside) and told)


def _get_owner_told(figure: Figure, sides: Sides, story: Story) -> str | None:
    """Whose trade it is of two: the one right after a word of trade («среди торговых партнёров Китая»)."""
    before = story.in_paragraph(figure)
    figure = before.figure if before and not story.in_sentence(figure) else figure  # «5 млн долл. (18 % от объёма)»
    words = {c.end + 1 for c in figure.line.indicators(0, figure.place)}
    codes = [c for at, p in figure.line.parts(0, figure.place, "area") if at in words for c in p.value.codes]
    return next((code for code in codes if code in (sides.ref, sides.counterpart)), None)


def _other_country(code: str, sides: Sides) -> str | None:
    """The side that lies in another country."""
    others = [side for side in (sides.counterpart, sides.ref) if get_country(side) != get_country(code)]
    return others[0] if others else None


def _partner(code: str, countries: Sides) -> Sides:
    """«Торговля с Китаем»: the focus's own country with that one."""
    own = countries.counterpart if get_country(code) == countries.ref else countries.ref
    return Sides(own, code)


def _said(figure: Figure, whole: IndicatorWord, sides: Sides, story: Story) -> Sides | None:
    """The region («торговли области»), or the two countries («торговли двух стран»), where the words say so."""
    if any(is_total(figure, c.start) or _goes_with_whole(figure, c.end) for c in figure.cues("region")):
        away = "-" not in (sides.ref or "-") and "-" in (sides.counterpart or "")
        return Sides(sides.counterpart if away else sides.ref)
    if any(_goes_with_whole(figure, c.end) for c in figure.cues("nation")):
        return Sides(get_country(sides.ref))
    if figure.cues("states") and story.focus.states.ref:
        return story.focus.states
    if any(is_total(figure, c.start) for c in figure.cues("mutual")):
        return sides if _is_told(whole, sides, story) else story.focus.countries
    return None


def _get_wider(figure: Figure, sides: Sides) -> str | None:
    """«Viloyatning Rossiyadan importida Tatariston ulushi»: the country of which a region has a share."""
    parts = figure.line.parts(*figure.before, "area")
    moved = [c for at, p in parts if get_role(figure.line, at) in _SHARING for c in p.value.codes]
    return next((c for c in moved if c == get_country(sides.counterpart) != sides.counterpart), None)


def _goes_with_whole(figure: Figure, end: int) -> bool:
    """«mamlakat eksportidagi ulushi»: whether the word that ends there goes with the word of the whole."""
    words = [c for c in figure.line.indicators(end, end + _NEXT) if c.indicator and not c.indicator.weak]
    return figure.line.words.verb_last and bool(words) and words[0].start < figure.place


def _is_told(whole: IndicatorWord, sides: Sides, story: Story) -> bool:
    """Whether the whole was told for these very sides («взаимной торговли» of the region)."""
    pair = {sides.ref, sides.counterpart}
    return any(d.indicator == whole.name and {d.sides.ref, d.sides.counterpart} == pair for d in story.drafts)


def _unnamed(figure: Figure, whole: IndicatorWord, sides: Sides, story: Story) -> Sides:
    """A whole that nothing names: what was the whole before; the owner's trade told in the clause; a total told."""
    before = [d for d in story.drafts if d.part_of and d.figure.line.paragraph == figure.line.paragraph]
    if before and before[-1].part_of and not _is_of_another_place(before[-1], sides):
        return Sides(before[-1].part_of.ref_area, before[-1].part_of.counterpart_area)
    told = story.in_sentence(figure)
    same = told and told.sides.both and (told.indicator, told.size.measure) == (whole.name, "level")
    if told and same and whole.name in SORTS.projects:
        return told.sides  # «18 млн долларов: половину даёт казахская сторона»
    totals = {d.sides.ref for d in story.drafts if d.indicator == whole.name and not d.sides.both}
    if sides.both and figure.cues("whole") and sides.ref in totals:
        return Sides(sides.ref)
    if sides.both and _is_of_goods(figure):
        return sides
    owner = _owner(figure, sides)
    if not sides.both and figure.line.goods and figure.cues("whole"):
        return Sides(owner)  # «viloyat eksporti tarkibida uzumning ulushi»
    country = get_country(owner)
    people = whole.name in SORTS.placed | SORTS.hosted
    own = people or whole.name in SORTS.own_side or country not in totals
    return Sides(owner if own else country)  # a region's product is its own


def _is_of_another_place(before: Draft, sides: Sides) -> bool:
    """«… uning 38 foizi; Toshkentda bu ulush 21 foiz»: a share of what one place has, then of what another has."""
    own = before.part_of is not None and before.part_of.ref_area == before.sides.ref
    return own and not before.sides.counterpart and not sides.counterpart and sides.ref != before.sides.ref


def _is_of_goods(figure: Figure) -> bool:
    """Whether goods, no partner, have the share: «в узбекском экспорте половина пришлась на хлопок»."""
    parts = figure.line.parts(*_stretch(figure), "area", "adjective")
    return not any(_has_share(figure, at) for at, _ in parts)


def _has_share(figure: Figure, at: int) -> bool:
    """«На Казахстан пришлось 13%», «доля Казахстана — 13%»: not who trades («в экспорте в Казахстан»)."""
    if at > figure.place or get_role(figure.line, at) == "on":
        return True
    words = figure.line.words
    owned = is_total(figure, at) if words.whole_endings else figure.line.indicators(at + 1, at + _NEXT)
    owned = owned or any(c.end == at - 1 for c in figure.line.indicators(0, at))  # «экспорта России»
    return get_role(figure.line, at) not in _TRADING and not owned


def _owner(figure: Figure, sides: Sides) -> str | None:
    """Whose the whole is: of a region its country's, of a country named as partner the other side's."""
    parts = figure.line.parts(*_stretch(figure), "area", "adjective")
    named = {code for _, p in parts for code in p.value.codes}
    partner = (
        sides.ref in named and sides.counterpart and sides.counterpart not in named and "-" not in (sides.ref or "")
    )
    return sides.counterpart if partner else sides.ref
