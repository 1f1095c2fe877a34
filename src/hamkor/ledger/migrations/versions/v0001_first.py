"""The first ledger: documents, sources, statements, sides, history, the full-text index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Databases count characters from the start of a text; so far, that is: in what follows the writer alone looks.
FAR = 100_000

JSON = sa.JSON(none_as_null=True)
ASCII = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    _create_documents()
    _create_sources()
    _create_statements()
    _create_sides()
    _create_history()
    guard = _guard_sqlite if op.get_bind().dialect.name == "sqlite" else _guard_postgresql
    for command in guard():
        op.execute(command)


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("is_latest", sa.Boolean, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("published_day", ASCII),
        sa.Column("publisher", sa.Text),
        sa.Column("attributed_to", JSON, nullable=False),
        sa.Column("dateline_place", sa.Text),
        sa.Column("dateline_date", sa.Text),
        sa.Column("doubled", sa.Boolean, nullable=False),
        sa.Column("own_text", sa.Boolean, nullable=False),
        sa.Column("notice", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("blocks", JSON, nullable=False),
        sa.Column("read_at", sa.Text, nullable=False),
        sa.Column("program", sa.Text, nullable=False),
        sa.UniqueConstraint("document_id", "version", name="documents_one_of_each_version"),
    )
    _create_index_where("documents_one_latest", "documents", ["document_id"], where="is_latest", unique=True)
    op.create_index("documents_by_day", "documents", ["published_day"])


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.row_id"), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("fetched_at", sa.Text, nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("headers", JSON, nullable=False),
    )


def _create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.row_id"), nullable=False),
        sa.Column("id", ASCII, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("since_reading", sa.Integer, nullable=False),
        sa.Column("until_reading", sa.Integer),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("prefix", sa.Text, nullable=False),
        sa.Column("suffix", sa.Text, nullable=False),
        sa.Column("also", JSON),
        sa.Column("indicator", sa.Text),
        sa.Column("sector", sa.Text),
        sa.Column("stage", sa.Text),
        sa.Column("type", sa.Text),
        sa.Column("value", sa.Float),
        sa.Column("first_day", ASCII),
        sa.Column("last_day", ASCII),
        sa.Column("fields", JSON, nullable=False),
        sa.CheckConstraint(
            'start >= 0 AND "end" > start AND length(exact) = "end" - start', name="statements_have_words"
        ),
        sa.UniqueConstraint("document", "id", "since_reading", name="statements_one_a_reading"),
    )
    op.create_index("statements_by_id", "statements", ["id"])
    _create_index_where(
        "statements_standing", "statements", ["kind", "indicator", "sector"], where="until_reading IS NULL"
    )


def _create_sides() -> None:
    op.create_table(
        "sides",
        sa.Column("statement", sa.Integer, sa.ForeignKey("statements.row_id"), primary_key=True),
        sa.Column("area", ASCII, primary_key=True),
        sa.Column("side", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("sides_by_area", "sides", ["area", "statement", "side"])


def _create_history() -> None:
    op.create_table(
        "history",
        sa.Column("row_id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("document_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer),
        sa.Column("reading", sa.Integer),
        sa.Column("program", sa.Text, nullable=False),
        sa.Column("detail", JSON, nullable=False),
    )
    op.create_index("history_by_document", "history", ["document_id", "reading"])


def _create_index_where(name: str, table: str, columns: list[str], *, where: str, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _guard_sqlite() -> tuple[str, ...]:
    """The index over words, and the triggers that keep a statement on words of its document's text."""
    stands = 'SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start) FROM documents WHERE row_id = NEW.document'
    when = f'WHEN NEW."end" <= {FAR} AND ({stands}) IS NOT NEW.exact'
    refuse = f"{when} BEGIN SELECT RAISE(ABORT, 'the words do not stand in the text'); END"
    return (
        "CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 0')",
        f"CREATE TRIGGER statements_stand_in_text BEFORE INSERT ON statements {refuse}",
        'CREATE TRIGGER statements_stay_in_text BEFORE UPDATE OF document, start, "end", exact ON statements ' + refuse,
        "CREATE TRIGGER documents_keep_their_text BEFORE UPDATE OF text ON documents "
        "BEGIN SELECT RAISE(ABORT, 'a text is never changed: add a new version'); END",
    )


def _guard_postgresql() -> tuple[str, ...]:
    stands = 'SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start) FROM documents WHERE row_id = NEW.document'
    return (
        "CREATE TABLE words (document INTEGER PRIMARY KEY REFERENCES documents (row_id), text TEXT NOT NULL)",
        _refuse_postgresql(
            "statements_stand_in_text",
            f'NEW."end" <= {FAR} AND ({stands}) IS DISTINCT FROM NEW.exact',
            "the words do not stand in the text",
        ),
        'CREATE TRIGGER statements_stand_in_text BEFORE INSERT OR UPDATE OF document, start, "end", exact '
        "ON statements FOR EACH ROW EXECUTE FUNCTION statements_stand_in_text()",
        _refuse_postgresql("documents_keep_their_text", "TRUE", "a text is never changed: add a new version"),
        "CREATE TRIGGER documents_keep_their_text BEFORE UPDATE OF text ON documents "
        "FOR EACH ROW EXECUTE FUNCTION documents_keep_their_text()",
    )


def _refuse_postgresql(name: str, when: str, why: str) -> str:
    refuse = f"RAISE EXCEPTION '{why}' USING ERRCODE = 'check_violation'"
    body = f"BEGIN IF {when} THEN {refuse}; END IF; RETURN NEW; END"
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
