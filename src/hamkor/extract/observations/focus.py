"""What a document is about: its two sides, by its title and its first sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from hamkor.codes.areas import is_capital
from hamkor.extract.areas import find_areas
from hamkor.extract.observations.draft import Focus, Sides, get_country
from hamkor.extract.observations.layout import Line, find_ways, get_sorts, lay_line
from hamkor.extract.observations.roles import PLACE, get_role, get_role_of_ending, is_joined
from hamkor.extract.observations.weights import GROUP, Weights
from hamkor.extract.observations.words import Words, get_words
from hamkor.extract.parts import AreaMention, OrganisationMention, PersonMention
from hamkor.extract.quantities import find_quantities
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part, Scene, build_scene
from hamkor.model import Span
from hamkor.text.fold import fold

TITLE_WEIGHT, LEAD_WEIGHT, CITY_WEIGHT, BODY_WEIGHT = 8, 4, 2, 1
_AREAS = ("area", "adjective")
_PLACE_WEIGHT = 0.5
_OPENING = 2  # sentences that name whom the document is about, where its title does not
LEAD = 3  # sentences that count as the lead
_SMALLEST = 2  # a second side weighs at least this much
_CLEAR = 1.5  # times the weight of the third country that makes a second one a side
_EQUAL = 2  # times the weight of a third country named in one breath with the second
_THREE, _PAIR = 3, 2
_MANY = 6  # countries of a text whose title names none: it tells of others in each paragraph
_BREATH = 2  # words between two areas told in one breath
_OF_OTHERS = frozenset(("states", "neighbour", "group", "there"))  # words for other countries than one's own
FIGURES = ("money", "percent", "count", "measure", "times", "fraction")
_QUOTED = re.compile(r'"([^"]*)"')
_NAME = 3  # words of a quoted name at most; more are speech
_APPOSED = 2  # characters between a region and the country it lies in


def read_title(words: Words, reading: Reading) -> Line | None:
    """The document's title as a line, with its areas; None without one."""
    title = reading.title
    if not title:
        return None
    folded, span = fold(title), Span(0, len(title))
    money = [part.span for part in find_quantities(reading.language, title, folded, span)]
    areas = [p for p in find_areas(reading.language, title, folded, span) if not any(p.span.overlaps(m) for m in money)]
    scene = build_scene(folded, span, areas, text=title)
    return lay_line(words, folded, scene)


def find_focus(reading: Reading, title: Line | None) -> Focus:
    """The two sides of a document, as first mentioned, but a region before a country: it is the one told of."""
    weights, words = Weights(), get_words(reading.language)
    if title:
        _weigh_title(weights, title)
    for number, read in enumerate(reading.sentences):
        weigh_sentence(weights, read, words, lead=number < LEAD)
        if number < _OPENING:
            weights.opening.update(weights.codes)
    three = title is not None and _is_of_three(words, title.scene)
    sides = Sides() if three else _narrow(_sides(weights, reading, words), reading, words)
    regions = Sides(weights.region(sides.ref), weights.region(sides.counterpart))
    told = _told_most(weights, sides)
    return Focus(
        sides,
        regions,
        digest=_is_digest(weights, told.ref, reading),
        told=told,
    )


def _is_digest(weights: Weights, own: str | None, reading: Reading) -> bool:
    """Whether a text tells of many countries, its title of none, and no country runs through it."""
    many = not weights.titled and len(weights.codes_of_countries()) > _MANY
    return many and not (_is_of_one(reading) or _runs_through(own, reading))


def _is_of_one(reading: Reading) -> bool:
    """Whether the first sentence tells a figure of one country alone: then the text goes on with its partners."""
    parts = reading.sentences[0].parts if reading.sentences else ()
    told = {get_country(c) for p in parts if p.kind in _AREAS for c in p.value.codes}
    return len(told) == 1 and any(p.kind in FIGURES for p in parts)


def _runs_through(country: str | None, reading: Reading) -> bool:
    """Whether half of the paragraphs name a country: then they tell of it, however many others."""
    blocks = [list(reads) for _, reads in groupby(reading.sentences, key=lambda read: read.sentence.block)]
    parts = [[p for read in reads for p in read.parts if p.kind == "area"] for reads in blocks]
    naming = [country in _countries(code for p in block for code in p.value.codes) for block in parts]
    return country is not None and sum(naming) * 2 >= len(blocks)


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
        if is_joined(scene.text[first + 1 : second], words.joints, within=_BREATH):
            yield from other.codes if region in one.codes else one.codes if region in other.codes else ()


