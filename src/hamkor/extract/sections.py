"""Paragraphs that tell of other sides than their document: those of a digest, and of another partner told of between.

«Ақтөбе. Облыс әкімі Орынборға барды …» is about these two, whatever the rest of the page tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sides import Sides, find_sides, find_sides_within, get_country, list_areas

_PLACES, _TOPICS = 2, 3  # paragraphs that open with a place, or a topic, make a digest
_TOPIC = 3  # words of a topic at most
_ITEM = re.compile(r"\s*(?:[-–—\d]|[\"«“'])")  # what an answer, a quotation or an article of a plan begins with
_FIGURES = frozenset({"money", "percent", "count", "measure", "times", "fraction", "number", "period"})

_Blocks = dict[int, list[ReadSentence]]


def find_sides_at(reading: Reading, number: int) -> Sides:
    """The sides of what sentence `number` tells: those of its paragraph where it has its own, else the document's."""
    sections = reading.remember("sections", _find_sections)
    return sections.get(reading.sentences[number].sentence.block) or find_sides(reading)


def _find_sections(reading: Reading) -> dict[int, Sides]:
    blocks = {b: list(reads) for b, reads in groupby(reading.sentences, key=lambda read: read.sentence.block)}
    return dict(_list_opened(reading, blocks)) or dict(_list_turned(reading, blocks))


def _list_opened(reading: Reading, blocks: _Blocks) -> Iterator[tuple[int, Sides]]:
    """The sides of the paragraphs of a digest, each of which opens with the place or the topic it tells of."""
    placed = [b for b, reads in blocks.items() if _opens_with_place(reads[0])]
    topics = [b for b, reads in blocks.items() if len(reads) > 1 and _is_topic(reads[0])]
    opened = placed if len(placed) >= _PLACES else topics if len(topics) >= _TOPICS else []
    for first, end in pairwise([*opened, max(blocks, default=0) + 1]):
        within = [read for b, reads in blocks.items() if first <= b < end for read in reads]
        sides = find_sides_within(reading, within)
        yield from ((b, sides) for b in blocks if first <= b < end and sides.areas)


def _opens_with_place(read: ReadSentence) -> bool:
    """Whether a sentence is a place and nothing more («Ақтөбе.»)."""
    text = read.scene.text.strip(" .:")
    return len(text) == 1 and any(p.kind == "area" for p in read.parts)


def _is_topic(read: ReadSentence) -> bool:
    """Whether a sentence only says in few words what its paragraph is about, and is no answer nor article."""
    text = read.scene.text
    short = len(text.split()) <= _TOPIC and text.rstrip().endswith(".")
    return short and not _ITEM.match(text) and not any(p.kind in _FIGURES for p in read.parts)


def _list_turned(reading: Reading, blocks: _Blocks) -> Iterator[tuple[int, Sides]]:
    """The sides of paragraphs that tell of the first side with one other nation than the document does."""
    sides = find_sides(reading)
    if len(sides.areas) != 2:
        return
    regions = [area for area in sides.areas if "-" in area]
    home = {get_country(area) for area in regions} if len(regions) == 1 else set()  # whose news it is, named or not
    for block, reads in blocks.items():
        named = [p for read in reads for p in list_areas(read)]
        told = {get_country(c) for p in named for c in p.value.codes}
        others = {get_country(c) for p in named if p.value.sort != "city" for c in p.value.codes} - set(sides.countries)
        missing = set(sides.countries) - told
        if len(others) == len(missing) == 1 and not missing & home:
            own = find_sides_within(reading, reads)
            areas = (*_list_of(sides, told), *_list_of(own, others))
            yield block, Sides(areas, tuple(map(get_country, areas)))


def _list_of(sides: Sides, nations: set[str]) -> list[str]:
    return [area for area in sides.areas if get_country(area) in nations]
