"""The gravest verdict on each figure of a list, found as its rows come."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator

from hamkor.ledger import StatementRow, View
from hamkor.messages import get_text
from hamkor.publish.checked import check_document
from hamkor.publish.table import Field
from hamkor.publish.verdicts import pick_gravest

_UNCHECKED = "unchecked"
_KEPT = 200  # documents
_LAST = 99  # of the columns that a narrow terminal does without


class Judged:
    """Verdicts on figures of a ledger. Those of one document are found together, and those of the last ones kept."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._told: OrderedDict[str, dict[str, str]] = OrderedDict()

    def get(self, row: StatementRow) -> str:
        """The gravest verdict on a figure."""
        document = row.document.id
        if document not in self._told:
            found = pick_gravest(check_document(self._view, document))
            self._told[document] = {id_: one.verdict.verdict for id_, one in found.items()}
            if len(self._told) > _KEPT:
                self._told.popitem(last=False)
        return self._told[document].get(row.id, _UNCHECKED)

    def pick(self, rows: Iterable[StatementRow], verdict: str | None) -> Iterator[StatementRow]:
        """The rows with this verdict; all of them where None is asked for."""
        return (row for row in rows if verdict is None or self.get(row) == verdict)

    def make_field(self) -> Field:
        """A column of a table."""
        title, least = get_text("column.verdict"), len(get_text("verdict.conflicts"))
        return Field(title, lambda row: get_text(f"verdict.{self.get(row)}"), least, spare=_LAST, name="verdict")
