"""People say what is right of a statement: accept, correct, reject, add; each can be taken back, nothing is lost."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from hamkor.errors import LedgerError
from hamkor.ledger import store
from hamkor.ledger.columns import KINDS, Columns, write_columns
from hamkor.ledger.engine import get_place, told_as_ledger_errors
from hamkor.ledger.evidence import check_words
from hamkor.ledger.reviews import OWN, Review, find_active, read_review
from hamkor.ledger.rows import Statement
from hamkor.ledger.selects import read_document, select_whole_documents
from hamkor.ledger.tables import documents, reviews, statements
from hamkor.model import Document, Statements

_LISTED = dict(zip(KINDS, Statements.__dataclass_fields__, strict=True))


class ChangedMeanwhileError(LedgerError):
    """The statement is no longer as the reviewer saw it: someone else said something of it, or it was read anew.

    meanwhile  what was said; None where that is not known
    """

    def __init__(self, place: str, *, found: str, expected: str, do: str, meanwhile: Review | None = None) -> None:
        super().__init__(place, found=found, expected=expected, do=do)
        self.meanwhile = meanwhile


class Reviewer:
    """Says in one person's name what is right; every step is one transaction and stands in the history."""

    def __init__(self, connection: Connection, by: str) -> None:
        self._connection, self._by = connection, by

    def accept(self, id: str) -> Review:
        """Confirm a statement: no later reading of the same text takes it away."""
        return self._review("accept", id, None)

    def reject(self, id: str) -> Review:
        """Take a statement out: no later reading brings it back."""
        return self._review("reject", id, None)

    def correct(self, id: str, statement: Statement) -> Review:
        """Put a statement of the same kind in its place, with other fields or other words of the same text.

        Raises RefusedError where its words do not stand in the text.
        """
        return self._review("correct", id, statement)

    def add(self, document_id: str, kind: str, statement: Statement) -> Review:
        """Add a statement that no reading found."""
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            document = self._claim(document_id)
            after = self._write(document, kind, statement)
            return self._keep("add", document, before=None, after=after)

    def undo(self, review: str) -> Review:
        """Take back what was said; the statement stands as before.

        Raises ChangedMeanwhileError where something later was said of the same statement: that is taken back first.
        """
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            row = self._get_review(review)
            document = self._claim(row.document_id)
            self._check_last(self._get_review(review))
            self._exchange(document, take=row.after_id or "", put=row.before if row.action != "accept" else None)
            undone = {"undone_at": store.get_now(), "undone_by": self._by}
            self._connection.execute(update(reviews).where(reviews.c.review == review).values(**undone))
            return read_review(self._get_review(review))

    def _review(self, action: str, id: str, statement: Statement | None) -> Review:
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            document = self._claim(self._get_document_id(id))
            before = self._get_standing(document, id)
            after = self._write(document, before["kind"], statement) if statement else None
            return self._keep(action, document, before=before, after=after)

    def _keep(self, action: str, document: Row[Any], *, before: Columns | None, after: Columns | None) -> Review:
        if action != "accept":
            self._exchange(document, take=before["id"] if before else "", put=after)
        values = {
            "review": secrets.token_hex(6),
            "at": store.get_now(),
            "by": self._by,
            "document_id": document.of_document_id,
            "action": action,
            "before_id": before["id"] if before else None,
            "after_id": after["id"] if after else None,
            "before": before,
            "after": after,
        }
        self._connection.execute(insert(reviews), values)
        return read_review(self._get_review(str(values["review"])))

    def _exchange(self, document: Row[Any], *, take: str, put: Mapping[str, Any] | None) -> None:
        """Take the statement with this id out of what stands, and put another there."""
        row = self._get_row(document)
        standing = {columns["id"]: columns for columns in store.find_standing(self._connection, row)}
        gone = [standing.pop(take)] if take in standing else []
        if put and put["id"] in standing:
            raise self._changed(f"{put['id']}: such a statement stands already", "another one", "reject one of the two")
        came = [dict(put)] if put and document.text[put["start"] : put["end"]] == put["exact"] else []
        if not (gone or came):
            return
        reading = store.begin_reading(self._connection, document.of_document_id, self._by)
        store.take_statements(self._connection, gone, reading)
        store.insert_statements(self._connection, row, came, reading)
        place = (document.of_document_id, document.of_version)
        detail = {"came": len(came), "went": len(gone)}
        store.write_history(self._connection, "reviewed", document=place, reading=reading, detail=detail)
        store.mark_resolved(self._connection, row, None)

    def _write(self, document: Row[Any], kind: str, statement: Statement) -> Columns:
        """The columns of a statement, its words held against the text."""
        kept = read_document(document)
        listed = Statements(**{_LISTED[kind]: (statement,)})  # type: ignore[arg-type]
        check_words(Document(kept.row.id, kept.text, kept.row.digest), listed)
        [columns] = write_columns(kept.row.id, listed)
        return columns

    def _claim(self, document_id: str) -> Row[Any]:
        store.claim(self._connection, document_id)
        query = select_whole_documents().where(documents.c.document_id == document_id, documents.c.is_latest)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise self._changed(f"no document {document_id!r}", "its id", "see the ids in a list")
        return row

    def _get_row(self, document: Row[Any]) -> int:
        latest = store.find_latest(self._connection, document.of_document_id)
        assert latest is not None
        return int(latest.row_id)

    def _get_document_id(self, id: str) -> str:
        query = select(documents.c.document_id).join(statements, statements.c.document == documents.c.row_id)
        found = self._connection.execute(query.where(statements.c.id == id).limit(1)).scalar_one_or_none()
        if found is None:
            raise self._changed(f"no statement {id!r}", "the id of one", "see the ids in a list")
        return str(found)

    def _get_standing(self, document: Row[Any], id: str) -> Columns:
        for columns in store.find_standing(self._connection, self._get_row(document)):
            if columns["id"] == id:
                return {name: columns[name] for name in OWN}
        raise self._tell_change(document.of_document_id, id)

    def _tell_change(self, document_id: str, id: str) -> ChangedMeanwhileError:
        """Who changed a statement that no longer stands, where someone did."""
        last = next((row for row in reversed(find_active(self._connection, document_id)) if row.before_id == id), None)
        said = f"{id}: {last.action} by {last.by} at {last.at}" if last else f"{id}: no longer there"
        return self._changed(said, "a statement that stands", "look at the document as it is now", last)

    def _get_review(self, review: str) -> Row[Any]:
        row = self._connection.execute(select(reviews).where(reviews.c.review == review)).one_or_none()
        if row is None:
            raise self._changed(f"no review {review!r}", "one that was kept", "see the reviews of the document")
        return row

    def _check_last(self, row: Row[Any]) -> None:
        if row.undone_at:
            found = f"taken back by {row.undone_by} at {row.undone_at}"
            raise self._changed(found, "a review that holds", "see the reviews of the document")
        of = row.after_id or row.before_id
        later = (r for r in find_active(self._connection, row.document_id) if r.row_id > row.row_id)
        if other := next((r for r in later if r.before_id == of), None):
            found = f"{other.action} by {other.by} at {other.at}, which is later"
            raise self._changed(found, "the last that was said", f"take {other.review} back first", other)

    def _changed(self, found: str, expected: str, do: str, said: Row[Any] | None = None) -> ChangedMeanwhileError:
        place, meanwhile = get_place(self._connection.engine), read_review(said) if said else None
        return ChangedMeanwhileError(place, found=found, expected=expected, do=do, meanwhile=meanwhile)
