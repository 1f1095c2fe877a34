"""The full-text index: FTS5 without a copy of the texts in SQLite, a line of folded words in PostgreSQL."""

from __future__ import annotations

from sqlalchemy import Connection, text

from hamkor.ledger.words import normalise, parse_query, write_line

Phrases = tuple[tuple[str, ...], ...]

_SQLITE = {
    "add": text("INSERT INTO words (rowid, title, text) VALUES (:document, :title, :text)"),
    "take": text("INSERT INTO words (words, rowid, title, text) VALUES ('delete', :document, :title, :text)"),
    "find": text("SELECT rowid FROM words WHERE words MATCH :query ORDER BY rank"),
}
_POSTGRESQL = {
    "add": text("INSERT INTO words (document, text) VALUES (:document, :line)"),
    "take": text("DELETE FROM words WHERE document = :document"),
}


def add_words(connection: Connection, document: int, *, title: str | None, body: str) -> None:
    """Index a version of a document."""
    _change(connection, "add", document, title=title or "", body=body)


def take_words(connection: Connection, document: int, *, title: str | None, body: str) -> None:
    """Take a version out again; title and body must be those that were added."""
    _change(connection, "take", document, title=title or "", body=body)


def _change(connection: Connection, what: str, document: int, *, title: str, body: str) -> None:
    if _has_fts(connection):
        words = {"document": document, "title": normalise(title), "text": normalise(body)}
        connection.execute(_SQLITE[what], words)
    else:
        line = {"line": write_line(title) + write_line(body)} if what == "add" else {}
        connection.execute(_POSTGRESQL[what], {"document": document, **line})


def find_documents_with(connection: Connection, words: str) -> tuple[Phrases, list[int]]:
    """The phrases asked for, and the rows of the documents that hold them all, best first in SQLite."""
    phrases = parse_query(words)
    if not phrases:
        return (), []
    if _has_fts(connection):
        found = connection.execute(_SQLITE["find"], {"query": " AND ".join(map(_write_fts, phrases))})
    else:
        where = " AND ".join(f"text LIKE :p{number}" for number in range(len(phrases)))
        like = {f"p{number}": _write_like(phrase) for number, phrase in enumerate(phrases)}
        found = connection.execute(text(f"SELECT document FROM words WHERE {where} ORDER BY document"), like)
    return phrases, list(found.scalars())


def _write_fts(phrase: tuple[str, ...]) -> str:
    line = " ".join(phrase)
    return f'"{line[:-1]}" *' if line.endswith("*") else f'"{line}"'


def _write_like(phrase: tuple[str, ...]) -> str:
    line = " ".join(phrase)
    return f"% {line[:-1]}%" if line.endswith("*") else f"% {line} %"


def _has_fts(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
