"""Statements: lists of them, one by its id, what people said of them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from hamkor.errors import LedgerError
from hamkor.ledger import selects
from hamkor.ledger.columns import KINDS
from hamkor.ledger.filters import Filter
from hamkor.ledger.reviews import Review, read_review
from hamkor.ledger.rows import Statement, StatementRow
from hamkor.ledger.tables import documents, reviews, statements
from hamkor.ledger.views.base import Answers
from hamkor.model import Statements

_EVERYTHING = Filter()
_LISTED = dict(zip(KINDS, Statements.__dataclass_fields__, strict=True))


class StatementRows(Answers):
    """What a view answers of statements."""

    def find_statements(
        self, kind: str | None = None, asked: Filter = _EVERYTHING, *, start: int = 0, most: int | None = None
    ) -> Iterator[StatementRow]:
        """Statements of the latest versions, in order of publication, then of the text.

        kind         observation | event | commitment | person | organisation | quotation; None for all these
                     (a trace shows in the story of a promise, and must be asked for)
        asked        what they must have
        start, most  a page of them: how many to pass over, and how many to answer; costs what the page costs
        """
        if kind is not None and kind not in KINDS:
            raise LedgerError("statements", found=f"the kind {kind!r}", expected=", ".join(KINDS), do="name one")
        document, row_id = None, None
        query = selects.select_standing(kind, asked, start=start, most=most, few=self.is_rare(asked))
        for row in self._stream(query):
            if document is None or row.of_row_id != row_id:
                document, row_id = selects.read_document_row(row), row.of_row_id
            yield selects.read_statement_row(row, document)

    def get_statement(self, id: str) -> StatementRow:
        """The statement with this id, or with the one id that begins so; where none stands, the last that did.

        Raises NotFoundError where there is none or more than one.
        """
        sought = id.strip().lower()
        known = statements.c.id
        query = selects.select_statements().where(known >= sought, known < sought + "{")  # "{" comes after "z"
        rows = list(self._stream(query.order_by(known, statements.c.row_id.desc()).limit(200)))
        ids = sorted({row.id for row in rows})
        if len(ids) != 1:
            raise self._not_one("statement", id, ids)
        best = max(rows, key=lambda row: (row.until_reading is None, row.of_version, row.since_reading))
        return selects.read_statement_row(best, selects.read_document_row(best))

    def get_statements(self, document_id: str) -> Statements:
        """All that the latest version of a document states."""
        latest = select(documents.c.row_id).where(documents.c.document_id == document_id, documents.c.is_latest)
        self._get(latest, document_id)
        listed: dict[str, list[Statement]] = {name: [] for name in _LISTED.values()}
        for kind in (None, "trace"):
            for row in self.find_statements(kind, Filter(document=document_id)):
                listed[_LISTED[row.kind]].append(row.statement)
        return Statements(**{name: tuple(found) for name, found in listed.items()})  # type: ignore[arg-type]

    def find_reviews(self, *documents: str) -> list[Review]:
        """What people said of the statements of these documents, or of all, the latest first, with what was taken
        back."""
        query = select(reviews).order_by(reviews.c.row_id.desc())
        query = query.where(reviews.c.document_id.in_(documents)) if documents else query
        return list(map(read_review, self._stream(query)))
