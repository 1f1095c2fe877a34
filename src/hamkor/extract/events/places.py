"""Where an event was or will be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hamkor.extract.areas import find_areas
from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.words import EventWords
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sides import find_sides, get_country, list_areas
from hamkor.grammar import Part
from hamkor.model import Span
from hamkor.model.value import value
from hamkor.text.fold import fold

_ABROAD = frozenset({"ambassador", "consul"})  # they act away from home, so that no dateline places them
_HOLDERS = ("person", "position")  # an area within these is theirs, not the event's
_EMBASSY = "embassy"  # where it stands belongs to its name («в посольстве Казахстана в России»)
_VISITS = "visit-verb"  # the rule whose words are followed by what is visited
_OPENS = 4  # characters between the beginning of a clause and what opens it
_LEAD = 2  # sentences that tell what the title does
_NEAR = 2  # sentences, its own included, in which a country is told that words point back at
_QUOTED = 2  # characters from an area to a body behind it, whose name may stand in quotation marks
_BEFORE = 20  # characters before an area in which the word for "in" may stand


@value(frozen=True, slots=True)
class Place:
    """A place, nominative, with its code."""

    name: str
    code: str


def find_place(reading: Reading, words: EventWords, mention: Mention) -> Place | None:
    """The place told beside the mention, nearest first; «here» is the dateline's, «there» that told before."""
    folded = reading.folded
    if _has_none(words, folded, mention):
        return None
    mention = _widen(reading, words, mention)
    listed = _list_places(reading, words, mention) or _list_led(reading, words, mention)
    areas = [p for p in listed if _is_beside(reading, words, mention, area=p)] or _list_before(mention, listed)
    if areas:
        return _get_place(min(areas, key=lambda p: _distance(p.span, mention.words)))
    if words.here.search(folded, mention.clause.start, mention.clause.end):
        return get_dateline(reading)
    if words.there.search(folded, mention.clause.start, mention.clause.end):
        return _find_place_before(reading, words, mention)
    if mention.type == "visit" and words.that_country.search(folded, mention.clause.start, mention.clause.end):
        return _find_country_before(reading, mention)
    return _find_untold(reading, words, mention)


def _find_country_before(reading: Reading, mention: Mention) -> Place | None:
    """The country told of last before words that point back at it, be it that of who invited."""
    for number in range(mention.number, max(-1, mention.number - _NEAR), -1):
        areas = [p for p in list_areas(reading.sentences[number]) if p.span.end <= mention.words.end]
        told = [p for p in areas if p.value.sort == "country" and len(p.value.codes) == 1]
        if told:
            return _get_place(told[-1])
    return None


def _find_untold(reading: Reading, words: EventWords, mention: Mention) -> Place | None:
    """Of an event without a place of its own: where what opens is built, or what is visited or who is host."""
    if mention.type == "opening":
        return _find_site(reading, words, mention) or _find_titled(reading, words, mention)
    if mention.type != "visit":
        return None
    hither = words.thither.search(reading.folded, mention.clause.start, mention.clause.end)
    return _find_visited(reading, words, mention) or (_find_home(reading, mention) if hither else None)


def _has_none(words: EventWords, folded: str, mention: Mention) -> bool:
    """Whether an event is nowhere: the place beside it is of an office («послом в Латвии») or where a road leads."""
    leads = mention.type == "opening" and words.moving.search(folded, mention.words.start, mention.span.end)
    return mention.type == "appointment" or bool(leads)


def _get_place(part: Part) -> Place:
    return Place(part.value.name, part.value.codes[0])


def _list_places(reading: Reading, words: EventWords, mention: Mention) -> list[Part]:
    sentence = reading.sentences[mention.number]
    held = [p.span for p in sentence.of(*_HOLDERS)]
    held += [p.span for p in sentence.of("organisation") if p.value.sort == _EMBASSY]
    inside = (p for p in sentence.of("area", "adjective") if mention.clause.covers(p.span))
    return [
        p
        for p in inside
        if not any(h.covers(p.span) for h in held)
        and _is_place(reading.folded, words, mention, part=p)
        and not _is_held_in(reading, words, sentence, p, visited=mention.type == "visit")
    ]


def _is_held_in(reading: Reading, words: EventWords, sentence: ReadSentence, area: Part, *, visited: bool) -> bool:
    """Whether an area that qualifies the office or body right behind it is that one's: «Ресейдегі | елшісі».

    A body that is visited, or where the event was («Toshkentdagi «Expo» markazida»), leaves its place to that.
    """
    if not reading.folded[area.span.start : area.span.end].endswith(words.held_in):
        return False
    bodies = [p for p in sentence.of("organisation") if not (visited or _is_venue(reading.folded, words, p))]
    beside = (p.span.start - area.span.end for p in (*sentence.of(*_HOLDERS), *bodies))
    return any(1 <= gap <= _QUOTED for gap in beside)


