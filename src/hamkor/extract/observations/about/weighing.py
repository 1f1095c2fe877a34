"""How much a title and a sentence tell of each area: who acts, where, beside whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hamkor.codes.areas import is_capital
from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.about.weighed_parts import list_alone, weigh_city
from hamkor.extract.observations.about.weights import (
    APPOSED,
    AREAS,
    BODY_WEIGHT,
    GROUP,
    LEAD_WEIGHT,
    TITLE_WEIGHT,
    Weights,
)
from hamkor.extract.observations.draft import get_country
from hamkor.extract.observations.indicator.terms import TRADE
from hamkor.extract.observations.layout import Line, find_ways, get_sorts
from hamkor.extract.observations.roles import PLACE, get_role
from hamkor.extract.observations.words import Words
from hamkor.extract.parts import AreaMention, OrganisationMention, PersonMention
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Part, Scene
from hamkor.text.fold import fold

_OF_OTHERS = frozenset(("states", "neighbour", "group", "there"))  # words for other countries than one's own
_ACTING = frozenset(("person", "organisation"))
_QUOTED = re.compile(r'"([^"]*)"')
_STOP = re.compile(r"[,;:()—]")
_UNDER = 32  # characters from a body of statistics to the country whose it is
_NAME = 3  # words of a quoted name at most; more are speech


def weigh_title(weights: Weights, title: Line) -> None:
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
        if len(part.value.codes) > 1 and title.between(at + 1, at + 1 + APPOSED, "border"):
            continue  # «через казахстанско-российскую границу»: where, not who
        for code in part.value.codes or (GROUP,):
            weights.add(code, TITLE_WEIGHT)
            if _is_of_region(title, at, part):
                weights.within.add(code)
                continue
            weights.title(code, role)
            if (title.words.verb_last and get_role(title, at) == "with") or _is_of_comers(title, at):
                weights.partners.add(get_country(code))
        weights.name(part.value)


def _is_of_comers(title: Line, at: int) -> bool:
    """Whether a title tells of those who come from there («Шыңжаңнан келген туристер»): the text is of their hosts."""
    told = (c.indicator.name for c in title.indicators(0, len(title.scene.text)) if c.indicator)
    return get_role(title, at) == "from" and any(name in SORTS.hosted for name in told)


def _weigh_guests(weights: Weights, title: Line, at: int, part: Part) -> None:
    """Who a title names by an adjective as doing it in another's region (“Namangan farmers … in Zhetysu”)."""
    codes = part.value.codes
    if part.kind == "adjective" and len(codes) == 1:
        weights.guests.update(codes)
    traded = any(c.indicator and c.indicator.name in TRADE for c in title.indicators(0, len(title.scene.text)))
    if part.kind == "area" and get_role(title, at) in (*PLACE, "at") and not traded:  # «… поставят в Оренбуржье»: to it
        weights.hosts.update(code for code in codes if "-" in code and not is_capital(code))
    if part.value.sort == "country" and title.words.verb_last and part.kind == "area":
        (weights.hosts if get_role(title, at) == "at" else weights.acted).update(codes)


def _is_of_region(title: Line, at: int, part: Part) -> bool:
    """Whether an adjective says only in which country the region lies that the text will name (“Uzbek province”)."""
    return part.kind == "adjective" and bool(title.between(at + 1, at + 1 + APPOSED, "region"))


def _unquoted(title: Line) -> Iterator[tuple[int, Part]]:
    """Areas of a title that stand in no quoted name («Центральная Азия», a zone «Шовот – Дошҳовуз») nor name a way."""
    text = title.scene.text
    names = [m.span() for m in _QUOTED.finditer(text) if len(m[1].split()) <= _NAME]
    for at, part in title.parts(0, len(text), *AREAS):
        if at not in title.ways and not any(start < at < end for start, end in names):
            yield at, part


def weigh_sentence(weights: Weights, read: ReadSentence, words: Words, *, lead: bool) -> None:
    weight, ways = LEAD_WEIGHT if lead else BODY_WEIGHT, find_ways(read.scene)
    if lead and words.home and _is_at_home(read.scene, words) and not _is_of_another(weights, words):
        weights.add(words.home, weight)
    for part in list_alone(read.scene, words):
        if part.kind in AREAS and read.scene.at(part.span.start) not in ways:
            mention: AreaMention = part.value
            for code in mention.codes or (GROUP,):
                weights.add(code, weigh_city(part, read, words, lead=lead) if mention.sort == "city" else weight)
            weights.name(mention, told=part.kind == "area")
    _weigh_work(weights, read.scene, weight / 2)
    for code in _list_hosts(read.scene):
        weights.add(code, weight / 2)
    weights.reporters.update(_list_reporters(read.scene, words))
    for value in _acting(read.scene.parts):
        weights.add(value.area or GROUP, weight / 2)
        if isinstance(value, PersonMention):
            weights.act(value.area or GROUP, value.position)
        else:
            weights.act_by_body(value.area or GROUP, value.sort)


def _list_reporters(scene: Scene, words: Words) -> Iterator[str]:
    """The countries of the bodies of statistics that a sentence names, be it right after their names.

    “The Agency on Statistics under the President of the Republic of Uzbekistan”.
    """
    bodies = (p for p in scene.parts if p.kind == "organisation" and _is_of_statistics(p, words))
    for body in bodies:
        country = get_country(body.value.area) or _find_country_after(scene, scene.at(body.span.end - 1))
        if country:
            yield country


def _is_of_statistics(part: Part, words: Words) -> bool:
    return any("statistics" in f.value.split() for f in words.cues.find(fold(part.value.name)))


def _find_country_after(scene: Scene, at: int) -> str | None:
    """The first country named within reach after a place of the scene, before any stop."""
    stop = _STOP.search(scene.text, at)
    end = min(at + _UNDER, stop.start() if stop else len(scene.text))
    pairs = zip(scene.places, scene.parts, strict=True)
    areas = (p.value for place, p in pairs if at < place < end and p.kind == "area" and len(p.value.codes) == 1)
    return next((get_country(mention.codes[0]) for mention in areas), None)


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
        if part.kind == "organisation" and part.value.area:
            inner = [code for i in part.inner if i.kind == "area" for code in i.value.codes]
            yield from (code for code in inner if get_country(code) != get_country(part.value.area))


def _is_of_another(weights: Weights, words: Words) -> bool:
    """Whether one other country list_alone was told of: then “the republic” is that one («Қозоғистонда …»)."""
    told = {country for country in weights.countries() if country != GROUP}
    return len(told) == 1 and words.home not in told


def _is_at_home(scene: Scene, words: Words) -> bool:
    """Whether a sentence that names no area tells of the country («respublikaning tashqi savdosi»), not of two."""
    sorts = {sort for found in words.cues.find_in(scene) for sort in get_sorts(found.value)}
    return "nation" in sorts and not sorts & _OF_OTHERS and not any(p.kind in AREAS for p in scene.parts)


def _acting(parts: Iterable[Part]) -> Iterator[PersonMention | OrganisationMention]:
    """People and organisations that act for an area; companies act for themselves."""
    for part in parts:
        known = part.kind in _ACTING and part.value.area
        if known and (part.kind == "person" or part.value.sort != "company"):
            yield part.value
