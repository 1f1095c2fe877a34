"""Questions about what was resolved."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, func, select

from hamkor.ledger import selects
from hamkor.ledger.judge import write_key
from hamkor.ledger.node_tables import members, node_keys, nodes
from hamkor.ledger.tables import documents, statements


def select_things(document_id: str) -> Select[Any]:
    """Each member that a document is or holds, with its thing."""
    query = select(members.c.member, nodes.c.thing).join(nodes, nodes.c.row_id == members.c.node)
    return query.join(documents, documents.c.row_id == members.c.document).where(documents.c.document_id == document_id)


def select_told(kind: str, thing: str | None) -> Select[Any]:
    """The statements that tell things of a kind, thing by thing, the earliest first; with `thing` those of one."""
    query = _select_told().where(nodes.c.kind == kind).order_by(nodes.c.thing, *_IN_TIME)
    return query if thing is None else query.where(nodes.c.thing == thing)


def select_latest(thing: str, most: int) -> Select[Any]:
    """So many statements that tell a thing, the latest first."""
    return _select_told().where(nodes.c.thing == thing).order_by(*(column.desc() for column in _IN_TIME)).limit(most)


def select_mentions(thing: str) -> Select[Any]:
    """What each statement that tells a thing says, with the id and the day of its document, the earliest first."""
    columns = (statements.c.fields, documents.c.document_id, documents.c.published)
    query = select(*columns).select_from(statements).join(documents, documents.c.row_id == statements.c.document)
    return _join_things(query).where(nodes.c.thing == thing).order_by(*_IN_TIME)


def select_tellings(things: Sequence[str]) -> Select[Any]:
    """The statements that tell these things, thing by thing, the earliest first."""
    return _select_told().where(nodes.c.thing.in_(things)).order_by(nodes.c.thing, *_IN_TIME)


_IN_TIME = (
    documents.c.published_day.is_(None),  # undated ones last
    documents.c.published_day,
    documents.c.document_id,  # of one day: the same whatever was read first
    statements.c.start,
    statements.c.row_id,
)


def _select_told() -> Select[Any]:
    of_it = (nodes.c.thing.label("of_thing"), nodes.c.item.label("of_item"))
    return _join_things(selects.select_statements().add_columns(*of_it))


def _join_things(query: Select[Any]) -> Select[Any]:
    query = query.join(members, members.c.member == statements.c.id).join(nodes, nodes.c.row_id == members.c.node)
    return query.where(statements.c.until_reading.is_(None))


def select_items(kind: str, keys: Collection[str] | None = None) -> Select[Any]:
    """What was taken of each node of a kind, thing by thing; of those only that hold one of the keys, where any are."""
    query = select(nodes.c.thing, nodes.c.item).where(nodes.c.kind == kind).order_by(nodes.c.thing, nodes.c.id)
    if keys is None:
        return query
    written = [write_key(kind, key) for key in keys]
    return query.where(nodes.c.row_id.in_(select(node_keys.c.node).where(node_keys.c.key.in_(written))))


def select_documents_together(kind: str, of: Collection[str] | None = None) -> Select[Any]:
    """The documents that are one thing of a kind with others, or with one of these, thing by thing."""
    query = select(nodes.c.thing, documents.c.document_id).select_from(members)
    query = query.join(nodes, nodes.c.row_id == members.c.node)
    query = query.join(documents, documents.c.row_id == members.c.document).where(documents.c.is_latest)
    told = select(nodes.c.thing).join(members, members.c.node == nodes.c.row_id).where(nodes.c.kind == kind)
    if of is not None:
        own = select(nodes.c.thing).join(members, members.c.node == nodes.c.row_id)
        own = own.join(documents, documents.c.row_id == members.c.document)
        told = told.where(nodes.c.thing.in_(own.where(nodes.c.kind == kind, documents.c.document_id.in_(of))))
    several = told.group_by(nodes.c.thing).having(func.count() > 1)
    return query.where(nodes.c.thing.in_(several)).order_by(nodes.c.thing, documents.c.document_id)
