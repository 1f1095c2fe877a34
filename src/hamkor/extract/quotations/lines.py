"""Speakers named in a line of their own: «Марат Асанов, Сауда министрі:», and what they say in the next paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hamkor.extract.reading import Reading
from hamkor.grammar import Part
from hamkor.model import Span

_NAMING = ("person", "position", "area", "adjective", "organisation")
_FEW = 1  # words beside a name and its office, such as a rank


def find_named(reading: Reading, paragraphs: Sequence[Span]) -> dict[int, str]:
    """The speaker of each paragraph that follows a line of a name, an office and a colon; by its beginning."""
    text = reading.prepared.text
    lines = [(line, after) for line, after in pairwise(paragraphs) if line.within(text).rstrip().endswith(":")]
    told = ((after, _get_only_person(reading, line)) for line, after in lines)
    return {after.start: name for after, name in told if name}


def _get_only_person(reading: Reading, line: Span) -> str | None:
    """The one person whom a line names first, where it says nothing else."""
    parts = list(_list_parts(reading, line))
    people = [p for p in parts if p.kind == "person"]
    if len(people) != 1 or people[0].value.name_span.start - line.start > 1:
        return None
    left, at = "", line.start
    for part in sorted(parts, key=lambda p: p.span.start):
        left += reading.folded[at : max(at, part.span.start)] + " "
        at = max(at, part.span.end)
    words = (left + reading.folded[at : line.end]).replace(",", " ").replace(":", " ").split()
    name: str = people[0].value.name
    return name if len(words) <= _FEW else None


def _list_parts(reading: Reading, line: Span) -> Iterator[Part]:
    return (p for s in reading.sentences for p in s.of(*_NAMING) if line.covers(p.span))
