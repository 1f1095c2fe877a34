"""How our values are written where a standard says how: SDMX time and status, IATI activity status."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from hamkor.model import Observation, Period

# IATI ActivityStatus: 1 pipeline, 2 implementation, 4 closed, 5 cancelled.
IATI_STATUS = {
    "discussed": 1,
    "proposed": 1,
    "planned": 1,
    "agreed": 1,
    "signed": 1,
    "in_progress": 2,
    "completed": 4,
    "cancelled": 5,
}


def write_sdmx_status(figure: Observation) -> str:
    """What a press figure is worth: F target or forecast, U hedged, V not validated. Source: SDMX CL_OBS_STATUS.

    What is derived by us (E) or official (A, P) is never one of a document's own figures.
    """
    if figure.status != "actual":
        return "F"
    return "V" if figure.qualifier == "exact" else "U"


def write_sdmx_time(period: Period | None) -> str:
    """A period as TIME_PERIOD takes it. Source: SDMX 2.1, section 6, ObservationalTimePeriod.

    >>> write_sdmx_time(Period("2025-01", "2025-09")), write_sdmx_time(Period("2025-07", "2025-09"))
    ('2025-01-01/P9M', '2025-Q3')
    >>> write_sdmx_time(Period("2025-01-01", "2025-03-15"))
    '2025-01-01/P74D'
    """
    if period is None:
        return ""
    if period.start == period.end:
        return period.start
    first, last = period.first, period.last
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return f"{first.isoformat()}/P{(last - first).days + 1}D"
    return _write_months(first, (last.year - first.year) * 12 + last.month - first.month + 1)


def _write_months(first: date, months: int) -> str:
    """Whole months: a quarter, half or whole year by its name where it is one, else by its length."""
    for length, name in ((3, "Q"), (6, "S")):
        if months == length and (first.month - 1) % length == 0:
            return f"{first.year}-{name}{(first.month - 1) // length + 1}"
    if months % 12 == 0:
        return str(first.year) if months == 12 and first.month == 1 else f"{first.isoformat()}/P{months // 12}Y"
    return f"{first.isoformat()}/P{months}M"
