"""From a document to its statements, on one screen."""

from __future__ import annotations

from dataclasses import dataclass

from hamkor.extract.flow import extract
from hamkor.extract.joining import join_statements
from hamkor.extract.own_script import write_source
from hamkor.model import Document, PreparedText, Statements
from hamkor.prepare import join_passages, prepare_passages


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with all that was read in it."""

    prepared: PreparedText
    statements: Statements


def read_document(document: Document) -> ReadDocument:
    """Prepare one document and take its statements. Keeps nothing; the same document always gives the same.

    >>> from hamkor.model import Document
    >>> read = read_document(Document(id="example", text="Экспорт вырос на 20 %.", digest="0"))
    >>> read.prepared.language
    'ru'
    """
    passages = prepare_passages(document)
    statements = join_statements(document, [extract(passage) for passage in passages])
    return ReadDocument(join_passages(document, [write_source(passage) for passage in passages]), statements)
