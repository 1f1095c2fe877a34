"""How areas and times stand in what is told: as codes on a terminal, in words on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from hamkor.model import Period
from hamkor.publish.amounts import write_period
from hamkor.publish.places import tell_area
from hamkor.publish.times import tell_day, tell_time

_DASH = " – "


@dataclass(frozen=True, slots=True)
class Manner:
    """What is written for an area, for a day (ISO 8601; of a time its day), for a period (empty for none), and for
    the document or the source that tells a figure."""

    area: Callable[[str | None], str]
    day: Callable[[str | date | None], str]
    period: Callable[[Period | None], str]
    teller: Callable[[str], str] = str

    def areas(self, *codes: str | None) -> str:
        """Those that there are, joined by dashes; parties that are no areas as they are called."""
        return _DASH.join(map(self.area, filter(None, codes)))

    def days(self, days: Iterable[date | None]) -> str:
        """The first and the last day; one where they are the same."""
        return _DASH.join(self.day(day) for day in dict.fromkeys(days) if day)


CODES = Manner(lambda code: code or "", lambda day: str(day or "")[:10], write_period)
WORDS = Manner(tell_area, tell_day, tell_time)
