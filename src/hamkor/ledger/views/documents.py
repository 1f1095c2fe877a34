"""Documents: which there are, their texts and bytes, what happened to them, which hold some words."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from sqlalchemy import select

from hamkor.ledger import selects
from hamkor.ledger.compare import compare_readings
from hamkor.ledger.filters import Filter
from hamkor.ledger.hits import make_hit
from hamkor.ledger.index import Question, find_documents_with, make_question
from hamkor.ledger.judge import in_parts
from hamkor.ledger.news import News, find_news
from hamkor.ledger.passage import get_passage
from hamkor.ledger.rows import DocumentRow, HistoryRow, Hit, KeptDocument, Passage, Source, StatementRow, Version
from hamkor.ledger.tables import documents, sources, statements
from hamkor.ledger.views.base import Answers
from hamkor.model import Span

_EVERYTHING = Filter()


class Documents(Answers):
    """What a view answers of documents."""

    def find_documents(
        self, asked: Filter = _EVERYTHING, *, start: int = 0, most: int | None = None
    ) -> Iterator[DocumentRow]:
        """The latest version of each document; with `indicator`, `between` … those that have such a statement.

        start, most  a page of them: as in `find_statements`
        """
        query = selects.select_documents(asked, start=start, most=most, few=self.is_rare(asked))
        return map(selects.read_document_row, self._stream(query))

    def get_document(self, id: str, *, version: int | None = None) -> KeptDocument:
        """The latest version of a document, or the one asked for, with its text."""
        query = selects.select_whole_documents().where(documents.c.document_id == id)
        which = documents.c.is_latest if version is None else documents.c.version == version
        return selects.read_document(self._get(query.where(which), id))

    def get_source(self, document_id: str, *, version: int | None = None) -> Source | None:
        """The bytes of a document as they came; None where they were not given."""
        which = documents.c.is_latest if version is None else documents.c.version == version
        query = select(sources, documents.c.row_id).join_from(documents, sources, isouter=True)
        row = self._get(query.where(documents.c.document_id == document_id, which), document_id)
        if row.content is None:
            return None
        return Source(zlib.decompress(row.content), row.fetched_at, row.address, row.headers)

    def get_passage(self, row: StatementRow) -> Passage:
        """The paragraph, or the row of a table, that a statement stands in."""
        document = self.get_document(row.document.id, version=row.document.version)
        said = row.evidence
        return get_passage(document.text, document.blocks, Span(said.start, said.end))

    def find_texts(self) -> Iterator[tuple[str, str, str]]:
        """The id, the text and the language of each document."""
        columns = (documents.c.document_id, documents.c.text, documents.c.language)
        for row in self._stream(select(*columns).where(documents.c.is_latest).order_by(documents.c.row_id)):
            yield row.document_id, row.text, row.language

    def knows(self, document_id: str, *, digest: str, program: str) -> bool:
        """Whether these bytes under this id have been read by this program, so that reading can be left out."""
        latest = select(documents.c.row_id).where(documents.c.document_id == document_id, documents.c.is_latest)
        same = latest.where(documents.c.digest == digest, documents.c.program == program)
        return next(self._stream(same), None) is not None

    def find_news(self, since: str, *, most: int) -> News:
        """What was read after a moment (ISO 8601, UTC): how many documents, and those of them that came last."""
        with self._told():
            return find_news(self._connection, since, most=most)

    def search(self, words: str, *, start: int = 0, most: int | None = None) -> list[Hit]:
        """The latest versions that hold all these words or "quoted phrases"; a last `*` stands for any ending.

        Words are found in all scripts and with other endings («Toshkent»: «Ташкента»), areas by their names in all
        languages; quoted ones as they are. е and ё, capital and small, and all apostrophes are the same. What holds
        the words as they were asked for comes first, best first (SQLite).

        start, most  a page of them
        """
        last = None if most is None else start + most
        asked, found = self.remember(("search", words), lambda: self._search(words))
        return self.remember(("hits", words, start, most), lambda: self._make_hits(asked, found[start:last]))

    def _search(self, words: str) -> tuple[Question, list[int]]:
        """What is asked for, and the rows of the documents that answer."""
        with self._told():
            asked = make_question(self._connection, words)
            return asked, list(find_documents_with(self._connection, asked))

    def _make_hits(self, asked: Question, rows: Sequence[int]) -> list[Hit]:
        query = selects.select_whole_documents()
        found: dict[int, Hit] = {}
        for part in in_parts(rows):
            for row in self._stream(query.where(documents.c.row_id.in_(part))):
                found[row.of_row_id] = make_hit(selects.read_document(row), asked)
        return [found[row] for row in rows]

    def find_versions(self, document_id: str) -> Iterator[Version]:
        """Each reading that changed something, from the first on: what came, what says something else, what went."""
        every = documents.c.document_id == document_id
        versions = self._stream(selects.select_versions().where(every))
        of_version = {row.of_version: selects.read_document_row(row) for row in versions}
        shown = every & (statements.c.kind != "trace")
        rows = list(self._stream(selects.select_statements().where(shown).order_by(statements.c.row_id)))
        made = [(row, selects.read_statement_row(row, of_version[row.of_version])) for row in rows]
        for line in self._stream(selects.select_history(document_id)):
            if line.reading is None:
                continue
            came = [statement for row, statement in made if row.since_reading == line.reading]
            went = [statement for row, statement in made if row.until_reading == line.reading]
            changes = compare_readings(came, went)
            yield Version(line.what, line.at, line.program, of_version[line.version], *changes)

    def compare_documents(self, document_id: str, earlier_id: str) -> Version:
        """What a document tells beside another, as if it were that one's next version.

        For an edition that was kept under an id of its own. Raises NotFoundError where one of them is not kept.
        """
        document, earlier = self.get_document(document_id), self.get_document(earlier_id)
        rows = (self._list_shown(row.id) for row in (document.row, earlier.row))
        return Version("against", document.row.read_at, document.row.program, document.row, *compare_readings(*rows))

    def _list_shown(self, document_id: str) -> list[StatementRow]:
        """The statements of a document that stand, as they follow one another in it."""
        of_it, stands = documents.c.document_id == document_id, statements.c.until_reading.is_(None)
        query = selects.select_statements().where(of_it, stands, statements.c.kind != "trace")
        rows = self._stream(query.order_by(statements.c.start, statements.c.row_id))
        return [selects.read_statement_row(row, selects.read_document_row(row)) for row in rows]

    def find_history(self, document_id: str | None = None) -> Iterator[HistoryRow]:
        """What happened to a document, or to all, in order."""
        return map(selects.read_history_row, self._stream(selects.select_history(document_id)))