def _told_most(weights: Weights, sides: Sides) -> Sides:
    """The document's side, if any, and the country told of most beside it; none where two weigh the same."""
    countries = [c for c in weights.countries() if c != GROUP]
    own = get_country(sides.ref) or next(iter(countries), None)
    others = [c for c in countries if c != own]
    tied = len(others) > 1 and weights.country(others[0]) == weights.country(others[1])
    return Sides(own, others[0]) if own and others and not tied else Sides()


def pair_of(reads: list[ReadSentence], focus: Focus, words: Words) -> Focus | None:
    """The two sides that a block is about, where it begins with both and names no third."""
    if not (focus.digest or _begins_with_pair(reads[0])):
        return None
    weights = Weights()
    for number, read in enumerate(reads[1:] if focus.digest and is_place_alone(reads[0]) else reads):
        weigh_sentence(weights, read, words, lead=number == 0)
    countries = [c for c in weights.codes_of_countries() if c != GROUP]
    own = {focus.countries.ref, focus.countries.counterpart} - {None}
    if len(countries) < _PAIR or own >= set(countries) or (len(countries) > _PAIR and not focus.digest):
        return None
    if focus.digest:
        countries = sorted(sorted(countries, key=lambda c: -weights.country(c))[:_PAIR], key=countries.index)
    sides = Sides(*(weights.heaviest(c) for c in countries))
    return Focus(sides, sides)


def is_place_alone(read: ReadSentence) -> bool:
    """Whether a sentence only names the place it is told from («Карс.»)."""
    return len(read.scene.text.split()) == 1 and len(read.parts) == 1 and read.parts[0].kind in _AREAS


def _begins_with_pair(read: ReadSentence) -> bool:
    """Two areas of different countries told in one breath: «X и Y», «между X и Y», «X с Y», «X-Y»."""
    scene = read.scene
    areas = [(at, p) for at, p in zip(scene.places, scene.parts, strict=True) if p.kind in _AREAS and _is_one(p.value)]
    if any(len({get_country(c) for c in p.value.codes}) > 1 for _, p in areas[:1]):
        return True
    if len(areas) < _PAIR:
        return False
    (first, one), (second, other) = areas[:_PAIR]
    apart = get_country(one.value.codes[0]) != get_country(other.value.codes[0])
    between = scene.text[first + 1 : second]
    return apart and len(between.split()) <= _BREATH and not any(first < at < second for at in scene.places)


def _is_one(mention: AreaMention) -> bool:
    return bool(mention.codes) and mention.sort != "nation"


def _weigh_title(weights: Weights, title: Line) -> None:
    home = title.words.home
    if home and _is_at_home(title.scene, title.words):
        weights.add(home, TITLE_WEIGHT)
        weights.title(home, "by")
    along = {"from", "to"} <= {get_role(title, at) for at, part in _unquoted(title) if part.value.sort == "city"}
    for at, part in _unquoted(title):
        _weigh_guests(weights, title, at, part)
        role = get_role(title, at) if part.value.sort == "city" and not along else "by"
        if title.words.role_endings and role in ("to", "from"):
            role = "in"  # an ending tells for sure that the city is only a place
        if role == "on":
            continue  # one is in a city, but on a river of its name
        for code in part.value.codes or (GROUP,):
            weights.add(code, TITLE_WEIGHT)
            if _is_of_region(title, at, part):
                weights.within.add(code)
                continue
            weights.title(code, role)
            if title.words.verb_last and get_role(title, at) == "with":
                weights.partners.add(get_country(code))
        weights.name(part.value)


def _weigh_guests(weights: Weights, title: Line, at: int, part: Part) -> None:
    """Who a title names by an adjective as doing it in another's region (“Namangan farmers … in Zhetysu”)."""
    codes = part.value.codes
    if part.kind == "adjective" and len(codes) == 1:
        weights.guests.update(codes)
    if part.kind == "area" and get_role(title, at) in (*PLACE, "at"):
        weights.hosts.update(code for code in codes if "-" in code and not is_capital(code))


