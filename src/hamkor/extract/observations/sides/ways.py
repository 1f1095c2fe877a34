"""The two ends of a way that people or goods go («рейс Самарканд — Урумчи», “fly from Shymkent to Bukhara”)."""

from __future__ import annotations

import re
from itertools import pairwise

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import get_role, is_joined
from hamkor.extract.observations.sides.frame import says

_FAR = "km"
_FLIGHTS, _AIRPORT = "flights", "facility"
_CARRIED = frozenset(("passengers", "capacity"))  # of the way, where its own words tell of what moves there
_DASHED = re.compile(r"\ue011\s*[-—]\s*\ue011")
_STOP = re.compile(r"[,;:()]")
_BEGINNING = 12  # characters in which a sentence begins with what moves
_LONGEST = 40  # characters between the two ends at most
_MOVED = ("from", "to")
_ROLES = ({"from", "to"}, {"among"})


def find_way(line: Line, title: Line | None = None) -> Sides | None:
    """The ends of the way that a sentence tells of: two towns or regions of two countries; None without one.

    What moves between them is told there, or what it asks, or else by the title («Тошкент – Олмаота — 200 минг сўм»).
    """
    ends = [(at, p.value.codes[0]) for at, p in line.parts(0, len(line.scene.text), "area") if len(p.value.codes) == 1]
    ends = [(at, code) for at, code in ends if at not in line.ways]  # of several stages no two are the ends
    joined = [(a, b) for a, b in pairwise(ends) if _is_apart(a[1], b[1]) and _are_ends(line, a[0], b[0])]
    dashed = len(joined) == 1 and _DASHED.match(line.scene.text, joined[0][0][0])
    row = dashed and (_is_of_fares(line) or (title is not None and _is_of_travel(title)))
    if joined and (row or _is_of_travel(line)):
        (_, first), (_, second) = joined[0]
        return Sides(first, second)
    return _find_from_home(line) if not joined and _is_of_flights(line) else None


def go_on_way(line: Line, story: Story) -> Sides | None:
    """The way that its paragraph told of; the one told before, where what moves there begins or a journey is told.

    «Поезд …»; “Until now the journey meant driving 460 kilometers through Bishkek”.
    """
    if story.is_in_paragraph(line) and story.way:
        return story.way
    way, begins = story.travelled, line.words.moving.search(line.scene.text, 0, _BEGINNING)
    told = {code for _, part in line.parts(0, len(line.scene.text), "area") for code in part.value.codes}
    if way is None:
        return None
    if begins and told <= {way.ref, way.counterpart} and not story.is_in_paragraph(line):
        return way
    ends = {get_country(way.ref), get_country(way.counterpart)}
    return way if _is_of_journey(line) and {get_country(code) for code in told} <= ends else None


def _is_of_journey(line: Line) -> bool:
    """How far it is, or how long one travels («Раньше ехали 460 километров через Бишкек, восемь часов»)."""
    text = line.scene.text
    units = {p.value.unit for _, p in line.parts(0, len(text), "measure")}
    return bool(units & {_FAR, *SORTS.durations}) and bool(line.between(0, len(text), "travel"))


def _find_from_home(line: Line) -> Sides | None:
    """«Аэропорт Оша открывает рейсы в Алматы»: from whose airport or town, to the only one of another country."""
    end = _STOP.search(line.scene.text, line.figures[0] if line.figures else 0)
    areas = line.parts(0, end.start() if end else len(line.scene.text), "area")
    areas = [(at, p) for at, p in areas if len(p.value.codes) == 1]
    homes = {p.value.codes[0] for at, p in areas if p.value.sort == "city" and get_role(line, at) == "by"}
    bodies = line.parts(0, len(line.scene.text), "organisation")
    homes |= {p.value.area for _, p in bodies if p.value.sort == _AIRPORT and p.value.area}
    targets = {p.value.codes[0] for at, p in areas if p.value.sort == "city" and get_role(line, at) == "to"}
    if len(homes) != 1 or len(targets) != 1:
        return None
    home, target = homes.pop(), targets.pop()
    return Sides(home, target) if "-" in home and get_country(home) != get_country(target) else None


def get_ends(figure: Figure, indicator: str, story: Story) -> Sides | None:
    """The ends of the way that a figure tells of: that of its sentence, else of what its paragraph told before."""
    unit, line = figure.quantity.unit, figure.line
    if story.way and (says(figure, "states") or _leads_elsewhere(figure, story.way)):
        return None  # «Между двумя странами сейчас 74 рейса»: of all ways
    far = unit == _FAR and bool(line.between(0, len(line.scene.text), "travel"))
    if indicator in SORTS.of_way or unit in SORTS.durations or far:
        return story.way
    room = story.way and figure.quantity.unit == "person" and indicator in SORTS.crossed
    if indicator not in _CARRIED or not (_moves(figure) or room):
        return None  # «вагоны общей вместимостью 400 пассажиров»: of the way that the train goes
    named = figure.line.parts(0, len(figure.line.scene.text), "area")
    return story.way or (story.focus.sides if story.focus.sides.both and not named else None)


def _leads_elsewhere(figure: Figure, way: Sides) -> bool:
    """“… between A and B, and in May a train from C …”: whether a figure's own words begin at another place."""
    told = figure.line.parts(*figure.before, "area")
    ends = [c for at, p in told if get_role(figure.line, at) in _MOVED for c in p.value.codes]
    return bool(ends) and not set(ends) & {way.ref, way.counterpart}


def _moves(figure: Figure) -> bool:
    """Whether its own words tell of what goes between two places («бір рейспен 480 жолаушы»)."""
    return bool(figure.line.words.moving.search(figure.line.scene.text, figure.before[0], figure.after[1]))


def _is_of_travel(line: Line) -> bool:
    told = any(c.indicator and c.indicator.name == _FLIGHTS for c in line.indicators(0, len(line.scene.text)))
    return told or bool(line.words.moving.search(line.scene.text))


def _is_of_fares(line: Line) -> bool:
    told = [c.indicator for c in line.indicators(0, len(line.scene.text))]
    return any(word and not word.weak and word.name in SORTS.of_way for word in told)


def _is_of_flights(line: Line) -> bool:
    """Whether flights are told of, or counted."""
    told = [c.indicator for c in line.indicators(0, len(line.scene.text))]
    counted = [p for _, p in line.parts(0, len(line.scene.text), "count") if p.value.indicator == _FLIGHTS]
    return bool(counted) or any(word and word.name == _FLIGHTS for word in told)


def _is_apart(first: str, second: str) -> bool:
    return "-" in first and "-" in second and get_country(first) != get_country(second)


def _are_ends(line: Line, at: int, other: int) -> bool:
    """Whether two areas are joined by a dash, or the words between or after them say from where and to where."""
    text = line.scene.text
    if _DASHED.match(text, at, other + 1):
        return True
    joined = is_joined(text[at + 1 : other], line.words.joints, within=1)
    if joined and (get_role(line, at) == "among" or line.between(0, len(text), "links")):
        return True  # “between Tashkent and Tamchy”, «маршрут, который связал Ташкент и Душанбе»
    roles = {get_role(line, at), get_role(line, other)}
    return other - at <= _LONGEST and any(roles == pair for pair in _ROLES)
