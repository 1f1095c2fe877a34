"""The time by which, or for which, something is wanted."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.terms import GROWTH
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.time.rows import find_next_row
from hamkor.extract.observations.time.shifts import get_whole_year, get_year_after
from hamkor.extract.parts import PeriodMention
from hamkor.grammar import Part
from hamkor.model import Period

_YEAR, _MONTH, _DAY = len("2025"), len("2025-01"), len("2025-01-01")
_DIGITS = re.compile(r"\d{4}")
_UNDATED = frozenset(("vague", "compared", "anaphoric", "deadline"))
_STOP = re.compile(r"[,;:()—]")
_INVESTED = "investment"


def get_term(figure: Figure, indicator: str, story: Story) -> Period | None:
    """The time by which, or for which, something is wanted: a deadline, else a time that has not ended."""
    return (_get_day(figure, indicator, story) if indicator in SORTS.dated else None) or _get_due(
        figure, indicator, story
    )


def _get_due(figure: Figure, indicator: str, story: Story) -> Period | None:
    """A deadline, else a time that has not ended."""
    line, end = figure.line, find_next_row(figure)
    times = line.parts(figure.before[0], end, "period") + line.parts(0, figure.before[0], "period")
    mentions = [_bring_ahead(figure, part, story) for at, part in times if not line.is_aside(at, figure.place)]
    ahead = [m for m in mentions if m.period and m.form != "day" and _is_ahead(m, story)]
    if figure.quantity.unit in SORTS.durations:
        ahead = [m for m in ahead if m.form == "deadline"]
    if figure.part.kind in ("count", "measure"):
        ahead = [m for m in ahead if m.form != "deadline" or not _is_due(m.period)]
    if indicator in SORTS.planned_once:
        ahead = [m for m in ahead if m.period and (_is_of_years(m) or _is_taken_in(figure, indicator, m))]
    ahead = _list_own(figure, ahead) or ahead
    terms = [m.period for m in ahead if m.form == "deadline"] or [m.period for m in ahead]
    before = story.in_paragraph(figure)
    if not terms and before and before.status != "actual" and any(m.form == "anaphoric" for m in mentions):
        return before.period
    return get_whole_year(terms[0]) if terms and terms[0] else None


def _get_day(figure: Figure, indicator: str, story: Story) -> Period | None:
    """When it begins or is held: the time to come nearest to it in its clause, before it or else after.

    Of those who come somewhere any of its sentence, else of the one before («5 декабря откроется ярмарка. В ней …»).
    """
    line, end, comes = figure.line, len(figure.line.scene.text), indicator in SORTS.met
    times = [*line.parts(0, figure.place, "period")[::-1], *line.parts(figure.place, end, "period")]
    told = story.before if comes and story.is_in_paragraph(line) and not times else None
    own = [part for at, part in times if comes or not _STOP.search(line.scene.text, *sorted((at, figure.place)))]
    own += [part for _, part in told.parts(0, len(told.scene.text), "period")] if told else []
    days = (_bring_ahead(figure, part, story) for part in own if part.value.form not in _UNDATED)
    return next((m.period for m in days if m.period and _is_to_come(m.period, story)), None)


def _is_to_come(period: Period, story: Story) -> bool:
    """Whether days, a month or a year have not ended on publication; no longer stretch, nor the year of publication."""
    whole = story.published is not None and period.start == str(story.published.year)
    short = period.start == period.end or len(period.start) == _DAY
    return short and not whole and _is_later(period, story)


def _is_later(period: Period, story: Story) -> bool:
    return story.published is None or period.last > story.published


def _list_own(figure: Figure, ahead: list[PeriodMention]) -> list[PeriodMention]:
    """Those told before a figure where another follows («биыл 3 млрд-қа, 2030 жылға дейін 5 млрд-қа жеткізу»)."""
    line = figure.line
    later = any(f > figure.place for f in line.figures)
    own = [p.value.period for _, p in line.parts(*figure.before, "period")] if later else []
    return [m for m in ahead if m.period in own]


def _bring_ahead(figure: Figure, time: Part, story: Story) -> PeriodMention:
    """Months without a year («с ноября по февраль») of what is planned are the next ones."""
    mention: PeriodMention = time.value
    bare = mention.form == "span" and not _DIGITS.search(time.span.within(figure.line.folded))
    months = mention.period is not None and len(mention.period.start) == _MONTH
    before = story.in_sentence(figure)
    if before and before.status == "actual" and before.period == mention.period:
        return mention  # «с начала года достиг 4 млрд, договорились увеличить до 10»: those months are what was
    if not (bare and months and story.published and mention.period and mention.period.last < story.published):
        return mention
    return replace(mention, period=get_year_after(mention.period))


def _is_of_years(mention: PeriodMention) -> bool:
    """A whole year that something is wanted by, or several years of a plan."""
    period = mention.period
    years = period is not None and len(period.start) == _YEAR and len(period.end) == _YEAR
    return bool(period and years and (mention.form == "deadline" or period.start != period.end))


def _is_taken_in(figure: Figure, indicator: str, mention: PeriodMention) -> bool:
    """A year in which a region means to take in investments («2026-yilda … o'zlashtirish rejalashtirilgan»).

    Or by the end of which it means to bring them to so much («жыл соңына дейін 720 млрд теңгеге жеткізу»).
    """
    if mention.period is None or indicator != _INVESTED:
        return False
    by_its_end = mention.period.end.endswith("-12-31") and bool(figure.cues("reach"))
    return by_its_end or (len(mention.period.start) == _YEAR and bool(figure.cues("taker")))


def get_term_before(figure: Figure, indicator: str, measure: str, story: Story) -> Period | None:
    """The term of a forecast before it of the same growth, where its own sentence tells no time."""
    before = story.in_paragraph(figure)
    told = figure.line.parts(0, len(figure.line.scene.text), "period")
    if told or before is None or measure not in GROWTH or before.status == "actual":
        return None
    return before.period if (before.indicator, before.size.measure) == (indicator, measure) else None


def _is_due(period: Period | None) -> bool:
    """A task is due on a day or in a month; what is counted in it is of no time."""
    return bool(period and len(period.start) > len("2025") and not period.start.endswith("-12-31"))


def _is_ahead(mention: PeriodMention, story: Story) -> bool:
    """A time that has not ended when the text is published; "since" a day that has not come."""
    if story.published is None or mention.period is None:
        return mention.period is not None
    edge = mention.period.first if mention.form == "since" else mention.period.last
    return edge >= story.published
