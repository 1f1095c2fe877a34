"""Finds quotations."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.model import Quotation


def find_quotations(reading: Reading) -> list[Quotation]:
    """The quotations that the document states."""
    return []
