"""How often a thing is told, and by how many sources of their own: for rows of figures and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from hamkor.ledger import StatementRow, TellerRow, Tellings, View
from hamkor.resolve import copies
from hamkor.resolve.sources import Teller, count_sources

COUNTED = ("observation", "event")  # kinds whose tellings are counted
_AT_ONCE = 200
_REMEMBERED = 50_000  # statements


def count_tellings(view: View, rows: Iterable[StatementRow]) -> Iterator[StatementRow]:
    """The same rows; those of figures and events that were resolved with how often their thing is told."""
    rest = iter(rows)
    while part := list(islice(rest, _AT_ONCE)):
        known = find_told(view, [row.id for row in part if row.kind in COUNTED])
        yield from (replace(row, told=told) if (told := known.get(row.id)) else row for row in part)


def find_told(view: View, ids: Sequence[str]) -> Mapping[str, Tellings | None]:
    """How often the thing is told that each of these statements tells; None, or nothing, where it was not resolved."""
    known: dict[str, Tellings | None] = view.remember_things("tellings", dict)
    _load(view, known, [id_ for id_ in ids if id_ not in known])
    return known


def _load(view: View, known: dict[str, Tellings | None], ids: Sequence[str]) -> None:
    """Count those of these statements, which is not done again before the ledger has changed."""
    found = view.find_tellers(ids, copies=copies.KIND.name) if ids else {}
    if len(known) > _REMEMBERED:
        known.clear()
    known.update((id_, _count(found.get(id_, ()))) for id_ in ids)


def _count(found: Sequence[TellerRow]) -> Tellings | None:
    tellers = [Teller(one.document, one.copies, one.publisher, one.attributed_to) for one in found]
    return Tellings(len(tellers), count_sources(tellers)) if tellers else None
