"""What two do where they meet: those who come and what is signed are of the two that meet, not of the place.

«В Актау прошёл форум Казахстана и Туркменистана. В нём участвовали 240 человек»: of Kazakhstan and Turkmenistan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.roles import PLACE, get_role, is_joined, is_office
from hamkor.extract.observations.sides.named import Named
from hamkor.grammar import Part

_BREATH = 3  # words from one of the two to the other
_NEXT = 2  # characters to the word that an adjective goes with
_APPOSED = 2  # characters from a country to its region («Xitoyning Shandun provinsiyasi»)
_DASH = re.compile(r"\s*[-–—]\s*")
_PAIR = 2
_WHERE = ("at", *PLACE)


def find_meeting(line: Line, story: Story) -> Sides | None:
    """Who a sentence tells to have come to whom, or where many met; else what its paragraph told of that before."""
    told = next(_find_guests(line, story), None) or _find_open(line, story)
    return told or (story.meeting if story.is_in_paragraph(line) else None)


def find_met(figure: Figure, indicator: str, named: Sequence[Named], story: Story) -> Sides | None:
    """The two that meet, by its sentence or the one before in its paragraph; None where its words tell more.

    Where guests of one came to the other, the two of them; where people of many countries met, the place alone.
    """
    if indicator not in SORTS.met:
        return None
    lines = [figure.line, *([story.before] if story.before and story.is_in_paragraph(figure.line) else [])]
    pairs = [pair for line in lines for pair in _find_pairs(line, story)][:1]
    told = {get_country(n.code) for n in named if n.role not in ("at", *PLACE)}
    meeting = _narrow(story.meeting, story) if story.meeting else _get_of_document(indicator, told, story)
    pair = pairs[0] if pairs else meeting
    if pair and not pair.both:
        return pair if not told else None
    fits = pair and told <= {get_country(pair.ref), get_country(pair.counterpart)} and len(told) != 1
    return pair if fits else None


def find_acting(figure: Figure, story: Story) -> Sides | None:
    """In a text that is about no two sides, the two states whose officials the sentence before tells to have dealt.

    “On June 5 Uzbek minister A and his Kyrgyz colleague B signed a memorandum. It provides for 60 grants.”
    """
    line = story.before
    if story.focus.sides.both or line is None or not story.is_in_paragraph(figure.line):
        return None
    people = line.parts(0, len(line.scene.text), "person")
    areas = list(dict.fromkeys(p.value.area for _, p in people if p.value.area))
    return Sides(*areas) if len(areas) == _PAIR and all("-" not in area for area in areas) else None


def _get_of_document(indicator: str, told: set[str | None], story: Story) -> Sides | None:
    """Of a document about two, those who come to something are theirs, unless others are told."""
    return story.focus.sides if story.focus.sides.both and not told and indicator in SORTS.got else None


def _narrow(pair: Sides, story: Story) -> Sides:
    """The region that is a side of the document, for its country."""
    own = {get_country(code): code for code in (story.focus.sides.ref, story.focus.sides.counterpart) if code}
    return Sides(*(own.get(code, code) for code in (pair.ref, pair.counterpart)))


def _find_guests(line: Line, story: Story) -> Iterator[Sides]:
    """«В Самарканд прибыла делегация Туркестанской области»: where they came, and whose guests they are."""
    cues = line.between(0, len(line.scene.text), "guests")
    areas = [(at, p.value.codes[0]) for at, p in _list_areas(line)]
    hosts = [code for at, code in areas if get_role(line, at) in _WHERE]
    come = [(at, code) for at, code in areas if code not in hosts] or list(_list_acting(line))
    for cue in cues[:1]:
        guest = min(((abs(at - cue.start), code) for at, code in come), default=(0, ""))[1]
        sides = (*hosts, story.focus.sides.ref, story.focus.sides.counterpart)
        host = next((code for code in sides if code and get_country(code) != get_country(guest)), None)
        if guest and host:
            yield Sides(host, guest)


def _list_acting(line: Line) -> Iterator[tuple[int, str]]:
    """Where somebody acts for an area, who leads a delegation, say."""
    for at, part in line.parts(0, len(line.scene.text), "person", "position", "organisation"):
        if part.value.area:
            yield at, part.value.area


def _find_open(line: Line, story: Story) -> Sides | None:
    """«В Ташкенте открылась международная выставка»: where people of many countries met."""
    if not line.between(0, len(line.scene.text), "worldwide"):
        return None
    places = [p.value.codes[0] for at, p in _list_areas(line) if get_role(line, at) in _WHERE]
    told = story.meeting if story.meeting and story.is_in_paragraph(line) else None
    place = places[0] if places else told.ref if told else story.focus.sides.ref
    return Sides(place) if place and "-" in place else None


def _list_areas(line: Line) -> list[tuple[int, Part]]:
    areas = line.parts(0, len(line.scene.text), "area", "adjective")
    return [(at, p) for at, p in areas if len(p.value.codes) == 1 and not is_office(line, at) and not line.is_base(at)]


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