def _is_of_region(title: Line, at: int, part: Part) -> bool:
    """Whether an adjective says only in which country the region lies that the text will name (“Uzbek province”)."""
    return part.kind == "adjective" and bool(title.between(at + 1, at + 1 + _APPOSED, "region"))


def weigh_sentence(weights: Weights, read: ReadSentence, words: Words, *, lead: bool) -> None:
    weight, ways = LEAD_WEIGHT if lead else BODY_WEIGHT, find_ways(read.scene)
    if lead and words.home and _is_at_home(read.scene, words) and not _is_of_another(weights, words):
        weights.add(words.home, weight)
    for part in _alone(read.scene, words):
        if part.kind in _AREAS and read.scene.at(part.span.start) not in ways:
            mention: AreaMention = part.value
            for code in mention.codes or (GROUP,):
                weights.add(code, _weigh_city(part, read, words, lead=lead) if mention.sort == "city" else weight)
            weights.name(mention, told=part.kind == "area")
    _weigh_work(weights, read.scene, weight / 2)
    for code in _list_hosts(read.scene):
        weights.add(code, weight / 2)
    for value in _acting(read.scene.parts):
        weights.add(value.area or GROUP, weight / 2)
        if isinstance(value, PersonMention):
            weights.act(value.area or GROUP, value.position)
        else:
            weights.act_by_body(value.area or GROUP, value.sort)
            if any("statistics" in f.value.split() for f in words.cues.find(fold(value.name))):
                weights.reporters.add(get_country(value.area))


def _weigh_work(weights: Weights, scene: Scene, weight: float) -> None:
    """Areas within the naming of a person: where nobody's area is known, it is told there («Шымкенттегі клиника …»)."""
    for part in (part for part in scene.parts if part.kind == "person"):
        for inner in (i for i in part.inner if i.kind == "area"):
            weights.name(inner.value)
            for code in inner.value.codes if part.value.area is None else ():
                weights.add(code, weight)


def _list_hosts(scene: Scene) -> Iterator[str]:
    """Where bodies of another country are («посольство Узбекистана в Казахстане»)."""
    for part in scene.parts:
        if isinstance(part.value, OrganisationMention) and part.value.area:
            inner = [code for i in part.inner if i.kind == "area" for code in i.value.codes]
            yield from (code for code in inner if get_country(code) != get_country(part.value.area))


def _is_of_another(weights: Weights, words: Words) -> bool:
    """Whether one other country alone was told of: then “the republic” is that one («Қозоғистонда …»)."""
    told = {country for country in weights.countries() if country != GROUP}
    return len(told) == 1 and words.home not in told


def _is_at_home(scene: Scene, words: Words) -> bool:
    """Whether a sentence that names no area tells of the country («respublikaning tashqi savdosi»), not of two."""
    sorts = {sort for found in words.cues.find_in(scene) for sort in get_sorts(found.value)}
    return "nation" in sorts and not sorts & _OF_OTHERS and not any(p.kind in _AREAS for p in scene.parts)


def _weigh_city(part: Part, read: ReadSentence, words: Words, *, lead: bool) -> float:
    """A city of the lead tells little of who acts, nothing where it is only the place."""
    scene = read.scene
    before = scene.text[: scene.at(part.span.start)].split()
    passing = (bool(before) and words.roles.get(before[-1]) == "to") or _is_placed(part, read, words)
    return (BODY_WEIGHT if passing else CITY_WEIGHT) if lead else (_PLACE_WEIGHT if passing else BODY_WEIGHT)


def _is_placed(part: Part, read: ReadSentence, words: Words) -> bool:
    """Whether an ending says that a town is only where it was; not whose a body is («Шымкенттегі клиника»)."""
    said = part.span.within(read.scene.folded)
    whose = bool(words.within_endings) and said.endswith(words.within_endings)
    return not whose and get_role_of_ending(words, read.scene.folded, part) in PLACE


def _alone(scene: Scene, words: Words) -> Iterator[Part]:
    """Parts without a country that only says where the region before it lies («Согдийской области Таджикистана»).

    Where verbs stand last it does so in brackets alone («Farg'ona viloyati (O'zbekiston)»).
    """
    before: Part | None = None
    for part in scene.parts:
        apart = before and words.verb_last and "(" not in scene.folded[before.span.end : part.span.start]
        if apart or not (before and _locates(part, before)):
            yield part
        before = part


