"""Finds observations."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.model import Observation


def find_observations(reading: Reading) -> list[Observation]:
    """The observations that the document states."""
    return []
