"""Days and times: ISO 8601 and its relatives, mail dates, and days as pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from hamkor.read.words import get_months, get_words

FIRST_YEAR, LAST_YEAR = 1990, 2100
_ISO = re.compile(
    r"(\d{4})(-?)(\d{2})\2(\d{2})"
    r"(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?(?!\d)",
    re.I,
)
_NUMBER = re.compile(r"\d{4}|\d[./-]\d{2}\b")  # without which no day is printed
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?\Z")
_NUMBERS = re.compile(
    r"(?<![\d.])(?:(\d{4})([./-])(\d{1,2})\2(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\6(\d{4}|\d{2}(?=\s*(?:[,|/]|$|\d{1,2}:\d{2}))))(?![\d%]|\.\d)"
)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day as a page prints it: ISO 8601, and its place in the text that was searched."""

    day: str
    start: int
    end: int


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def parse_moment(value: str) -> str | None:
    """ISO 8601 day, or day and time with its offset where one is given, from metadata; None where there is none.

    Numbers count as seconds or milliseconds since 1970; years outside 1990–2100 are taken for placeholders.

    >>> parse_moment("20260312T1126+0500"), parse_moment("Thu, 05 Jun 2025 10:20:00 +0400")
    ('2026-03-12T11:26:00+05:00', '2025-06-05T10:20:00+04:00')
    >>> parse_moment("0001-01-01T00:00:00Z") is None
    True
    """
    value = value.strip()
    match = _ISO.match(value)
    if match:
        return _iso_moment(match)
    epoch = _EPOCH.match(value)
    if epoch:
        return datetime.fromtimestamp(int(epoch.group(1)), UTC).isoformat()
    return _mail_moment(value) or next((found.day for found in find_days(value)), None)


def _iso_moment(match: re.Match[str]) -> str | None:
    year, _, month, day, hour, minute, second, zone = match.groups()
    found = _day(int(year), int(month), int(day))
    if found is None or hour is None:
        return found
    try:
        datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    except ValueError:
        return found
    return f"{found}T{int(hour):02}:{minute}:{second or '00'}{_zone(zone)}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in "Zz":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _mail_moment(value: str) -> str | None:
    if not re.match(r"(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d", value):
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except ValueError:
        return None


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _worded() -> re.Pattern[str]:
    """Days with a month's name: day first, year first, month first."""
    month = rf"({_any_of(get_months())})\w*\.?"
    year_word = rf"(?:\s*-?\s*(?:{_any_of(get_words('year_words'))})(?!\w))?"
    day = rf"(\d{{1,2}})(?:{_any_of(get_words('day_endings'))})?"
    return re.compile(
        rf"(?<![\d.,]){day}[\s.,\-–]*{month},?[\s\-–]*(\d{{4}})(?!\d)"
        rf"|(?<!\d)(\d{{4}}){year_word}[\s,.\-–]*{day}[\s\-–]*{month}(?!\w)"
        rf"|(?<!\w){month}\s+{day},?\s+(\d{{4}})(?!\d)"
    )


def find_days(text: str) -> Iterator[PrintedDay]:
    """Days printed in `text` in any language of pages.toml, in order of their place. May find none.

    A month that stands without a year, and a year that stands alone, are no days.

    >>> [found.day for found in find_days("11:30, 21 Қазан 2025 | 2026-yil 5-avgust | March 3, 2026 | 24.07.2025")]
    ['2025-10-21', '2026-08-05', '2026-03-03', '2025-07-24']
    """
    if not _NUMBER.search(text):
        return
    folded = _fold_in_place(text)
    found = [*_worded_days(folded), *_number_days(folded)]
    yield from sorted(found, key=lambda day: day.start)


def _fold_in_place(text: str) -> str:
    """`fold`, but with every character at its place."""
    folded = "".join(char.casefold() if len(char.casefold()) == 1 else char for char in text)
    return re.sub(r"[\s«»“”„\"]", " ", folded.replace("ё", "е"))


def _worded_days(folded: str) -> Iterator[PrintedDay]:
    months = get_months()
    for match in _worded().finditer(folded):
        d1, m1, y1, y2, d2, m2, m3, d3, y3 = match.groups()
        day = _day(int(y1 or y2 or y3), months[m1 or m2 or m3], int(d1 or d2 or d3))
        if day:
            yield PrintedDay(day, *match.span())


def _number_days(folded: str) -> Iterator[PrintedDay]:
    for match in _NUMBERS.finditer(folded):
        y1, _, m1, d1, d2, _, m2, y2 = match.groups()
        day = _day(int(y1), int(m1), int(d1)) if y1 else _day_first(int(d2), int(m2), y2)
        if day:
            yield PrintedDay(day, *match.span())


def _day_first(day: int, month: int, year: str) -> str | None:
    """Day before month, as the region prints it; the other way round only where it cannot be."""
    whole = int(year) + (2000 if len(year) == 2 else 0)
    return _day(whole, month, day) or _day(whole, day, month)


def are_days_apart(one: str, other: str) -> int:
    """Whole days between two ISO 8601 days or times."""
    return abs(date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])) // timedelta(days=1)
