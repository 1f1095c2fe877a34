"""Two parts of a year with a dash between are one time: «в конце октября – первой половине ноября»."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.grammar import Part
from hamkor.model import Period, Span

_DASH = re.compile(r"\s*[–—-]\s*")
_LONGEST = 366  # days from the beginning of the first to the end of the second
_YEAR = len("2024")
_FORMS = frozenset({"span", "point", "day", "vague"})


def join_spanned(folded: str, found: list[Part]) -> list[Part]:
    """The times of a sentence with those joined that a dash alone parts, the second ending within a year after.

    Not times that another time tells, nor the same one twice.
    """
    joined: list[Part] = []
    for part in found:
        both = _join(folded, joined[-1], part) if joined else None
        joined[-1:] = [both] if both else [*joined[-1:], part]
    return joined


def _join(folded: str, before: Part, after: Part) -> Part | None:
    first, last = before.value.period, after.value.period
    known = first and last and {before.value.form, after.value.form} <= _FORMS
    if not known or not _DASH.fullmatch(folded, before.span.end, after.span.start):
        return None
    first = _in_year_of(last, first) if before.value.yearless and not after.value.yearless else first
    if not _follows(first, last):
        return None
    period = Period(first.start, last.end)
    return Part("period", Span(before.span.start, after.span.end), replace(before.value, period=period))


def _in_year_of(last: Period, first: Period) -> Period:
    """The first part in the year that only the second one tells («в конце октября – начале ноября 2026 года»)."""
    year = last.start[:_YEAR]
    moved = Period(year + first.start[_YEAR:], year + first.end[_YEAR:])
    return moved if first.start[:_YEAR] == first.end[:_YEAR] else first


def _follows(first: Period, last: Period) -> bool:
    return first.last < last.last and (last.last - first.first).days <= _LONGEST
