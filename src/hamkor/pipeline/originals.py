"""Which document is a copy of which: of each group of copies the one that all others go back to."""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.ledger import View
from hamkor.pipeline.resolution import tell_document
from hamkor.resolve import copies


def find_originals(view: View) -> dict[str, str]:
    """The id of the original by the id of each copy; an original, and what is no copy, is left out."""
    groups = view.find_documents_together(copies.KIND.name).values()
    return {copy: original for group in groups for copy, original in _find_original(view, group).items()}


def _find_original(view: View, group: Sequence[str]) -> dict[str, str]:
    told = {(telling := tell_document(view.get_document(id_))).id: telling for id_ in group}
    original = told[copies.find_original(list(told.values()))].document
    return {id_: original for id_ in group if id_ != original}
