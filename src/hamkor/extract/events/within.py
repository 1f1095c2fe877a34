"""Places and days of events from what they were part of: a visit, a forum, talks, or the host's town."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from hamkor.extract.events.merging import Told
from hamkor.extract.events.places import Place
from hamkor.extract.sides import get_country
from hamkor.model import Period

_NEWS_DAYS = 7  # a report comes at most a week after what it tells
_NEAR = 2  # sentences between two events of one day
_FAR = 4  # the same, where the day of both is told («Shu kuni ikki vazirlik memorandum imzoladi»)
_PARTS = frozenset({"meeting", "other", "signing"})  # what visits and forums are made of
# What each of these may have for its parts.
_WHOLES = {"visit": _PARTS | {"visit", "forum"}, "forum": _PARTS | {"visit"}, "meeting": frozenset({"signing"})}
_BESIDE = _PARTS | {"visit", "forum"}  # what may have been where the event before was
_TRIPS = frozenset({"visit", "forum"})
_PLACED_BY_DATELINE = frozenset({"meeting", "forum", "signing", "other", "visit"})


def is_news(when: Period | None, published: date | None) -> bool:
    """Whether an event is what the report is about, rather than what it recalls."""
    return when is None or (published is not None and (published - when.last).days <= _NEWS_DAYS)


def place_by_hosts(tellings: list[Told], published: date | None, find: Callable[[Told], Place | None]) -> list[Told]:
    """The tellings, with what is news and has no place where `find` says that its hosts received the others."""

    def may_be(told: Told) -> bool:
        kind = told.mention.type in _PLACED_BY_DATELINE
        return told.place is None and told.status == "held" and kind and is_news(told.date, published)

    hosted = ((told, find(told) if may_be(told) else None) for told in tellings)
    return [replace(told, place=at) if at and not _are_away(told, at, tellings) else told for told, at in hosted]


def _are_away(told: Told, place: Place, tellings: list[Told]) -> bool:
    """Whether the text told before that those who took part went to another country: there they are no hosts."""

    def leads_away(other: Told) -> bool:
        went = other.mention.type in _TRIPS and other.status == "held" and bool(other.people & told.people)
        elsewhere = other.place is not None and get_country(other.place.code) != get_country(place.code)
        return went and elsewhere and not other.recalled and other.mention.number < told.mention.number

    return any(leads_away(other) for other in tellings)


def place_within(tellings: list[Told], published: date | None) -> list[Told]:
    """The tellings, with what was part of a visit, forum or talks there, where they have no place of their own.

    What is told right after another event of the same day, and has no place, was where that event was.
    Trap: what the report recalls lends its place only to what is of the same day.
    """
    placed: list[Told] = []
    whole: Told | None = None
    for told in tellings:
        if _is_whole(told, whole, published, opens=not placed):
            whole = told
        elif told.status == "held":
            told = _place(told, None if told.recalled else whole, placed)  # noqa: PLW2901
        placed.append(told)
    return placed


def place_returns(tellings: list[Told], guests: Sequence[Place]) -> list[Told]:
    """The tellings, a visit in return that tells no place at home with who were guests before.

    `guests` are the sides of the document: the one side that is not where the event told last was.
    """
    placed: list[Told] = []
    for told in tellings:
        before = next((t.place for t in reversed(placed) if t.place), None)
        homes = [p for p in guests if before and get_country(p.code) != get_country(before.code)]
        returns = told.returning and told.place is None and len(homes) == 1
        placed.append(replace(told, place=homes[0]) if returns else told)
    return placed


def _is_whole(told: Told, whole: Told | None, published: date | None, *, opens: bool) -> bool:
    """Whether what follows may be a part of an event: talks do not take the place of the visit they are part of.

    What opens a report is what it is about, though it was told late.
    """
    if told.mention.type not in _WHOLES or told.status != "held" or not told.place or told.recalled:
        return False
    within = whole is not None and told.mention.type in _WHOLES[whole.mention.type]
    news = opens or is_news(told.date, published)
    return news and not (within and told.mention.type == "meeting")


def _place(told: Told, whole: Told | None, before: list[Told]) -> Told:
    if whole and told.mention.type in _WHOLES[whole.mention.type] and _is_during(whole, told):
        return replace(told, date=told.date or whole.date, place=told.place or whole.place)
    if not told.place and before and _is_beside(before[-1], told):
        return replace(told, place=before[-1].place)
    return told


def _is_during(whole: Told, told: Told) -> bool:
    """Whether the day of a part, where it is told, is one of the whole's."""
    return told.date is None or (whole.date is not None and whole.date.covers(told.date))


def _is_beside(before: Told, told: Told) -> bool:
    """Whether the event before was held on the same day, as far as is known, and told right before."""
    reach = _FAR if told.date and told.date == before.date else _NEAR
    near = told.mention.type in _BESIDE and told.mention.number - before.mention.number <= reach
    same = told.date == before.date if told.date else not (before.recalled or told.recalled)
    return near and before.status == "held" and same
