"""Figures for checks: printed and official ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hamkor.ledger.figures import (
    find_figure_rows,
    find_figures,
    find_official,
    find_statistics_of,
    read_figure_row,
    select_all_figures,
)
from hamkor.ledger.rows import FigureRow
from hamkor.ledger.statistics import ReleaseRow, SeriesRow, find_releases, find_series, find_statistics
from hamkor.ledger.tables import documents
from hamkor.ledger.views.base import Answers
from hamkor.model import Statistic


class Figures(Answers):
    """What a view answers of figures."""

    def find_all_figures(self) -> Iterator[FigureRow]:
        """Every figure, document by document, in the order of the text."""
        return map(read_figure_row, self._stream(select_all_figures()))

    def find_figure_rows(self, ids: Iterable[str]) -> list[FigureRow]:
        """The figures with these ids that stand."""
        with self._told():
            return list(find_figure_rows(self._connection, ids))

    def find_figures_of(self, document: str) -> list[FigureRow]:
        """The figures of a document, in the order of the text."""
        query = select_all_figures().where(documents.c.document_id == document)
        return [read_figure_row(row) for row in self._stream(query)]

    def find_figures(self, counted: Iterable[str], *, most: int) -> list[FigureRow]:
        """Figures that count these things at these times (`write_counted`); of each so many, those kept last."""
        with self._told():
            return list(find_figures(self._connection, counted, most))

    def find_official(self, indicators: frozenset[str], areas: frozenset[str]) -> list[tuple[str, Statistic]]:
        """Official figures of these indicators between these areas with their ids, of each the latest release first."""
        with self._told():
            return list(find_official(self._connection, indicators, areas))

    def find_statistics_of(self, ids: Iterable[str]) -> list[tuple[str, Statistic]]:
        """The official figures with these ids."""
        with self._told():
            return list(find_statistics_of(self._connection, ids))

    def find_statistics(self) -> list[tuple[str, Statistic]]:
        """All official figures with their ids, by series and time, the latest release of each first."""
        with self._told():
            return find_statistics(self._connection)

    def find_series(self) -> list[SeriesRow]:
        """The official series: what is counted by whom, over which times."""
        with self._told():
            return find_series(self._connection)

    def find_releases(self) -> list[ReleaseRow]:
        """Every release of every official figure, by series and time, the latest first."""
        with self._told():
            return list(find_releases(self._connection))
