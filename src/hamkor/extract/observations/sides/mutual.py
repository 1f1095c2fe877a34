"""The two sides of a figure without direction, and which of them stands first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country, join
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.sides.frame import says
from hamkor.extract.observations.sides.had import is_in_region
from hamkor.extract.observations.sides.host import find_region
from hamkor.extract.observations.sides.named import Named
from hamkor.extract.observations.words import IndicatorWord

_PAIR = 2
_ROW = 8  # characters from one of a row of areas to the next
_MOVED = ("from", "to")
_WHERE = ("to", "in", "at")
_AT = ("in", "at")


def get_mutual(named: Sequence[Named], indicator: IndicatorWord, frame: Sides) -> Sides:
    """Sides of a figure without direction: the two named, or the one named and the other of the frame."""
    codes = list_distinct([n.code for n in named])
    owners = [n.code for n in named if n.code and n.role == "by"]
    alone = indicator.one_sided and len(codes) < 2 and any(n.role not in ("with", "on") for n in named)
    if (
        alone
        and codes
        and frame.ref
        and all(n.role == "from" and _is_apart(n.code, frame.ref) for n in named if n.code)
    ):
        return join(codes[0], frame)  # “a plant of a company from Gumi would need …”: a guest's
    if any(n.code is None for n in named) or alone:
        return Sides(owners[-1] if owners else codes[-1] if codes else frame.ref)
    if _are_several(named, codes):
        return Sides()
    if _are_others(named, codes, frame):
        return Sides(frame.ref)
    if len(codes) >= 2:
        return Sides(codes[0], codes[1])
    return join(codes[0], frame)


def _is_apart(code: str | None, own: str) -> bool:
    return get_country(code) != get_country(own)


def list_distinct(codes: Sequence[str | None]) -> list[str]:
    """Codes in order, each once: a country gives way to its own region, several regions of it to the country."""
    known = list(dict.fromkeys(c for c in codes if c))
    if len({get_country(c) for c in known}) < min(3, len(known)):
        return list(dict.fromkeys(_stands_for(c, known) for c in known))
    return known


def _are_several(named: Sequence[Named], codes: Sequence[str]) -> bool:
    """“The combined output of Kazakhstan, Kyrgyzstan and Tajikistan”: of three or more in one row, of none alone."""
    places = [n.at for n in named]
    near = all(later - at <= _ROW for at, later in pairwise(places))
    return len({get_country(c) for c in codes}) > _PAIR and near and len({n.role for n in named}) == 1


def _are_others(named: Sequence[Named], codes: Sequence[str], frame: Sides) -> bool:
    """«Из ОАЭ и Саудовской Аравии прилетели 58 тыс.»: two in one row from which people come to a third, told before."""
    near = all(later - at <= _ROW for at, later in pairwise(n.at for n in named))
    apart = frame.ref and all(_is_apart(code, frame.ref) for code in codes)
    return bool(apart) and near and len(codes) == _PAIR and named[0].role == "from" and named[1].role in ("from", "by")


def _stands_for(code: str, known: Sequence[str]) -> str:
    country = get_country(code) or code
    regions = [c for c in known if c != country and get_country(c) == country]
    return regions[0] if len(regions) == 1 else country if regions else code


def get_in_turn(figure: Figure, named: Sequence[Named], story: Story) -> Sides | None:
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


def put_guest_last(sides: Sides, named: Sequence[Named], indicator: str, story: Story) -> Sides:
    """«Xitoy sarmoyasi bilan … korxona», «из Германии приехали …»: who comes from abroad is the other side.

    So are those whom an adjective names beside where they came to («казахстанских туристов, посетивших …»), and who
    has a rank among those who come (“Kyrgyzstan ranked second in arrivals in Uzbekistan”).
    """
    joint = ("with", "from") if indicator in SORTS.projects else ()
    roles = ("from", "on") if indicator in SORTS.people else joint
    guests = {n.code for n in named if n.role in roles}
    if indicator in SORTS.projects and any(n.role in _AT for n in named):
        guests |= {n.code for n in named if n.role == "by" and n.sort == "country"}
    if indicator in SORTS.people and any(n.role in _WHERE for n in named):
        guests |= {n.code for n in named if not n.noun}
    if indicator in SORTS.hosted and any(n.role == "to" for n in named):
        guests |= {n.code for n in named if n.role == "by" and n.sort == "country"}  # “Turkey visited Uzbekistan”
    if sides.ref not in guests or sides.counterpart in guests:
        return sides
    home = story.home if get_country(sides.ref) != story.home else None
    return Sides(sides.counterpart or home, sides.ref) if sides.counterpart or home else sides


def narrow_to_region(figure: Figure, sides: Sides, story: Story) -> Sides:
    """«В городе работают 129 казахстанско-узбекских предприятий»: the city's, where the document is about it.

    Where it is about two countries, the region's that was told of last, if it is in the region that they are.
    """
    own = story.focus.sides.ref
    if own and "-" not in own and is_in_region(figure):
        own = find_region(figure, story)
    if not (own and "-" in own and says(figure, "region") and get_country(own) in (sides.ref, sides.counterpart)):
        return sides
    return Sides(*(own if code == get_country(own) else code for code in (sides.ref, sides.counterpart)))


def put_home_first(sides: Sides, frame: Sides) -> Sides:
    """Money that another gives is told of the document's first side; of people counted, where they are."""
    home = get_country(sides.counterpart) == get_country(frame.ref) != get_country(sides.ref)
    return Sides(sides.counterpart, sides.ref) if home and sides.both else sides
