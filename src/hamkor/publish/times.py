"""Times in words, as the user's language writes them."""

from __future__ import annotations

from datetime import date

from hamkor.messages import get_text
from hamkor.model import Period


def tell_day(day: str | date | None) -> str:
    """A day as the reader's language writes it; what is no day stands as it is.

    >>> from hamkor.messages import speak
    >>> with speak("ru"):
    ...     tell_day("2025-10-16T09:00"), tell_day(None)
    ('16.10.2025', '')
    """
    text = str(day or "")[:10]
    try:
        return tell_period(Period(text)) if text else ""
    except ValueError:
        return text


def tell_time(period: Period | None) -> str:
    """A period in words; empty for none."""
    return tell_period(period) if period else ""


def tell_period(period: Period) -> str:
    """A period in words; years and months as a sentence has them, days as the language writes a date.

    >>> from hamkor.messages import set_language
    >>> set_language("en")
    >>> tell_period(Period("2025-01", "2025-09")), tell_period(Period("2024")), tell_period(Period("2016", "2022"))
    ('January–September 2025', '2024', '2016–2022')
    """
    start, end = period.start.split("-"), period.end.split("-")
    if start == end:
        return _tell_edge(start)
    if len(start) == len(end) == 1:
        return get_text("period.years", first=start[0], last=end[0])
    if len(start) == len(end) == 2 and start[0] == end[0]:
        return get_text("period.months", first=_month(start), last=_month(end), year=start[0])
    return f"{_tell_edge(start)} – {_tell_edge(end)}"


def _tell_edge(edge: list[str]) -> str:
    match edge:
        case [year]:
            return get_text("period.year", year=year)
        case [year, _]:
            return get_text("period.month", month=_month(edge), year=year)
    year, month, day = edge
    return get_text("period.day", day=day, month=month, year=year, number=int(day), name=_month(edge))


def _month(edge: list[str]) -> str:
    return get_text("period.names").split()[int(edge[1]) - 1]
