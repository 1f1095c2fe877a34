"""Add documents with their statements, each document in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row

from hamkor.ledger import store
from hamkor.ledger.columns import Columns, write_columns
from hamkor.ledger.engine import told_as_ledger_errors
from hamkor.ledger.evidence import check_words
from hamkor.ledger.reviews import OWN, carry, find_guarded
from hamkor.ledger.rows import Added, Source
from hamkor.ledger.statistics import add_statistics
from hamkor.model import PreparedText, Statements, Statistic

_SAME = ("kind", "start", "end", "exact", "also", "fields")
_CHECKED = frozenset({"published", "publisher", "url", "attributed_to", "language"})  # what verdicts rest on
_NEVER_CHANGED = frozenset({"document_id", "text", "digest"})


class Writer:
    """Adds documents; other writers, in this process or another, may add at the same time.

    Not for several threads at once: take one writer a thread.
    """

    def __init__(self, connection: Connection, program: str, by: str | None = None) -> None:
        self._connection, self._program, self._by = connection, program, by

    def add(self, prepared: PreparedText, found: Statements, *, source: Source | None = None) -> Added:
        """Keep a document and what it states: all of it or, where anything fails, nothing.

        prepared  the document as it was made ready for reading
        found     its statements; their evidence counts in `prepared.document.text`
        source    the document's own bytes, kept with the version that they brought

        Reading the same again changes nothing, also where other bytes bring the same title, text and statements.
        Another text (or title, by other bytes) under the same id is a new version. Other statements or particulars
        on the same text take the place of those before, which stay in the history.
        Raises RefusedError, a LedgerError, where the words of a statement do not stand in the text: the next document
        may fare better. Raises LedgerError where the ledger cannot be written.
        """
        check_words(prepared.document, found)
        document, rows = store.write_document(prepared), write_columns(prepared.document.id, found)
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            store.claim(self._connection, document["document_id"])
            latest = store.find_latest(self._connection, document["document_id"])
            if latest is None or _is_other(latest, document):
                return self._add_version(document, rows, source, latest=latest)
            return self._read_again(document, rows, latest)

    def add_statistics(self, figures: Iterable[Statistic]) -> int:
        """Keep official figures: all or none; how many were new. What is kept already stays as it is."""
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            number = add_statistics(self._connection, figures)
            if number:
                reading, detail = store.Reading(0, self._program, store.get_now()), {"figures": number, "by": self._by}
                store.write_history(self._connection, "imported", document=("", None), reading=reading, detail=detail)
            return number

    def _add_version(
        self, document: Columns, rows: list[Columns], source: Source | None, *, latest: Row[Any] | None
    ) -> Added:
        connection, id_ = self._connection, document["document_id"]
        reading = store.begin_reading(connection, id_, self._program)
        version, gone = (latest.version + 1, self._retire(latest, reading)) if latest else (1, [])
        if latest:
            rows = self._heed_reviews(id_, rows, gone, document["text"])
        row = store.insert_document(connection, document, version=version, reading=reading)
        if source:
            store.insert_source(connection, row, source, reading)
        store.insert_statements(connection, row, rows, reading)
        detail = {"came": len(rows), "went": len(gone), "by": self._by}
        what = "new_version" if latest else "read"
        store.write_history(connection, what, document=(id_, version), reading=reading, detail=detail)
        return Added("new_version" if latest else "new", id_, version, len(rows))

    def _heed_reviews(self, id_: str, rows: list[Columns], gone: list[Columns], text: str) -> list[Columns]:
        """What is stated in a new text: what was read, but for what people decided; their own where its words stand."""
        guarded = find_guarded(self._connection, id_)
        return guarded.leave_out(rows) + carry((row for row in gone if row["id"] in guarded.kept), text)

    def _retire(self, latest: Row[Any], reading: store.Reading) -> list[Columns]:
        store.retire_document(self._connection, latest)
        gone = store.find_standing(self._connection, latest.row_id)
        store.take_statements(self._connection, gone, reading)
        return gone

    def _read_again(self, document: Columns, rows: list[Columns], latest: Row[Any]) -> Added:
        """The same text: change what this reading says otherwise than the one before, and that only."""
        guarded = find_guarded(self._connection, latest.document_id)
        rows = guarded.leave_out(rows)
        standing = store.find_standing(self._connection, latest.row_id)
        before = {row["id"]: row for row in standing if row["id"] not in guarded.kept}
        changed = _find_changed(latest, document)
        came = [row for row in rows if not _is_same(row, before.get(row["id"]))]
        kept = {row["id"] for row in rows} - {row["id"] for row in came}
        went = [row for id_, row in before.items() if id_ not in kept]
        kind = "reread" if came or went or changed else "unchanged"
        if kind == "reread":
            self._replace(latest, changed, came=came, went=went)
        if changed or latest.program != self._program:
            store.update_document(self._connection, latest, {**changed, "program": self._program})
        if kind == "reread":
            store.mark_resolved(self._connection, latest.row_id, None)
        return Added(kind, latest.document_id, latest.version, len(rows))

    def _replace(self, latest: Row[Any], changed: Columns, *, came: list[Columns], went: list[Columns]) -> None:
        reading = store.begin_reading(self._connection, latest.document_id, self._program)
        store.take_statements(self._connection, went, reading)
        store.insert_statements(self._connection, latest.row_id, came, reading)
        if _CHECKED & changed.keys():
            self._restate(latest.row_id, reading)
        before = {name: getattr(latest, name) for name in changed}
        detail = {"came": len(came), "went": len(went), "before": before, "by": self._by}
        place = (latest.document_id, latest.version)
        store.write_history(self._connection, "reread", document=place, reading=reading, detail=detail)

    def _restate(self, row: int, reading: store.Reading) -> None:
        """State anew what stood before, so that whatever was found from it is found again (`hamkor.ledger.kept`)."""
        standing = store.find_standing(self._connection, row)
        before = [columns for columns in standing if columns["since_reading"] != reading.number]
        store.take_statements(self._connection, before, reading)
        again = [{name: columns[name] for name in OWN} for columns in before]
        store.insert_statements(self._connection, row, again, reading)


def _is_other(latest: Row[Any], document: Columns) -> bool:
    """Whether the publisher says something else; another title from the same bytes is a better reader's doing."""
    other_title = latest.title != document["title"] and latest.digest != document["digest"]
    return bool(latest.text != document["text"] or other_title)


def _is_same(row: Columns, before: Columns | None) -> bool:
    return before is not None and all(row[name] == before[name] for name in _SAME)


def _find_changed(latest: Row[Any], document: Columns) -> Columns:
    return {
        name: value for name, value in document.items() if name not in _NEVER_CHANGED and getattr(latest, name) != value
    }
