"""The time of the figure before in a sentence, for the one that goes on with it."""

from __future__ import annotations

from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.time.base import get_past
from hamkor.extract.observations.time.carried import get_carried
from hamkor.extract.observations.time.shifts import (
    get_year_after,
    get_year_before,
)
from hamkor.extract.parts import PeriodMention
from hamkor.model import Period


def get_shared(figure: Figure, before: Draft, indicator: str, story: Story) -> PeriodMention | None:
    """The time of the figure before in the sentence, unless this one is told of now."""
    now = not story.is_flow(indicator) and figure.cues("present")
    if now:
        return None
    if compared := _get_compared(figure, before, story):
        return compared
    if before.figure.given.get("base"):
        others = [
            d for d in story.drafts if d.figure.line.number == figure.line.number and not d.figure.given.get("base")
        ]
        if before.period is None and not others:
            return get_carried(figure, indicator, story)
        return PeriodMention(others[-1].period if others else _get_after(before, story), "span")
    return PeriodMention(_later_of_two(figure, before, story), "span")


def _get_compared(figure: Figure, before: Draft, story: Story) -> PeriodMention | None:
    """«58 more than on 1 January, when there were 403»: the time that what stands before is compared with.

    Where the sentence turns to another thing («…, while deliveries …»), nothing of it is left; a share is of what grew.
    """
    share = figure.part.kind in ("percent", "fraction")
    if before.size.measure not in GROWN or figure.given.get("measure") in GROWN or share:
        return None
    line, times = figure.line, figure.line.parts(before.figure.place, figure.place, "period")
    bases = [(at, p) for at, p in times if line.is_base(at) and not line.between(at, figure.place, "turn")]
    bases = [(at, p) for at, p in bases if not _goes_on(line, at, figure.place)]
    told = [p.value.period for _, p in bases if p.value.period]
    return PeriodMention(get_past(told[-1], story), "span") if told else None


def _goes_on(line: Line, start: int, end: int) -> bool:
    """Whether a second verb of the same subject stands there, after an "and": «по сравнению с 2023-м и достиг …»."""
    verbs = line.between(start, end, "actual")
    return any(
        line.scene.text[start : verb.start].split()[-1:] == [joint] for verb in verbs for joint in line.words.joints
    )


def _get_after(before: Draft, story: Story) -> Period | None:
    """A year after what was compared with, unless more years passed; the same time where it is still to come."""
    after, told = get_year_after(before.period), story.published
    if after is None or told is None:
        return after
    if after.first > told:
        return before.period
    return after if after.last.year >= told.year - 1 else None  # of which of several years, nobody says


def _later_of_two(figure: Figure, before: Draft, story: Story) -> Period | None:
    """The time of the figure before; of growth told after an old level that of the new one, a year later.

    The new one may be told in the paragraph before.
    """
    if figure.given.get("measure") not in GROWN:
        return before.period
    here = [d for d in story.drafts if d.figure.line.paragraph >= figure.line.paragraph - 1 and d.period]
    later = [d.period for d in here if d.indicator == before.indicator and get_year_before(d.period) == before.period]
    return later[-1] if later else before.period
