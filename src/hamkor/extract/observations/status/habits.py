"""What is done again and again, told by verbs of now as of later: «haftasiga 14 ta reys bajariladi» is done now."""

from __future__ import annotations

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.near import counts_lands
from hamkor.extract.observations.layout import STATUSES, Cue, Figure, Line
from hamkor.extract.observations.status.standing import PLANNED, get_standing
from hamkor.extract.observations.time.base import told_by
from hamkor.grammar import Part

_NEXT = 2  # characters: right before a figure


def is_of_now(figure: Figure, cue: Cue | None) -> bool:
    """A verb after the figure that may tell of now or of what lies ahead, where words before it say it is now."""
    if cue is None or not figure.line.words.verb_last or cue.start < figure.place:
        return False
    return not cue.sorts.isdisjoint(("target", "forecast")) and says_now(figure)


def says_now(figure: Figure) -> bool:
    """Whether words before it say that it is so now, a time («бугун») or others."""
    times = (part for _, part in figure.line.parts(*figure.before, "period") if not _is_again(part))
    present = figure.line.between(*figure.before, "present")
    return bool(present) or any("present" in told_by(figure, part) for part in times)


def is_habit(figure: Figure, cue: Cue | None, story: Story) -> bool:
    """A verb of now or of later beside how often it is done («haftasiga 14 ta reys bajariladi»): it is done now.

    So is what is told of a part of goods, or of how many lands they go to («маҳсулотнинг 40 фоизи экспорт қилинади»).
    Not of what is only planned: where the figure before it in its paragraph, or another verb, lies ahead.
    """
    if cue is None or "habit" not in cue.sorts or is_from_ahead(figure, story):
        return False
    shared = _is_shared_out(figure) and get_standing(figure, story) != PLANNED  # not of a plant still in building
    before, line = story.in_paragraph(figure), figure.line
    first = story.in_sentence(figure) is None  # else the words before are of the figure before
    goes_on = not first and bool(line.between(0, figure.place, "rate"))  # «o'rtacha 3 kun turib, 210 dollar sarflaydi»
    if not (figure.cues("rate") or _is_rated(figure) or shared or goes_on):
        return False
    ahead = [c for c in line.between(0, figure.place, "target") if first and "habit" not in c.sorts]
    built = first and _is_of_built(story, line)
    return not (ahead or built) and (before is None or before.status == "actual")


def _is_shared_out(figure: Figure) -> bool:
    """Whether it is a part of something, or a number of countries."""
    part = figure.part.kind in ("percent", "fraction") and figure.given.get("measure", "share") == "share"
    return part or counts_lands(figure)


def _is_of_built(story: Story, line: Line) -> bool:
    """Whether the sentence right before, in its paragraph, tells last of what is still being done or planned."""
    if story.before is None or not story.is_in_paragraph(line):
        return False
    told = [c for c in story.before.cues if not STATUSES.isdisjoint(c.sorts)]
    if len(told) > 1 and not story.before.scene.text[told[-2].end : told[-1].start].strip():
        told = told[:-1]  # «qurishga kelishdi»: what was agreed on is still to be done
    return bool(told) and "target" in told[-1].sorts and "habit" not in told[-1].sorts


def _is_rated(figure: Figure) -> bool:
    """Whether a time that is nobody's year stands right before it («yiliga 40 ming»), or tells that it is done again.

    «Қытай жыл сайын Қазақстаннан 150 мың тонна сатып алады».
    """
    times = figure.line.parts(*figure.before, "period")
    again = [(at, part) for at, part in times if _is_again(part)]
    return any(figure.place - at <= _NEXT or "present" in told_by(figure, part) for at, part in again)


def _is_again(time: Part) -> bool:
    """Whether a time is nobody's year: what is done each month may be wanted («ай сайын 3 мың тонна алуға мүдделі»)."""
    return time.value.form == "vague" and time.value.period is None


def is_from_ahead(figure: Figure, story: Story) -> bool:
    """Whether a time before it has not begun («15 қыркүйектен бастап үш рейс орындайды»)."""
    times = [p.value for _, p in figure.line.parts(*figure.before, "period")]
    return any(m.period and story.published and m.period.first > story.published for m in times)
