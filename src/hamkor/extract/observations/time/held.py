"""The days of a gathering: those who came to it and what was signed there are of them, paragraphs later, too.

«В Хороге 20–21 августа прошёл форум. … Подписано 14 соглашений».
"""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import Figure, Line
from hamkor.model import Period

_SORTS = ("gathering", "worldwide")
_DAY = len("2025-01-01")


def find_held(line: Line, story: Story) -> Period | None:
    """The days, two or more, on which a sentence says that people met, else those told before; none still to come.

    One day alone is as often that of the talks as of the whole gathering.
    """
    end = len(line.scene.text)
    if not any(line.between(0, end, sort) for sort in _SORTS):
        return story.held
    times = [p.value for at, p in line.parts(0, end, "period") if not line.is_base(at)]
    days = [m.period for m in times if m.period and len(m.period.start) == _DAY and m.form in ("day", "span")]
    past = [day for day in days if story.published is None or day.first <= story.published]
    several = [day for day in past if day.start != day.end]
    return several[0] if several else None if days else story.held


def get_held(figure: Figure, indicator: str, story: Story) -> Period | None:
    """The days of the gathering told of last, of what is counted at one; not where its own sentence tells a time."""
    told = figure.line.parts(0, len(figure.line.scene.text), "period")
    return story.held if indicator in SORTS.met and not told else None
