"""The tables, as the last migration leaves them. `tests/ledger/test_upgrade.py` holds both against each other."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    literal_column,
)
from sqlalchemy.types import TypeEngine

REVISION = "0021"  # of the last migration
VERSION_TABLE = "hamkor_version"

metadata = MetaData()


def json_value() -> TypeEngine[object]:
    return JSON(none_as_null=True)


def ascii_text() -> TypeEngine[str]:
    """Text compared byte by byte in every database, so that prefixes can be looked up in an index."""
    return Text().with_variant(Text(collation="C"), "postgresql")


def index_some(name: str, *columns: Any, where: ColumnElement[bool], unique: bool = False) -> None:
    """An index over those rows only of which something holds."""
    Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


documents = Table(
    "documents",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("document_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("is_latest", Boolean, nullable=False),
    Column("digest", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("published_day", ascii_text()),  # ISO 8601 day, None where `published` is no date
    Column("publisher", Text),
    Column("attributed_to", json_value(), nullable=False),
    Column("dateline_place", Text),
    Column("dateline_date", Text),
    Column("doubled", Boolean, nullable=False),
    Column("own_text", Boolean, nullable=False),
    Column("notice", Text),
    Column("text", Text, nullable=False),
    Column("blocks", json_value(), nullable=False),
    Column("read_at", Text, nullable=False),
    Column("program", Text, nullable=False),  # the last one that read this version
    Column("resolved", Text),  # the program that resolved it; None until then, and after a change
    UniqueConstraint("document_id", "version", name="documents_one_of_each_version"),
)
index_some("documents_one_latest", documents.c.document_id, where=documents.c.is_latest, unique=True)
Index("documents_by_day", documents.c.published_day)
# Undated ones last either way. A literal and no parameter, so that the indices are recognised.
OLDEST_FIRST = func.coalesce(documents.c.published_day, literal_column("'~'"))
NEWEST_FIRST = func.coalesce(documents.c.published_day, literal_column("''"))
for _name, _day in (("documents_oldest_first", OLDEST_FIRST), ("documents_newest_first", NEWEST_FIRST)):
    index_some(_name, _day, documents.c.row_id, where=documents.c.is_latest)

sources = Table(
    "sources",
    metadata,
    Column("document", Integer, ForeignKey("documents.row_id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),  # zlib
    Column("fetched_at", Text, nullable=False),
    Column("address", Text),
    Column("headers", json_value(), nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.row_id"), nullable=False),
    Column("id", ascii_text(), nullable=False),
    Column("kind", Text, nullable=False),
    Column("since_reading", Integer, nullable=False),
    Column("until_reading", Integer),  # the reading that took it away; None while it stands
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    Column("also", json_value()),
    Column("indicator", Text),
    Column("sector", Text),
    Column("stage", Text),
    Column("type", Text),
    Column("value", Float),  # for filters; the exact decimal stands in `fields`
    Column("first_day", ascii_text()),  # of the time it is about
    Column("last_day", ascii_text()),
    Column("fields", json_value(), nullable=False),
    Column("counted", ascii_text()),  # what a figure counts and when: indicator, sides by the alphabet, last day
    Column("topic", ascii_text()),  # of a figure: indicator and countries; what may change verdicts on one another
    CheckConstraint('start >= 0 AND "end" > start AND length(exact) = "end" - start', name="statements_have_words"),
    UniqueConstraint("document", "id", "since_reading", name="statements_one_a_reading"),
)
Index("statements_by_id", statements.c.id)
for _name, _columns in {
    "standing": ("kind", "indicator", "sector"),
    "counted": ("counted", "row_id"),
    "of_document": ("document", "kind", "start", "row_id"),
    "by_last_day": ("kind", "last_day", "first_day"),
    "by_topic": ("topic", "row_id"),
}.items():
    _standing = statements.c.until_reading.is_(None)
    index_some(f"statements_{_name}", *(statements.c[column] for column in _columns), where=_standing)
index_some("statements_gone", statements.c.row_id, where=statements.c.until_reading.is_not(None))

# The verdicts on the figures of documents, as last found. They count as long as `seen` is what the ledger holds of all
# that they were found from (`hamkor.ledger.kept`); a row less or more changes no answer, only how long it takes.
verdicts = Table(
    "verdicts",
    metadata,
    Column("document", Integer, ForeignKey("documents.row_id"), primary_key=True, autoincrement=False),
    Column("topics", json_value(), nullable=False),  # what the figures of the document are held against
    Column("seen", ascii_text(), nullable=False),
    Column("gravest", json_value(), nullable=False),  # by the id of the figure
    Column("told", json_value(), nullable=False),
    Column("worst", Integer),  # the place of its gravest verdict in VERDICTS; one more than all where there is none
)

# Where promises stand once all that was told of them is known; a day tells the rest. What is in `unfollowed`, marked by
# triggers (v0014_followed.py), is to be followed anew, whatever stands here.
followed = Table(
    "followed",
    metadata,
    Column("thing", ascii_text(), primary_key=True),
    Column("sector", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("owed", Boolean, nullable=False),  # whether something is owed when its term is past
    Column("due_last", ascii_text()),
    Column("heard", ascii_text(), nullable=False),  # the day of the last report, "" where none is known
    Column("last", ascii_text(), nullable=False),  # the last day on which anything was told
    Column("responsible", Text, nullable=False),  # folded names, one a line
    Column("pairs", Text, nullable=False),  # of areas, one a line
    Column("told", json_value(), nullable=False),  # the rest
)
Index("followed_in_order", followed.c.heard, followed.c.thing)
Index("followed_by_last", followed.c.last)
unfollowed = Table(
    "unfollowed",
    metadata,
    Column("thing", ascii_text(), primary_key=True),
    Column("mark", BigInteger, nullable=False),
)

# The areas a statement is about, one a side, each under its own code and under its country's.
sides = Table(
    "sides",
    metadata,
    Column("statement", Integer, ForeignKey("statements.row_id"), primary_key=True),
    Column("area", ascii_text(), primary_key=True),
    Column("side", Integer, primary_key=True),
    sqlite_with_rowid=False,
)
Index("sides_by_area", sides.c.area, sides.c.statement, sides.c.side)

# Official figures, a row a release and value. Nothing that is part of what makes a row unique is NULL: the whole world,
# an unknown day and no address are "".
statistics = Table(
    "statistics",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("indicator", Text, nullable=False),
    Column("ref_area", Text, nullable=False),
    Column("counterpart_area", Text, nullable=False),
    Column("time_period", Text, nullable=False),
    Column("obs_value", Text, nullable=False),  # the exact decimal
    Column("unit_measure", Text, nullable=False),
    Column("obs_status", Text, nullable=False),
    Column("released", Text, nullable=False),
    Column("imported_at", Text, nullable=False),
    Column("measure", Text, nullable=False, server_default="level"),
    Column("qualifier", Text, nullable=False, server_default="exact"),
    Column("low", Text, nullable=False, server_default=""),
    Column("high", Text, nullable=False, server_default=""),
    Column("url", Text, nullable=False, server_default=""),
    UniqueConstraint(
        "source",
        "indicator",
        "ref_area",
        "counterpart_area",
        "time_period",
        "unit_measure",
        "measure",
        "released",
        "url",
        "obs_value",
        name="statistics_one_a_release",
    ),
)
Index("statistics_by_series", statistics.c.indicator, statistics.c.ref_area, statistics.c.counterpart_area)

# Every word of the latest texts as one of its stems in the language of its document; `frame`: the stem's consonants.
spellings = Table(
    "spellings",
    metadata,
    Column("frame", ascii_text(), primary_key=True),
    Column("word", ascii_text(), primary_key=True),
    Column("language", ascii_text(), primary_key=True),
    Column("stem", ascii_text(), primary_key=True),
    sqlite_with_rowid=False,
)
Index("spellings_by_word", spellings.c.word)

history = Table(
    "history",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("version", Integer),
    Column("reading", Integer),  # counts the readings of a document that changed something, from 1
    Column("program", Text, nullable=False),
    Column("detail", json_value(), nullable=False),
)
Index("history_by_document", history.c.document_id, history.c.reading)

# What people said of statements, in order. Rows are never deleted but by a purge; what was taken back says so.
reviews = Table(
    "reviews",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("review", ascii_text(), nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("action", Text, nullable=False),  # accept | correct | reject | add
    Column("before_id", ascii_text()),  # the statement it was said of
    Column("after_id", ascii_text()),  # the statement that stands in its place
    Column("before", json_value()),  # their columns
    Column("after", json_value()),
    Column("undone_at", Text),
    Column("undone_by", Text),
)
Index("reviews_by_document", reviews.c.document_id)
