"""Rows of the ledger as plain data, in the words of `hamkor extract`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hamkor.ledger import KINDS, DocumentRow, Hit, StatementRow, Version
from hamkor.model import Document, OffsetMap, PreparedText, Statements, Trace
from hamkor.publish.statements import Plain, plain_trace, to_plain

LISTS: Mapping[str, str] = dict(zip(KINDS, Statements.__dataclass_fields__, strict=True))
_SOURCE = ("id", "title", "published", "publisher", "url")


def write_kept(document: DocumentRow, statements: Statements, *, text: str = "") -> Plain:
    """A kept document with what it states, as `extract` would answer; `text` only where it was not the input itself."""
    return to_plain(_prepare(document, text), statements)


def write_document(document: DocumentRow) -> Plain:
    """A kept document without its statements, with when and by what it was read."""
    plain: Plain = write_kept(document, Statements())["document"]
    plain.pop("text", None)
    return plain | {"version": document.version, "media_type": document.media_type, "read_at": document.read_at}


def write_statement(row: StatementRow) -> Plain:
    """One statement with its id, its kind and the document that makes it."""
    listed = LISTS[row.kind]
    plain = to_plain(_prepare(row.document, ""), Statements(**{listed: (row.statement,)}))  # type: ignore[arg-type]
    if isinstance(row.statement, Trace):
        plain[listed] = [plain_trace(row.statement)]
    source = {name: plain["document"][name] for name in _SOURCE}
    told = {"tellings": row.told.documents, "sources": row.told.sources} if row.told else {}
    return {"id": row.id, "kind": row.kind, **plain[listed][0], **told, "document": source}


def write_hit(hit: Hit) -> Plain:
    """A document that holds the words searched for, with the first place of them."""
    source = {name: getattr(hit.document, name) for name in _SOURCE}
    place = {"start": hit.span.start, "end": hit.span.end} if hit.span else None
    passage = {"before": hit.passage.before, "words": hit.passage.words, "after": hit.passage.after}
    marks = [{"start": span.start, "end": span.end} for span in hit.marks]
    return {"document": source, "place": place, "passage": passage, "marks": marks, "as_asked": hit.as_asked}


def write_version(version: Version) -> Plain:
    """One reading of a document: what came, what says something else, what went."""
    return {
        "what": version.what,
        "at": version.at,
        "program": version.program,
        "version": version.document.version,
        "sha256": version.document.digest,
        "added": [_own(row) for row in version.added],
        "changed": [{"before": _own(change.before), "after": _own(change.after)} for change in version.changed],
        "gone": [_own(row) for row in version.gone],
    }


def _own(row: StatementRow) -> dict[str, Any]:
    plain = write_statement(row)
    del plain["document"]
    return plain


def _prepare(row: DocumentRow, text: str) -> PreparedText:
    """A kept document in the form in which it was before it was kept."""
    names = ("id", "digest", "media_type", "title", "published", "publisher", "url", "own_text")
    document = Document(text=text, **{name: getattr(row, name) for name in names})
    return PreparedText(
        document,
        text,
        OffsetMap((0,), (0,), len(text), len(text)),
        row.language,
        (),
        published=row.published,
        publisher=row.publisher,
        attributed_to=row.attributed_to,
        dateline=row.dateline,
        doubled=row.doubled,
        notice=row.notice,
    )
