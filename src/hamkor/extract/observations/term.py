"""The time by which, or for which, something is wanted."""

from __future__ import annotations

import re
from dataclasses import replace

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.shifts import get_whole_year, get_year_after
from hamkor.extract.parts import PeriodMention
from hamkor.grammar import Part
from hamkor.model import Period

_YEAR, _MONTH = len("2025"), len("2025-01")
_DIGITS = re.compile(r"\d{4}")
_GROWTH = frozenset(("change", "multiple"))
_INVESTED = "investment"


def get_term(figure: Figure, indicator: str, story: Story) -> Period | None:
    """The time by which, or for which, something is wanted: a deadline, else a time that has not ended."""
    line, end = figure.line, len(figure.line.scene.text)
    times = line.parts(figure.before[0], end, "period") + line.parts(0, figure.before[0], "period")
    mentions = [_bring_ahead(figure, part, story) for _, part in times]
    ahead = [m for m in mentions if m.period and m.form != "day" and _is_ahead(m, story)]
    if figure.quantity.unit in story.words.durations:
        ahead = [m for m in ahead if m.form == "deadline"]
    if figure.part.kind in ("count", "measure"):
        ahead = [m for m in ahead if m.form != "deadline" or not _is_due(m.period)]
    if indicator in story.words.planned_once:
        ahead = [m for m in ahead if m.period and (_is_of_years(m) or _is_taken_in(figure, indicator, m))]
    ahead = _list_own(figure, ahead) or ahead
    terms = [m.period for m in ahead if m.form == "deadline"] or [m.period for m in ahead]
    before = story.in_paragraph(figure)
    if not terms and before and before.status != "actual" and any(m.form == "anaphoric" for m in mentions):
        return before.period
    return get_whole_year(terms[0]) if terms and terms[0] else None


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
    if told or before is None or measure not in _GROWTH or before.status == "actual":
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
