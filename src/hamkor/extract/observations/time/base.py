"""The time of what others are compared with: a year before, the same months, in brackets after the comparison."""

from __future__ import annotations

import re

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.terms import GROWN, GROWTH
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.time.shifts import get_same_months, get_year_before
from hamkor.grammar import Part
from hamkor.model import Period

_YEAR = len("2025")
_WORD = re.compile(r"\w")


def is_bracketed_base(figure: Figure) -> bool:
    """«по сравнению с тем же периодом прошлого года ($71,7 млн)»: in brackets after the time compared with.

    Or with that time itself in the brackets: “reached $1.5 billion ($1.4 billion over the same period of 2022)”.
    """
    line, text = figure.line, figure.line.scene.text
    opened = next((start for start, end in line.brackets if start < figure.place < end), None)
    if opened is None or any(opened < place < figure.place for place in line.figures):
        return False
    at = len(text[:opened].rstrip()) - 1
    part = line.scene.part_at(at)
    if part and part.kind == "period" and (part.value.form == "compared" or line.is_base(at)):
        return True
    return bool([p for _, p in line.parts(*figure.after, "period") if p.value.form == "compared"])


def get_base_period(figure: Figure, story: Story) -> Period | None:
    """The time of a figure that others are compared with: right after or before it, or the same months."""
    line = figure.line
    before = [(at, p) for at, p in line.parts(0, figure.place, "period") if line.is_base(at) or at >= figure.before[0]]
    chosen = before[-1:] if is_right_after_time(figure) else line.parts(*figure.after, "period")[:1] or before[-1:]
    chosen = [(at, p) for at, p in chosen if p.value.form != "deadline"]
    if chosen and says_ago(figure, chosen[0][1]) and _compared(figure, story):
        return get_year_before(_compared(figure, story))
    if chosen and chosen[0][1].value.form == "since" and _is_ahead(chosen[0][1], story):
        return None  # «с 1 декабря увеличит с 5 до 8»: the day on which the new level begins
    period: Period | None = get_past(chosen[0][1].value.period, story) if chosen else None
    compared = story.in_sentence(figure)
    if period and _is_of_the_new(figure, *chosen[0], story):
        return get_year_before(period)
    if period and not (compared and compared.period == period):
        return get_same_months(period, story.drafts[-1].period if story.drafts else None)
    ago = line.between(0, figure.after[1], "yearago") or _is_base_of_growth(figure, story)
    return get_year_before(story.drafts[-1].period) if ago and story.drafts else None


def is_right_after_time(figure: Figure) -> bool:
    """«2023-yildagi 61 mln dollardan 2024-yilda 70 mln dollarga»: a time right before a figure."""
    times = figure.line.parts(*figure.before, "period")
    told = [(at, p) for at, p in times if p.value.form == "span"]
    return bool(told) and not _WORD.search(figure.line.scene.text, told[-1][0] + 1, figure.place)


def get_past(period: Period | None, story: Story) -> Period | None:
    """What others are compared with has been: «чем на 1 января», said in autumn, is this year's January."""
    ahead = period and story.published and period.first > story.published
    return get_year_before(period) if ahead else period


def _is_ahead(time: Part, story: Story) -> bool:
    period: Period | None = time.value.period
    return bool(period and story.published and period.first > story.published)


def _is_of_the_new(figure: Figure, at: int, time: Part, story: Story) -> bool:
    """«За девять месяцев экспорт вырос с 90 до 140»: a time told before what grew is that of the new level.

    Where verbs stand last, one right before the old level, too, unless it qualifies that («2023-yildagi 61 mln»).
    """
    line = figure.line
    between = line.scene.text[at + 1 : figure.place]
    apart = bool(_WORD.search(between)) or (not between.strip() and _is_of_both(line, time))
    other = line.parts(figure.place, len(line.scene.text), "period")
    told = time.value.form == "span" and time.value.period.start[:_YEAR] == time.value.period.end[:_YEAR]
    ago = says_ago(figure, time) and story.in_sentence(figure)
    if not story.in_sentence(figure) and not any(place > figure.place for place in line.figures):
        return False  # nothing new is told beside it
    return apart and told and at < figure.place and not other and not line.is_base(at) and not ago


def _is_of_both(line: Line, time: Part) -> bool:
    """«2024-yilda 40 mln dollardan 56 mln dollarga yetdi»: when it grew from the one to the other."""
    return line.words.verb_last and not time.span.within(line.folded).endswith(line.words.qualifying_endings)


def _is_base_of_growth(figure: Figure, story: Story) -> bool:
    """«сократился на 4 % — с 50 до 48 млн»: where the growth of the same sentence began, a year before."""
    before = story.in_sentence(figure)
    if before is None or before.indicator not in SORTS.flows:
        return False
    here = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph]
    grown = [d for d in here if d.size.measure in GROWN and d.indicator == before.indicator]
    return before.size.measure in GROWTH or any(d.period == before.period for d in grown)


def _compared(figure: Figure, story: Story) -> Period | None:
    """The time of the figure before in the sentence, else in the paragraph, with which this one is compared.

    Before the first figure of a paragraph the time that its sentence began with.
    """
    before = story.in_sentence(figure) or story.in_paragraph(figure)
    if before:
        return before.period
    told = [p.value for _, p in figure.line.parts(0, figure.place, "period") if p.value.form == "span"]
    return told[-1].period if told else None


def says_ago(figure: Figure, part: Part) -> bool:
    return "yearago" in told_by(figure, part)


def told_by(figure: Figure, part: Part) -> set[str]:
    """What the words of a time are among the cues."""
    said = part.span.within(figure.line.folded)
    return {sort for f in figure.line.words.cues.find(said) for sort in f.value.split()}
