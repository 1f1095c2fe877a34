"""The time that flows told before lend to one that tells none."""

from __future__ import annotations

from datetime import date

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import RECENT, Draft, Story
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.time.base import told_by
from hamkor.extract.observations.time.shifts import get_year_after
from hamkor.extract.parts import PeriodMention
from hamkor.model import Period

YEAR, DAY = len("2025"), len("2025-01-01")
POINTING = "anaphoric"  # a time that points back at the one told before: «за тот же период»
_RECALLED = 4  # flows back that one may be compared with
_GATHERED = "investment"


def get_carried(figure: Figure, indicator: str, story: Story) -> PeriodMention | None:
    """The time of the flow before, for a flow, where nothing says that this one is of now."""
    line, end = figure.line, len(figure.line.scene.text)
    forms = {p.value.form for _, p in line.parts(0, end, "period") if "yearly" not in told_by(figure, p)}
    pointed = _get_pointed_at(figure, story) if POINTING in forms else None
    source = pointed or find_flow_before(figure, story) or (_get_dated(story) if POINTING in forms else None)
    source = None if source and source.period is None and _is_before_announced(source, story) else source
    source = None if source and _is_of_other_kind(source, figure, indicator) else source
    now = line.between(0, end, "present") and POINTING not in forms
    if source is None and story.is_flow(indicator):
        return None if now else _announced(figure, story)
    if source is None or "vague" in forms or not story.is_flow(indicator) or _has_own(figure, story) or now:
        return None
    return PeriodMention(source.period, "span")


def _get_pointed_at(figure: Figure, story: Story) -> Draft | None:
    """“It was highest in 2019. At that time …”: the flow of the sentence right before, be it of long ago."""
    last = story.in_paragraph(figure)
    before = last is not None and last.figure.line.number == figure.line.number - 1 and last.status == "actual"
    dated = before and last is not None and last.period and not last.figure.given.get("base")
    return last if dated and last is not None and last.indicator in SORTS.flows else None


def _is_of_other_kind(source: Draft, figure: Figure, indicator: str) -> bool:
    """Whether a paragraph before told of another flow, this one of money put in: that has gathered since long ago."""
    apart = source.figure.line.paragraph != figure.line.paragraph
    return apart and indicator == _GATHERED != source.indicator


def _is_before_announced(draft: Draft, story: Story) -> bool:
    """Whether a figure was told before the months that were announced."""
    return story.announced is not None and draft.figure.line.number < story.announced.number


def _get_dated(story: Story) -> Draft | None:
    """The last figure with a time, whatever it is of: «за этот период» points back at it."""
    dated = [d for d in story.drafts if d.status == "actual" and d.period and not d.figure.given.get("base")]
    return dated[-1] if dated else None


def _has_own(figure: Figure, story: Story) -> bool:
    """Whether a figure before in the sentence has lent, or failed to lend, its time; an old level lends none."""
    before = story.in_sentence(figure)
    return bool(before and not before.figure.given.get("base"))


def _announced(figure: Figure, story: Story) -> PeriodMention | None:
    """The time of a sentence right before that tells no figure but of what time they are; else the months announced.

    Or to whose figures, no flows themselves, this one points back («жұмыстар нәтижесінде …»).
    """
    line = story.before
    told = [] if line is None or (line.figures and not _goes_on_with(figure, story)) else _list_spans(line, story)
    heads = [head for head in (story.opener, story.preamble) if head and not head.figures]
    told = told or next((times for head in heads if (times := _list_spans(head, story))), [])
    if told:
        return told[-1]
    return PeriodMention(story.announced.period, "span") if story.announced else None


def _list_spans(line: Line, story: Story) -> list[PeriodMention]:
    """Times that were over when the text was published, but what others are only compared with.

    A month by itself may be when a thing began, where the sentence tells of nothing that is counted in it.
    """
    times = [p.value for at, p in line.parts(0, len(line.scene.text), "period") if not line.is_base(at)]
    flows = any(c.indicator and c.indicator.name in SORTS.flows for c in line.cues)
    told = [m for m in times if m.period and m.form == "span" and (flows or not _is_month(m.period))]
    return [m for m in told if story.published and m.period and m.period.last < story.published]


def _goes_on_with(figure: Figure, story: Story) -> bool:
    """Whether a sentence of the same paragraph points back at the figures of the one before, which have been."""
    before = story.in_paragraph(figure) if figure.part.kind not in ("percent", "fraction") else None
    points = before is not None and figure.line.between(0, figure.place, "previous")
    return bool(points and before and before.status == "actual" and before.figure.line.number == figure.line.number - 1)


def _is_month(period: Period) -> bool:
    return period.start == period.end and len(period.start) > YEAR


def find_flow_before(figure: Figure, story: Story) -> Draft | None:
    """The latest time told of in the paragraph, for what lies further back is only recalled; else of the last flow."""
    flows = [
        d
        for d in story.drafts or _list_of_reporter(story)
        if d.status == "actual" and story.is_flow(d.indicator) and not d.figure.given.get("base")
    ]
    flows = [d for d in flows if not _is_of_years(d) and not _is_record(d, figure)]
    here = [d for d in flows if d.figure.line.paragraph == figure.line.paragraph and d.period]
    return max(here, key=lambda d: d.period.last if d.period else date.min) if here else _not_recalled(flows)


def _list_of_reporter(story: Story) -> list[Draft]:
    """What was told of the same side with another partner, where a part on a new pair begins («В Россию область …»)."""
    own = {story.focus.sides.ref, story.focus.sides.counterpart} - {None}
    told = story.told[-RECENT:]
    return told if told and told[-1].sides.ref in own else []


def _is_of_years(draft: Draft) -> bool:
    """Whether it tells how much grew over years («с 2015 года выросли впятеро»): what follows is of none of them."""
    years = draft.period and draft.period.start[:YEAR] != draft.period.end[:YEAR]
    return bool(years) and draft.size.measure in GROWN


def _is_record(draft: Draft, figure: Figure) -> bool:
    """Whether it tells the most or least of all months («Энг катта ҳажм февралда қайд этилди»), paragraphs before."""
    line, period = draft.figure.line, draft.period
    if line.paragraph == figure.line.paragraph or period is None or not _is_month(period):
        return False
    return bool(line.between(0, len(line.scene.text), "record"))


def _not_recalled(flows: list[Draft]) -> Draft | None:
    """The last of the flows; where it only recalls the same of a year before, what was compared with it."""
    last = flows[-1] if flows else None
    after = get_year_after(last.period) if last else None
    now = [d for d in flows[-_RECALLED:] if last and after and d.indicator == last.indicator and d.period == after]
    return now[-1] if now else last
