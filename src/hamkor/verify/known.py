"""All figures that a figure may be held against, found by what they count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from hamkor.model import Period
from hamkor.verify.figure import Figure, get_sides

RECENT_MONTHS = 24  # how far back another period may lie that a figure could be of
MOST = 24  # other periods that are tried


class Known:
    """Figures of documents and of statistics.

    parts  ids of the figures that a document names as parts of another one of its figures, by the id of that one
    """

    def __init__(self, figures: Iterable[Figure], parts: Mapping[str, Sequence[str]] | None = None) -> None:
        self.figures = list(figures)
        self._by_what: defaultdict[Hashable, list[Figure]] = defaultdict(list)
        self._by_thing: defaultdict[Hashable, list[Figure]] = defaultdict(list)
        self._by_id = {figure.id: figure for figure in self.figures}
        self._parts = parts or {}
        for figure in self.figures:
            self._by_what[figure.what].append(figure)
            self._by_thing[figure.indicator, figure.subject].append(figure)

    def find_alike(self, figure: Figure) -> Iterator[Figure]:
        """All others that count the same, of any time and measure, in the same unit for the same measure."""
        return (f for f in self._by_what[figure.what] if f.id != figure.id)

    def find_same_thing(self, figure: Figure) -> Iterator[Figure]:
        """Levels of the same thing, whosever and of any time."""
        return (f for f in self._by_thing[figure.indicator, figure.subject] if f.is_level and f.id != figure.id)

    def find_mirrors(self, figure: Figure, indicator: str) -> Iterator[Figure]:
        """What the other side's statistics say of the same trade and time; `indicator` is what they call it."""
        what = (indicator, figure.subject, get_sides(indicator, figure.counterpart, figure.ref))
        for other in self._by_what[what]:
            same = (other.period, other.unit) == (figure.period, figure.unit)
            if other.official and same and other.ref == figure.counterpart:
                yield other

    def find_all(self, ids: Iterable[str]) -> list[Figure]:
        """The figures with these ids."""
        return [self._by_id[id_] for id_ in ids]

    def find_parts(self, figure: Figure) -> list[Figure]:
        """The figures that the text names as parts of this one."""
        return self.find_all(self._parts.get(figure.id, ()))

    def find_levels(
        self, indicator: str, subject: str | None, sides: tuple[str | None, str | None], *, of: Figure
    ) -> list[Figure]:
        """Levels of what is named, of any time: of the figure's own document first, then official ones of its side."""
        what = (indicator, subject, get_sides(indicator, *sides))
        levels = (f for f in self._by_what[what] if f.is_level and f.id != of.id)
        found = [f for f in levels if not f.official or f.ref == sides[0]]
        return sorted(found, key=lambda f: _trust(f, of))

    def find_flow(self, figure: Figure, period: Period | None) -> list[Figure]:
        """Levels that count what the figure does, in a time."""
        levels = self.find_levels(figure.indicator, figure.subject, (figure.ref, figure.counterpart), of=figure)
        return [f for f in levels if f.period == period]


def _trust(figure: Figure, of: Figure) -> tuple[int, int]:
    """The figure's own document, then statistics, then other documents; the nearest in the text first."""
    if figure.teller == of.teller:
        return 0, abs(figure.start - of.start)
    return (1, 0) if figure.official else (2, 0)


def find_recent(figures: Iterable[Figure], of: Figure) -> list[Figure]:
    """Those of other periods that end within 24 months before the figure was told, the latest first.

    Those too wide to tell anything are left out.
    """
    told = of.known
    found = [f for f in figures if f.period and f.period != of.period and _is_recent(f.period, told) and _is_narrow(f)]
    return sorted(found, key=lambda f: f.period.last if f.period else date.min, reverse=True)[:MOST]


def _is_recent(period: Period, told: date | None) -> bool:
    if told is None:
        return False
    months = (told.year - period.last.year) * 12 + told.month - period.last.month
    return 0 <= months <= RECENT_MONTHS


def _is_narrow(figure: Figure) -> bool:
    """A claim wider than half its value fits anything."""
    return figure.bounds.width * 2 <= abs(figure.value)


def get_year_before(period: Period) -> Period:
    """The same period of the year before.

    >>> str(get_year_before(Period("2025-01", "2025-09")))
    '2024-01/2024-09'
    """
    return Period(_year_before(period.start), _year_before(period.end))


def _year_before(edge: str) -> str:
    year, mark, rest = edge.partition("-")
    moved = f"{int(year) - 1}{mark}{rest}"
    return moved.replace("-02-29", "-02-28")
