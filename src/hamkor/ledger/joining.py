"""Joins whose order a database is told: SQLite keeps no statistics by which it could choose well."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Join, Table
from sqlalchemy.ext.compiler import compiles


class _InOrder(Join):
    inherit_cache = True


def join_in_order(first: Table, second: Table, on: ColumnElement[bool]) -> Join:
    """A join that goes through `first` and looks up `second`; PostgreSQL chooses by itself.

    Source: SQLite, "The SQLite Query Optimizer Overview", CROSS JOIN.
    """
    return _InOrder(first, second, on)


@compiles(_InOrder)
def _write(join: Join, compiler: Any, **how: Any) -> str:
    return str(compiler.visit_join(join, **how))


@compiles(_InOrder, "sqlite")
def _write_sqlite(join: Join, compiler: Any, **how: Any) -> str:
    how.pop("asfrom", None)
    parts = (compiler.process(part, asfrom=True, **how) for part in (join.left, join.right))
    return f"{' CROSS JOIN '.join(parts)} ON {compiler.process(join.onclause, **how)}"
