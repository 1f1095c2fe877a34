"""Who printed one text first, and who after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hamkor.ledger import DocumentRow, Thing, View
from hamkor.messages import get_text
from hamkor.pipeline.originals import find_copies
from hamkor.publish.screen import clean

_COPY = "copy"  # the kind of things that are whole texts


@dataclass(frozen=True, slots=True)
class Printed:
    """The document that the others go back to, by day and by who credits whom, and the others in time."""

    original: DocumentRow
    copies: tuple[DocumentRow, ...]


def find_printed(view: View, document_id: str) -> Printed | None:
    """Who printed the text of a document; None where nobody else did."""
    found = find_copies(view, document_id)
    if found is None:
        return None
    rows = sorted((view.get_document(id_).row for id_ in found.ids), key=lambda row: (row.published or "~", row.id))
    original = next(row for row in rows if row.id == found.original)
    return Printed(original, tuple(row for row in rows if row.id != found.original))


def find_printed_of(view: View, thing: Thing) -> Printed | None:
    """Who printed the text that a thing is; None where it is none."""
    first = thing.nodes[0].first if thing.kind == _COPY and thing.nodes else None
    return find_printed(view, first.id) if isinstance(first, DocumentRow) else None


def write_printed(printed: Printed | None, document_id: str | None = None) -> dict[str, Any]:
    """As plain data: of one document what it copies and what copies it, of a thing the original and its copies."""
    copies = [row.id for row in printed.copies] if printed else []
    original = printed.original.id if printed else None
    if document_id is None:
        return {"original": original, "copies": copies} if printed else {}
    is_copy = document_id in copies
    return {"copy_of": original if is_copy else None, "copies": [] if is_copy else copies}


def list_printed(printed: Printed | None, document_id: str) -> Iterator[tuple[str, str]]:
    """What is told of a document that is a copy, or has copies: the name of the field and its value."""
    if printed and document_id != printed.original.id:
        yield "copy_of", _tell(printed.original)
    elif printed:
        yield "copies", "; ".join(map(_tell, printed.copies))


def write_printed_lines(printed: Printed) -> Iterator[str]:
    """The original, then each copy, a line each."""
    yield f"{get_text('same.original')}: {_tell(printed.original)}"
    yield from (f"{get_text('same.copy')}: {_tell(row)}" for row in printed.copies)


def _tell(row: DocumentRow) -> str:
    credited = f"{get_text('column.attributed_to')}: {', '.join(row.attributed_to)}" if row.attributed_to else ""
    parts = ((row.published or "")[:10], row.publisher or "", credited)
    told = ", ".join(clean(part) for part in parts if part)
    return f"{clean(row.id)} ({told})" if told else clean(row.id)