def _is_venue(folded: str, words: EventWords, body: Part) -> bool:
    """Whether a body's own ending says that something is in it."""
    return words.is_there(folded[body.span.start : body.span.end], visited=False)


def _widen(reading: Reading, words: EventWords, mention: Mention) -> Mention:
    """The mention with all that follows it, where its clause only denies a place («не в Риме, а в Астане»)."""
    sentence = reading.sentences[mention.number]
    before = (reading.folded[mention.clause.start : p.span.start] for p in sentence.of("area"))
    if not any(words.not_there.search(text) for text in before):
        return mention
    return replace(mention, clause=Span(mention.clause.start, sentence.sentence.span.end))


def _list_led(reading: Reading, words: EventWords, mention: Mention) -> list[Part]:
    """Places told before the colon that leads to the clause («В Астане ждут гостей: визит начнётся …»)."""
    start = reading.sentences[mention.number].sentence.span.start
    if not reading.folded[start : mention.clause.start].rstrip().endswith(":"):
        return []
    return _list_places(reading, words, replace(mention, clause=Span(start, mention.clause.end)))


def _list_before(mention: Mention, areas: list[Part]) -> list[Part]:
    """Places told before the words of an event in its clause, though other words stand between."""
    return [] if mention.bare else [p for p in areas if p.span.end <= mention.words.start]


def _is_place(folded: str, words: EventWords, mention: Mention, *, part: Part) -> bool:
    before = folded[max(0, part.span.start - _BEFORE) : part.span.start]
    named = not words.verb_last and folded.startswith("-", part.span.end)  # “took part in China-Eurasia Expo”
    if len(part.value.codes) != 1 or words.not_there.search(before) or named:
        return False
    if words.is_there(folded[part.span.start : part.span.end], visited=mention.type == "visit"):
        return True
    if mention.type == "visit" and part.span.start > mention.words.start and words.visited_words.search(before):
        return True  # “the visit of President X to Dushanbe”
    if part.kind == "adjective":
        return "-" in part.value.codes[0] and bool(words.place_of.search(before))
    opens = part.span.start - mention.clause.start < _OPENS  # «область 3 декабря | примет форум»
    hosts = words.hosting.match(folded[part.span.end :][:_BEFORE].lstrip()) or (
        opens and words.hosting.match(folded, mention.words.start)
    )
    return bool(words.place_words.search(before) or hosts)


def _is_beside(reading: Reading, words: EventWords, mention: Mention, *, area: Part) -> bool:
    """Whether no other clause stands between an area and the words of the event; a time in commas is none."""
    folded = reading.folded
    times = [p.span for p in reading.sentences[mention.number].of("period")]
    if area.span.start < mention.words.end:
        between = _without_times(folded, times, area.span.end, mention.words.start)
        opens = area.span.start - mention.clause.start < _OPENS
        return "," not in between or bool(words.of_place.search(between)) or opens
    between = _without_times(folded, times, mention.words.end, area.span.start)
    if mention.bare and words.verbs.search(between) and not _goes_with(words, between):
        return False
    told = folded[mention.words.start : area.span.start].partition(",")[0]
    denied = words.not_there.search(told.rpartition(" ")[0])  # «пройдёт не в Риме, а в …»
    return "," not in between or bool(denied or words.of_event.search(between))


def _goes_with(words: EventWords, between: str) -> bool:
    """Whether words that say more of the event stand right behind it («на встрече, прошедшей в Оше, …»)."""
    met = words.of_event.search(between)
    return met is not None and not between[: met.start()].strip(" ,")


def _without_times(folded: str, times: Iterable[Span], start: int, end: int) -> str:
    """The words between two places, without the times told there and the commas around them («…, 12 июня, в …»)."""
    text, at = "", start
    for time in times:
        if start <= time.start and time.end <= end:
            text += folded[at : time.start].rstrip().removesuffix(",")
            at = time.end + (folded[time.end : time.end + 1] == ",")
    return text + folded[at : max(at, end)]


def _find_site(reading: Reading, words: EventWords, mention: Mention) -> Place | None:
    """Where what opens is built, as the sentences before tell in the same paragraph: the one region or town there."""
    own = reading.sentences[mention.number]
    if any(p.value.codes for p in own.of("area")):
        return None
    for number in range(mention.number - 1, max(-1, mention.number - 3), -1):
        before = reading.sentences[number]
        if before.sentence.block != own.sentence.block:
            return None
        sites = [p for p in before.of("area") if p.value.codes and _is_place(reading.folded, words, mention, part=p)]
        codes = {p.value.codes[0] for p in sites if "-" in p.value.codes[0]}
        if codes:
            return _get_place(sites[0]) if len(codes) == 1 else None
    return None


