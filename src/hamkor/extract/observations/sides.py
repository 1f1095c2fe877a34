"""Whose figure it is: the areas of its own words, else those of the figure before, else those of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hamkor.codes.areas import is_capital
from hamkor.extract.observations.alone import is_alone
from hamkor.extract.observations.draft import Sides, Story, get_country, join
from hamkor.extract.observations.frame import DIRECTED, TURNOVER, get_frame, get_unnamed, says
from hamkor.extract.observations.gathering import find_met
from hamkor.extract.observations.holding import find_holder
from hamkor.extract.observations.host import find_nation, find_region
from hamkor.extract.observations.indicator import BUYER, MIRRORED
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.listed import get_listed
from hamkor.extract.observations.named import Named, find_named
from hamkor.extract.observations.near import is_total
from hamkor.extract.observations.owning import get_owner
from hamkor.extract.observations.roles import PLACE, get_role
from hamkor.extract.observations.site import get_at_site
from hamkor.extract.observations.trade import get_traded
from hamkor.extract.observations.ways import get_ends
from hamkor.extract.observations.words import IndicatorWord
from hamkor.text.fold import fold

_TWO = 2
_NEXT = 4  # characters to the next of a list
_MOVED = ("from", "to")
_OF_TWO = ("partner", "there", "neighbour", "mutual", "states", "regions")  # words for another side than «the country»
_WHERE = ("to", "in", "at")
_GIVES = {"exports": ("from", "by", "at"), "imports": ("to", "by", "at"), "investment": ("to", "at", "in")}


def get_sides(figure: Figure, indicator: IndicatorWord, story: Story) -> Sides:
    """The two sides of a figure, in the order that the indicator asks for."""
    sides = _find_sides(figure, indicator, story)
    sides = Sides(sides.ref) if sides.ref == sides.counterpart else sides
    if says(figure, "large"):
        return _at_large(figure, sides, indicator=indicator.name, story=story)
    return _of_nation(sides, figure) if sides.both and is_capital(sides.ref or "") else sides


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
    known = get_traded(figure, indicator, story) or get_listed(figure, indicator, story)
    known = known or get_ends(figure, indicator.name, story) or find_holder(figure)
    if known:
        return known
    frame = get_at_site(figure, indicator.name, get_frame(figure, indicator.name, story), story)
    named = find_named(figure, indicator.name, story)
    pointed = _get_told_pair(figure, indicator, named, story)
    if pointed:
        return pointed
    if is_alone(figure, indicator.name, named, frame=frame, story=story):
        return get_owner(figure, indicator.name, named, frame=frame, story=story)
    return _tell_sides(figure, indicator, named, frame=frame, story=story)


def _tell_sides(
    figure: Figure, indicator: IndicatorWord, named: Sequence[Named], *, frame: Sides, story: Story
) -> Sides:
    if named:
        return _get_named(figure, indicator, named, frame=frame, story=story)
    if _is_at_home(figure, indicator.name, story):
        return Sides(story.words.home)
    nation = _find_nation(figure, indicator.name, frame, story)
    if nation:
        return Sides(nation)
    sides = get_unnamed(figure, indicator, frame, story)
    return _receiver_first(_host_first(sides, figure), story) if indicator.name == "investment" else sides


def _find_nation(figure: Figure, indicator: str, frame: Sides, story: Story) -> str | None:
    """The country that «the country» means, where a figure of what one has or gets speaks of it and of no other."""
    mutual = indicator in DIRECTED or indicator == TURNOVER or figure.given.get("measure") == "share"
    apart = mutual or any(says(figure, sort) for sort in _OF_TWO)
    return find_nation(figure, story) or get_country(frame.ref) if not apart and says(figure, "nation") else None


def _get_pointed(figure: Figure, named: Sequence[Named], story: Story) -> Sides | None:
    """«Это 9,8% торговли двух стран»: a share that begins by pointing back is that of the figure before it."""
    before, cues = story.in_paragraph(figure), figure.cues("previous")
    if before is None or story.in_sentence(figure) or figure.given.get("measure") != "share" or not cues:
        return None
    first = min(cue.start for cue in cues)
    own = {get_country(before.sides.ref), get_country(before.sides.counterpart)}
    apart = any(n.at < first or get_country(n.code) not in own for n in named)
    return before.sides if before.sides.both and first < figure.place and not apart else None


def _get_told_pair(figure: Figure, indicator: IndicatorWord, named: Sequence[Named], story: Story) -> Sides | None:
    """The sides that words tell: those who meet, the figure pointed back at, who came where."""
    pointed = find_met(figure, indicator.name, named, story) or _get_pointed(figure, named, story)
    pointed = pointed or _get_comers(figure, indicator.name) or _get_of_told(figure, indicator, named, story)
    return pointed or _of_several(figure, named)


def _get_comers(figure: Figure, indicator: str) -> Sides | None:
    """«В клиниках Ташкента лечились 2,4 тыс. пациентов из Таджикистана»: people of where they are and come from."""
    line, end = figure.line, figure.after[1]
    if figure.quantity.unit != "person" or indicator in line.words.flows or line.parts(end, end + _NEXT, "area"):
        return None
    areas = [(at, p) for at, p in line.parts(figure.before[0], end, "area") if not line.is_base(at)]
    places = [c for at, p in areas if get_role(line, at) in (*PLACE, "at") for c in p.value.codes]
    origins = [c for at, p in areas if get_role(line, at) == "from" for c in p.value.codes]
    apart = len(places) == len(origins) == 1 and get_country(places[0]) != get_country(origins[0])
    return Sides(places[0], origins[0]) if apart and len(areas) == _TWO else None


def _get_of_told(figure: Figure, indicator: IndicatorWord, named: Sequence[Named], story: Story) -> Sides | None:
    """«Из них 1310 — в Алматы»: of what the figure before counts of two sides, what is in a region of one of them.

    Or in all of its country («всего по Узбекистану таких компаний …»).
    """
    before, codes = story.drafts[-1] if story.drafts else None, {n.code for n in named}
    if before is None or before.indicator != indicator.name or len(codes) != 1 or not before.sides.both:
        return None
    region, line = codes.pop(), figure.line
    others = [c for c in (before.sides.ref, before.sides.counterpart) if get_country(c) != get_country(region)]
    told = line.between(0, figure.place, "sum") if "-" in (region or "") else figure.cues("such")
    counts = figure.part.kind in ("count", "number") and len(others) == 1
    return Sides(region, others[0]) if told and counts else None


def _of_several(figure: Figure, named: Sequence[Named]) -> Sides | None:
    """“China and Russia account for 15% of Uzbekistan's exports”: of whom the whole is, with nobody alone."""
    line, holders = figure.line, {get_country(n.code) for n in named if n.role == "on"}
    if figure.given.get("measure") != "share" or len(holders) < _TWO or any(n.role != "on" for n in named):
        return None
    areas = line.parts(*figure.after, "area", "adjective")
    owner = [c for at, part in areas if is_total(figure, at) for c in part.value.codes]
    return Sides(owner[0]) if len(owner) == 1 else None


