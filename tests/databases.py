"""Places of their own on a real PostgreSQL server."""

from __future__ import annotations

import uuid


def forget_crashes(server: str) -> None:
    """Let the server wait for no disk: what is kept need not outlive its machine, and no test stops the server."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


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
