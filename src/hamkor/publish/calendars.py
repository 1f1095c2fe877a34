"""Dated things as an iCalendar file, for the calendars that people have anyway. Source: RFC 5545, RFC 7986."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE"}
_REFRESH = timedelta(hours=12)
_END = b"END:VCALENDAR\r\n"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry, all day from `first` to `last`.

    uid      the same in every file that tells of the same thing
    changed  when what it says was read, ISO 8601
    state    the status of an event; others have none in a calendar
    link     where all of it is told
    """

    uid: str
    first: date
    last: date
    changed: str
    summary: str
    description: str
    categories: tuple[str, ...]
    state: str = ""
    place: str = ""
    link: str = ""


def write_icalendar(entries: Iterable[CalendarEntry], *, name: str, link: str) -> bytes:
    """A calendar of this name, whose page is `link`. Its entries are transparent: they take nobody's time."""
    from icalendar import Calendar, vText

    calendar = Calendar()
    title = vText(_clean(name))  # the library knows no type of a calendar's name, and would not escape it
    calendar.add("prodid", "-//Hamkor//Hamkor//EN")
    calendar.add("version", "2.0")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("url", link)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    return b"".join((calendar.to_ical().removesuffix(_END), *map(_write_event, entries), _END))


@lru_cache(maxsize=4096)  # of a calendar that is fetched again, most entries are the same
def _write_event(entry: CalendarEntry) -> bytes:
    """One entry as it stands in a calendar."""
    from icalendar import Event

    event, changed = Event(), _read_time(entry.changed)
    event.add("uid", entry.uid)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))  # the day after: RFC 5545, 3.6.1
    event.add("summary", _clean(entry.summary))
    event.add("description", _clean(entry.description))
    event.add("categories", list(map(_clean, entry.categories)))
    event.add("transp", "TRANSPARENT")
    for key, value in (("status", _STATUS.get(entry.state)), ("location", _clean(entry.place)), ("url", entry.link)):
        if value:
            event.add(key, value)
    written: bytes = event.to_ical()
    return written


def _clean(text: str) -> str:
    """Text that a calendar can hold (RFC 5545, 3.1): a control character becomes a space."""
    return _CONTROLS.sub(" ", text.replace("\r\n", "\n"))


def _read_time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
