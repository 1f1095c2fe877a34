"""The time beside a figure."""

from __future__ import annotations

from datetime import date

from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.time.base import is_right_after_time
from hamkor.extract.observations.time.carried import POINTING
from hamkor.extract.observations.time.rows import find_next_row
from hamkor.extract.observations.time.shared import get_shared
from hamkor.extract.observations.time.shifts import get_same_months, get_year_after
from hamkor.extract.observations.time.usable import DAYS, list_usable
from hamkor.extract.parts import PeriodMention
from hamkor.grammar import Part
from hamkor.model import Period

_BASE = "compared"
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
    old = [p.value for _, p in _list_of_levels_before(figure)]
    later = [] if all(m in old for m in later) else later
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


def _list_of_levels_before(figure: Figure) -> list[tuple[int, Part]]:
    """Times right after an old level told later: “fell to $5 million from $7 million | in the first half of 2024”."""
    line = figure.line
    old = [at for at in line.levels_before if at > figure.place]
    return [pair for at in old for pair in line.parts(at, at + BESIDE, "period")]


def find_after_base(figure: Figure, indicator: str, story: Story) -> PeriodMention | None:
    """A year after what a flow is compared with, where nothing else dates it: “up 5 percent from January–June 2024”.

    That is a past time told as a base, or right after an old level told later in the sentence.
    """
    line, end = figure.line, len(figure.line.scene.text)
    told = [
        p.value for at, p in line.parts(figure.before[0], end, "period") if line.is_base(at) or p.value.form == _BASE
    ]
    told += [p.value for _, p in _list_of_levels_before(figure)]
    after = [get_year_after(m.period) for m in told if m.period and not m.yearless]
    now = [p for p in after if p and story.published and p.last < story.published and _is_late(p, story.published)]
    return PeriodMention(now[0], "span") if now and story.is_flow(indicator) else None


def _is_late(period: Period, published: date) -> bool:
    """Whether a time is of the year of publication or the one before: of which of several years, nobody says."""
    return period.last.year >= published.year - 1


def _limit(figure: Figure) -> int:
    """How far to look for a time after the figure: to where a part of it is told («в том числе»), or a row begins."""
    text = figure.line.scene.text
    parts = figure.line.between(figure.place, len(text), "previous")
    stop = text.find(";", figure.place)
    ends = [parts[0].start if parts else len(text), stop if stop >= 0 else len(text), find_next_row(figure)]
    return min(ends)
