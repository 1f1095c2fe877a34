"""A statement as a card: what it states in short, every field, the words, the rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hamkor.ledger import StatementRow
from hamkor.publish.listing import get_fields
from hamkor.web.cells import make_cells
from hamkor.web.fields import Told, tell_fields

_TAIL = 4  # the last fields of a list: words, source, day, id; a card has places of its own for them


@dataclass(frozen=True, slots=True)
class Card:
    """`short` are the cells that its list shows, `fields` all that is known of it; both in the reader's language."""

    row: StatementRow
    short: tuple[str, ...]
    fields: list[Told]


def make_card(row: StatementRow) -> Card:
    cells = make_cells(row.kind, get_fields(row.kind)[:-_TAIL], row)
    return Card(row, tuple(cell.text for cell in cells if cell.text), tell_fields(row.statement))


def make_cards(rows: Iterable[StatementRow]) -> list[Card]:
    """Cards in the order of the text."""
    return [make_card(row) for row in sorted(rows, key=lambda row: (row.evidence.start, row.evidence.end))]
