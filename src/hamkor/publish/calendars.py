"""Dated things as an iCalendar file, for the calendars that people have anyway. Source: RFC 5545, RFC 7986."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "proposed": "TENTATIVE"}
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_LONGEST = 75  # bytes of a line


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
    head = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Hamkor//Hamkor//EN",
        "VERSION:2.0",
        f"NAME:{_escape(name)}",
        f"X-WR-CALNAME:{_escape(name)}",
        f"URL:{link}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ]
    lines = (*head, *(line for entry in entries for line in _write_event(entry)), "END:VCALENDAR", "")
    return b"\r\n".join(map(_fold, lines))


def _write_event(entry: CalendarEntry) -> Iterator[str]:
    changed = f"{_read_time(entry.changed):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(entry.uid)}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"DTSTART;VALUE=DATE:{_write_day(entry.first)}"
    yield f"DTEND;VALUE=DATE:{_write_day(entry.last + timedelta(days=1))}"  # the day after: RFC 5545, 3.6.1
    yield f"SUMMARY:{_escape(entry.summary)}"
    yield f"DESCRIPTION:{_escape(entry.description)}"
    yield f"CATEGORIES:{','.join(map(_escape, entry.categories))}"
    yield "TRANSP:TRANSPARENT"
    if status := _STATUS.get(entry.state):
        yield f"STATUS:{status}"
    if entry.place:
        yield f"LOCATION:{_escape(entry.place)}"
    if entry.link:
        yield f"URL:{entry.link}"
    yield "END:VEVENT"


def _write_day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escape(text: str) -> str:
    """Text as a value of a calendar (RFC 5545, 3.3.11); what cannot stand in one becomes a space.

    >>> _escape("a, b; c\\nd")
    'a\\\\, b\\\\; c\\\\nd'
    """
    return _CONTROLS.sub(" ", text.translate(_ESCAPED))


def _fold(line: str) -> bytes:
    """A line in pieces of 75 bytes at most, the rest after a space (RFC 5545, 3.1); no letter is cut through."""
    rest = line.encode()
    pieces: list[bytes] = []
    while len(rest) > _LONGEST:
        cut = _LONGEST
        while rest[cut] & 0xC0 == 0x80:  # within a letter
            cut -= 1
        pieces.append(rest[:cut])
        rest = b" " + rest[cut:]
    return b"\r\n".join((*pieces, rest))


def _read_time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
