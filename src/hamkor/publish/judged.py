"""The gravest verdict on each figure of a list, found as its rows come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hamkor.ledger import StatementRow, View
from hamkor.messages import get_text
from hamkor.publish.checked import check_document
from hamkor.publish.table import Field
from hamkor.publish.verdicts import pick_gravest

_UNCHECKED = "unchecked"
_LAST = 99  # of the columns that a narrow terminal does without


class Judged:
    """Verdicts on figures of a ledger. Those of one document are found together, for its rows follow one another."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._document: str | None = None
        self._told: dict[str, str] = {}

    def get(self, row: StatementRow) -> str:
        """The gravest verdict on a figure."""
        if row.document.id != self._document:
            found = pick_gravest(check_document(self._view, row.document.id))
            self._document = row.document.id
            self._told = {id_: one.verdict.verdict for id_, one in found.items()}
        return self._told.get(row.id, _UNCHECKED)

    def pick(self, rows: Iterable[StatementRow], verdict: str | None) -> Iterator[StatementRow]:
        """The rows with this verdict; all of them where None is asked for."""
        return (row for row in rows if verdict is None or self.get(row) == verdict)

    def make_field(self) -> Field:
        """A column of a table."""
        least = len(get_text("verdict.conflicts"))
        return Field(get_text("column.verdict"), lambda row: get_text(f"verdict.{self.get(row)}"), least, spare=_LAST)
