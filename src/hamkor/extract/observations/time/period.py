"""The time a figure is about."""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.terms import GROWN, GROWTH, TRADE
from hamkor.extract.observations.layout import BARE_ROW, Figure
from hamkor.extract.observations.time.base import (
    get_base_period,
    is_bracketed_base,
    says_ago,
    told_by,
)
from hamkor.extract.observations.time.carried import DAY, POINTING, YEAR, find_flow_before, get_carried
from hamkor.extract.observations.time.held import get_held
from hamkor.extract.observations.time.own import BESIDE, find_after_base, find_own
from hamkor.extract.observations.time.shifts import (
    get_same_months,
    get_whole_year,
    get_year_before,
    is_year_before,
)
from hamkor.extract.observations.time.term import get_term, get_term_before
from hamkor.extract.observations.time.usable import is_ahead, list_usable
from hamkor.extract.parts import PeriodMention
from hamkor.model import PartOf, Period
from hamkor.model.period import move_years

_OPENING = 12  # characters in which a sentence points back at what is counted


def get_period(figure: Figure, *, indicator: str, measure: str, status: str, story: Story) -> Period | None:
    """The time of a figure: of what is wanted its term, else the time beside it, or of the figure before."""
    lasting = status == "actual" and indicator in SORTS.lasting and not _is_old_level(figure)
    if figure.given.get("undated") or lasting:
        return _get_happened(figure, indicator, story)
    if figure.quantity.period:
        return figure.quantity.period
    if status != "actual":
        return get_term(figure, indicator, story) or get_term_before(figure, indicator, measure, story)
    if figure.given.get("base") or is_bracketed_base(figure):
        ago = _get_years_before(figure, indicator, story)
        return ago or get_base_period(figure, story) or _get_before_carried(figure, indicator, story)
    told = _get_years_before(figure, indicator, story) or _year_before_told(figure, indicator, story)
    told = told or _get_told(figure, indicator, measure, story)
    told = told or get_held(figure, indicator, story) or _get_day_of_count(figure, indicator, story)
    return told or _get_of_list(figure, indicator, measure, story)


def _is_old_level(figure: Figure) -> bool:
    """“from 240 megawatts in 2012”: an old level with its time right after it, be it of what lasts.

    Where verbs stand last, before it («o'tgan yili bu raqam 940 nafar edi»).
    """
    start = figure.before[0] if figure.line.words.verb_last else figure.place
    return bool(figure.given.get("base") and figure.line.parts(start, figure.place + BESIDE, "period"))


def _get_of_list(figure: Figure, indicator: str, measure: str, story: Story) -> Period | None:
    """The time of what was counted before, of the rows that tell it by places, and of its growth pointed back at."""
    before = story.find_counted()
    if before is None or before.indicator != indicator or before.status != "actual" or story.in_sentence(figure):
        return None
    row = story.opener is not None and BARE_ROW.fullmatch(figure.line.scene.text)
    grown = measure in GROWN and figure.line.between(0, _OPENING, "previous")
    return before.period if row or grown else None


