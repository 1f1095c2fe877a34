"""A statement as a card: what it states in short, every field, the words, the rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hamkor.ledger import StatementRow
from hamkor.publish.kept import write_statement
from hamkor.publish.listing import get_fields

_NOT_SHOWN = frozenset({"id", "kind", "document", "evidence", "rule"})
_TAIL = 4  # the last fields of a list: words, source, day, id; a card has places of its own for them


@dataclass(frozen=True, slots=True)
class Card:
    """`short` are the cells that its list shows, `fields` all that is known of it."""

    row: StatementRow
    short: tuple[str, ...]
    fields: dict[str, Any]


def make_card(row: StatementRow) -> Card:
    short = tuple(told for field in get_fields(row.kind)[:-_TAIL] if (told := field.get(row)))
    fields = {name: value for name, value in write_statement(row).items() if name not in _NOT_SHOWN}
    return Card(row, short, {name: value for name, value in fields.items() if value not in (None, [], "")})


def make_cards(rows: Iterable[StatementRow]) -> list[Card]:
    """Cards in the order of the text."""
    return [make_card(row) for row in sorted(rows, key=lambda row: (row.evidence.start, row.evidence.end))]
