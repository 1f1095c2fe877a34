"""Verdicts on figures: those that were kept and still count, and new ones to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from hamkor.ledger.filters import Filter
from hamkor.ledger.kept import Found, Kept, Seen, find_kept, is_known_amiss, keep, may_be_amiss, select_unjudged
from hamkor.ledger.selects import select_documents
from hamkor.ledger.tables import documents
from hamkor.ledger.views.base import Answers

_KEPT_AT_ONCE = 50  # documents


class Verdicts(Answers):
    """What a view answers of verdicts."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._seen: Seen | None = None
        self._found: list[Found] = []  # to be kept

    def find_kept(self, documents: Sequence[str], *, copies: str, whole: bool = True) -> list[Kept]:
        """The verdicts on the figures of these documents, of those where they were kept and still count.

        copies  the kind of thing that copies of one document are
        whole   all verdicts; else only the gravest on each figure
        """
        with self._told():
            self._seen = self._seen or Seen(self._connection, copies, self.remember("topics", dict))
            return list(find_kept(self._connection, documents, self._seen, whole=whole))

    def find_amiss(
        self, asked: Filter, verdict: str, *, known: bool = False, start: int = 0, most: int | None = None
    ) -> list[str]:
        """The ids of documents that may have a figure of a verdict, or of a graver one: as last found, or not judged.

        known        only those that were judged; whether that still counts, `find_kept` tells
        start, most  a page of them, as in `find_documents`
        """
        also = is_known_amiss(verdict) if known else may_be_amiss(verdict)
        query = select_documents(asked, start=start, most=most, also=also, few=self.is_rare(asked))
        return [row.of_document_id for row in self._stream(query)]

    def find_unjudged(self, *, before: int, most: int) -> list[tuple[int, str]]:
        """Row and id of documents of which no verdicts are kept, those first that were added last, before one row."""
        return [(row.row_id, row.document_id) for row in self._stream(select_unjudged(before, most))]

    def keep(self, document_id: str, topics: Iterable[str], gravest: Mapping[str, str], told: object) -> None:
        """Keep verdicts that were found in this view, after `find_kept`, for whoever asks next.

        topics  of all figures that those of the document may be held against (`get_topic`)
        gravest the gravest verdict by figure; told: all, JSON
        """
        assert self._seen is not None
        latest = select(documents.c.row_id).where(documents.c.document_id == document_id, documents.c.is_latest)
        row, listed = self._get(latest, document_id).row_id, tuple(sorted(set(topics)))
        self._found.append(Found(row, listed, self._seen.write(row, listed), gravest, told))
        if len(self._found) >= _KEPT_AT_ONCE:
            self._keep_found()

    def _keep_found(self) -> None:
        if self._found:
            keep(self._connection.engine, self._found)
        self._found.clear()

    def close(self) -> None:
        """Keep what was found, and end."""
        self._keep_found()
        super().close()
