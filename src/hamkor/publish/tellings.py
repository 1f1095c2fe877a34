"""How often a thing is told, and by how many sources of their own: for rows of figures and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from hamkor.ledger import StatementRow, Tellings, View
from hamkor.resolve import copies
from hamkor.resolve.sources import Teller, count_sources

COUNTED = ("observation", "event")  # kinds whose tellings are counted
_AT_ONCE = 200


def count_tellings(view: View, rows: Iterable[StatementRow]) -> Iterator[StatementRow]:
    """The same rows; those of figures and events that were resolved with how often their thing is told."""
    rest = iter(rows)
    while part := list(islice(rest, _AT_ONCE)):
        yield from _count(view, part)


def _count(view: View, rows: Sequence[StatementRow]) -> Iterator[StatementRow]:
    found = view.find_tellers([row.id for row in rows if row.kind in COUNTED], copies=copies.KIND.name)
    for row in rows:
        tellers = [Teller(t.document, t.copies, t.publisher, t.attributed_to) for t in found.get(row.id, ())]
        yield replace(row, told=Tellings(len(tellers), count_sources(tellers))) if tellers else row