def _locates(part: Part, before: Part) -> bool:
    if not (isinstance(part.value, AreaMention) and isinstance(before.value, AreaMention)):
        return False
    near = part.span.start - before.span.end <= _APPOSED
    return near and any("-" in code and (get_country(code),) == part.value.codes for code in before.value.codes)


def _unquoted(title: Line) -> Iterator[tuple[int, Part]]:
    """Areas of a title that stand in no quoted name («Центральная Азия», a zone «Шовот – Дошҳовуз») nor name a way."""
    text = title.scene.text
    names = [m.span() for m in _QUOTED.finditer(text) if len(m[1].split()) <= _NAME]
    for at, part in title.parts(0, len(text), *_AREAS):
        if at not in title.ways and not any(start < at < end for start, end in names):
            yield at, part


def _acting(parts: Iterable[Part]) -> Iterator[PersonMention | OrganisationMention]:
    """People and organisations that act for an area; companies act for themselves."""
    for part in parts:
        known = isinstance(part.value, PersonMention | OrganisationMention) and part.value.area
        if known and getattr(part.value, "sort", None) != "company":
            yield part.value


def _sides(weights: Weights, reading: Reading, words: Words) -> Sides:
    if len({get_country(code) for code in weights.titled if code}) > 2:
        return Sides(_host(weights))  # what three do together is nobody's alone
    if _is_of_group(weights):
        return Sides()
    ranked = [c for c in weights.countries() if weights.country(c) >= _SMALLEST]
    ranked = ranked or _list_only(weights)
    if not ranked or ranked[0] == GROUP:
        ranked = [c for c in ranked if c != GROUP][:1]
    chosen = [c for c in ranked[:2] if c != GROUP]
    told = weights.countries()
    if len(told) > 2 and len(chosen) > 1 and not _leads(weights, chosen[1], told[2]):
        chosen = [words.home] if words.home and words.home in told and not weights.titled else chosen[:1]
    if _are_three(weights, [c for c in weights.countries() if c != GROUP], words, reading):
        return Sides()
    if len(chosen) == 1 and not weights.titled:
        own = [c for c in weights.opening if "-" in c and get_country(c) == chosen[0] and not is_capital(c)]
        if len(own) == 1:
            return Sides(own[0])
    codes = sorted(
        (weights.heaviest(c) for c in chosen),
        key=lambda c: ("-" not in c, weights.comes_second(get_country(c)), weights.comes_as_guest(c), weights.place(c)),
    )
    return Sides(*codes)


def _list_only(weights: Weights) -> list[str]:
    """The one country of a text that names it in passing alone («Биыл Шымкент қаласында …»)."""
    told = weights.countries()
    return told if len(told) == 1 else []


def _host(weights: Weights) -> str | None:
    """The region that a title names before the countries whose people or firms come to it; None where it names none."""
    first, *others = weights.titled
    return first if "-" in first and not any("-" in code for code in others) else None


def _is_of_group(weights: Weights) -> bool:
    """Whether the title names a group alone, the text several of its countries, and nobody acts for one."""
    told = [c for c in weights.codes_of_countries() if c != GROUP]
    return set(weights.titled) == {GROUP} and len(told) > _THREE and not weights.acting


def _leads(weights: Weights, second: str, third: str) -> bool:
    """Whether the second country is more than one of a list: titled, or acting, or named early and above the third."""
    if any(get_country(code) == second for code in {*weights.titled, *weights.acting}):
        return weights.country(second) > weights.country(third) or second in _countries(weights.titled)
    known = second in _countries(weights.opening) or weights.country(second) > LEAD_WEIGHT
    return known and weights.country(second) >= _CLEAR * weights.country(third)


def _countries(codes: Iterable[str]) -> set[str | None]:
    return {get_country(code) for code in codes if code}


def _are_three(weights: Weights, ranked: list[str], words: Words, reading: Reading) -> bool:
    """Whether the text says that three act («трёх стран»), the third about as much told of as the second."""
    titled = {get_country(code) for code in weights.titled if code}
    if len(titled) > 1 or len(ranked) < _THREE or weights.country(ranked[1]) > _EQUAL * weights.country(ranked[2]):
        return False
    return any(_is_of_three(words, read.scene) for read in reading.sentences)


def _is_of_three(words: Words, scene: Scene) -> bool:
    return any("three" in get_sorts(found.value) for found in words.cues.find_in(scene))
