"""What a document is about: its two sides, by its title and its first sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hamkor.extract.areas import find_areas
from hamkor.extract.asked import find_speaker
from hamkor.extract.numbers.quantities import find_quantities
from hamkor.extract.observations.about.at_home import add_home, add_host
from hamkor.extract.observations.about.chosen import choose_sides, is_of_three
from hamkor.extract.observations.about.digest import is_digest
from hamkor.extract.observations.about.partnered import find_owner
from hamkor.extract.observations.about.weighing import weigh_sentence, weigh_title
from hamkor.extract.observations.about.weights import BREATH, COUNTRY_ACTS, GROUP, Weights
from hamkor.extract.observations.draft import Focus, Sides, get_country
from hamkor.extract.observations.indicator.terms import TURNOVER
from hamkor.extract.observations.layout import Line, lay_line
from hamkor.extract.observations.roles import get_role, is_joined
from hamkor.extract.observations.words import Words, get_words
from hamkor.extract.parts import AreaMention, PositionMention
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part, Scene, build_scene
from hamkor.model import Span
from hamkor.text.fold import fold

_WORD = re.compile(r"\s+(\w+)")
_PAIR = 2
_OPENING = 2  # sentences that name whom the document is about, where its title does not
_OFFICE = 4  # words of what an office is of
_OPENING_WORD = re.compile(r"(\w{4,}) \w")
_STOP = re.compile(r"[^\w\s'ʽ-]")
LEAD = 3  # sentences that count as the lead


def read_title(words: Words, reading: Reading) -> Line | None:
    """The document's title as a line, with its areas; None without one."""
    title = reading.title
    if not title:
        return None
    folded, span = fold(title), Span(0, len(title))
    money = [part.span for part in find_quantities(reading.language, title, folded, span)]
    areas = [p for p in find_areas(reading.language, title, folded, span) if not any(p.span.overlaps(m) for m in money)]
    areas = [p for p in areas if not _is_of_person(p, folded, reading)]
    areas = sorted([*areas, *_find_of_bodies(title, folded, areas, reading)], key=lambda p: p.span.start)
    scene = build_scene(folded, span, areas, text=title)
    return lay_line(words, folded, scene)


def _find_of_bodies(title: str, folded: str, areas: list[Part], reading: Reading) -> Iterator[Part]:
    """«Бухоро институти … эшик очди»: the region after which a body of the lead is called that opens the title."""
    opening = _OPENING_WORD.match(folded)
    if opening is None or not title[0].isupper() or any(p.span.start < opening.end() for p in areas):
        return
    bodies = (p.value for read in reading.sentences[:LEAD] for p in read.of("organisation"))
    own = next((b for b in bodies if "-" in (b.area or "") and fold(b.name).split()[:1] == [opening[1]]), None)
    if own:
        yield Part("area", Span(*opening.span(1)), AreaMention((own.area,), title[: opening.end(1)], "region"))


def _is_of_person(part: Part, title: str, reading: Reading) -> bool:
    """Whether a name of the title is the first name of somebody whom the text names («Владимир Путин», no town)."""
    after = _WORD.match(title, part.span.end)
    said = part.span.within(title)
    people = (fold(p.value.name).split() for read in reading.sentences for p in read.of("person")) if after else ()
    return any(said == first and after and after[1].startswith(rest[-1]) for first, *rest in people if rest)


def find_focus(reading: Reading, title: Line | None) -> Focus:
    """The two sides of a document, as first mentioned, but a region before a country: it is the one told of."""
    weights, words = Weights(), get_words(reading.language)
    if title:
        weigh_title(weights, title)
    lead = [lay_line(words, reading.folded, read.scene, read=read) for read in reading.sentences[:LEAD]]
    lines = [*([title] if title else []), *lead]
    weights.reporters.update(owner for line in lines if (owner := find_owner(line)))
    for number, read in enumerate(reading.sentences):
        weigh_sentence(weights, read, words, lead=number < LEAD)
        if number < _OPENING:
            weights.opening.update(weights.codes)
    three = title is not None and is_of_three(words, title.scene)
    of_all = (_find_trader(title) or _find_contrasted(title)) if title else None
    chosen = Sides(of_all) if of_all else choose_sides(weights, reading, words)
    sides = Sides() if three else _narrow(chosen, reading, words)
    sides = sides if of_all else add_home(sides, lines[: len(lines) - len(lead) + _OPENING], words)
    sides = sides if of_all else add_host(sides, reading.sentences[:LEAD])
    sides = _speaker_first(sides, reading)
    regions = Sides(weights.region(sides.ref), weights.region(sides.counterpart))
    told = _told_most(weights, sides)
    return Focus(
        sides,
        regions,
        digest=is_digest(weights, told.ref, reading),
        told=told,
        acting=_get_acting(weights, reading),
        local=frozenset(code for code in weights.acting if "-" in code),
    )