def _get_named(
    figure: Figure, indicator: IndicatorWord, named: Sequence[Named], *, frame: Sides, story: Story
) -> Sides:
    if all(n.code is None for n in named) and says(figure, "region"):
        return Sides(find_region(figure, story))
    if all(n.code is None for n in named) and says(figure, "nation"):
        return Sides(find_nation(figure, story) or get_country(frame.ref))
    if indicator.role == MIRRORED:
        return Sides(frame.ref, named[-1].code)
    by_nature = indicator.name in story.words.own_side
    if indicator.one_sided and not by_nature and not _says_one_sided(figure):
        indicator = replace(indicator, one_sided=False)
    if indicator.name in DIRECTED:
        return _get_directed(figure, indicator, named, frame=frame, story=story)
    told = _in_turn(figure, named, story)
    sides = told or _of_region(figure, _mutual(named, indicator, frame), story)
    sides = sides if told else _guest_last(sides, named, indicator.name, story)
    if figure.part.kind != "money" or _says_whose(named):
        return sides
    return _home_first(sides, frame)


def _get_directed(
    figure: Figure, indicator: IndicatorWord, named: Sequence[Named], *, frame: Sides, story: Story
) -> Sides:
    same = _get_going_on(figure, indicator, named, story)
    if same:
        return same
    directed = _from_neighbour(figure, named, frame) or _directed(named, indicator, frame)
    listed = _in_parallel(figure, named, story) or _listed(figure, named, frame)
    return listed or _of_told_region(figure, named, directed, story)


