"""The tables of people who sign in: their accounts, the sessions that are open, the tokens of their programs.

Of passwords, sessions and tokens only what proves them is kept, never they themselves.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from hamkor.ledger.tables import ascii_text, metadata

users = Table(
    "users",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("name", Text, nullable=False),  # as it is shown
    Column("key", Text, nullable=False, unique=True),  # as it is looked up: case and width do not tell users apart
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),  # its argon2 hash
    Column("must_change", Boolean, nullable=False),  # the password was given by somebody else
    Column("created_at", Text, nullable=False),
    Column("disabled_at", Text),
)

sessions = Table(
    "sessions",
    metadata,
    Column("digest", ascii_text(), primary_key=True),  # SHA-256 of what the cookie holds
    Column("user", Integer, ForeignKey("users.row_id"), nullable=False),
    Column("begun_at", Text, nullable=False),
    Column("ends_at", ascii_text(), nullable=False),
)
Index("sessions_by_user", sessions.c.user)

tokens = Table(
    "tokens",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("user", Integer, ForeignKey("users.row_id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),  # the most it may be; never more than its owner is
    Column("digest", ascii_text(), nullable=False, unique=True),
    Column("created_at", Text, nullable=False),
    UniqueConstraint("user", "name", name="tokens_one_a_name"),
)
