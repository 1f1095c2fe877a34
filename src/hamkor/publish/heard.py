"""On which days documents told of a sector between nations: whether anything was read since a term."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date
from functools import lru_cache
from itertools import combinations

from hamkor.ledger import View

_NATION = re.compile(r"([A-Z]{2})(?:-[A-Z0-9]{1,3})?")
_DAY = len("2026-01-31")
_Key = tuple[str, str]  # nations, sector


class Read:
    """The days of the documents on each sides and sector, in order."""

    def __init__(self, view: View) -> None:
        told: defaultdict[_Key, set[str]] = defaultdict(set)
        for sector, parties, documents in view.find_promised():
            for key in _list_keys(parties, sector):
                told[key] |= documents
        self._days = {key: sorted(_read_day(document[:_DAY]) for document in found) for key, found in told.items()}

    def find_days(self, parties: tuple[str, ...], sector: str, as_of: date) -> list[date]:
        """The days, until one, of the documents that tell of this sector and of two of the nations, or of the one."""
        told = (self._days.get(key, []) for key in _list_keys(parties, sector))
        return max((days[: bisect_right(days, as_of)] for days in told), key=len, default=[])

    def count_days(self, parties: tuple[str, ...], sector: str, *, since: date, as_of: date) -> int:
        """How many of these documents there are after one day, until another."""
        days = self.find_days(parties, sector, as_of)
        return len(days) - bisect_right(days, since)


def load_read(view: View) -> Read:
    """What was read by now; found once for as long as the ledger holds the same."""
    return view.remember("read", lambda: Read(view))


_read_day = lru_cache(maxsize=8192)(date.fromisoformat)


@lru_cache(maxsize=4096)
def _list_keys(parties: tuple[str, ...], sector: str) -> tuple[_Key, ...]:
    nations = sorted({met[1] for party in parties if (met := _NATION.fullmatch(party))})
    pairs = ["".join(pair) for pair in combinations(nations, 2)]
    return tuple((key, sector) for key in pairs or nations)
