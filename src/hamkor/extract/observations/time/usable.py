"""Which times of a stretch of a sentence may be a figure's own."""

from __future__ import annotations

from dataclasses import replace

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.time.base import says_ago
from hamkor.extract.observations.time.shifts import get_year_before
from hamkor.extract.parts import PeriodMention
from hamkor.grammar import Part

_BEFORE_BRACKET = 20  # characters from a time to the bracket that says it more exactly
DAYS = frozenset(("day",))
_NOT_OWN = frozenset(("deadline", "vague", "compared"))


def list_usable(figure: Figure, where: tuple[int, int], indicator: str, story: Story) -> list[PeriodMention]:
    """Times of a stretch that can date the figure: no base of comparison, no term, no day of an event for a flow."""
    line = figure.line
    found = [
        (at, p.value)
        for at, p in line.parts(*where, "period")
        if not (line.is_base(at) or _is_aside(figure, at) or _is_recalled(figure, at, p))
        if not _opens_next(figure, at)
    ]
    flow = story.is_flow(indicator)
    told = [m for _, m in found if m.form not in _NOT_OWN and not (flow and m.form in DAYS) and m.period]
    return [m for m in (_bring_back(m, story) if flow else m for m in told) if not is_ahead(m, story)]


def _is_aside(figure: Figure, at: int) -> bool:
    """Whether it stands in brackets; not what they say more exactly of a time («за пять месяцев (с 21 марта …)»)."""
    line = figure.line
    if not line.is_aside(at, figure.place):
        return False
    start, end = next(pair for pair in line.brackets if pair[0] < at < pair[1])
    alone = not line.scene.text[start + 1 : end - 1].replace(line.scene.text[at], "").strip()
    return not (alone and line.parts(max(0, start - _BEFORE_BRACKET), start, "period"))


def _bring_back(mention: PeriodMention, story: Story) -> PeriodMention:
    """A month without its year of what has been is the last one, not the next («выросли в январе», said in autumn)."""
    if not (mention.yearless and is_ahead(mention, story)):
        return mention
    return replace(mention, period=get_year_before(mention.period))


def is_ahead(mention: PeriodMention, story: Story) -> bool:
    """Whether a time is still to come: it dates nothing that has been («приняли 1100 пациентов за четыре дня»)."""
    return bool(mention.period and story.published and mention.period.first > story.published)


def _is_recalled(figure: Figure, at: int, part: Part) -> bool:
    """A year ago, told after the figure, dates what it is compared with; so does «к 2021 году» after a growth."""
    grown = figure.given.get("measure") in GROWN and figure.line.words.after_growth
    compared = grown and part.span.within(figure.line.folded).startswith(figure.line.words.after_growth)
    return at > figure.place and bool(compared or says_ago(figure, part))


def _opens_next(figure: Figure, at: int) -> bool:
    """«Ҳозир 640 та бор, беш йил олдин улар 210 та эди»: a time behind a comma, of the figure that follows it.

    Or behind a word that turns to something else («, holbuki ikki yil avval bu ko'rsatkich 93 foiz edi»).
    """
    text, later = figure.line.scene.text, [f for f in figure.line.figures if f > at]
    turns = [c.start for c in figure.line.between(figure.place, at, "turn") if not text[c.end : at].strip()]
    between = text[figure.place + 1 : turns[-1] if turns else at].rstrip()
    if at < figure.place or not later or not between.endswith(","):
        return False
    return not figure.line.words.stops.search(text, at, later[0])
