"""How much is told of areas."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from hamkor.ledger.node_tables import members, nodes
from hamkor.ledger.tables import sides, statements

_HERE, _THERE = sides.alias(), sides.alias()
_GONE = select(statements.c.row_id).where(statements.c.until_reading.is_not(None))  # few, and in an index of their own


def count_areas(with_area: str | None) -> Select[Any]:
    """How many statements stand that are about each area; with an area, of two sides that are this one and another."""
    number = func.count(_HERE.c.statement.distinct()).label("number")
    query = select(_HERE.c.area, number).where(_HERE.c.statement.not_in(_GONE)).group_by(_HERE.c.area)
    return query if with_area is None else _between(query, with_area)


def select_told(one: str, other: str | None, most: int) -> Select[Any]:
    """A row for each statement about an area, or with two sides that are these two; at most so many."""
    here = select(_HERE.c.statement).where(_HERE.c.area == one)
    return (here if other is None else _between(here, other)).limit(most)


def count_things(
    kind: str, codes: Sequence[str], with_area: str, *, stages: Collection[str], never: Collection[str]
) -> Select[Any]:
    """How many things of a kind of statement are told between an area and each of these; a thing told often is one."""
    number: ColumnElement[int] = func.count(nodes.c.thing.distinct())
    if never:
        number -= func.count(case((statements.c.stage.in_(never), nodes.c.thing)).distinct())
    query = _between(select(_HERE.c.area, number.label("number")).where(_HERE.c.area.in_(codes)), with_area)
    query = query.join(statements, statements.c.row_id == _HERE.c.statement)
    query = query.join(members, members.c.member == statements.c.id).join(nodes, nodes.c.row_id == members.c.node)
    query = query.where(statements.c.until_reading.is_(None), statements.c.kind == kind).group_by(_HERE.c.area)
    return query.where(statements.c.stage.in_(stages)) if stages else query


def _between(query: Select[Any], area: str) -> Select[Any]:
    other = query.join(_THERE, _THERE.c.statement == _HERE.c.statement)
    return other.where(_THERE.c.area == area, _THERE.c.side != _HERE.c.side)
