"""A statement as a card: what it states in short, every field, the words, the rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hamkor.ledger import StatementRow
from hamkor.web.cells import tell_facts
from hamkor.web.fields import Told, tell_fields


@dataclass(frozen=True, slots=True)
class Card:
    """`short` are the cells that its list shows, `fields` all that is known of it; both in the reader's language."""

    row: StatementRow
    short: tuple[str, ...]
    fields: list[Told]


def make_card(row: StatementRow) -> Card:
    return Card(row, tuple(tell_facts(row)), tell_fields(row.statement))


def make_cards(rows: Iterable[StatementRow]) -> list[Card]:
    """Cards in the order of the text."""
    return [make_card(row) for row in sorted(rows, key=lambda row: (row.evidence.start, row.evidence.end))]
