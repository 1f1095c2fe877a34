"""Which statement, or document, is told by which node."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from hamkor.ledger.judge import Draft, in_parts, name_alone
from hamkor.ledger.judged import find_taken_off, follow_members
from hamkor.ledger.node_tables import GROUP, members
from hamkor.ledger.nodes import add_nodes, find_rows, mark, remove_empty
from hamkor.ledger.tables import documents

_OF = (
    select(members)
    .join(documents, documents.c.row_id == members.c.document)
    .where(documents.c.document_id == bindparam("document_id"))
)


def place_members(connection: Connection, document: Row[Any], drafts: Sequence[Draft]) -> None:
    """Put what a document tells where it belongs; what it no longer tells leaves its node.

    document  the row of its latest version
    """
    alone = find_taken_off(connection, [draft.member for draft in drafts])
    placed = [replace(d, node=name_alone(d)) if d.member in alone else d for d in drafts]
    rows = add_nodes(connection, placed)
    before = list(connection.execute(_OF, {"document_id": document.document_id}))
    now = {draft.member: (document.row_id, rows[draft.node]) for draft in placed}
    _change(connection, before, now)
    remove_empty(connection, {row.node for row in before} - set(rows.values()))
    touched = follow_members(connection, {draft.member: draft.node for draft in placed})
    mark(connection, find_rows(connection, touched).values(), GROUP)


def _change(connection: Connection, before: Iterable[Row[Any]], now: dict[str, tuple[int, int]]) -> None:
    had = {row.member: (row.document, row.node) for row in before}
    for part in in_parts(member for member in had if member not in now):
        connection.execute(delete(members).where(members.c.member.in_(part)))
    moved = [
        {"id": member, "of": place[0], "into": place[1]}
        for member, place in now.items()
        if had.get(member, place) != place
    ]
    if moved:
        this = update(members).where(members.c.member == bindparam("id"))
        connection.execute(this.values(document=bindparam("of"), node=bindparam("into")), moved)
    new = [{"member": m, "document": of, "node": node} for m, (of, node) in now.items() if m not in had]
    if new:
        connection.execute(insert(members), new)


def forget_documents(connection: Connection, rows: Sequence[int]) -> None:
    """Take all that these versions tell out of their nodes."""
    of_them = members.c.document.in_(rows)
    left = set(connection.scalars(select(members.c.node).where(of_them)))
    connection.execute(delete(members).where(of_them))
    remove_empty(connection, left)
