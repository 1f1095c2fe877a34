"""Which rows of statistics were taken from a document: what it said itself does not confirm it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from hamkor.model import Period, Statistic
from hamkor.text.fold import fold
from hamkor.verify.figure import REPORTED, Figure, get_sides

_ADDRESS = re.compile(r"^https?://(?:www\.|m\.)?|(?<=/)amp/|/(?:amp/?)?(?=$)")
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    source: str
    address: str
    period: Period


class Origins:
    """The rows of statistics, found by where they were taken from."""

    def __init__(self, statistics: Iterable[tuple[str, Statistic]]) -> None:
        self._by_address: defaultdict[str, list[str]] = defaultdict(list)
        self._told: defaultdict[Hashable, list[_Row]] = defaultdict(list)
        for id_, statistic in statistics:
            self._add(id_, statistic)

    def _add(self, id_: str, statistic: Statistic) -> None:
        address = simplify_address(statistic.url or "")
        if address:
            self._by_address[address].append(id_)
        if statistic.obs_status == REPORTED:
            s = statistic
            words = s.indicator, get_sides(s.indicator, s.ref_area, s.counterpart_area), s.measure, s.unit_measure
            row = _Row(id_, fold(s.source), address, s.time_period)
            self._told[(*words, s.obs_value)].append(row)

    def find_taken(self, address: str | None, tellers: Iterable[str], figures: Iterable[Figure]) -> frozenset[str]:
        """Ids of the rows that were taken from a document.

        address  of the document; rows of that address are its own
        tellers  its publisher and whom it credits: a row that one of them is said to have told, and that says what a
                 figure of the document says, is its own, and so is all else from that row's address
        figures  of the document
        """
        names = [name for teller in tellers if (name := " ".join(_LETTERS.findall(fold(teller))))]
        taken = set(self._by_address.get(simplify_address(address or ""), ()))
        for row in (row for figure in figures for row in self._find_told(figure)):
            if any(_is_named(name, row.source) for name in names):
                taken |= {row.id, *self._by_address.get(row.address, ())}
        return frozenset(taken)

    def _find_told(self, figure: Figure) -> Iterable[_Row]:
        """The rows that say what a figure says; of its time, where it tells one."""
        sides = get_sides(figure.indicator, figure.ref, figure.counterpart)
        words = (figure.indicator, sides, figure.measure, figure.unit, figure.value)
        return (row for row in self._told.get(words, ()) if figure.period in (None, row.period))


def _is_named(name: str, source: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", source) is not None


def simplify_address(address: str) -> str:
    """An address without what does not tell pages apart: `https://www.`, the last slash, the mark of its light form.

    >>> simplify_address("https://www.example.org/amp/news/1/"), simplify_address("http://example.org/news/1/amp")
    ('example.org/news/1', 'example.org/news/1')
    """
    return _ADDRESS.sub("", address.partition("#")[0].strip())
