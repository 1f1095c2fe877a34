"""How much there is, and whether it is the same as before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, select

from hamkor.ledger.columns import SHOWN
from hamkor.ledger.counts import count_areas, count_things
from hamkor.ledger.filters import Filter
from hamkor.ledger.rows import PublisherRow
from hamkor.ledger.selects import select_publishers
from hamkor.ledger.tables import documents, history, statements
from hamkor.ledger.views.base import Answers

_EVERYTHING = Filter()


class Counts(Answers):
    """What a view counts."""

    def count(self) -> dict[str, int]:
        """How many documents there are, and how many statements of each kind stand."""
        return dict(self.remember("kinds", self._count))

    def _count(self) -> dict[str, int]:
        standing = select(statements.c.kind, func.count().label("number")).where(statements.c.until_reading.is_(None))
        counted = {row.kind: row.number for row in self._stream(standing.group_by(statements.c.kind))}
        of_documents = select(func.count().label("number")).select_from(documents).where(documents.c.is_latest)
        return {"document": next(self._stream(of_documents)).number} | {kind: counted.get(kind, 0) for kind in SHOWN}

    def count_publishers(self, asked: Filter = _EVERYTHING) -> list[PublisherRow]:
        """Who published the latest versions of the documents asked for, those of most documents first."""
        rows = select_publishers(asked, few=self.is_rare(asked))

        def find() -> list[PublisherRow]:
            return [PublisherRow(row.publisher, row.documents, row.first, row.last) for row in self._stream(rows)]

        return list(self.remember(("publishers", asked), find))

    def count_areas(self, *, with_area: str | None = None) -> dict[str, int]:
        """How many standing statements are about each area; with `with_area` between it and each other."""
        query = count_areas(with_area)

        def find() -> dict[str, int]:
            return {row.area: row.number for row in self._stream(query)}

        return dict(self.remember(("areas", with_area), find))

    def count_things(
        self,
        kind: str,
        codes: Sequence[str],
        *,
        with_area: str,
        stages: Collection[str] = (),
        never: Collection[str] = (),
    ) -> dict[str, int]:
        """How many things that statements of a kind tell are between an area and each of these.

        stages  only those of which a statement tells one of these stages, or one of these status of an event
        never   only those of which no statement does
        """
        query = count_things(kind, codes, with_area, stages=stages, never=never)

        def find() -> dict[str, int]:
            return {row.area: row.number for row in self._stream(query)}

        key = ("things", kind, tuple(codes), with_area, tuple(stages), tuple(never))
        return dict(self.remember_things(key, find))

    def get_last_change(self) -> str | None:
        """When something was last read, removed or said of a statement, ISO 8601; None for an empty ledger."""
        found: str | None = next(self._stream(select(func.max(history.c.at).label("at")))).at
        return found
