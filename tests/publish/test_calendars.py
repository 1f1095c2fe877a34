"""The iCalendar file is as it was agreed to be, and calendars read it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, vText

from hamkor.publish.calendars import CalendarEntry, write_icalendar

GOLDEN = Path(__file__).parent / "golden" / "calendar.ics"
ENTRIES = (
    CalendarEntry(
        uid="qp24acw7abcd@hamkor",
        first=date(2026, 5, 1),
        last=date(2026, 5, 31),
        changed="2025-11-20T08:30:00+00:00",
        summary="ярмарка: провести в Кызылорде; ремёсла, сладости",
        description="намечено · Кызылординская область – Навоийская область\n«провести в мае 2026 года ярмарку»",
        categories=("события",),
        state="planned",
        place="Кызылорда",
        link="http://desk.example/statement/qp24acw7abcd",
    ),
    CalendarEntry(
        uid="kzvrcy4xabcd@hamkor",
        first=date(2028, 2, 29),
        last=date(2028, 2, 29),
        changed="2025-11-20T13:30:00+05:00",
        summary="muddat: qumlar chegarasida birgalikda saksovul ekish",
        description="kelishilgan",
        categories=("vaʼdalar", "ekologiya"),
    ),
)


def write() -> bytes:
    return write_icalendar(ENTRIES, name="Hamkor: KZ – UZ", link="http://desk.example/calendar")


def test_a_calendar_is_as_agreed() -> None:
    """HAMKOR_WRITE_GOLDEN=1 writes the file anew; look at it before it is kept."""
    if os.environ.get("HAMKOR_WRITE_GOLDEN"):
        GOLDEN.write_bytes(write())
    assert write() == GOLDEN.read_bytes()


def test_a_calendar_is_read_back() -> None:
    calendar = Calendar.from_ical(write())
    fair, trees = calendar.walk("VEVENT")
    assert fair["summary"] == ENTRIES[0].summary
    assert (fair["dtstart"].dt, fair["dtend"].dt) == (date(2026, 5, 1), date(2026, 6, 1))
    assert fair["status"] == "TENTATIVE"
    assert "status" not in trees
    assert trees["dtend"].dt == date(2028, 3, 1)
    assert trees["dtstamp"].dt.isoformat() == "2025-11-20T08:30:00+00:00"
    assert all(len(line) <= 75 for line in write().splitlines())


_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\\;,\n"), min_size=1)


@given(_TEXTS, _TEXTS)
@example("0", "\n")
def test_any_text_comes_back(summary: str, category: str) -> None:
    entry = replace(ENTRIES[1], summary=summary, categories=(category, "b"))
    written = write_icalendar([entry], name=category, link="http://desk.example/calendar")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    calendar = Calendar.from_ical(written)
    (event,) = calendar.walk("VEVENT")
    assert event["summary"] == summary
    assert calendar["x-wr-calname"] == vText(category).to_ical().decode()
    assert event["categories"].cats == [category, "b"]


def test_what_cannot_stand_in_a_calendar_is_a_space() -> None:
    written = write_icalendar([replace(ENTRIES[1], summary="a\x00b\r\nEND:VEVENT")], name="n", link="l")
    assert b"SUMMARY:a b\\nEND:VEVENT\r\n" in written
