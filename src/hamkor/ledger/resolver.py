"""Resolve what was added: each document in one transaction, in whatever order, with the same result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, text, update

from hamkor.ledger import selects, store
from hamkor.ledger.completing import complete
from hamkor.ledger.deciding import (
    decide_apart,
    decide_merge,
    decide_split,
    undo_decision,
    undo_merge,
    undo_split,
)
from hamkor.ledger.decisions import Said
from hamkor.ledger.engine import is_sqlite, told_as_ledger_errors
from hamkor.ledger.judge import Completing, Drafting, Judge
from hamkor.ledger.links import settle
from hamkor.ledger.members import place_members
from hamkor.ledger.node_tables import NOTHING, completions, key_counts, links, members, node_keys, nodes
from hamkor.ledger.parts import AT_TIMES, EVERYTHING, WITH_EACH, Extent
from hamkor.ledger.rows import KeptDocument, StatementRow
from hamkor.ledger.tables import documents, statements

_MOST_LATER = 50  # documents after which large parts are grouped
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7204, 2)")
_TO_DO = select(documents.c.document_id).where(documents.c.is_latest, documents.c.resolved.is_(None))


def claim_nodes(connection: Connection) -> None:
    """Let nobody else resolve until the transaction ends. Claim a document before, never after."""
    if not is_sqlite(connection.engine):
        connection.execute(_ONE_AT_A_TIME)


def load_document(connection: Connection, row: int) -> tuple[KeptDocument, list[StatementRow]]:
    """A version of a document with the statements of it that stand."""
    this = documents.c.row_id == row
    document = selects.read_document(connection.execute(selects.select_whole_documents().where(this)).one())
    standing = selects.select_statements().where(this, statements.c.until_reading.is_(None))
    return document, [selects.read_statement_row(found, document.row) for found in connection.execute(standing)]


class Resolver:
    """Finds what is one thing, as its judges say.

    drafting  what counts of each statement of a document, and of the document
    judges    one a kind
    completing  which kinds may complete which
    """

    def __init__(
        self,
        connection: Connection,
        program: str,
        drafting: Drafting,
        judges: Sequence[Judge],
        *,
        completing: Sequence[Completing] = (),
    ) -> None:
        self._connection, self._program = connection, program
        self._drafting, self._judges, self._completing = drafting, judges, completing
        self._since = 0  # documents resolved since large parts were grouped

    def find_left(self) -> list[str]:
        """The documents that are added but not resolved, the first added first."""
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            return list(self._connection.scalars(_TO_DO.order_by(documents.c.row_id)))

    def count_others(self) -> int:
        """How many documents were resolved by another program than this."""
        by, count = documents.c.resolved, select(func.count()).where(documents.c.is_latest)
        # Before and after, not unlike: so that an index leads past all that this program has resolved.
        others = [count.where(by < self._program), count.where(by > self._program)]
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            return sum(self._connection.scalar(other) or 0 for other in others)

    def resolve(self, document_id: str) -> bool:
        """Resolve one document: all of it, or nothing; False where there is no such document any more.

        What belongs to a large part stands where it fits best until that is grouped: after some more documents.
        """
        connection = self._connection
        with told_as_ledger_errors(connection.engine), connection.begin():
            store.claim(connection, document_id)
            claim_nodes(connection)
            latest = store.find_latest(connection, document_id)
            if latest is not None:
                self._resolve(latest)
        self._since += 1
        if self._since >= _MOST_LATER:
            self.settle(AT_TIMES)
        return latest is not None

    def _resolve(self, latest: Row[Any]) -> None:
        drafts = self._drafting(*load_document(self._connection, latest.row_id))
        place_members(self._connection, latest, drafts)
        self._settle(WITH_EACH)
        store.mark_resolved(self._connection, latest.row_id, self._program)

    def settle(self, extent: Extent = EVERYTHING) -> None:
        """Finish what documents, a purge or a judgement left to be grouped."""
        self._since = 0
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            if self._connection.scalar(select(nodes.c.row_id).where(nodes.c.todo > NOTHING).limit(1)) is not None:
                claim_nodes(self._connection)
                self._settle(extent)

    def close(self) -> None:
        """Group what was left for later, but for large parts in which little waits."""
        if self._since:
            self.settle(AT_TIMES)

    def _settle(self, extent: Extent) -> None:
        for how in self._completing:
            complete(self._connection, how)
        for judge in self._judges:
            settle(self._connection, judge, extent)

    def merge(self, ids: Sequence[str], by: str, why: str | None = None) -> str:
        """Let things be one because a user says so; the decision's id.

        ids  of things, statements or documents, two or more
        why  what the user gives as the reason
        Raises LedgerError where they are not there, or of different kinds.
        """
        return self._decide(decide_merge, ids, Said(by, why))

    def keep_apart(self, ids: Sequence[str], by: str, why: str | None = None) -> str:
        """Let two things be different because a user says so: nobody is asked of them again; the decision's id.

        Raises LedgerError where they are not there, of different kinds, or one thing: then one is to be split off.
        """
        return self._decide(decide_apart, ids, Said(by, why))

    def split(self, ids: Sequence[str], by: str, why: str | None = None) -> str:
        """Take something off its thing because a user says so; the decision's id.

        ids  the thing, then its statements, documents or nodes; a statement or document alone leaves what it is in
        Raises LedgerError where they are not there, or nothing would stay.
        """
        return self._decide(decide_split, ids, Said(by, why))

    def undo_merge(self, ids: Sequence[str], by: str) -> str:
        """Take back the latest merge of these; the decision's id. Raises LedgerError where there is none."""
        return self._decide(undo_merge, ids, Said(by))

    def undo_split(self, ids: Sequence[str], by: str) -> str:
        """Take back the latest split of these; the decision's id. Raises LedgerError where there is none."""
        return self._decide(undo_split, ids, Said(by))

    def undo(self, decision: str, by: str) -> str:
        """Take back a decision by its id. Raises LedgerError where there is none that holds."""
        return self._decide(undo_decision, [decision], Said(by))

    def _decide(self, decide: Callable[[Connection, Sequence[str], Said], str], ids: Sequence[str], said: Said) -> str:
        """Decide, then place anew what a decision on single statements stirred up."""
        before = set(self.find_left())
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            claim_nodes(self._connection)
            decision = decide(self._connection, ids, said)
            self._settle(EVERYTHING)
        for id_ in self.find_left():
            if id_ not in before:
                self.resolve(id_)
        return decision

    def forget(self) -> None:
        """Forget all that was resolved but what users judged, so that all is left to be done."""
        with told_as_ledger_errors(self._connection.engine), self._connection.begin():
            claim_nodes(self._connection)
            for table in (completions, links, members, node_keys, key_counts, nodes):
                self._connection.execute(delete(table))
            self._connection.execute(update(documents).where(documents.c.is_latest).values(resolved=None))
