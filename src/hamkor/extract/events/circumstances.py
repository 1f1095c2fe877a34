"""When and where an event was, and whether it was held, is planned or proposed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hamkor.extract.areas import find_areas
from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.words import EventWords, get_event_words
from hamkor.extract.reading import Reading
from hamkor.extract.sides import get_country
from hamkor.grammar import Part
from hamkor.model import Period, Span
from hamkor.text.fold import fold

_FORMS = frozenset({"day", "span", "point", "deadline"})
_BEGINNINGS = frozenset({"opening"})  # «с 23 марта» dates what begins, nothing else
_ABROAD = frozenset({"ambassador", "consul"})  # act away from home, so that no dateline places them


@dataclass(frozen=True, slots=True)
class Place:
    """A place, nominative, with its code."""

    name: str
    code: str | None


@dataclass(slots=True)
class Circumstances:
    """Tells time, place and status of mentions in order; what was told last is remembered for «in the same year»."""

    reading: Reading
    words: EventWords
    last_date: Period | None = None
    last_place: Place | None = None

    @classmethod
    def of(cls, reading: Reading) -> Circumstances:
        return cls(reading, get_event_words(reading.language))

    def find_date(self, mention: Mention) -> Period | None:
        """The time told beside the mention, else that of the event before where the words say it is the same."""
        told = [p for p in self._periods(mention) if self._may_date(p, mention)]
        if told:
            nearest = min(told, key=lambda p: (not mention.span.covers(p.span), _distance(p.span, mention.words)))
            period: Period = nearest.value.period
            if nearest.value.form == "since":
                period = Period(period.start)
            self.last_date = period
            return period
        folded = self._folded(mention)
        if self.last_date and self.words.same_year.search(folded):
            return Period(self.last_date.start[:4])
        return self.last_date if self.words.same_time.search(folded) else None

    def _periods(self, mention: Mention) -> tuple[Part, ...]:
        parts = self.reading.sentences[mention.number].of("period")
        return tuple(p for p in parts if mention.clause.covers(p.span) and p.value.period is not None)

    def _may_date(self, part: Part, mention: Mention) -> bool:
        form = part.value.form
        if form not in _FORMS and not (form == "since" and mention.type in _BEGINNINGS):
            return False
        return not self.words.figure_times.match(self.reading.folded, part.span.start)

    def _folded(self, mention: Mention) -> str:
        return self.reading.folded[mention.clause.start : mention.clause.end]

    def find_place(self, mention: Mention) -> Place | None:
        """The place told beside the mention, nearest first; «here» is the dateline's, «there» that told last."""
        sentence = self.reading.sentences[mention.number]
        areas = [p for p in sentence.of("area") if mention.clause.covers(p.span) and self._is_place(p)]
        if areas:
            nearest = min(areas, key=lambda p: (not mention.span.covers(p.span), _distance(p.span, mention.words)))
            self.last_place = Place(nearest.value.name, nearest.value.codes[0])
            return self.last_place
        folded = self._folded(mention)
        if self.words.here.search(folded):
            return self.get_dateline()
        return self.last_place if self.words.there.search(folded) else None

    def _is_place(self, part: Part) -> bool:
        before = self.reading.folded[max(0, part.span.start - 20) : part.span.start]
        return len(part.value.codes) == 1 and bool(self.words.place_words.search(before))

    def get_dateline(self) -> Place | None:
        """The dateline's place with its code, where the gazetteer knows it."""
        name = self.reading.prepared.dateline.place
        if not name:
            return None
        found = find_areas(self.reading.language, name, fold(name), Span(0, len(name)))
        return Place(name, found[0].value.codes[0]) if found and found[0].value.codes else None

    def find_host_place(self, people: Iterable[tuple[str | None, str | None]]) -> Place | None:
        """The dateline's place, where someone who took part acts there: `people` are (position, area) of each."""
        place = self.get_dateline()
        if place is None or place.code is None:
            return None
        hosts = {area for position, area in people if area and position not in _ABROAD}
        return place if hosts & {place.code, get_country(place.code)} else None

    def get_status(self, mention: Mention, when: Period | None) -> str:
        """held | planned | proposed, by the rule, the date, then the words of the clause."""
        if mention.status:
            return mention.status
        folded = self._folded(mention)
        published = self.reading.published
        before = folded[: mention.words.end - mention.clause.start]
        if self.words.proposed.search(before):
            return "proposed" if when is None or not _is_past(when, published) else "held"
        if when is not None and published is not None:
            if when.first > published:
                return "planned"
            if _is_past(when, published) and not self.words.planned.search(folded):
                return "held"
        near = self._near(mention)
        return "planned" if self.words.planned.search(near) and not self.words.held.search(near) else "held"

    def _near(self, mention: Mention) -> str:
        """The words of the mention, with those right before and after it within its clause."""
        start = max(mention.clause.start, mention.span.start - 40)
        return self.reading.folded[start : min(mention.clause.end, mention.span.end + 40)]


def _is_past(when: Period, published: date | None) -> bool:
    return published is not None and when.last < published


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
