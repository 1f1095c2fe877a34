"""The time a figure is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.terms import TRADE
from hamkor.extract.observations.layout import BARE_ROW, Figure, Line
from hamkor.extract.observations.time.base import (
    get_base_period,
    get_past,
    is_bracketed_base,
    is_right_after_time,
    says_ago,
    told_by,
)
from hamkor.extract.observations.time.held import get_held
from hamkor.extract.observations.time.shifts import (
    get_same_months,
    get_whole_year,
    get_year_after,
    get_year_before,
    is_year_before,
)
from hamkor.extract.observations.time.term import get_term, get_term_before
from hamkor.extract.parts import PeriodMention
from hamkor.grammar import Part
from hamkor.model import PartOf, Period

_DAYS = frozenset(("day",))
_NOT_OWN = frozenset(("deadline", "vague", "compared"))
_YEAR, _DAY = len("2025"), len("2025-01-01")
_POINTING = "anaphoric"  # a time that points back at the one told before: «за тот же период»
_BESIDE = 4  # characters from a figure to the time right after it
_OPENING = 12  # characters in which a sentence points back at what is counted
_RECALLED = 4  # flows back that one may be compared with
_GATHERED = "investment"
_GROWTH = frozenset(("change", "multiple"))
_GROWN = _GROWTH | {"change_abs"}


def get_period(figure: Figure, *, indicator: str, measure: str, status: str, story: Story) -> Period | None:
    """The time of a figure: of what is wanted its term, else the time beside it, or of the figure before."""
    lasting = status == "actual" and indicator in story.words.lasting and not _is_old_level(figure)
    if figure.given.get("undated") or lasting:
        return _get_happened(figure, indicator, story)
    if figure.quantity.period:
        return figure.quantity.period
    if status != "actual":
        return get_term(figure, indicator, story) or get_term_before(figure, indicator, measure, story)
    if figure.given.get("base") or is_bracketed_base(figure):
        return get_base_period(figure, story) or _get_before_carried(figure, indicator, story)
    told = _year_before_told(figure, indicator, story) or _get_told(figure, indicator, measure, story)
    told = told or get_held(figure, indicator, story) or _get_day_of_count(figure, indicator, story)
    return told or _get_of_list(figure, indicator, measure, story)


def _is_old_level(figure: Figure) -> bool:
    """“from 240 megawatts in 2012”: an old level with its time right after it, be it of what lasts."""
    return bool(figure.given.get("base") and figure.line.parts(figure.place, figure.place + _BESIDE, "period"))


def _get_of_list(figure: Figure, indicator: str, measure: str, story: Story) -> Period | None:
    """The time of what was counted before, of the rows that tell it by places, and of its growth pointed back at."""
    before = story.find_counted()
    if before is None or before.indicator != indicator or before.status != "actual" or story.in_sentence(figure):
        return None
    row = story.opener is not None and BARE_ROW.fullmatch(figure.line.scene.text)
    grown = measure in _GROWN and figure.line.between(0, _OPENING, "previous")
    return before.period if row or grown else None


def _get_day_of_count(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«… фирмы, которые работали на 1 октября. Их 17 214»: of things counted the day that the sentence before tells.

    That sentence has no figures and this one begins by pointing back at its things.
    """
    line = story.before if story.is_in_paragraph(figure.line) else None
    if line is None or line.figures or story.is_flow(indicator) or not figure.line.between(0, _OPENING, "previous"):
        return next((d.period for d in story.find_pointed(figure)), None)
    times = [p.value for at, p in line.parts(0, len(line.scene.text), "period") if not line.is_base(at)]
    days = [m.period for m in times if m.period and len(m.period.start) == _DAY and not _is_ahead(m, story)]
    return days[0] if len(days) == 1 and figure.part.kind in ("count", "number") else None