def _find_titled(reading: Reading, words: EventWords, mention: Mention) -> Place | None:
    """Where the title says that something is which the lead says has opened («Жиззахда фабрика очилди»)."""
    title, lead = reading.title, reading.sentences[: mention.number + 1]
    own = (p for p in lead[-1].of("area") if "-" in "".join(p.value.codes))
    if not title or len(lead) > _LEAD or any(_is_place(reading.folded, words, mention, part=p) for p in own):
        return None
    folded = fold(title)
    areas = [p for p in find_areas(reading.language, title, folded, Span(0, len(title))) if len(p.value.codes) == 1]
    told = [p for p in areas if p.kind == "area" and "-" in p.value.codes[0]]
    placed = [p for p in told if _is_placed(folded, words, p)]
    return _get_place(placed[0]) if len(placed) == 1 else None


def _is_placed(folded: str, words: EventWords, part: Part) -> bool:
    """Whether an ending or the words before an area of the title say that something is there."""
    before = folded[max(0, part.span.start - _BEFORE) : part.span.start]
    there = words.is_there(folded[part.span.start : part.span.end], visited=False)
    return there or bool(words.place_words.search(before))


def _find_place_before(reading: Reading, words: EventWords, mention: Mention) -> Place | None:
    """What «there» means: the place told of last, rather one that something is in than one that names a thing.

    “Toured the port of Turkmenbashi and opened an Astrakhan mission there”.
    """
    for number in range(mention.number, max(-1, mention.number - 3), -1):
        areas = [p for p in reading.sentences[number].of("area") if p.span.end <= mention.words.start and p.value.codes]
        told = [p for p in areas if p.value.sort in ("city", "region")]
        placed = [p for p in told if _is_place(reading.folded, words, mention, part=p)]
        if told:
            return _get_place((placed or told)[-1])
    return None


def _find_home(reading: Reading, mention: Mention) -> Place | None:
    """Where the host acts: the area of an office told in the sentence, no envoy's."""
    sentence = reading.sentences[mention.number]
    homes = [p.span for p in sentence.of(*_HOLDERS) if _get_office(p) not in _ABROAD]
    envoys = [p.span for p in sentence.of(*_HOLDERS) if _get_office(p) in _ABROAD]
    for part in sentence.of("area"):
        if any(h.covers(part.span) for h in homes) and not any(e.covers(part.span) for e in envoys):
            return _get_place(part) if part.value.codes else None
    return None


def _get_office(part: Part) -> str | None:
    office: str | None = part.value.position if part.kind == "person" else part.value.code
    return office


def _find_visited(reading: Reading, words: EventWords, mention: Mention) -> Place | None:
    """The place that is itself visited, or the region that the name of a visited body tells.

    Where the verb stands before it, an area amid the words is the guests' («делегация области … побывала»).
    """
    sentence = reading.sentences[mention.number]
    held = [p.span for p in sentence.of(*_HOLDERS)]
    areas = [p for p in sentence.of("area") if mention.words.covers(p.span) and p.value.codes]
    itself = [p for p in areas if not any(h.covers(p.span) for h in held)]
    if not words.verb_last:
        edges = (mention.words.start, mention.words.end)
        itself = [p for p in itself if p.span.start == edges[0] or p.span.end >= edges[1]]
    bodies = [p.span for p in sentence.of("organisation") if mention.span.covers(p.span)]
    within = [p for p in list_areas(sentence) if any(b.covers(p.span) for b in bodies)]
    visited = itself or [p for p in within if p.value.codes and "-" in p.value.codes[0]]
    return _get_place(visited[0]) if visited and mention.rule == _VISITS else None


def list_sides(reading: Reading) -> list[Place]:
    """The sides of the document as places, named as the text names them first."""
    codes = find_sides(reading).areas
    parts = [p for sentence in reading.sentences for p in sentence.of("area") if p.value.codes] if codes else []
    named = (next((p for p in parts if p.value.codes[0] == code), None) for code in codes)
    return [_get_place(part) for part in named if part]


def get_dateline(reading: Reading) -> Place | None:
    """The dateline's place with its code, where the gazetteer knows it."""
    name = reading.prepared.dateline.place
    if not name:
        return None
    found = find_areas(reading.language, name, fold(name), Span(0, len(name)))
    return Place(name, found[0].value.codes[0]) if found and found[0].value.codes else None


def find_host_place(reading: Reading, people: Iterable[tuple[str | None, str | None]]) -> Place | None:
    """The dateline's place, where someone who took part acts there: `people` are (position, area) of each."""
    place = get_dateline(reading)
    if place is None:
        return None
    hosts = {area for position, area in people if area and position not in _ABROAD}
    return place if hosts & {place.code, get_country(place.code)} else None


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
