"""What the sentence of a promise tells beside it: areas, times, papers, the labels and cells that go with it."""

from __future__ import annotations

from typing import NamedTuple

from hamkor.extract.commitments.draft import Draft
from hamkor.extract.commitments.minutes import get_minutes_words, list_labels
from hamkor.extract.commitments.naming import Naming, find_namings
from hamkor.extract.commitments.roadmaps import list_labels as list_row
from hamkor.extract.reading import Reading, ReadSentence
from hamkor.extract.sides import list_areas
from hamkor.grammar import Part


class Beside(NamedTuple):
    """What one sentence tells beside its things: found once, though it may hold many of them."""

    sentence: ReadSentence
    areas: list[Part]
    periods: tuple[Part, ...]
    namings: list[Naming]
    labels: tuple[ReadSentence, ...]


def read_beside(reading: Reading, draft: Draft) -> Beside:
    """What the sentence of a draft tells."""
    number, sentence = draft.number, reading.sentences[draft.number]
    labels = (
        list_row(reading, draft.row) if draft.row else list_labels(get_minutes_words(reading.language), reading, number)
    )
    return Beside(
        sentence=sentence,
        areas=list_areas(sentence),
        periods=sentence.of("period"),
        namings=find_namings(reading, sentence.sentence.span),
        labels=tuple(labels),
    )
