"""The full-text index: FTS5 without a copy of the texts in SQLite, an array of words and a line in PostgreSQL.

Beside it stands every word with its stems and sounds (`spellings`), by which a word is found in other scripts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, text

from hamkor.ledger.spellings import add_spellings, find_near, get_code
from hamkor.ledger.tables import documents, spellings
from hamkor.ledger.words import Phrase, list_words, normalise, parse_query, write_line

_SQLITE = {
    "add": text("INSERT INTO words (rowid, title, text) VALUES (:document, :title, :text)"),
    "take": text("INSERT INTO words (words, rowid, title, text) VALUES ('delete', :document, :title, :text)"),
    "find": text("SELECT rowid FROM words WHERE words MATCH :query ORDER BY rank"),
    "any": text("SELECT 1 FROM words WHERE words MATCH :query LIMIT 1"),
}
_POSTGRESQL = {
    "add": text("INSERT INTO words (document, text, terms) VALUES (:document, :line, :terms)"),
    "take": text("DELETE FROM words WHERE document = :document"),
    "fill": text("UPDATE words SET terms = :terms WHERE document = :document"),
    "any": text("SELECT 1 FROM words WHERE terms @> ARRAY[:word] LIMIT 1"),
}
_BEGINNING = select(spellings.c.word).distinct().limit(2000)  # words that one `*` may stand for
_MOST_VARIED = 16  # words of one question that are looked for in other scripts and endings


@dataclass(frozen=True, slots=True)
class Indexed:
    """What of a version of a document is indexed."""

    document: int
    title: str | None
    body: str
    language: str

    def list_words(self) -> list[str]:
        """Each word once."""
        return sorted({*list_words(self.title or ""), *list_words(self.body)})


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: phrases, and for each the words that answer it beside its own."""

    phrases: tuple[Phrase, ...]
    near: tuple[frozenset[str], ...]


def add_words(connection: Connection, version: Indexed) -> None:
    """Index a version of a document."""
    words = version.list_words()
    add_spellings(connection, words, version.language)
    if _has_fts(connection):
        _change_fts(connection, "add", version)
    else:
        line = write_line(version.title or "") + write_line(version.body)
        connection.execute(_POSTGRESQL["add"], {"document": version.document, "line": line, "terms": words})


def take_words(connection: Connection, version: Indexed) -> None:
    """Take a version out again; it must be as it was when it was added. Its spellings stay: others may have them."""
    if _has_fts(connection):
        _change_fts(connection, "take", version)
    else:
        connection.execute(_POSTGRESQL["take"], {"document": version.document})


def _change_fts(connection: Connection, what: str, version: Indexed) -> None:
    words = {"document": version.document, "title": normalise(version.title or ""), "text": normalise(version.body)}
    connection.execute(_SQLITE[what], words)


def forget_words(connection: Connection, version: Indexed) -> None:
    """Take out of `spellings` what no text holds any more, now that this one has been taken out."""
    gone = [word for word in version.list_words() if not _stands(connection, word)]
    for word in gone:
        connection.execute(spellings.delete().where(spellings.c.word == word))


def _stands(connection: Connection, word: str) -> bool:
    if _has_fts(connection):
        return connection.scalar(_SQLITE["any"], {"query": _write_fts((word,))}) is not None
    return connection.scalar(_POSTGRESQL["any"], {"word": word}) is not None


def fill_index(connection: Connection) -> None:
    """Bring an index that was made before there were spellings to what it is now."""
    of: dict[str, set[str]] = defaultdict(set)
    for version in _list_latest(connection):
        words = version.list_words()
        of[get_code(version.language)].update(words)
        if not _has_fts(connection):
            connection.execute(_POSTGRESQL["fill"], {"document": version.document, "terms": words})
    for language, known in of.items():
        add_spellings(connection, known, language)


def index_latest(connection: Connection) -> None:
    """Index all versions that are searched, in a ledger where nothing is indexed yet."""
    for version in _list_latest(connection):
        add_words(connection, version)


def _list_latest(connection: Connection) -> Iterator[Indexed]:
    """The versions that are searched, read one by one (some databases hold only one answer at a time)."""
    columns = (documents.c.row_id, documents.c.title, documents.c.text, documents.c.language)
    for number in connection.scalars(select(documents.c.row_id).where(documents.c.is_latest)).all():
        row = connection.execute(select(*columns).where(documents.c.row_id == number)).one()
        yield Indexed(row.row_id, row.title, row.text, row.language)


def make_question(connection: Connection, words: str) -> Question:
    """What these words ask for, in this ledger."""
    phrases = parse_query(words)
    varied = [phrase.may_vary and number < _MOST_VARIED for number, phrase in enumerate(phrases)]
    near = (find_near(connection, p.words[0]) if vary else frozenset() for p, vary in zip(phrases, varied, strict=True))
    return Question(phrases, tuple(near))


def find_documents_with(connection: Connection, asked: Question) -> Iterator[int]:
    """The rows of the documents that answer: those that hold all words as they were asked for first, best first."""
    if not asked.phrases:
        return
    as_asked = dict.fromkeys(_find(connection, asked.phrases, [()] * len(asked.phrases)))
    yield from as_asked
    if any(asked.near):
        yield from (row for row in _find(connection, asked.phrases, asked.near) if row not in as_asked)


def _find(connection: Connection, phrases: Sequence[Phrase], near: Sequence[Collection[str]]) -> list[int]:
    if _has_fts(connection):
        query = " AND ".join(_write_any_fts(p, others) for p, others in zip(phrases, near, strict=True))
        return list(connection.scalars(_SQLITE["find"], {"query": query}))
    return _find_in_arrays(connection, phrases, near)


def _write_any_fts(phrase: Phrase, near: Iterable[str]) -> str:
    return f"({' OR '.join([_write_fts(phrase.words), *(_write_fts((word,)) for word in sorted(near))])})"


def _write_fts(words: tuple[str, ...]) -> str:
    line = " ".join(words)
    return f'"{line[:-1]}" *' if line.endswith("*") else f'"{line}"'


def _find_in_arrays(connection: Connection, phrases: Sequence[Phrase], near: Sequence[Collection[str]]) -> list[int]:
    """Each word of a phrase by the index; that the words of one follow one another by the line."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    for number, (phrase, others) in enumerate(zip(phrases, near, strict=True)):
        for place, word in enumerate(phrase.words):
            name = f"w{number}_{place}"
            conditions.append(f"terms && :{name}")
            values[name] = _list_either(connection, word, others)
        if len(phrase.words) > 1:
            conditions.append(f"text LIKE :p{number}")
            values[f"p{number}"] = _write_like(phrase.words)
    query = f"SELECT document FROM words WHERE {' AND '.join(conditions)} ORDER BY document"
    return list(connection.scalars(text(query), values))


def _list_either(connection: Connection, word: str, near: Collection[str]) -> list[str]:
    """The words of which one must stand in a text."""
    if not word.endswith("*"):
        return [word, *near]
    first, known = word[:-1], spellings.c.word
    beginning: Any = _BEGINNING.where(known >= first, known < first + "\U0010ffff")
    return list(connection.scalars(beginning))


def _write_like(phrase: tuple[str, ...]) -> str:
    line = " ".join(phrase)
    return f"% {line[:-1]}%" if line.endswith("*") else f"% {line} %"


def _has_fts(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
