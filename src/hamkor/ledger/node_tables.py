"""The tables of what was resolved: nodes, what tells them, what was judged of them.

A node is all that is told alike. Nodes that are one thing bear its name: the least `id` among them.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from hamkor.ledger.tables import ascii_text, documents, index_some, json_value, metadata

# What is still to be done with a node: nothing, find its thing when there is time or at once, compare it first.
NOTHING, LATER, GROUP, COMPARE = 0, 1, 2, 3
NEW = 0  # the part of a node that is in none yet

nodes = Table(
    "nodes",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("id", ascii_text(), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("item", json_value(), nullable=False),  # what counts of a telling, as the kind took it
    Column("thing", ascii_text(), nullable=False),
    Column("part", Integer, nullable=False),  # the same number in all nodes that judgements connect in a chain
    Column("todo", Integer, nullable=False),
)
Index("nodes_by_thing", nodes.c.thing)
Index("nodes_by_part", nodes.c.part)
index_some("nodes_to_do", nodes.c.kind, where=nodes.c.todo > NOTHING)

# Keys are 64 bits of a digest: two that share one by chance are compared once too often. The last bit is set where the
# key is one of what a node may complete: nodes of the other kind hold the same without it.
node_keys = Table(
    "node_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("node", Integer, ForeignKey("nodes.row_id"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("node_keys_by_node", node_keys.c.node)

key_counts = Table(
    "key_counts",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),  # of nodes
    sqlite_with_rowid=False,
)

# A member is a statement, by its lasting id, or a whole document, by a digest of its id.
members = Table(
    "members",
    metadata,
    Column("member", ascii_text(), primary_key=True),
    Column("document", Integer, ForeignKey("documents.row_id"), nullable=False),
    Column("node", Integer, ForeignKey("nodes.row_id"), nullable=False),
    sqlite_with_rowid=False,
)
Index("members_by_document", members.c.document)
Index("members_by_node", members.c.node)

links = Table(
    "links",
    metadata,
    Column("one", Integer, ForeignKey("nodes.row_id"), primary_key=True),  # the lesser row
    Column("other", Integer, ForeignKey("nodes.row_id"), primary_key=True),
    Column("judgement", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", json_value()),  # None where NEGATIVE: they can be found again
    sqlite_with_rowid=False,
)
Index("links_by_other", links.c.other)
index_some("links_held_different", links.c.one, links.c.other, where=links.c.judgement == "NEGATIVE")
index_some("links_unsure", links.c.score.desc(), links.c.one, links.c.other, where=links.c.judgement == "UNSURE")
index_some("links_joined", links.c.other, links.c.one, links.c.score, where=links.c.judgement == "POSITIVE")

# Which events, held, are what was promised: nodes of two kinds, so that what joins them makes no thing of both.
completions = Table(
    "completions",
    metadata,
    Column("promise", Integer, ForeignKey("nodes.row_id"), primary_key=True),
    Column("event", Integer, ForeignKey("nodes.row_id"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("reasons", json_value(), nullable=False),
    sqlite_with_rowid=False,
)
Index("completions_by_event", completions.c.event)

# What users judged. Rows are never deleted; what was taken back says when and by whom.
judgements = Table(
    "judgements",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("decision", ascii_text(), nullable=False),  # all pairs that one command judged
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text),  # in the user's words
    Column("kind", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("left", ascii_text(), nullable=False),  # members
    Column("right", ascii_text(), nullable=False),
    Column("left_node", ascii_text(), nullable=False),  # the nodes they are in, or were last
    Column("right_node", ascii_text(), nullable=False),
    Column("alone", Boolean, nullable=False),  # `left` is judged by itself, not all that is told alike
    Column("undone_at", Text),
    Column("undone_by", Text),
    Column("replaced_by", ascii_text()),  # a later decision that says the contrary
)
for _name in ("decision", "left", "right", "left_node", "right_node"):
    Index(f"judgements_by_{_name}", judgements.c[_name])

index_some("documents_unresolved", documents.c.row_id, where=documents.c.is_latest & documents.c.resolved.is_(None))

index_some("documents_resolved_by", documents.c.resolved, where=documents.c.is_latest)
