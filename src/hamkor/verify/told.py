"""What each document tells itself: the figures that one of its own is held against first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from hamkor.verify.figure import Figure, get_sides


class Told:
    """The figures of documents, by who tells them and what they count; official ones are nobody's own."""

    def __init__(self) -> None:
        self._own: defaultdict[Hashable, list[Figure]] = defaultdict(list)
        self._levels: defaultdict[str, list[Figure]] = defaultdict(list)  # that each document tells
        self._first: dict[Hashable, str] = {}  # of each document's tellings of one thing, time and measure the first
        self._retold: set[str] = set()  # ids of figures of which their document tells several such

    def put(self, figure: Figure) -> None:
        """Take in one that its document tells."""
        self._own[figure.teller, figure.what].append(figure)
        if figure.is_level:
            self._levels[figure.teller].append(figure)
        first = self._first.setdefault(_get_telling(figure), figure.id)
        if first != figure.id:
            self._retold.update((first, figure.id))

    def get(self, teller: str, what: Hashable) -> Sequence[Figure]:
        """All that a document tells of a thing, of any time and measure."""
        return self._own.get((teller, what), ())

    def find(self, figure: Figure) -> Iterator[Figure]:
        """What the figure's own document tells besides it of the same, of any time and measure."""
        return (f for f in self.get(figure.teller, figure.what) if f.id != figure.id)

    def is_told_once(self, figure: Figure) -> bool:
        """Whether the figure's own document tells no other of the same, of its time and measure."""
        return figure.id not in self._retold

    def find_partners(self, figure: Figure) -> Iterator[Figure]:
        """Levels of one side's trade with each partner of which the figure tells the whole, in its own document."""
        thing = figure.indicator, figure.subject, figure.ref
        for other in self._levels.get(figure.teller, ()):
            if other.counterpart and (other.indicator, other.subject, other.ref) == thing:
                yield other

    def find_levels(
        self, indicator: str, subject: str | None, sides: tuple[str | None, str | None], *, of: Figure
    ) -> list[Figure]:
        """Levels of what is named that the figure's own document tells, the nearest in the text first."""
        return self._find_levels((indicator, subject, get_sides(indicator, *sides)), of)

    def find_totals(self, share: Figure) -> list[Figure]:
        """Levels of what a share is of that its own document tells, of whatever time, the nearest in the text first."""
        whole = share.part_of
        if whole is None:
            return []
        indicator = whole.indicator or share.indicator
        return self.find_levels(indicator, None, (whole.ref_area, whole.counterpart_area), of=share)

    def find_flow(self, figure: Figure) -> list[Figure]:
        """Levels that count what the figure does, as `find_levels` gives them."""
        return self._find_levels(figure.what, figure)

    def _find_levels(self, what: Hashable, of: Figure) -> list[Figure]:
        return sort_by_distance([f for f in self.get(of.teller, what) if f.id != of.id and f.is_level], of)


def _get_telling(figure: Figure) -> Hashable:
    return figure.teller, figure.what, figure.measure, figure.unit, figure.period


def sort_by_distance(own: list[Figure], of: Figure) -> list[Figure]:
    """Figures of one document, the nearest in the text first."""
    return sorted(own, key=lambda f: abs(f.start - of.start)) if len(own) > 1 else own
