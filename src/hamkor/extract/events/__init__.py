"""Finds events."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.model import Event


def find_events(reading: Reading) -> list[Event]:
    """The events that the document states."""
    return []
