"""Documents that people reviewed, in the form in which annotated documents are measured against."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hamkor.ledger import KeptDocument, View
from hamkor.model import Statements
from hamkor.publish.kept import write_kept

_NOT_ANNOTATED = ("rule", "low", "high", "subject", "plover", "responsible", "instrument", "clause", "term")
_LISTS = tuple(name for name in Statements.__dataclass_fields__ if name != "traces")  # which promise nothing


def find_reviewed(view: View) -> Iterator[dict[str, Any]]:
    """Every document of which people reviewed a statement, with all that stands of it now."""
    reviewed = dict.fromkeys(review.document_id for review in view.find_reviews() if not review.undone_at)
    for id_ in sorted(reviewed):
        yield write_gold(view.get_document(id_), view.get_statements(id_))


def write_gold(document: KeptDocument, statements: Statements) -> dict[str, Any]:
    """One document with its annotations: the words beside the fields, participants by name."""
    plain, row = write_kept(document.row, statements, text=document.text), document.row
    source = {"publisher": row.publisher, "attributed_to": list(row.attributed_to)}
    source |= {"dateline_place": row.dateline.place, "dateline_date": row.dateline.date}
    head = {"id": row.id, "language": row.language, "published": row.published, "title": row.title, "url": row.url}
    lists = {name: [_annotate(item) for item in plain[name]] for name in _LISTS}
    return {**head, "text": document.text, "source": source, **lists}


def _annotate(item: dict[str, Any]) -> dict[str, Any]:
    said = item["evidence"]
    kept = {name: value for name, value in item.items() if name not in (*_NOT_ANNOTATED, "evidence")}
    if "participants" in kept:
        kept["participants"] = [one["name"] for one in kept["participants"]]
    return {"exact": said["exact"], "start": said["start"], "end": said["end"], **kept}
