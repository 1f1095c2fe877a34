"""Which documents tell what a statement tells, and which of them are copies of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from hamkor.ledger.judge import in_parts, name_document
from hamkor.ledger.node_tables import members, nodes
from hamkor.ledger.tables import documents


@dataclass(frozen=True, slots=True)
class TellerRow:
    """A document that tells a thing.

    copies  the thing that it and its copies are as whole documents; empty where that was not resolved
    """

    document: str
    copies: str
    publisher: str | None
    attributed_to: tuple[str, ...]


def find_tellers(connection: Connection, statements: Sequence[str], *, copies: str) -> dict[str, list[TellerRow]]:
    """The documents that tell what each of these statements tells, in the order of their ids, by the statement's id.

    copies  the kind of thing that copies of one document are
    """
    things = find_things(connection, statements)
    told = _find_documents(connection, set(things.values()))
    together = _find_together(connection, {row.document_id for rows in told.values() for row in rows}, copies)
    return {
        statement: [_read(row, together.get(row.document_id, "")) for row in told[thing]]
        for statement, thing in things.items()
    }


def find_together(connection: Connection, document_id: str, kind: str) -> list[str]:
    """The ids of the documents that are one thing of a kind with this one, itself among them; else none."""
    own = select(nodes.c.thing).join(members, members.c.node == nodes.c.row_id)
    own = own.join(documents, documents.c.row_id == members.c.document)
    own = own.where(nodes.c.kind == kind, documents.c.document_id == document_id, documents.c.is_latest)
    query = select(documents.c.document_id).join(members, members.c.document == documents.c.row_id)
    query = query.join(nodes, nodes.c.row_id == members.c.node).where(nodes.c.thing.in_(own), documents.c.is_latest)
    return sorted(connection.scalars(query))


def find_documents(connection: Connection, things: Collection[str]) -> list[str]:
    """The ids of the documents that are, as wholes, one of these things."""
    found: set[str] = set()
    for part in in_parts(things):
        query = select(documents.c.document_id, members.c.member).join(
            members, members.c.document == documents.c.row_id
        )
        query = query.join(nodes, nodes.c.row_id == members.c.node).where(
            nodes.c.thing.in_(part), documents.c.is_latest
        )
        found.update(id_ for id_, member in connection.execute(query) if member == name_document(id_))
    return sorted(found)


def find_things(connection: Connection, statements: Sequence[str]) -> dict[str, str]:
    """The thing that each of these statements tells, by the statement's id; without those that were not resolved."""
    found: dict[str, str] = {}
    for part in in_parts(statements):
        query = select(members.c.member, nodes.c.thing).join(nodes, nodes.c.row_id == members.c.node)
        found.update((row.member, row.thing) for row in connection.execute(query.where(members.c.member.in_(part))))
    return found


def _find_documents(connection: Connection, things: Collection[str]) -> dict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    columns = (documents.c.row_id, documents.c.document_id, documents.c.publisher, documents.c.attributed_to)
    for part in in_parts(things):
        # Each once: rows whose columns are JSON cannot be told apart by PostgreSQL, so documents are joined later.
        pairs = select(nodes.c.thing, members.c.document).join(members, members.c.node == nodes.c.row_id)
        told = pairs.where(nodes.c.thing.in_(part)).distinct().subquery()
        query = select(told.c.thing, *columns).join(told, documents.c.row_id == told.c.document)
        for row in connection.execute(query.where(documents.c.is_latest).order_by(documents.c.document_id)):
            found[row.thing].append(row)
    return found


def _find_together(connection: Connection, ids: Collection[str], kind: str) -> dict[str, str]:
    names = {name_document(id_): id_ for id_ in ids}
    found: dict[str, str] = {}
    for part in in_parts(names):
        query = select(members.c.member, nodes.c.thing).join(nodes, nodes.c.row_id == members.c.node)
        query = query.where(nodes.c.kind == kind, members.c.member.in_(part))
        found.update((names[row.member], row.thing) for row in connection.execute(query))
    return found


def _read(row: Any, copies: str) -> TellerRow:
    return TellerRow(row.document_id, copies, row.publisher, tuple(row.attributed_to or ()))
