"""What is resolved: one telling of something, with what is known of the document that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hamkor.model import Commitment, Event, Observation, Organisation, Person, Quotation, Trace


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement in its document; or, where whole documents are resolved, a document.

    id         of the statement; of the document where there is no statement
    published  the day, None where the document does not say
    credited   whom the text names as its source
    words      the paragraph that the statement stands in; of a document its whole text
    """

    id: str
    document: str
    published: date | None
    publisher: str | None
    credited: tuple[str, ...]
    language: str
    title: str | None
    words: str
    statement: Observation | Event | Commitment | Person | Organisation | Quotation | Trace | None = None
