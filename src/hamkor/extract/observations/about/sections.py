"""Parts of a document that tell of other sides than the whole: paragraphs of a digest, what stands under a heading."""

from __future__ import annotations

import re
from itertools import groupby

from hamkor.extract.observations.about.digest import FIGURES, is_place_alone, pair_of
from hamkor.extract.observations.about.weighing import weigh_sentence
from hamkor.extract.observations.about.weights import GROUP, LEAD_WEIGHT, Weights
from hamkor.extract.observations.draft import Focus, Sides, get_country
from hamkor.extract.observations.words import Words, get_words
from hamkor.extract.reading import Reading, ReadSentence

_HEADING = 8  # words of a heading at most
_PLACES = 2  # paragraphs that open with a place make a digest of places
_TOPICS, _TOPIC = 3, 3  # paragraphs that open with a topic make a digest; words of a topic at most
_REGIONS = 3  # paragraphs that begin with a region each make a round of news
_ROW = 8  # words of a row of a list at most
_PLACE = re.compile(r"\s*(\ue011)\s*[—:]\s*\w")
_ITEM = re.compile(r"\s*(?:[-–—\d]|[\"«“'])")  # what an answer, a quotation or an article of a plan begins with

_Blocks = dict[int, list[ReadSentence]]


def find_sections(reading: Reading, focus: Focus) -> dict[int, Focus]:
    """By block, the sides of what tells of two others than the document does: a digest has a pair a paragraph.

    A short block without figures that names two is the heading of those that follow. Where several paragraphs open
    with the place or the topic they tell of («Қызылорда. …», “Customs. …”), each has its own sides.
    """
    words = get_words(reading.language)
    blocks = {b: list(reads) for b, reads in groupby(reading.sentences, key=lambda read: read.sentence.block)}
    return _find_of_regions(blocks, words) | _find_headed(blocks, focus, words) | _find_opened(blocks, words)


def _find_headed(blocks: _Blocks, focus: Focus, words: Words) -> dict[int, Focus]:
    found: dict[int, Focus] = {}
    heading: Focus | None = None
    for block, told in blocks.items():
        pair = pair_of(told, focus, words)
        if _is_heading(told):
            heading = pair
        section = pair or heading
        if section:
            found[block] = section
    return found


def _is_heading(reads: list[ReadSentence]) -> bool:
    text = reads[0].scene.text
    return len(reads) == 1 and len(text.split()) <= _HEADING and not any(p.kind in FIGURES for p in reads[0].parts)


def _find_opened(blocks: _Blocks, words: Words) -> dict[int, Focus]:
    """The sides of the paragraphs that open with a place or a topic, where so many do that the text is a digest."""
    placed = {b: reads for b, reads in blocks.items() if _is_placed(reads)}
    topics = {b: reads for b, reads in blocks.items() if len(reads) > 1 and _is_topic(reads[0])}
    opened = placed if len(placed) >= _PLACES else topics if len(topics) >= _TOPICS else {}
    own = {block: _get_own(reads, words) for block, reads in opened.items()}
    return {block: focus for block, focus in own.items() if focus}


def _find_of_regions(blocks: _Blocks, words: Words) -> dict[int, Focus]:
    """The sides of the paragraphs of a round of news, most of which begin with another region of one country."""
    told = {block: reads for block, reads in blocks.items() if len(reads) > 1}
    begun = {block: code for block, reads in told.items() if (code := _get_first_region(reads[0]))}
    apart = len(set(begun.values())) == len(begun) >= max(_REGIONS, len(told) - 1)
    if not apart or len({get_country(code) for code in begun.values()}) > 1:
        return {}
    own = {block: _weigh_own(blocks[block], words, (code,)) for block, code in begun.items()}
    return {block: focus for block, focus in own.items() if focus}


def _get_first_region(read: ReadSentence) -> str | None:
    """The one region, or town, that a sentence names before any other area."""
    first = next((p for p in read.parts if p.kind == "area"), None)
    codes: tuple[str, ...] = first.value.codes if first else ()
    return codes[0] if len(codes) == 1 and "-" in codes[0] else None


def _is_placed(reads: list[ReadSentence]) -> bool:
    """Whether a paragraph opens with the place it tells of, alone («Қызылорда. …») or before a dash or colon."""
    return bool((len(reads) > 1 and is_place_alone(reads[0])) or _find_opening(reads[0]))


def _find_opening(read: ReadSentence) -> tuple[str, ...]:
    """“Bukhara Region — With the participation of …”: the region, where more follows than a row of a list has."""
    met = _PLACE.match(read.scene.text)
    part = read.scene.part_at(met.start(1)) if met and len(read.scene.text.split()) > _ROW else None
    codes: tuple[str, ...] = part.value.codes if part else ()
    return codes if len(codes) == 1 and "-" in codes[0] else ()


def _is_topic(read: ReadSentence) -> bool:
    """Whether a sentence only says in few words what its paragraph is about, and is no answer nor article."""
    text = read.scene.text
    short = len(text.split()) <= _TOPIC and text.rstrip().endswith(".")
    return short and not _ITEM.match(text) and not any(p.kind in FIGURES for p in read.parts)


def _get_own(reads: list[ReadSentence], words: Words) -> Focus | None:
    """The two sides that a paragraph after its opening words is about, the place of these first; None without any."""
    opening = _find_opening(reads[0])
    place = opening or (reads[0].parts[0].value.codes if is_place_alone(reads[0]) else ())
    return _weigh_own(reads[0 if opening else 1 :], words, place)


def _weigh_own(reads: list[ReadSentence], words: Words, place: tuple[str, ...]) -> Focus | None:
    """The two sides that sentences are about, of which the one at `place` comes first."""
    weights = Weights()
    for code in place:
        weights.add(code, LEAD_WEIGHT)
    for number, read in enumerate(reads):
        weigh_sentence(weights, read, words, lead=number == 0)
    countries = [c for c in weights.countries() if c != GROUP][:2]
    if not countries:
        return None
    home = [get_country(code) for code in place]
    sides = Sides(*(weights.heaviest(c) for c in sorted(countries, key=lambda c: c not in home)))
    return Focus(sides, Sides(weights.region(sides.ref), weights.region(sides.counterpart)))
