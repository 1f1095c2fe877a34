"""Finds people."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.grammar import Part
from hamkor.model import Person


def find_people(reading: Reading) -> list[list[Part]]:
    """For each sentence of the reading, its people as parts."""
    return [[] for _ in reading.sentences]


def list_people(reading: Reading) -> list[Person]:
    """Each of the people once, as a statement, with its first full mention as evidence."""
    return []