def _get_going_on(figure: Figure, indicator: IndicatorWord, named: Sequence[Named], story: Story) -> Sides | None:
    """«Экспорт в Турцию упал: турки взяли 412 тыс. тонн»: the direction goes on where no word of trade turns it."""
    before = story.in_paragraph(figure)
    if before is None or before.indicator != indicator.name or not before.sides.both:
        return None
    own = figure.line.indicators(figure.before[0], figure.after[1])
    turned = any(c.indicator and c.indicator.name in DIRECTED for c in own)
    pair = (before.sides.ref, before.sides.counterpart)
    apart = any(n.code not in pair or n.role not in ("by", "on") for n in named)
    return None if turned or apart else before.sides


def _in_turn(figure: Figure, named: Sequence[Named], story: Story) -> Sides | None:
    """«Из A в B прибыло 3 млн, из C — 2 млн»: the next they came from, or went to, takes the place of the first."""
    before = story.in_sentence(figure)
    if before is None or not before.sides.both or len(named) != 1:
        return None
    line, sides = figure.line, (before.sides.ref, before.sides.counterpart)
    areas = [(get_role(line, at), c) for at, p in line.parts(0, figure.before[0], "area") for c in p.value.codes]
    told = {code: role for role, code in areas if code in sides and role in _MOVED}
    if list(told.values()).count(named[0].role) != 1:
        return None
    return Sides(*(named[0].code if told.get(str(code)) == named[0].role else code for code in sides))


def _guest_last(sides: Sides, named: Sequence[Named], indicator: str, story: Story) -> Sides:
    """«Xitoy sarmoyasi bilan … korxona», «из Германии приехали …»: who comes from abroad is the other side.

    So are those whom an adjective names beside where they came to («казахстанских туристов, посетивших …»).
    """
    joint = ("with", "from") if indicator in story.words.projects else ()
    roles = ("from",) if indicator in story.words.people else joint
    guests = {n.code for n in named if n.role in roles}
    if indicator in story.words.people and any(n.role in _WHERE for n in named):
        guests |= {n.code for n in named if not n.noun}
    if sides.ref not in guests or sides.counterpart in guests:
        return sides
    home = story.words.home if get_country(sides.ref) != story.words.home else None
    return Sides(sides.counterpart or home, sides.ref) if sides.counterpart or home else sides


def _says_one_sided(figure: Figure) -> bool:
    """Whether its own words tell of all the trade of one side, not only the title or the paragraph before."""
    own = figure.line.indicators(figure.before[0], figure.after[1])
    return any(c.indicator and c.indicator.one_sided for c in own)


def _says_whose(named: Sequence[Named]) -> bool:
    """«Товарооборот Узбекистана с Казахстаном»: the first is who tells, whatever the title begins with."""
    told = [n for n in named if n.code]
    return bool(told) and told[0].role == "by" and any(n.role == "with" and n.code != told[0].code for n in told)


