"""The time that something was moved to: the last one told, of a way from one to another its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from hamkor.grammar import Part
from hamkor.model import Period
from hamkor.model.period import move_years

_LONG = 31  # days that what is held may go on for: a longer time tells from when to when it was moved
_YEAR = re.compile(r"\d{4}")


def get_new_time(times: Sequence[Part], folded: str, published: date | None) -> Period | None:
    """Where `times`, told beside a verb of moving, say that it was moved to; None where they only say from when.

    «С мая на сентябрь» is September, of the next year where none is told and this one's has passed.
    """
    told = [time for time in times if time.value.period and time.value.form != "since"]
    if not told:
        return None
    period: Period = told[-1].value.period
    if (period.last - period.first).days > _LONG and period.end != period.start:
        period = Period(period.end)
    passed = published is not None and period.last < published
    dated = _YEAR.search(folded, told[-1].span.start, told[-1].span.end)
    return move_years(period, 1) if passed and not dated else period
