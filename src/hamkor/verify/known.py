"""All figures that a figure may be held against, found by what they count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from hamkor.verify.figure import Figure, get_sides
from hamkor.verify.shelf import MOST_ANY, MOST_TOLD, Cabinet, Row, Shelf, Times
from hamkor.verify.told import Told, sort_by_distance
from hamkor.verify.within import holds

MET = "participants"  # the indicator of who took part, whose sides each teller names otherwise


# What is told of one time or area, how many of it are looked at, and whether it holds a figure's or lies within it.
Around = tuple[Shelf | Row, int, bool]


class Known:
    """Figures of documents and of statistics. Of what many tell, each is held against those told nearest to it.

    Whoever wants one time only says so (`times`): the rest is not looked at.

    own    what each document tells itself
    parts  ids of the figures that a document names as parts of another one of its figures, by the id of that one
    taken  ids of the figures of statistics that were taken from a document, by its id: they are never held against it
    copies  what a document has in common with its copies, by its id: none of them confirms another
    grouped  ids of figures of trade with a group of countries, which no code names
    """

    def __init__(
        self,
        figures: Iterable[Figure],
        parts: Mapping[str, Sequence[str]] | None = None,
        taken: Mapping[str, frozenset[str]] | None = None,
        copies: Mapping[str, str] | None = None,
        *,
        grouped: frozenset[str] = frozenset(),
    ) -> None:
        self._by_what: defaultdict[Hashable, Cabinet] = defaultdict(Cabinet)
        self._by_thing: defaultdict[Hashable, dict[Hashable, Figure]] = defaultdict(dict)  # one of what counts the same
        self._around: dict[Hashable, list[tuple[Hashable, bool]]] = {}
        self._told_around: dict[Hashable, list[tuple[Hashable, Shelf, bool]]] = {}
        self.own = Told()
        self._by_id: dict[str, Figure] = {}
        self.parts: Mapping[str, Sequence[str]] = parts or {}
        self._taken = taken or {}
        self._copies = copies or {}
        self.grouped = grouped
        for figure in figures:
            self._add(figure)

    def _add(self, figure: Figure) -> None:
        self._by_id[figure.id] = figure
        what = figure.what
        if what not in self._by_what:
            self._by_thing[_get_thing(figure)][what] = figure
        self._by_what[what].put(figure)
        if figure.indicator == MET:
            self._by_what[MET].put(figure)
        if not figure.official:
            self.own.put(figure)

    @property
    def figures(self) -> Iterable[Figure]:
        """All of them."""
        return self._by_id.values()

    def find_alike(self, figure: Figure, *, times: Times | None = None) -> Sequence[Figure]:
        """All others that count the same, of any measure, in the same unit for the same measure."""
        return self._find(figure.what, figure, times)

    def may_differ(self, figure: Figure) -> bool:
        """Whether anything that is told of the same, at the same time, may have nothing in common with the figure."""
        cabinet = self._by_what.get(figure.what)
        shelf = cabinet.get_shelf(figure.period) if cabinet else None
        return shelf is not None and shelf.find_row(figure.known, MOST_TOLD).may_differ(figure)

    def is_one_teller(self, figure: Figure, other: Figure) -> bool:
        """Whether both are told by one document, or by copies of one."""
        if figure.teller == other.teller:
            return True
        copies = self._copies.get(figure.teller)
        return copies is not None and copies == self._copies.get(other.teller)

    def find_met(self, figure: Figure) -> Iterator[Figure]:
        """Participants told of by others whose documents share a figure with its own, of whichever side."""
        for other in self._find(MET, figure, None):
            if self._news[other.teller] & self._news[figure.teller]:
                yield other

    @cached_property
    def _news(self) -> Mapping[str, set[Hashable]]:
        """What each document tells of which times, but who took part."""
        news: defaultdict[str, set[Hashable]] = defaultdict(set)
        for figure in self.figures:
            if figure.period and figure.indicator != MET:
                news[figure.teller].add((figure.what, figure.period))
        return news

    def find_official(self, figure: Figure, *, times: Times | None = None) -> Iterator[Figure]:
        """What is official of what the figure counts, without what was taken from its own document."""
        return self._find_official(figure.what, figure, times)

    def find_releases(
        self, indicator: str, subject: str | None, sides: tuple[str | None, str | None], *, of: Figure
    ) -> Iterator[Figure]:
        """The official levels of what is named, as told by its first side, of all times."""
        what = (indicator, subject, get_sides(indicator, *sides))
        return (f for f in self._find_official(what, of, None) if f.is_level and f.ref == sides[0])

    def _find_official(self, what: Hashable, of: Figure, times: Times | None) -> Iterator[Figure]:
        cabinet = self._by_what.get(what)
        if cabinet is None or not cabinet.has_official:
            return iter(())
        taken = self._taken.get(of.teller, ())
        return (f for f in cabinet.find_official(times) if f.id != of.id and f.id not in taken)

    def find_own_nested(self, figure: Figure) -> Iterator[tuple[Figure, bool]]:
        """What the figure's own document tells of the same in times that hold its own (True), or lie within it."""
        cabinet = self._by_what.get(figure.what)
        if figure.period is None or cabinet is None:
            return
        nested = cabinet.find_nested(figure.period)
        for other in self.own.get(figure.teller, figure.what):
            if other.period in nested and other.id != figure.id:
                yield other, nested[other.period][1]

    def find_nested(self, figure: Figure) -> Iterator[Around]:
        """What is told of the same in times that hold the figure's, and in times that lie within it."""
        cabinet = self._by_what.get(figure.what)
        if figure.period is None or cabinet is None:
            return
        for shelf, outer in cabinet.find_nested(figure.period).values():
            yield shelf, MOST_ANY, outer

    def find_around(self, figure: Figure) -> Iterator[Around]:
        """What is told of the same thing and time of areas that hold the figure's, and that lie within it.

        What its own document tells stands before what others do.
        """
        for what, shelf, outer in self._find_shelves_around(figure):
            if figure.teller in shelf.tellers:
                own = self.own.get(figure.teller, what)
                yield Row([f for f in own if f.period == figure.period]), MOST_TOLD, outer
            yield shelf, MOST_TOLD, outer

    def _find_shelves_around(self, figure: Figure) -> list[tuple[Hashable, Shelf, bool]]:
        key = figure.what, figure.period
        found = self._told_around.get(key)
        if found is None:
            around = ((w, self._by_what[w].get_shelf(figure.period), outer) for w, outer in self._list_around(figure))
            found = self._told_around[key] = [(what, shelf, outer) for what, shelf, outer in around if shelf]
        return found

    def find_own_around(self, figure: Figure) -> Iterator[tuple[Figure, bool]]:
        """As `find_around`, of what the figure's own document tells."""
        for what, outer in self._list_around(figure):
            told = self.own.get(figure.teller, what)
            yield from ((f, outer) for f in told if f.is_level and f.id != figure.id)

    def _list_around(self, figure: Figure) -> list[tuple[Hashable, bool]]:
        found = self._around.get(figure.what)
        if found is None:
            alike = self._by_thing.get(_get_thing(figure), {}).items()
            around = ((what, one, holds(one, figure)) for what, one in alike)
            found = [(what, outer) for what, one, outer in around if outer or holds(figure, one)]
            self._around[figure.what] = found
        return found

    def find_mirrors(self, figure: Figure, indicator: str) -> Iterator[Figure]:
        """What the other side says of the same trade and time, statistics and others; `indicator`: what it calls it.

        The figure's own document is no other.
        """
        what = (indicator, figure.subject, get_sides(indicator, figure.counterpart, figure.ref))
        for other in self._find(what, figure, (figure.period,)):
            if other.unit == figure.unit and other.ref == figure.counterpart and not self.is_one_teller(figure, other):
                yield other

    def find_all(self, ids: Iterable[str]) -> list[Figure]:
        """The figures with these ids."""
        return [self._by_id[id_] for id_ in ids]

    def find_parts(self, figure: Figure) -> list[Figure]:
        """The figures that the text names as parts of this one."""
        return self.find_all(self.parts.get(figure.id, ()))

    def find_levels(
        self,
        indicator: str,
        subject: str | None,
        sides: tuple[str | None, str | None],
        *,
        of: Figure,
        times: Times | None = None,
    ) -> list[Figure]:
        """Levels of what is named: of the figure's own document first, then official ones of its side."""
        what = (indicator, subject, get_sides(indicator, *sides))
        return self._find_levels(what, of, ref=sides[0], times=times)

    def find_totals(self, share: Figure, *, times: Times | None = None) -> list[Figure]:
        """Levels of what a share is of; of each time those only of others that are told nearest to it."""
        whole = share.part_of
        if whole is None:
            return []
        indicator = whole.indicator or share.indicator
        what = (indicator, None, get_sides(indicator, whole.ref_area, whole.counterpart_area))
        return self._find_levels(what, share, ref=whole.ref_area, times=times, most=MOST_ANY)

    def _find_levels(
        self, what: Hashable, of: Figure, *, ref: str | None, times: Times | None, most: int = MOST_TOLD
    ) -> list[Figure]:
        levels = [f for f in self._find(what, of, times, most) if f.is_level and (not f.official or f.ref == ref)]
        own = [f for f in levels if f.teller == of.teller]
        if len(own) < len(levels):
            official = [f for f in levels if f.official]
            others = [f for f in levels if not f.official and f.teller != of.teller]
            return [*sort_by_distance(own, of), *official, *others]
        return sort_by_distance(own, of)

    def find_flow(self, figure: Figure, *, times: Times | None = None) -> list[Figure]:
        """Levels that count what the figure does, as `find_levels` gives them."""
        return self._find_levels(figure.what, figure, ref=figure.ref, times=times)

    def _find(self, what: Hashable, of: Figure, times: Times | None, most: int = MOST_TOLD) -> Sequence[Figure]:
        """What the figure's own document tells first, then what others do, of each time at most so many."""
        cabinet = self._by_what.get(what)
        found = cabinet.find(of, times, most) if cabinet else ()
        if not found:
            return found
        told = self.own.get(of.teller, what)
        left = self._leave_out(found, of, told=told)
        return [*(f for f in told if f.id != of.id and (times is None or f.period in times)), *left] if told else left

    def find_others(self, row: Row, figure: Figure) -> Iterator[Figure]:
        """What stands in a row but the figure itself and what was taken from its document."""
        taken = self._taken.get(figure.teller, ())
        return (f for f in row.figures if f.id != figure.id and f.id not in taken)

    def _leave_out(self, found: Sequence[Figure], of: Figure, *, told: Sequence[Figure]) -> Sequence[Figure]:
        """What others than the figure's own document told, which tells `told`, and what was not taken from it."""
        teller = of.teller
        taken = self._taken.get(teller, ())
        if told:
            found = [f for f in found if f.teller != teller or f.official]
        if taken or of.official:
            left_out = {of.id, *taken}
            return [f for f in found if f.id not in left_out]
        return found


def _get_thing(figure: Figure) -> Hashable:
    """What a country and its regions have in common."""
    countries = frozenset(side and side.partition("-")[0] for side in (figure.ref, figure.counterpart))
    return figure.indicator, figure.subject, countries
