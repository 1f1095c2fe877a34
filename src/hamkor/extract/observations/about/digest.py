"""Texts, and paragraphs, that tell of others than the document does."""

from __future__ import annotations

from itertools import groupby, pairwise

from hamkor.extract.observations.about.weighing import weigh_sentence
from hamkor.extract.observations.about.weights import AREAS, BREATH, GROUP, Weights, list_countries
from hamkor.extract.observations.draft import Focus, Sides, get_country
from hamkor.extract.observations.roles import is_joined
from hamkor.extract.observations.words import Words
from hamkor.extract.parts import AreaMention
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.grammar import Part

_PAIR = 2
_LEAD = 2  # words before an area in which its preposition stands
_TOWARDS = ("from", "to")  # roles of whom people come from or go to
_MANY = 6  # countries of a text whose title names none: it tells of others in each paragraph
FIGURES = ("money", "percent", "count", "measure", "times", "fraction")


def is_digest(weights: Weights, own: str | None, reading: Reading) -> bool:
    """Whether a text tells of many countries, its title of none, and no country runs through it."""
    many = not weights.titled and len(weights.codes_of_countries()) > _MANY
    return many and not (_is_of_one(reading) or _runs_through(own, reading))


def _is_of_one(reading: Reading) -> bool:
    """Whether the first sentence tells a figure of one country alone: then the text goes on with its partners."""
    parts = reading.sentences[0].parts if reading.sentences else ()
    told = {get_country(c) for p in parts if p.kind in AREAS for c in p.value.codes}
    return len(told) == 1 and any(p.kind in FIGURES for p in parts)


def _runs_through(country: str | None, reading: Reading) -> bool:
    """Whether half of the paragraphs name a country: then they tell of it, however many others."""
    blocks = [list(reads) for _, reads in groupby(reading.sentences, key=lambda read: read.sentence.block)]
    parts = [[p for read in reads for p in read.parts if p.kind == "area"] for reads in blocks]
    naming = [country in list_countries(code for p in block for code in p.value.codes) for block in parts]
    return country is not None and sum(naming) * 2 >= len(blocks)


def pair_of(reads: list[ReadSentence], focus: Focus, words: Words) -> Focus | None:
    """The two sides that a block is about, where it begins with both and names no third."""
    if not (focus.digest or _begins_with_pair(reads[0], focus, words)):
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
    return len(read.scene.text.split()) == 1 and len(read.parts) == 1 and read.parts[0].kind in AREAS


def _begins_with_pair(read: ReadSentence, focus: Focus, words: Words) -> bool:
    """Two areas of different countries told in one breath: «X и Y», «между X и Y», «X с Y», «X-Y»."""
    scene = read.scene
    areas = [(at, p) for at, p in zip(scene.places, scene.parts, strict=True) if p.kind in AREAS and _is_one(p.value)]
    if _are_guests([p for _, p in areas[:_PAIR]], focus) or _are_partners(scene.text, areas[:_PAIR], focus, words):
        return False
    if any(len({get_country(c) for c in p.value.codes}) > 1 for _, p in areas[:1]):
        return True
    if len(areas) < _PAIR:
        return False
    (first, one), (second, other) = areas[:_PAIR]
    between = scene.text[first + 1 : second]
    near = len(between.split()) <= BREATH and not any(first < at < second for at in scene.places)
    return (near and _are_apart(one, other)) or any(
        _are_apart(a, b)
        and is_joined(scene.text[at + 1 : later], words.joints, within=BREATH)
        and not any(at < place < later for place in scene.places)
        for (at, a), (later, b) in pairwise(areas)
    )


def _are_guests(parts: list[Part], focus: Focus) -> bool:
    """“The number of Turkish and Chinese citizens …” in a text about a third country: whose people came there."""
    told = {get_country(code) for part in parts for code in part.value.codes}
    own = focus.countries.ref
    return bool(own) and own not in told and all(part.kind == "adjective" for part in parts)


def _are_partners(text: str, areas: list[tuple[int, Part]], focus: Focus, words: Words) -> bool:
    """“Traffic grew: 58,000 came from X and Y” in a text about a third alone: both are its partners."""
    told = {get_country(code) for _, part in areas for code in part.value.codes}
    alone = focus.sides.ref and not focus.sides.counterpart and focus.countries.ref not in told
    before = text[: areas[0][0]].split()[-_LEAD:] if areas else []  # “from the …”
    return bool(alone) and any(words.roles.get(word) in _TOWARDS for word in before)


def _are_apart(one: Part, other: Part) -> bool:
    return get_country(one.value.codes[0]) != get_country(other.value.codes[0])


def _is_one(mention: AreaMention) -> bool:
    return bool(mention.codes) and mention.sort != "nation"
