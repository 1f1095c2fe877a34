"""Places of their own on a real PostgreSQL server."""

from __future__ import annotations

import uuid


def make_schema(server: str) -> str:
    """The address of a place of its own on the server."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{server}&options=-csearch_path%3D{name}&application_name={name}"


def leave(server: str, place: str) -> None:
    """End what is still connected to a place: the server has a hundred connections for all tests together."""
    import psycopg

    name = place.rpartition("=")[2]
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s", [name])
