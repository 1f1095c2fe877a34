"""What makes a thing one, gathered from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, nulls_last, or_, select

from hamkor.ledger import selects
from hamkor.ledger.judge import in_parts
from hamkor.ledger.named import get_named
from hamkor.ledger.node_tables import completions, judgements, links, members, nodes
from hamkor.ledger.rows import DocumentRow, StatementRow
from hamkor.ledger.tables import documents, statements
from hamkor.ledger.thing_rows import JudgedRow, Node, Thing
from hamkor.model import NEGATIVE, POSITIVE, UNSURE, Pair

_MOST = 500  # nodes, pairs shown of one thing; what is surest, or told most often, comes first


def get_thing(connection: Connection, id: str) -> Thing:
    """The thing that a node, a statement or a document belongs to. Raises LedgerError where there is none."""
    named = get_named(connection, id)
    own = _find_ids(connection, named.thing)
    joined, unsure = _find_pairs(connection, own, POSITIVE), _find_pairs(connection, own, UNSURE)
    names = set(own.values())
    judged = _find_judged(connection, names)
    inside = tuple(p for p in joined if {p.left, p.right} <= names)
    outside = tuple(p for p in unsure if not {p.left, p.right} <= names)
    completing = _find_completing(connection, own)
    told = {name for pair in (*outside, *completing) for name in (pair.left, pair.right)}
    told |= {name for row in judged for name in (row.left, row.right)}
    listed = sorted(find_nodes(connection, names), key=lambda node: (-node.number, node.id))
    others = {node.id: node for node in find_nodes(connection, told - names)}
    apart = {others[name].thing for name in _list_apart(judged) if name in others}
    left = tuple(p for p in outside if not {others[n].thing for n in (p.left, p.right) if n in others} & apart)
    return Thing(named.thing, named.kind, tuple(listed), others, inside, left, tuple(completing), judged)


def _list_apart(judged: Iterable[JudgedRow]) -> Iterator[str]:
    """The nodes that users keep apart."""
    return (name for row in judged if row.holds and row.judgement == NEGATIVE for name in (row.left, row.right))


def _find_ids(connection: Connection, thing: str) -> dict[int, str]:
    query = select(nodes.c.row_id, nodes.c.id).where(nodes.c.thing == thing).order_by(nodes.c.id).limit(_MOST)
    return {row.row_id: row.id for row in connection.execute(query)}


def _find_pairs(connection: Connection, own: dict[int, str], judgement: str) -> list[Pair]:
    """What was judged of these nodes and any, the highest score first."""
    one, other = nodes.alias(), nodes.alias()
    query = select(one.c.id.label("left"), other.c.id.label("right"), links.c.score, links.c.reasons).select_from(
        links.join(one, links.c.one == one.c.row_id).join(other, links.c.other == other.c.row_id)
    )
    query = query.where(links.c.judgement == judgement, or_(links.c.one.in_(own), links.c.other.in_(own)))
    found = connection.execute(query.order_by(links.c.score.desc(), one.c.id, other.c.id).limit(_MOST))
    return [Pair(row.left, row.right, judgement, row.score, tuple(row.reasons or ())) for row in found]


def _find_completing(connection: Connection, own: dict[int, str]) -> list[Pair]:
    """What these nodes complete, or what completes them, the highest score first."""
    of, by = nodes.alias(), nodes.alias()
    both = completions.join(of, of.c.row_id == completions.c.promise).join(by, by.c.row_id == completions.c.event)
    columns = (of.c.id.label("left"), by.c.id.label("right"), completions.c.score, completions.c.reasons)
    query = select(*columns).select_from(both)
    query = query.where(or_(completions.c.promise.in_(own), completions.c.event.in_(own)))
    found = connection.execute(query.order_by(completions.c.score.desc(), of.c.id, by.c.id).limit(_MOST))
    return [Pair(row.left, row.right, POSITIVE, row.score, tuple(row.reasons)) for row in found]


def _find_judged(connection: Connection, names: set[str]) -> tuple[JudgedRow, ...]:
    on_them = or_(judgements.c.left_node.in_(names), judgements.c.right_node.in_(names))
    query = select(judgements).where(on_them).order_by(judgements.c.row_id.desc()).limit(_MOST)
    return tuple(map(_read_judged, connection.execute(query)))


def _read_judged(row: Row[Any]) -> JudgedRow:
    return JudgedRow(
        decision=row.decision,
        judgement=row.judgement,
        left=row.left_node,
        right=row.right_node,
        at=row.at,
        by=row.by,
        why=row.why,
        undone_at=row.undone_at,
        undone_by=row.undone_by,
        holds=row.undone_at is None and row.replaced_by is None,
    )


def find_nodes(connection: Connection, names: Iterable[str]) -> list[Node]:
    """Each node with how often it is told and what tells it first."""
    return [node for part in in_parts(names) for node in _read_nodes(connection, part)]


def _read_nodes(connection: Connection, names: list[str]) -> list[Node]:
    query = select(nodes.c.id, nodes.c.thing, func.count().label("number")).join(
        members, members.c.node == nodes.c.row_id
    )
    found = connection.execute(query.where(nodes.c.id.in_(names)).group_by(nodes.c.id, nodes.c.thing)).all()
    first = _find_first_statements(connection, names)
    whole = _find_first_documents(connection, names) if len(first) < len(found) else {}
    return [Node(row.id, row.thing, row.number, first.get(row.id) or whole[row.id]) for row in found]


_EARLIEST = (nulls_last(documents.c.published_day), documents.c.document_id)


def _find_first_statements(connection: Connection, names: list[str]) -> dict[str, StatementRow]:
    """The earliest statement that tells each node, one that stands before any other."""
    earliest = (statements.c.until_reading.is_not(None), *_EARLIEST, statements.c.row_id)
    told = select(nodes.c.id.label("of_node"), statements.c.row_id.label("of_statement"), _rank(earliest))
    told = told.join(members, members.c.node == nodes.c.row_id).join(statements, statements.c.id == members.c.member)
    told = told.join(documents, documents.c.row_id == statements.c.document)
    ranked = told.where(nodes.c.id.in_(names)).subquery()
    query = selects.select_statements().join(ranked, ranked.c.of_statement == statements.c.row_id)
    rows = connection.execute(query.add_columns(ranked.c.of_node).where(ranked.c.rank == 1))
    return {row.of_node: selects.read_statement_row(row, selects.read_document_row(row)) for row in rows}


def _find_first_documents(connection: Connection, names: list[str]) -> dict[str, DocumentRow]:
    """The earliest document of each node."""
    told = select(nodes.c.id.label("of_node"), documents.c.row_id.label("of_row"), _rank(_EARLIEST))
    told = told.join(members, members.c.node == nodes.c.row_id)
    told = told.join(documents, documents.c.row_id == members.c.document)
    ranked = told.where(nodes.c.id.in_(names)).subquery()
    query = selects.select_versions().join(ranked, ranked.c.of_row == documents.c.row_id)
    rows = connection.execute(query.add_columns(ranked.c.of_node).where(ranked.c.rank == 1))
    return {row.of_node: selects.read_document_row(row) for row in rows}


def _rank(order: tuple[Any, ...]) -> ColumnElement[int]:
    return func.row_number().over(partition_by=nodes.c.id, order_by=order).label("rank")
