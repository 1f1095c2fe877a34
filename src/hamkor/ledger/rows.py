"""What the ledger takes and answers: frozen rows, free of SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hamkor.model import (
    Block,
    Commitment,
    Dateline,
    Event,
    Evidence,
    Observation,
    Organisation,
    Person,
    Quotation,
    Span,
    Trace,
)

Statement = Observation | Event | Commitment | Person | Organisation | Quotation | Trace


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document as they came. The bytes are this document's own: a line of a file, not the file.

    content     the bytes
    fetched_at  ISO 8601 time; empty means the time of adding
    address     where they came from, if anywhere
    headers     what the server said of them
    """

    content: bytes
    fetched_at: str = ""
    address: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a document did.

    kind  new | unchanged | reread (same text, other statements or particulars) | new_version (other text)
    """

    kind: str
    document_id: str
    version: int
    statements: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A version of a document, without its text."""

    id: str
    version: int
    is_latest: bool
    digest: str
    media_type: str
    url: str | None
    title: str | None
    language: str
    published: str | None
    publisher: str | None
    attributed_to: tuple[str, ...]
    dateline: Dateline
    doubled: bool
    own_text: bool
    notice: str | None
    read_at: str
    program: str


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """A publisher (None where documents name none), how many documents of it there are, the first and last day."""

    name: str | None
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A version of a document with its text, in which all offsets of its statements count."""

    row: DocumentRow
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Tellings:
    """How many documents tell a thing, and how many of them speak independently of one another."""

    documents: int
    sources: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with the document that makes it.

    stands  False for one that a later reading took away
    told    how often what it tells is told; None where that was not counted
    """

    id: str
    kind: str
    statement: Statement
    document: DocumentRow
    stands: bool
    told: Tellings | None = None

    @property
    def evidence(self) -> Evidence:
        return self.statement.evidence


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that tells a thing.

    thing  the thing's id
    item   what counted of it when it was resolved, as its kind took it; JSON
    """

    thing: str
    item: Mapping[str, Any]
    row: StatementRow


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with what checks need to know of its document."""

    id: str
    document: str
    language: str
    published: str | None
    url: str | None
    publisher: str | None
    attributed_to: tuple[str, ...]
    statement: Observation


@dataclass(frozen=True, slots=True)
class Passage:
    """The block around a statement, cut where its words begin and end."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds all words searched for.

    span         the place in the text around which most of them stand; None where only the title holds them
    passage      the words with what is around them
    marks        all their places in the text, and in the title, in order; also in other scripts and endings
    title_marks
    as_asked     whether it holds the words just as they were asked for
    """

    document: DocumentRow
    span: Span | None
    passage: Passage
    marks: tuple[Span, ...] = ()
    title_marks: tuple[Span, ...] = ()
    as_asked: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that says something else than before."""

    before: StatementRow
    after: StatementRow


@dataclass(frozen=True, slots=True)
class Version:
    """One reading of a document that changed something: what came, what says something else, what went.

    what  read | new_version | reread
    """

    what: str
    at: str
    program: str
    document: DocumentRow
    added: tuple[StatementRow, ...]
    changed: tuple[Change, ...]
    gone: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What happened when. `document_id` of a purged document is the digest of its id, of imported figures it is empty.

    Where somebody had signed in, `detail` says `by` whom.
    """

    at: str
    what: str
    document_id: str
    version: int | None
    program: str
    detail: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge removed; all 0 where it only finished an earlier one."""

    versions: int
    statements: int
