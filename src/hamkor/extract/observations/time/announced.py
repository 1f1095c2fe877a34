"""The time that a sentence without figures announces for what follows: «Markaz yanvar-may yakunlari bo'yicha …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Announced, Draft, Story
from hamkor.extract.observations.layout import Line
from hamkor.model import Period

_LEAD = 4  # sentences from the beginning within which results that are announced date what was told before them
_REACH = 4  # sentences that they are still announced for; what follows has the time of the figures told by then


def find_announced(line: Line, story: Story) -> Announced | None:
    """The months that a sentence without figures tells of, else those announced before.

    A year or a single month says no more than when something was; months in a row are those of a report.
    """
    told, before = None if line.figures else next(_list_months(line, story), None), story.announced
    if told:
        return Announced(told, line.number)
    return before if before and line.number - before.number <= _REACH else None


def _list_months(line: Line, story: Story) -> Iterator[Period]:
    """Past stretches of months, the last told first; none that others are only compared with."""
    for at, part in reversed(line.parts(0, len(line.scene.text), "period")):
        period: Period | None = part.value.period
        if period is None or line.is_base(at) or part.value.form != "span" or period.start == period.end:
            continue
        if len(period.start) == len("2025-01") and story.published and period.last < story.published:
            yield period


def date_lead(story: Story) -> Iterator[Draft]:
    """All figures told; those that a document begins with have the time of the results that it announces after them."""
    results = story.results
    for draft in story.told:
        lead = results and draft.figure.line.number < results.number <= _LEAD
        yield replace(draft, period=results.period) if results and lead and _is_undated(draft) else draft


def _is_undated(draft: Draft) -> bool:
    """Whether a flow that has been tells no time at all."""
    line = draft.figure.line
    flow = draft.indicator in SORTS.flows and draft.status == "actual" and draft.period is None
    return flow and not line.parts(0, len(line.scene.text), "period")
