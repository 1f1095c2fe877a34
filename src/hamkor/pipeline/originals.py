"""Which document is a copy of which: of each group of copies the one that all others go back to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hamkor.ledger import View
from hamkor.model import POSITIVE, PreparedText
from hamkor.pipeline.resolution import read_item, tell_document, tell_draft
from hamkor.resolve import copies


def find_originals(view: View, of: Collection[str] | None = None) -> dict[str, str]:
    """The id of the original by the id of each copy; an original, and what is no copy, is left out.

    of  only copies of these documents, and these
    """
    known: dict[str, dict[str, str]] = view.remember_things("originals", dict)  # by a document: of all its copies
    if of is None:
        groups = view.find_documents_together(copies.KIND.name).values()
        asked: Collection[str] = [id_ for group in groups for id_ in group]
        _load_originals(view, known, groups)
    else:
        asked, new = of, set(of) - known.keys()
        _load_originals(view, known, view.find_documents_together(copies.KIND.name, new).values() if new else ())
        known |= {id_: {} for id_ in new - known.keys()}
    return {copy: original for id_ in asked for copy, original in known[id_].items()}


def _load_originals(view: View, known: dict[str, dict[str, str]], groups: Iterable[Sequence[str]]) -> None:
    for group in groups:
        if group[0] not in known:
            known |= dict.fromkeys(group, _find_original(view, group))


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
    return _name_original(view, sorted(group, key=lambda id_: id_ != document_id)[:_MOST])


def find_copied(view: View, draft: PreparedText) -> Copies | None:
    """The kept documents that a text not kept prints again, under whatever name; None where it is no copy.

    A former version of it, kept under its own name, is none of them.
    """
    item = copies.take_copy(tell_draft(draft))
    if item is None:
        return None
    alike = view.find_items(copies.KIND.name, copies.find_copy_keys(item))
    things = {thing for thing, kept in alike if _is_copied(item, read_item(copies.KIND, dict(kept)))}
    group = [id_ for id_ in view.find_documents_of(things) if id_ != draft.document.id][:_MOST]
    return _name_original(view, group) if group else None


def _is_copied(item: copies.Copy, kept: copies.Copy) -> bool:
    return copies.compare_copies(item, kept).judgement == POSITIVE


def _name_original(view: View, group: Sequence[str]) -> Copies:
    originals = _find_original(view, group)
    return Copies(next(id_ for id_ in group if id_ not in originals), tuple(group))


def _find_original(view: View, group: Sequence[str]) -> dict[str, str]:
    told = {(telling := _tell(view.get_document(id_))).id: telling for id_ in group}
    original = told[copies.find_original(list(told.values()))].document
    return {id_: original for id_ in group if id_ != original}


_tell = lru_cache(maxsize=1024)(tell_document)  # the sentences of a document's own are found again and again
