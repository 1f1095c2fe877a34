"""Finds commitments."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.model import Commitment


def find_commitments(reading: Reading) -> list[Commitment]:
    """The commitments that the document states."""
    return []
