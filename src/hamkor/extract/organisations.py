"""Finds organisations."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.grammar import Part
from hamkor.model import Organisation


def find_organisations(reading: Reading) -> list[list[Part]]:
    """For each sentence of the reading, its organisations as parts."""
    return [[] for _ in reading.sentences]


def list_organisations(reading: Reading) -> list[Organisation]:
    """Each of the organisations once, as a statement, with its first full mention as evidence."""
    return []