def _speaker_first(sides: Sides, reading: Reading) -> Sides:
    """Of an interview's two sides first the one for which its speaker acts: hers is «мы», whatever the title names."""
    home = get_country(find_speaker(reading)) if sides.both else None
    away = home == get_country(sides.counterpart) != get_country(sides.ref)
    return Sides(sides.counterpart, sides.ref) if home and away else sides


def _get_acting(weights: Weights, reading: Reading) -> str | None:
    """The one country whose ministers, ministries or statistics office the text tells of."""
    acting = {get_country(code) for code in weights.acting if "-" not in code and code != GROUP} | weights.reporters
    acting |= {code for read in reading.sentences for code in _list_of_offices(read.scene)}
    acting = acting or {get_country(code) for read in reading.sentences[:LEAD] for code in _list_speakers(read)}
    return acting.pop() if len(acting) == 1 else None


def _list_speakers(read: ReadSentence) -> Iterator[str]:
    """For whom the people of a sentence act: a trade representative, a head of an agency."""
    yield from (part.value.area for part in read.of("person") if part.value.area)


def _list_of_offices(scene: Scene) -> Iterator[str]:
    """The countries after whose names an office of state stands («Қозоғистон қишлоқ хўжалиги вазири …»)."""
    for area, office in pairwise(scene.parts):
        between = scene.folded[area.span.end : office.span.start]
        beside = len(between.split()) <= _OFFICE and not _STOP.search(between)
        state = isinstance(office.value, PositionMention) and office.value.code in COUNTRY_ACTS
        if beside and state and area.kind == "area":
            yield from (code for code in area.value.codes if "-" not in code)


def _find_trader(title: Line) -> str | None:
    """The only country of a title that tells of all its foreign trade: whom the text names are its partners."""
    end = len(title.scene.text)
    told = any(c.indicator and c.indicator.one_sided and c.indicator.name == TURNOVER for c in title.indicators(0, end))
    codes = {code for _, part in title.parts(0, end, "area", "adjective") for code in part.value.codes or ("",)}
    return codes.pop() if told and len(codes) == 1 else None


def _find_contrasted(title: Line) -> str | None:
    """«Хорог принимал инвесторов, Туркменабат — грузовики»: of two that a comma sets side by side, the first.

    The text tells of one after the other, and of no pair.
    """
    areas = [(at, p) for at, p in title.parts(0, len(title.scene.text), "area") if len(p.value.codes) == 1]
    if len(areas) != _PAIR or any(get_role(title, at) != "by" for at, _ in areas):
        return None
    (first, one), (second, other) = areas
    between = title.scene.text[first + 1 : second].strip()
    own = all(p.value.is_nominative(p.span.within(title.folded)) for _, p in areas)
    apart = get_country(one.value.codes[0]) != get_country(other.value.codes[0])
    return one.value.codes[0] if own and apart and between.endswith(",") and len(between) > 1 else None


def _narrow(sides: Sides, reading: Reading, words: Words) -> Sides:
    """A region's partner is the region that the lead joins with it («Жамбыл облысы мен Қырғызстанның Талас облысы»).

    Where only the title tells of the partner, as the country that it lies in.
    """
    ref, other = sides.ref or "", sides.counterpart or ""
    if not other or ("-" in ref) == ("-" in other):
        return sides
    region, country = (ref, other) if "-" in ref else (other, ref)
    joined = [c for read in reading.sentences[:LEAD] for c in _joined_with(region, read.scene, words)]
    within = list(dict.fromkeys(c for c in joined if get_country(c) == country))
    if len(within) != 1:
        return sides
    return Sides(*(within[0] if code == country else code for code in (sides.ref, sides.counterpart)))


def _joined_with(region: str, scene: Scene, words: Words) -> Iterator[str]:
    """The regions that a sentence joins with this one by an "and"."""
    pairs = [(at, p.value) for at, p in zip(scene.places, scene.parts, strict=True) if p.kind == "area"]
    regions = [(at, mention) for at, mention in pairs if mention.sort == "region"]
    for (first, one), (second, other) in pairwise(regions):
        if is_joined(scene.text[first + 1 : second], words.joints, within=BREATH):
            yield from other.codes if region in one.codes else one.codes if region in other.codes else ()


def _told_most(weights: Weights, sides: Sides) -> Sides:
    """The document's side, if any, and the country told of most beside it; none where two weigh the same."""
    countries = [c for c in weights.countries() if c != GROUP]
    own = get_country(sides.ref) or next(iter(countries), None)
    others = [c for c in countries if c != own]
    tied = len(others) > 1 and weights.country(others[0]) == weights.country(others[1])
    return Sides(own, others[0]) if own and others and not tied else Sides()
