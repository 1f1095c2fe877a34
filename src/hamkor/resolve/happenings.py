"""What counts of one telling of an event, the same in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from hamkor.model import Event
from hamkor.resolve.promise_words import read_said
from hamkor.resolve.said import Said
from hamkor.resolve.telling import Telling
from hamkor.resolve.texts import find_sentence

# One may be told as the other, and what is spoken of there is not what happened.
TALKS = frozenset({"meeting", "visit", "forum"})
_AREA = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
_WEEK, _MONTH = 7, 31  # days before publication within which news without a day happened; after it, in which it will


@dataclass(frozen=True, slots=True)
class Happening:
    """A telling of an event.

    first, last   the days between which it lies, as numbers in the calendar; None where nothing tells
    dated         whether the text tells them, rather than the day of publication
    day           of publication
    people        names of those who took part; bodies: of organisations; areas: codes of the sides
    place         ISO 3166 code, and towns named in its sentence
    ways, things, papers  what its own words tell, else its sentence, else what stands before (`promise_words`)
    topics, fields, names, ends, counted  what its own words tell, else its sentence
    around        what its sentence, its paragraph and the title tell beside
    """

    type: str
    status: str
    first: int | None
    last: int | None
    dated: bool
    day: int | None
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    areas: tuple[str, ...]
    place: str
    towns: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether the text tells the very day."""
        return self.dated and self.first == self.last

    @property
    def nations(self) -> frozenset[str]:
        """The countries of its sides and its place."""
        return frozenset(code[:2] for code in (*self.areas, self.place) if code)


def take_happening(told: Telling) -> Happening | None:
    """What counts of a telling; None of one that is no event."""
    event = told.statement
    if not isinstance(event, Event):
        return None
    exact, sentence, before, around = _read_words(told, event.evidence.exact)
    first, last, dated = _find_days(event, told.published)
    people = [p for p in event.participants if p.position]
    others = [p for p in event.participants if not p.position]
    lenders = (exact,) if event.type in TALKS else (exact, sentence, before)
    own = next((said for said in lenders if said.things or said.papers or said.ways), exact)
    return Happening(
        type=event.type,
        status="planned" if event.status == "proposed" else event.status,
        first=first,
        last=last,
        dated=dated,
        day=told.published.toordinal() if told.published else None,
        people=_sort({p.name for p in people}),
        bodies=_sort({p.name for p in others if not _AREA.fullmatch(p.name)}),
        areas=_sort({p.name for p in others if _AREA.fullmatch(p.name)} | {p.area for p in people if p.area}),
        place=event.place_code or "",
        towns=_sort(exact.towns or sentence.towns),
        ways=_sort(own.ways if own is before or own.ways <= sentence.ways else sentence.ways),
        things=_sort(own.things),
        papers=_sort(own.papers),
        topics=_sort(exact.topics or sentence.topics),
        names=_sort(exact.names or sentence.names),
        ends=_sort(exact.ends if len(exact.ends) > 1 else sentence.ends if len(sentence.ends) > 1 else set()),
        counted=_sort(exact.counted),
        around=_sort(around),
        fields=_sort(exact.fields or sentence.fields),
    )


def _read_words(told: Telling, exact: str) -> tuple[Said, Said, Said, set[str]]:
    """What its own words say, its sentence, the paragraph before that, or else the title; and all that stands by."""

    def read(text: str) -> Said:
        return read_said(text, told.language)

    sentence = find_sentence(told.words, exact)
    before = told.words[: max(0, told.words.find(sentence))].strip()
    own, whole, title = read(exact), read(told.words), read(told.title or "")
    by = {one for said in (whole, title) for one in said.ways | said.things | said.topics | said.names}
    return own, read(sentence), read(before) if before else title, by


def _find_days(event: Event, published: date | None) -> tuple[int | None, int | None, bool]:
    """The days that the text tells; else those in which news of that day happened, or will."""
    if event.date:
        return event.date.first.toordinal(), event.date.last.toordinal(), True
    if published is None:
        return None, None, False
    day = published.toordinal()
    return (day - _WEEK, day, False) if event.status == "held" else (day + 1, day + _MONTH, False)


def _sort(found: set[str]) -> tuple[str, ...]:
    return tuple(sorted(found))