def _get_day_of_count(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«… фирмы, которые работали на 1 октября. Их 17 214»: of things counted the day that the sentence before tells.

    That sentence has no figures and this one begins by pointing back at its things.
    """
    line = story.before if story.is_in_paragraph(figure.line) else None
    if line is None or line.figures or story.is_flow(indicator) or not figure.line.between(0, _OPENING, "previous"):
        return next((d.period for d in story.find_pointed(figure)), None)
    times = [p.value for at, p in line.parts(0, len(line.scene.text), "period") if not line.is_base(at)]
    days = [m.period for m in times if m.period and len(m.period.start) == DAY and not is_ahead(m, story)]
    return days[0] if len(days) == 1 and figure.part.kind in ("count", "number") else None


def _get_happened(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«В прошлом году выгорело 11 тыс. га»: of what lasts, the past year or months in which a verb says it happened."""
    if figure.given.get("undated") or figure.cues("present") or not figure.cues("happened"):
        return None
    told = [m for m in list_usable(figure, figure.before, indicator, story) if m.form == "span"]
    return told[-1].period if told else None


def _get_before_carried(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«Ввоз угля сократился с 85 тыс. тонн до 52 тыс.»: a year before the time that its paragraph tells of.

    Of a flow alone: how long a way took, or what a ticket cost before, is of no year. Nor is what is to grow from now.
    """
    dated = figure.line.parts(0, len(figure.line.scene.text), "period") or story.in_sentence(figure)
    if not figure.line.words.verb_last and figure.line.between(*figure.before, "target"):
        return None
    carried = None if dated or not story.is_flow(indicator) else get_carried(figure, indicator, story)
    return get_year_before(carried.period) if carried else None


def _get_told(figure: Figure, indicator: str, measure: str, story: Story) -> Period | None:
    """The time beside a figure, or of the figure before."""
    mention = find_own(figure, indicator, story) or get_carried(figure, indicator, story)
    if mention is None or mention.period is None:
        mention = find_after_base(figure, indicator, story) or mention
    return _read(figure, mention, indicator=indicator, measure=measure, story=story)


def _read(
    figure: Figure, mention: PeriodMention | None, *, indicator: str, measure: str, story: Story
) -> Period | None:
    """The time that a mention tells of this figure."""
    if mention is None or mention.period is None:
        return None
    if mention.form == "since":
        return _since(figure, mention.period, story)
    if not story.is_flow(indicator):
        return mention.period
    begun = _get_months_of(figure, mention, indicator, story)
    if begun:
        return begun
    old = _of_old(figure, mention, indicator=indicator, measure=measure, story=story)
    return old or get_whole_year(mention.period)


def _get_months_of(figure: Figure, mention: PeriodMention, indicator: str, story: Story) -> Period | None:
    """«В январе–октябре приехали 9 млн. В этом году рост — 40%»: of “this year” the months just told of the same.

    A year is not over while it is written about; a year that is told in digits is meant whole.
    """
    before, year = find_flow_before(figure, story), str(story.published.year) if story.published else None
    if year is None or mention.period != Period(year) or not (before and before.period):
        return None
    if before.indicator != indicator and not {before.indicator, indicator} <= TRADE:
        return None
    said = next((p.span for _, p in figure.line.parts(0, figure.after[1], "period") if p.value is mention), None)
    digits = said is None or any(c.isdigit() for c in said.within(figure.line.folded))
    begun = (before.period.start, before.period.end[:YEAR]) == (f"{year}-01", year)
    return before.period if begun and not digits else None


def _year_before_told(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«Годом ранее он равнялся …»: a year before the time that the same was just told of, not before publication."""
    before, parts = story.in_paragraph(figure), figure.line.parts(*figure.before, "period")
    if before is None or before.period is None or before.indicator != indicator or not parts:
        return None
    part, told = parts[-1][1], parts[-1][1].value.period
    if figure.given.get("measure") in GROWN or figure.line.is_base(parts[-1][0]):
        return None  # that is what it grew from
    if before.figure.given.get("base") and parts[-1][0] - before.figure.place <= BESIDE:
        return None  # “from 40 a year earlier to 52”: of the figure that it stands right after
    if told is None or len(told.start) != len("2024"):
        return None
    years = before.period.last.year - told.last.year
    same = part.value.form == POINTING and years == 1  # the same months of last year
    return get_year_before(before.period) if same or ("earlier" in told_by(figure, part) and years in (0, 1)) else None


def _get_years_before(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«Bundan besh yil muqaddam u 8 mln edi»: so many years before the time of what words point back at."""
    before, parts = story.in_paragraph(figure), figure.line.parts(*figure.before, "period")
    if before is None or before.period is None or before.indicator != indicator or not parts:
        return None
    told, today = parts[-1][1].value.period, story.published
    ago = "ago" in told_by(figure, parts[-1][1]) and figure.cues("previous") and told and len(told.start) == YEAR
    past = ago and today is not None and told.last.year <= before.period.last.year
    return move_years(before.period, told.last.year - today.year) if past and today else None


def _of_old(figure: Figure, mention: PeriodMention, *, indicator: str, measure: str, story: Story) -> Period | None:
    """«За те же месяцы 2024 года», “a year earlier”: the months told of last, in that year; None for any other time.

    A growth is of the time told of last: that year is what it is compared with.
    """
    latest = find_flow_before(figure, story)
    if mention.period is None or latest is None or latest.period is None or len(mention.period.start) > YEAR:
        return None
    said = any(p.value is mention and says_ago(figure, p) for _, p in figure.line.parts(0, figure.after[1], "period"))
    same = any(d.indicator == indicator and d.period == latest.period for d in story.drafts)
    ago = said and same and is_year_before(mention.period, latest.period)
    if mention.form != POINTING and not ago:
        return None
    return latest.period if ago and measure in GROWTH else get_same_months(mention.period, latest.period)


def _since(figure: Figure, start: Period, story: Story) -> Period | None:
    """Since a year: to the time of the figure before in its sentence, else to publication; in whole years."""
    before = story.in_sentence(figure)
    until = before.period.end if before and before.period else story.published.isoformat() if story.published else ""
    if len(start.start) == 4:
        until = until[:4]
    return Period(start.start, until) if until and start.first <= Period(until).last else None


def get_shared_period(whole: PartOf, indicator: str, story: Story) -> Period | None:
    """The time of a share that tells none: that of the part and the whole, where both were told for one time."""
    levels = [d for d in story.drafts if d.size.measure == "level" and d.status == "actual" and d.period]
    wholes = {d.period for d in levels if d.indicator == whole.indicator}
    parts = [d.period for d in levels if d.indicator == indicator != whole.indicator and d.period in wholes]
    return parts[-1] if parts else None
