"""Places of their own on a real PostgreSQL server."""

from __future__ import annotations

import uuid


def make_schema(server: str) -> str:
    """The address of a place of its own on the server."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{server}&options=-csearch_path%3D{name}"
