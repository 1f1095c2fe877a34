"""Which document is a copy of which: of each group of copies the one that all others go back to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hamkor.ledger import View
from hamkor.pipeline.resolution import tell_document
from hamkor.resolve import copies


def find_originals(view: View, of: Collection[str] | None = None) -> dict[str, str]:
    """The id of the original by the id of each copy; an original, and what is no copy, is left out.

    of  only copies of these documents, and these
    """
    groups = view.find_documents_together(copies.KIND.name, of).values()
    known: dict[tuple[str, ...], dict[str, str]] = view.remember_things("originals", dict)
    for group in map(tuple, groups):
        if group not in known:
            known[group] = _find_original(view, group)
    return {copy: original for group in groups for copy, original in known[tuple(group)].items()}


@dataclass(frozen=True, slots=True)
class Copies:
    """The documents that print one text, and the one that the others go back to."""

    original: str
    ids: tuple[str, ...]


_MOST = 50  # documents of one text of which the original is looked for


def find_copies(view: View, document_id: str) -> Copies | None:
    """The copies of one document, itself among them; None where there is no other."""
    group = view.find_together(document_id, copies.KIND.name)
    if len(group) < 2:
        return None
    near = sorted(group, key=lambda id_: id_ != document_id)[:_MOST]
    originals = _find_original(view, near)
    return Copies(next(id_ for id_ in near if id_ not in originals), tuple(near))


def _find_original(view: View, group: Sequence[str]) -> dict[str, str]:
    told = {(telling := _tell(view.get_document(id_))).id: telling for id_ in group}
    original = told[copies.find_original(list(told.values()))].document
    return {id_: original for id_ in group if id_ != original}


_tell = lru_cache(maxsize=1024)(tell_document)  # the sentences of a document's own are found again and again
