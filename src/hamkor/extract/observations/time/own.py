"""The time beside a figure."""

from __future__ import annotations

from datetime import date

from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.time.base import is_right_after_time
from hamkor.extract.observations.time.carried import POINTING
from hamkor.extract.observations.time.shared import get_shared
from hamkor.extract.observations.time.shifts import get_same_months
from hamkor.extract.observations.time.usable import DAYS, list_usable
from hamkor.extract.parts import PeriodMention

BESIDE = 4  # characters from a figure to the time right after it


def find_own(figure: Figure, indicator: str, story: Story) -> PeriodMention | None:
    """The nearest before the figure, what follows it, that of the figure before, any other of its sentence."""
    ahead, behind = (list_usable(figure, where, indicator, story) for where in (figure.before, figure.after))
    before = story.in_sentence(figure)
    if _is_of_one_before(figure, ahead, before) and before and (behind or before.figure.given.get("base")):
        ahead = [] if behind else ahead[:-1]
    near = behind[:1] if _is_begun_before(figure, ahead) else ahead[-1:] or behind[:1]
    if near and not _is_of_old(figure, indicator, near[0], story):
        return near[0]
    if before:
        return get_shared(figure, before, indicator, story)
    if not story.is_flow(indicator) and figure.cues("present"):
        return None
    later = list_usable(figure, (figure.after[1], _limit(figure)), indicator, story)
    grown = figure.given.get("measure") in GROWN
    later = [m for m in later if m.form != POINTING or grown or figure.line.figures[-1] == figure.place]
    if len(later) > 1 and grown:
        later = [_get_newer(later)]  # «вырос втрое — с 3 млн в 2023 году до 9 млн в 2024-м»
    return later[0] if later and not _is_of_base(figure, later[0], indicator, story) else None


def _is_begun_before(figure: Figure, ahead: list[PeriodMention]) -> bool:
    """“Starting in 2020, trade fell to $20 million in 2021”: what began then has its own time right after it."""
    behind = figure.line.parts(figure.place, figure.place + BESIDE, "period")
    return bool(ahead and ahead[-1].form == "since" and any(p.value.form == "span" for _, p in behind))


def _get_newer(mentions: list[PeriodMention]) -> PeriodMention:
    """The latest of several times; «за тот же период 2025 года» are the months told first."""
    newest = max(mentions, key=_get_end)
    if newest.form != POINTING or newest.period is None:
        return newest
    return PeriodMention(get_same_months(newest.period, mentions[0].period), "span")


def _get_end(mention: PeriodMention) -> date:
    return mention.period.last if mention.period else date.min


def _is_of_one_before(figure: Figure, ahead: list[PeriodMention], before: Draft | None) -> bool:
    """«С 3 млн в 2023 году до 4 млн в 2024-м»: the time between two figures is that of the first, right after it."""
    if before is None or not ahead or not (before.figure.given.get("base") or before.period == ahead[-1].period):
        return False
    times = figure.line.parts(before.figure.place, figure.place, "period")
    if before.figure.given.get("base") and is_right_after_time(before.figure):
        return False
    return len(times) == 1 and times[0][0] - before.figure.place <= BESIDE


def _is_of_base(figure: Figure, mention: PeriodMention, indicator: str, story: Story) -> bool:
    """«За год выросли на 20 %: в 2023 году они составляли …»: the time of what growth began from is not its own."""
    before = story.in_paragraph(figure)
    if before is None or before.period is None or mention.period is None or before.indicator != indicator:
        return False
    grown = figure.given.get("measure") in GROWN
    return grown and mention.period.last < before.period.first


def _is_of_old(figure: Figure, indicator: str, mention: PeriodMention, story: Story) -> bool:
    """A day told before what is so now («основан 3 мая 1930 года, здесь живут …»)."""
    now = not story.is_flow(indicator) and mention.form in DAYS
    return bool(now and figure.line.between(*figure.before, "present"))


def _limit(figure: Figure) -> int:
    """How far to look for a time after the figure: to where a part of it is told («в том числе»)."""
    text = figure.line.scene.text
    parts = figure.line.between(figure.place, len(text), "previous")
    stop = text.find(";", figure.place)
    return min(parts[0].start if parts else len(text), stop if stop >= 0 else len(text))
