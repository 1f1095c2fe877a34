"""Times of a figure that lie ahead of the publication, or have ended by then."""

from __future__ import annotations

import re
from datetime import date

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import STATUSES, Cue, Figure
from hamkor.extract.parts import PeriodMention
from hamkor.grammar import Part

_STOP = re.compile(r"[,;:()—]")
_COMMA = re.compile(r"[,;]")
_YEAR = re.compile(r"\d{4}")
_BEGINNING = ("since", "day")
_SOON = 200  # days: a day without its year, further ahead, may have been last year
_YEARS_END = (12, 31)


def is_ahead(figure: Figure, story: Story, cue: Cue | None) -> bool:
    """A time in its own words, or right after them, that lies beyond the year of publication, or a term still to come.

    Not a month without its year where a verb tells that it has been.
    """
    if not story.published:
        return False
    mentions = [
        p.value
        for at, p in figure.line.parts(figure.before[0], len(figure.line.scene.text), "period")
        if _is_near(figure, at) and not (cue and (p.value.yearless or _is_without_year(figure, p)))
        if not (cue and _is_of_next_clause(figure, cue, at))
    ]
    return any(_is_to_come(m, story.published, due=cue is not None) for m in mentions)


def _is_of_next_clause(figure: Figure, cue: Cue, at: int) -> bool:
    """Where verbs stand last: whether a time stands beyond its verb and a comma («… yashaydi, 2050-yilga …»)."""
    last_verb = figure.line.words.verb_last and figure.place < cue.end <= at
    return last_verb and bool(_COMMA.search(figure.line.scene.text, cue.end, at))


def is_row_ahead(figure: Figure, story: Story) -> bool:
    """Whether words without a verb tell from which coming day on it is («Москвага 3 рейс, 25 июндан»)."""
    if not story.published or any(not STATUSES.isdisjoint(c.sorts) for c in figure.line.cues):
        return False
    times = (p.value for _, p in figure.line.parts(figure.place, figure.after[1], "period"))
    begins = (m.period.first for m in times if m.period and m.form in _BEGINNING)
    return any(0 < (day - story.published).days <= _SOON for day in begins)


def _is_without_year(figure: Figure, time: Part) -> bool:
    """«4 қыркүйекке дейін … экспортталған»: a day up to which something has been is no coming one; a year's end is."""
    told, period = _YEAR.search(time.span.within(figure.line.folded)), time.value.period
    return (
        time.value.form == "deadline"
        and not told
        and not (period and (period.last.month, period.last.day) == _YEARS_END)
    )


def is_past(figure: Figure, story: Story) -> bool:
    """A time right before it that had ended when the text was published."""
    own = [p.value for at, p in figure.line.parts(*figure.before, "period") if not figure.line.is_base(at)]
    return bool(
        own and own[-1].period and own[-1].form == "span" and story.published and own[-1].period.last < story.published
    )


def _is_near(figure: Figure, at: int) -> bool:
    stop = figure.line.words.stops if any(figure.place < f < at for f in figure.line.figures) else _STOP
    return at < figure.after[1] or not stop.search(figure.line.scene.text, figure.place, at)


def _is_to_come(mention: PeriodMention, published: date, *, due: bool) -> bool:
    """Whether it lies beyond this year; a term that a verb is said of, beyond the day of publication."""
    period = mention.period
    if period is None:
        return False
    ahead = (period.first if mention.form == "since" else period.last).year > published.year
    return ahead or (due and mention.form == "deadline" and period.last > published)