def _is_at_home(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether a figure is told of the country at large («елде жыл сайын 4,5 млн тонна қалдық жиналады»)."""
    mutual = indicator in DIRECTED or indicator == "trade_turnover"
    return bool(story.words.home and figure.cues("inland")) and not mutual


def _host_first(sides: Sides, figure: Figure) -> Sides:
    """«Компаний Китая в области — 250, их инвестиции — 3 млн»: where they are is where they invest."""
    areas = figure.line.parts(0, figure.place, "area")
    hosts = {c for at, p in areas if get_role(figure.line, at) in _GIVES["investment"] for c in p.value.codes}
    swapped = sides.both and sides.counterpart in hosts and sides.ref not in hosts
    return Sides(sides.counterpart, sides.ref) if swapped else sides


def _receiver_first(sides: Sides, story: Story) -> Sides:
    """Of an investment of which nobody is named, first the side that the title or the sentence before sends it to."""
    told = [line for line in (story.title, story.before) if line]
    goes_to = next((codes for line in told if (codes := _list_receivers(line))), set())
    swapped = get_country(sides.counterpart) in goes_to and get_country(sides.ref) not in goes_to
    return Sides(sides.counterpart, sides.ref) if sides.both and swapped else sides


def _list_receivers(line: Line) -> set[str | None]:
    """The countries of the areas to which or in which something is done."""
    areas = line.parts(0, len(line.scene.text), "area")
    return {get_country(c) for at, p in areas if get_role(line, at) in _GIVES["investment"] for c in p.value.codes}


def _of_region(figure: Figure, sides: Sides, story: Story) -> Sides:
    """«В городе работают 129 казахстанско-узбекских предприятий»: the city's, where the document is about it."""
    own = story.focus.sides.ref
    if not (own and "-" in own and says(figure, "region") and get_country(own) in (sides.ref, sides.counterpart)):
        return sides
    return Sides(*(own if code == get_country(own) else code for code in (sides.ref, sides.counterpart)))


def _of_told_region(figure: Figure, named: Sequence[Named], sides: Sides, story: Story) -> Sides:
    """«Экспорт области в Китай»: of the region that the words stand for, where only its partner is named."""
    region = find_region(figure, story) if says(figure, "region") else None
    apart = all(get_country(n.code) != get_country(region) for n in named)
    own = region and apart and "-" in region and sides.ref == get_country(region)
    return Sides(region, sides.counterpart) if own else sides


def _home_first(sides: Sides, frame: Sides) -> Sides:
    """Money that another gives is told of the document's first side; of people counted, where they are."""
    home = get_country(sides.counterpart) == get_country(frame.ref) != get_country(sides.ref)
    return Sides(sides.counterpart, sides.ref) if home and sides.both else sides


# ---- two sides of what is named


def _mutual(named: Sequence[Named], indicator: IndicatorWord, frame: Sides) -> Sides:
    """Sides of a figure without direction: the two named, or the one named and the other of the frame."""
    codes = _distinct([n.code for n in named])
    owners = [n.code for n in named if n.code and n.role == "by"]
    alone = indicator.one_sided and len(codes) < 2 and any(n.role not in ("with", "on") for n in named)
    if any(n.code is None for n in named) or alone:
        return Sides(owners[-1] if owners else codes[-1] if codes else frame.ref)
    if len(codes) >= 2:
        return Sides(codes[0], codes[1])
    return join(codes[0], frame)


def _distinct(codes: Sequence[str | None]) -> list[str]:
    """Codes in order, each once: a country gives way to its own region, several regions of it to the country."""
    known = list(dict.fromkeys(c for c in codes if c))
    if len({get_country(c) for c in known}) < min(3, len(known)):
        return list(dict.fromkeys(_stands_for(c, known) for c in known))
    return known


def _stands_for(code: str, known: Sequence[str]) -> str:
    country = get_country(code) or code
    regions = [c for c in known if c != country and get_country(c) == country]
    return regions[0] if len(regions) == 1 else country if regions else code


def _directed(named: Sequence[Named], indicator: IndicatorWord, frame: Sides) -> Sides:
    """Sides of exports (from, to), imports (to, from), investment (receiver, giver)."""
    reporters = [n for n in named if _is_reporter(n, indicator)]
    told_where = [n for n in reporters if n.role != "by"]
    if indicator.name == "investment" and told_where:  # «китайские инвестиции, привлечённые в область»: hers
        reporters = told_where
    ref, other = _distinct([n.code for n in reporters]), [n.code for n in named if n not in reporters]
    if not ref and len({get_country(code) for code in other}) > 1 and frame.ref and "to" in {n.role for n in named}:
        return Sides(frame.ref)  # what goes to several is nobody's alone
    if not ref:
        return _reported(other[-1] if other else None, frame)
    if other:
        return Sides(ref[0], other[0])
    if len(ref) > 1:
        return Sides(ref[0], ref[1])
    alone = indicator.one_sided or any(n.taker for n in named)
    return Sides(ref[0], None if alone else _partner(ref[0], frame))


def _reported(other: str | None, frame: Sides) -> Sides:
    """Only the other side is named: the reporter is the frame's."""
    if other and get_country(other) == get_country(frame.ref):
        return Sides(frame.counterpart, other) if frame.counterpart else Sides(other)
    return Sides(frame.ref, other)


def _listed(figure: Figure, named: Sequence[Named], frame: Sides) -> Sides | None:
    """The next partner of a list whose indicator was named before: «на Россию — 454 млн, далее Турция (278 млн)»."""
    codes = {n.code for n in named}
    told = figure.line.indicators(*figure.before) or figure.line.indicators(*figure.after)
    shared = figure.given.get("measure") == "share"  # «доля Казахстана»: a partner's
    if (told and not shared) or len(codes) != 1 or not frame.ref or None in codes:
        return None
    code = codes.pop()
    ours = {frame.ref, frame.counterpart, get_country(frame.ref)}
    return None if code in ours or get_country(code) in ours else Sides(frame.ref, code)


def _in_parallel(figure: Figure, named: Sequence[Named], story: Story) -> Sides | None:
    """«Таджикистан нарастил закупки в Китае на 18%, Узбекистан — на 32%»: one subject takes the place of another."""
    before = story.in_sentence(figure)
    if before is None or not before.sides.both or len(named) != 1 or not _is_subject(figure.line, named[0].at):
        return None
    told = figure.line.parts(0, before.figure.place, "area")
    subjects = [c for at, p in told if _is_subject(figure.line, at) for c in p.value.codes]
    if subjects[-1:] != [before.sides.ref] or figure.line.indicators(*figure.before):
        return None
    return Sides(named[0].code, before.sides.counterpart)


def _is_subject(line: Line, at: int) -> bool:
    """Whether an area stands in its own form without a preposition."""
    part = line.scene.part_at(at)
    own = part is not None and part.span.within(line.folded) == fold(part.value.name)
    return own and get_role(line, at) == "by"


def _from_neighbour(figure: Figure, named: Sequence[Named], frame: Sides) -> Sides | None:
    """«Узбекская компания …: ввоз из соседней страны»: the one named is the neighbour, not the reporter."""
    codes = {n.code for n in named}
    if len(codes) != 1 or not figure.cues("neighbour") or not frame.ref:
        return None
    code = codes.pop()
    return Sides(frame.ref, code) if get_country(code) != get_country(frame.ref) else None


def _is_reporter(named: Named, indicator: IndicatorWord) -> bool:
    """Whether an area is the exporter, the importer, the receiver of the investment."""
    if indicator.name == "investment" and named.role == "by":
        return named.taker
    if indicator.role == BUYER and named.role == "to":
        return False
    return named.role in _GIVES[indicator.name]


def _partner(code: str | None, frame: Sides) -> str | None:
    if get_country(code) == get_country(frame.ref):
        return frame.counterpart
    return frame.ref
