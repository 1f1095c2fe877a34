"""When a promise falls due, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from hamkor.grammar import Part
from hamkor.model import Period
from hamkor.model.period import move_years

_YEAR = re.compile(r"\d{4}")
_TERM_FORMS = ("deadline", "day", "point", "span", "since")
_ANY_TIME = date(1, 1, 1)


def find_due(periods: Iterable[Part], published: date | None) -> Period | None:
    """The last day that these periods leave for the thing; None where they are past, vague or missing.

    A deadline goes before other times, then the end of a stretch from now («в течение двух месяцев»), else the last one
    told counts. A plan for 2026–2028 is due 2028.
    """
    periods = list(periods)
    told = [p for p in periods if p.value.period is not None and p.value.form in _TERM_FORMS]
    ahead = [p for p in told if _is_ahead(p, published or _ANY_TIME)]
    deadlines = [p for p in ahead if p.value.form == "deadline"]
    limits: list[Period] = [p.value.within for p in periods if p.value.within]
    if limits and not deadlines:
        return limits[-1]
    if not ahead:
        return None
    return _as_due((deadlines or ahead)[-1])


def _is_ahead(part: Part, published: date) -> bool:
    """Whether a time still lies ahead; today is a term only where the words say so («до 5 мая»)."""
    period: Period = part.value.period
    end = period.first if part.value.form == "since" else period.last
    return end > published or (end == published and part.value.form == "deadline")


def _as_due(part: Part) -> Period:
    period: Period = part.value.period
    if part.value.form == "since":
        return Period(period.start)
    if period.start != period.end and _YEAR.fullmatch(period.start) and _YEAR.fullmatch(period.end):
        return Period(period.end)
    return period


def find_coming(periods: Iterable[Part], published: date | None, *, begins: bool = False) -> Period | None:
    """The next time that months or seasons told without their year come round («весной», said in autumn).

    begins  whether a month that something goes on from may be one, too: where it is only planned («с апреля»)
    """
    if published is None:
        return None
    forms = ("span", "since") if begins else ("span",)
    for part in periods:
        period: Period | None = part.value.period
        if period is None or "-" not in period.start or part.value.form not in forms:
            continue
        told = Period(period.start) if part.value.form == "since" else period
        if told.last < published:
            coming = move_years(told, 1)
            return coming if coming.last > published else None
    return None


def find_place(parts: Iterable[Part], sides: Iterable[str]) -> str | None:
    """The one region or city named among `parts` that is no side; None where there is none or more than one."""
    codes = {code for p in parts if p.kind == "area" for code in p.value.codes if "-" in code} - set(sides)
    return codes.pop() if len(codes) == 1 else None