def _get_happened(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«В прошлом году выгорело 11 тыс. га»: of what lasts, the past year or months in which a verb says it happened."""
    if figure.given.get("undated") or figure.cues("present") or not figure.cues("happened"):
        return None
    told = [m for m in _usable(figure, figure.before, indicator, story) if m.form == "span"]
    return told[-1].period if told else None


def _get_before_carried(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«Ввоз угля сократился с 85 тыс. тонн до 52 тыс.»: a year before the time that its paragraph tells of.

    Of a flow alone: how long a way took, or what a ticket cost before, is of no year.
    """
    dated = figure.line.parts(0, len(figure.line.scene.text), "period") or story.in_sentence(figure)
    carried = None if dated or not story.is_flow(indicator) else _carried(figure, indicator, story)
    return get_year_before(carried.period) if carried else None


def _get_told(figure: Figure, indicator: str, measure: str, story: Story) -> Period | None:
    """The time beside a figure, or of the figure before."""
    mention = _own(figure, indicator, story) or _carried(figure, indicator, story)
    return _read(figure, mention, indicator=indicator, measure=measure, story=story)


def _read(
    figure: Figure, mention: PeriodMention | None, *, indicator: str, measure: str, story: Story
) -> Period | None:
    """The time that a mention tells of this figure."""
    if mention is None or mention.period is None:
        return None
    if mention.form == "since":
        return _since(figure, mention.period, measure, story)
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
    before, year = _flow_before(figure, story), str(story.published.year) if story.published else None
    if year is None or mention.period != Period(year) or not (before and before.period):
        return None
    if before.indicator != indicator and not {before.indicator, indicator} <= TRADE:
        return None
    said = next((p.span for _, p in figure.line.parts(0, figure.after[1], "period") if p.value is mention), None)
    digits = said is None or any(c.isdigit() for c in said.within(figure.line.folded))
    begun = (before.period.start, before.period.end[:_YEAR]) == (f"{year}-01", year)
    return before.period if begun and not digits else None


def _year_before_told(figure: Figure, indicator: str, story: Story) -> Period | None:
    """«Годом ранее он равнялся …»: a year before the time that the same was just told of, not before publication."""
    before, parts = story.in_paragraph(figure), figure.line.parts(*figure.before, "period")
    if before is None or before.period is None or before.indicator != indicator or not parts:
        return None
    part, told = parts[-1][1], parts[-1][1].value.period
    if figure.given.get("measure") in _GROWN or figure.line.is_base(parts[-1][0]):
        return None  # that is what it grew from
    if before.figure.given.get("base") and parts[-1][0] - before.figure.place <= _BESIDE:
        return None  # “from 40 a year earlier to 52”: of the figure that it stands right after
    if told is None or len(told.start) != len("2024"):
        return None
    years = before.period.last.year - told.last.year
    same = part.value.form == _POINTING and years == 1  # the same months of last year
    return get_year_before(before.period) if same or ("earlier" in told_by(figure, part) and years in (0, 1)) else None


def _own(figure: Figure, indicator: str, story: Story) -> PeriodMention | None:
    """The nearest before the figure, what follows it, that of the figure before, any other of its sentence."""
    ahead, behind = (_usable(figure, where, indicator, story) for where in (figure.before, figure.after))
    before = story.in_sentence(figure)
    if _is_of_one_before(figure, ahead, before) and before and (behind or before.figure.given.get("base")):
        ahead = [] if behind else ahead[:-1]
    near = behind[:1] if _is_begun_before(figure, ahead) else ahead[-1:] or behind[:1]
    if near and not _is_of_old(figure, indicator, near[0], story):
        return near[0]
    if before:
        return _shared(figure, before, indicator, story)
    if not story.is_flow(indicator) and figure.cues("present"):
        return None
    later = _usable(figure, (figure.after[1], _limit(figure)), indicator, story)
    grown = figure.given.get("measure") in _GROWN
    later = [m for m in later if m.form != _POINTING or grown or figure.line.figures[-1] == figure.place]
    if len(later) > 1 and grown:
        later = [_get_newer(later)]  # «вырос втрое — с 3 млн в 2023 году до 9 млн в 2024-м»
    return later[0] if later and not _is_of_base(figure, later[0], indicator, story) else None


def _is_begun_before(figure: Figure, ahead: list[PeriodMention]) -> bool:
    """“Starting in 2020, trade fell to $20 million in 2021”: what began then has its own time right after it."""
    behind = figure.line.parts(figure.place, figure.place + _BESIDE, "period")
    return bool(ahead and ahead[-1].form == "since" and any(p.value.form == "span" for _, p in behind))


def _get_newer(mentions: list[PeriodMention]) -> PeriodMention:
    """The latest of several times; «за тот же период 2025 года» are the months told first."""
    newest = max(mentions, key=_get_end)
    if newest.form != _POINTING or newest.period is None:
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
    return len(times) == 1 and times[0][0] - before.figure.place <= _BESIDE


def _is_of_base(figure: Figure, mention: PeriodMention, indicator: str, story: Story) -> bool:
    """«За год выросли на 20 %: в 2023 году они составляли …»: the time of what growth began from is not its own."""
    before = story.in_paragraph(figure)
    if before is None or before.period is None or mention.period is None or before.indicator != indicator:
        return False
    grown = figure.given.get("measure") in _GROWN
    return grown and mention.period.last < before.period.first


def _of_old(figure: Figure, mention: PeriodMention, *, indicator: str, measure: str, story: Story) -> Period | None:
    """«За те же месяцы 2024 года», “a year earlier”: the months told of last, in that year; None for any other time.

    A growth is of the time told of last: that year is what it is compared with.
    """
    latest = _flow_before(figure, story)
    if mention.period is None or latest is None or latest.period is None or len(mention.period.start) > _YEAR:
        return None
    said = any(p.value is mention and says_ago(figure, p) for _, p in figure.line.parts(0, figure.after[1], "period"))
    same = any(d.indicator == indicator and d.period == latest.period for d in story.drafts)
    ago = said and same and is_year_before(mention.period, latest.period)
    if mention.form != _POINTING and not ago:
        return None
    return latest.period if ago and measure in _GROWTH else get_same_months(mention.period, latest.period)


def _is_of_old(figure: Figure, indicator: str, mention: PeriodMention, story: Story) -> bool:
    """A day told before what is so now («основан 3 мая 1930 года, здесь живут …»)."""
    now = not story.is_flow(indicator) and mention.form in _DAYS
    return bool(now and figure.line.between(*figure.before, "present"))


def _limit(figure: Figure) -> int:
    """How far to look for a time after the figure: to where a part of it is told («в том числе»)."""
    text = figure.line.scene.text
    parts = figure.line.between(figure.place, len(text), "previous")
    stop = text.find(";", figure.place)
    return min(parts[0].start if parts else len(text), stop if stop >= 0 else len(text))


def _shared(figure: Figure, before: Draft, indicator: str, story: Story) -> PeriodMention | None:
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
            return _carried(figure, indicator, story)
        return PeriodMention(others[-1].period if others else _get_after(before, story), "span")
    return PeriodMention(_later_of_two(figure, before, story), "span")


def _get_compared(figure: Figure, before: Draft, story: Story) -> PeriodMention | None:
    """«58 more than on 1 January, when there were 403»: the time that what stands before is compared with.

    Where the sentence turns to another thing («…, while deliveries …»), nothing of it is left; a share is of what grew.
    """
    share = figure.part.kind in ("percent", "fraction")
    if before.size.measure not in _GROWN or figure.given.get("measure") in _GROWN or share:
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
    if figure.given.get("measure") not in _GROWN:
        return before.period
    here = [d for d in story.drafts if d.figure.line.paragraph >= figure.line.paragraph - 1 and d.period]
    later = [d.period for d in here if d.indicator == before.indicator and get_year_before(d.period) == before.period]
    return later[-1] if later else before.period


def _usable(figure: Figure, where: tuple[int, int], indicator: str, story: Story) -> list[PeriodMention]:
    """Times of a stretch that can date the figure: no base of comparison, no term, no day of an event for a flow."""
    line = figure.line
    found = [
        (at, p.value)
        for at, p in line.parts(*where, "period")
        if not line.is_base(at) and not line.is_aside(at, figure.place) and not _is_recalled(figure, at, p)
    ]
    flow = story.is_flow(indicator)
    told = [m for _, m in found if m.form not in _NOT_OWN and not (flow and m.form in _DAYS) and m.period]
    return [m for m in (_bring_back(m, story) if flow else m for m in told) if not _is_ahead(m, story)]


def _bring_back(mention: PeriodMention, story: Story) -> PeriodMention:
    """A month without its year of what has been is the last one, not the next («выросли в январе», said in autumn)."""
    if not (mention.yearless and _is_ahead(mention, story)):
        return mention
    return replace(mention, period=get_year_before(mention.period))


def _is_ahead(mention: PeriodMention, story: Story) -> bool:
    """Whether a time is still to come: it dates nothing that has been («приняли 1100 пациентов за четыре дня»)."""
    return bool(mention.period and story.published and mention.period.first > story.published)


def _is_recalled(figure: Figure, at: int, part: Part) -> bool:
    """A year ago, told after the figure, dates what it is compared with; so does «к 2021 году» after a growth."""
    grown = figure.given.get("measure") in _GROWN and figure.line.words.after_growth
    compared = grown and part.span.within(figure.line.folded).startswith(figure.line.words.after_growth)
    return at > figure.place and bool(compared or says_ago(figure, part))


def _carried(figure: Figure, indicator: str, story: Story) -> PeriodMention | None:
    """The time of the flow before, for a flow, where nothing says that this one is of now."""
    line, end = figure.line, len(figure.line.scene.text)
    forms = {p.value.form for _, p in line.parts(0, end, "period") if "yearly" not in told_by(figure, p)}
    pointed = _get_pointed_at(figure, story) if _POINTING in forms else None
    source = pointed or _flow_before(figure, story) or (_get_dated(story) if _POINTING in forms else None)
    source = None if source and source.period is None and _is_before_announced(source, story) else source
    source = None if source and _is_of_other_kind(source, figure, indicator) else source
    if source is None and story.is_flow(indicator):
        return _announced(figure, story)
    if source is None or "vague" in forms or not story.is_flow(indicator) or _has_own(figure, story):
        return None
    if line.between(0, end, "present") and _POINTING not in forms:
        return None
    return PeriodMention(source.period, "span")


def _get_pointed_at(figure: Figure, story: Story) -> Draft | None:
    """“It was highest in 2019. At that time …”: the flow of the sentence right before, be it of long ago."""
    last = story.in_paragraph(figure)
    before = last is not None and last.figure.line.number == figure.line.number - 1 and last.status == "actual"
    dated = before and last is not None and last.period and not last.figure.given.get("base")
    return last if dated and last is not None and last.indicator in story.words.flows else None


def _is_of_other_kind(source: Draft, figure: Figure, indicator: str) -> bool:
    """Whether a paragraph before told of trade and this one tells of money put in: that has gathered since long ago."""
    apart = source.figure.line.paragraph != figure.line.paragraph
    return apart and indicator == _GATHERED and source.indicator in TRADE


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
    flows = any(c.indicator and c.indicator.name in story.words.flows for c in line.cues)
    told = [m for m in times if m.period and m.form == "span" and (flows or not _is_month(m.period))]
    return [m for m in told if story.published and m.period and m.period.last < story.published]


def _goes_on_with(figure: Figure, story: Story) -> bool:
    """Whether a sentence of the same paragraph points back at the figures of the one before, which have been."""
    before = story.in_paragraph(figure) if figure.part.kind not in ("percent", "fraction") else None
    points = before is not None and figure.line.between(0, figure.place, "previous")
    return bool(points and before and before.status == "actual" and before.figure.line.number == figure.line.number - 1)


def _is_month(period: Period) -> bool:
    return period.start == period.end and len(period.start) > _YEAR


def _flow_before(figure: Figure, story: Story) -> Draft | None:
    """The latest time told of in the paragraph, for what lies further back is only recalled; else of the last flow."""
    flows = [
        d
        for d in story.drafts
        if d.status == "actual" and story.is_flow(d.indicator) and not d.figure.given.get("base")
    ]
    flows = [d for d in flows if not _is_of_years(d) and not _is_record(d, figure)]
    here = [d for d in flows if d.figure.line.paragraph == figure.line.paragraph and d.period]
    return max(here, key=lambda d: d.period.last if d.period else date.min) if here else _not_recalled(flows)


def _is_of_years(draft: Draft) -> bool:
    """Whether it tells how much grew over years («с 2015 года выросли впятеро»): what follows is of none of them."""
    years = draft.period and draft.period.start[:_YEAR] != draft.period.end[:_YEAR]
    return bool(years) and draft.size.measure in _GROWN


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


def _since(figure: Figure, start: Period, measure: str, story: Story) -> Period | None:
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
