"""A document as it was read: one text, its blocks, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hamkor.model.evidence import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document's one text, so that a row of a table stays a row.

    kind    heading | paragraph | item (of a list) | cell (of a table)
    span    its place in `Document.text`
    table   number of its table in the document, from 0; None outside tables
    row     row of its table, from 0; None outside tables
    column  column of its table, from 0; None outside tables
    """

    kind: str
    span: Span
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and day that head a report: «ТАШКЕНТ, 28 дек — Sputnik». Place in the nominative, day ISO 8601."""

    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of bytes.

    id          the one given, else the address, else the path as given, else 16 hex digits of the digest
    text        the one text that all offsets count in (code points)
    digest      sha256 of the bytes as they came, hexadecimal
    media_type  RFC 6838, e.g. text/html
    published   ISO 8601 day or time, or None
    own_text    True where the text is not the bytes themselves (HTML, PDF …) and must be shown to the user
    notice      what the reader wants to be known, e.g. that a table was cut
    """

    id: str
    text: str
    digest: str
    media_type: str = "text/plain"
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language_hint: str | None = None
    own_text: bool = False
    notice: str | None = None
    blocks: tuple[Block, ...] = field(default=())
