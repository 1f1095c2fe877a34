"""What an id means: a thing, one of its nodes, a statement or a document."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from hamkor.errors import NotFoundError
from hamkor.ledger.engine import get_place
from hamkor.ledger.judge import name_document
from hamkor.ledger.node_tables import members, nodes

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A node, and the member by which it was named, if it was.

    row   of the node
    node  its id, which is also a name of its thing
    """

    row: int
    node: str
    kind: str
    thing: str
    member: str | None


def get_named(connection: Connection, id: str) -> Named:
    """What bears this id, or the one id that begins so: a node (any node names its thing), a statement, a document.

    Raises NotFoundError where there is none, or more than one.
    """
    found = _find_members(connection, name_document(id.strip()), exact=True) or _find(connection, id.strip().lower())
    if len(found) != 1:
        shown = ", ".join(sorted(one.member or one.node for one in found)[:_SHOWN])
        told = f"{len(found)} ids that begin with {id!r}: {shown}" if found else f"nothing resolved as {id!r}"
        expected = "the id of a thing, a statement or a document"
        raise NotFoundError(get_place(connection.engine), found=told, expected=expected, do="see the ids in a list")
    return found[0]


def _find(connection: Connection, begins: str) -> list[Named]:
    query = select(nodes).where(nodes.c.id >= begins, nodes.c.id < begins + "{").limit(200)
    found = [Named(row.row_id, row.id, row.kind, row.thing, None) for row in connection.execute(query)]
    whole = [one for one in found if one.node == begins] or _find_bereft(connection, begins)
    return whole or [*found, *_find_members(connection, begins, exact=False)]


def _find_bereft(connection: Connection, id: str) -> list[Named]:
    """The first node of a thing that bears the name of one that went, until its nodes are grouped anew."""
    query = select(nodes).where(nodes.c.thing == id).order_by(nodes.c.id).limit(1)
    return [Named(row.row_id, row.id, row.kind, row.thing, None) for row in connection.execute(query)]


def _find_members(connection: Connection, begins: str, *, exact: bool) -> list[Named]:
    query = select(members.c.member, nodes).join(nodes, nodes.c.row_id == members.c.node)
    which = (members.c.member == begins,) if exact else (members.c.member >= begins, members.c.member < begins + "{")
    found = connection.execute(query.where(*which).limit(200))
    return [Named(row.row_id, row.id, row.kind, row.thing, row.member) for row in found]
