"""Joins mentions of one event in a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.places import Place
from hamkor.model import Participant, Period

_WORD = re.compile(r"\w+")
_STEM = 5
_ALIKE = 0.7  # share of the shorter one's words that two tellings of one thing have in common
_NEWS_DAYS = 7  # a report comes at most a week after what it tells
_DURING = frozenset({"meeting", "other", "signing"})  # what a visit is made of
_BESIDE = _DURING | {"visit", "forum"}  # what may have been where the event before was
_NEAR = 2  # sentences between two events of one day
_TALKS = frozenset({"meeting", "call", "visit", "forum"})  # where these are told, words that imply a meeting mean them


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with what was found about it; `people` are the names of those who are people."""

    mention: Mention
    folded: str
    date: Period | None
    place: Place | None
    status: str
    participants: tuple[Participant, ...]
    people: frozenset[str]


def merge_tellings(tellings: list[Told]) -> list[Told]:
    """One telling an event, in order of the text."""
    kept: list[Told] = []
    for told in sorted(tellings, key=lambda t: (t.mention.weak, t.mention.bare)):
        _settle(kept, told)
    return sorted(kept, key=lambda t: (t.mention.number, t.mention.span))


def _settle(kept: list[Told], told: Told) -> None:
    """Join a telling to the event it tells again, or keep it as a new one."""
    if told.mention.weak and (not told.people or any(k.mention.type in _TALKS for k in kept)):
        return
    if told.mention.bare and any(_may_point_to(told, known) for known in kept):
        return
    for at, known in enumerate(kept):
        if _is_same(known, told):
            kept[at] = _join(known, told)
            return
    kept.append(told)


def _may_point_to(told: Told, known: Told) -> bool:
    """Whether words that may only point back («в ходе встречи») mean the event already known."""
    if known.mention.type not in (told.mention.type, "call"):
        return False
    if told.date and not (known.date and known.date.covers(told.date)):
        return known.date is None and bool(known.people & told.people)
    return len(told.people) < 2 or bool(known.people & told.people)


def _is_same(known: Told, told: Told) -> bool:
    if known.mention.type != told.mention.type or known.status != told.status:
        return False
    if known.date and told.date and not (known.date.covers(told.date) or told.date.covers(known.date)):
        return False
    if known.place and told.place and known.place.code != told.place.code and _both_precise(known, told):
        return False
    if _goes_on(known, told):
        return True
    if known.people and told.people:
        return bool(known.people & told.people) and told.mention.type not in ("signing", "opening")
    return _share_words(known, told)


def _goes_on(known: Told, told: Told) -> bool:
    """Whether the next sentence only dates the opening that the one before announced."""
    beside = 0 < told.mention.number - known.mention.number <= 1
    return known.mention.type == "opening" and beside and known.date is None and told.date is not None


def _both_precise(known: Told, told: Told) -> bool:
    codes = [t.place.code for t in (known, told) if t.place and t.place.code]
    return len(codes) == 2 and not any(a.startswith(b) for a in codes for b in codes if a != b)


def _share_words(known: Told, told: Told) -> bool:
    a, b = _words(known.folded), _words(told.folded)
    return len(a & b) >= max(1.0, _ALIKE * min(len(a), len(b)))


def _words(folded: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in _WORD.findall(folded) if len(w) > 3)


def _join(known: Told, told: Told) -> Told:
    more = tuple(p for p in told.participants if p.name in told.people and p.name not in known.people)
    participants = (*known.participants, *more) if known.people else (told.participants or known.participants)
    return replace(
        known,
        date=known.date or told.date,
        place=known.place or told.place,
        participants=participants if told.people else known.participants,
        people=known.people | told.people,
    )


def place_within_visits(tellings: list[Told], published: date | None) -> list[Told]:
    """The tellings, with what was part of a visit at its place and time, where it has none of its own.

    What is told right after another event of the same day, and has no place, was where that event was.
    """
    placed: list[Told] = []
    visit: Told | None = None
    for told in tellings:
        if told.mention.type == "visit":
            visit = told if told.date and is_news(told.date, published) and told.status == "held" else None
        part = told.mention.type in _DURING and told.status == "held"
        if part and visit and visit.place and not told.date:
            told = replace(told, date=visit.date, place=told.place or visit.place)  # noqa: PLW2901
        elif told.status == "held" and not told.place and placed and _is_beside(placed[-1], told):
            told = replace(told, place=placed[-1].place)  # noqa: PLW2901
        placed.append(told)
    return placed


def _is_beside(before: Told, told: Told) -> bool:
    """Whether the event before was held on the same day, as far as is known, and told right before."""
    near = told.mention.type in _BESIDE and told.mention.number - before.mention.number <= _NEAR
    return near and before.status == "held" and (told.date is None or told.date == before.date)


def is_news(when: Period | None, published: date | None) -> bool:
    """Whether an event is what the report is about, rather than what it recalls."""
    return when is None or (published is not None and (published - when.last).days <= _NEWS_DAYS)
