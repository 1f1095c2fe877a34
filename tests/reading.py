"""A text of our own, read: what tests of extraction look at."""

from __future__ import annotations

from hamkor.model import Document
from hamkor.model.statements import Statements
from hamkor.pipeline import read_document

PUBLISHED = "2025-11-14"


def read_text(text: str, title: str | None = None, published: str = PUBLISHED) -> Statements:
    """All that is read of a text that was published on that day."""
    return read_document(Document(id="x", text=text, title=title, digest="0", published=published)).statements
