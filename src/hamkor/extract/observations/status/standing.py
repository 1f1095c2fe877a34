"""Whether what a paragraph tells of stands already or is still to be: a plant in building, a train that will run.

What such a thing costs, yields, holds, how many work there is told in words that say neither («Жоба құны – 40 млн
доллар», “Its cost is $40 million”, «Корхонада 350 киши ишлайди»): it is so of what stands, and wanted of what is to be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.layout import STATUSES, Cue, Figure, Line
from hamkor.extract.observations.words import PROJECT

PLANNED, STANDING = "target", "actual"
NEITHER = "habit"  # a verb that tells of what goes on as of what lies ahead
_MUTE = frozenset((NEITHER, "allotted"))
_WAY, _SINCE = "flights", "since"
_REACH = 60  # characters from a thing to the verb that tells whether it stands
_BESIDE = 2  # characters from a thing to the verb right after it
_BEFORE = 4  # where verbs stand last, one before a thing tells of it only from so many times nearer
_STOP = re.compile(r"[;:()]")
_CLAUSE = re.compile(r"[,;:()]")
_Stretch = tuple[int, int]


def find_standing(line: Line, story: Story) -> str | None:
    """How the thing that a sentence tells of first stands, else what its paragraph told of; None where none tells."""
    told = (_tell_standing(line, thing) for thing in _find_things(line))
    return next(filter(None, told), None) or (story.standing if story.is_in_paragraph(line) else None)


def get_standing(figure: Figure, story: Story) -> str | None:
    """How the thing stands that a figure is of: the last that its sentence tells of before it, else that of before."""
    things = [thing for thing in _find_things(figure.line) if thing[0] < figure.place]
    told = _tell_standing(figure.line, things[-1]) if things else None
    return told or (story.stood if story.is_in_paragraph(figure.line) else None)


def is_of_way_ahead(figure: Figure, story: Story) -> bool:
    """Whether one of the two sentences before, in its paragraph, tells of a way to be served from a day still to come.

    «15 желтоқсаннан бастап Шымкент – Самарқан рейсі орындалады. Билет – 38 мың теңге. Ұшу уақыты – 1 сағат».
    """
    told = (line for line in (story.before, story.earlier) if line and line.paragraph == figure.line.paragraph)
    return any(_begins_ahead(line, story) for line in told)


def _begins_ahead(line: Line, story: Story) -> bool:
    end = len(line.scene.text)
    goes = line.words.moving.search(line.scene.text) or any(_names(cue, _WAY) for cue in line.indicators(0, end))
    goes = goes or any(part.value.indicator == _WAY for _, part in line.parts(0, end, "count"))
    times = (part.value for _, part in line.parts(0, end, "period")) if goes and story.published else ()
    return any(m.form == _SINCE and m.period and story.published and m.period.first > story.published for m in times)


def _find_things(line: Line) -> list[_Stretch]:
    """What stands somewhere or is built, and what goes between places, in order."""
    sites = [(found.start, found.end) for found in line.words.sites.find_in(line.scene)]
    works = [(c.start, c.end) for c in line.indicators(0, len(line.scene.text)) if _names(c, PROJECT)]
    return sorted((*sites, *works, *(met.span() for met in line.words.moving.finditer(line.scene.text))))


def _names(cue: Cue, indicator: str) -> bool:
    return bool(cue.indicator and cue.indicator.name == indicator)


def _tell_standing(line: Line, thing: _Stretch) -> str | None:
    """By the verb nearest to it in its clause."""
    told = [c for c in line.cues if c.sorts & STATUSES and not line.is_base(c.start)]
    verbs = [c for c in told if not _is_mute(thing, c)]
    limit = _find_limit(line, thing, told)
    near = [(_get_distance(line, thing, v), v) for v in verbs if v.start <= limit and not _is_parted(line, thing, v)]
    far, nearest = min(near, key=lambda pair: pair[0], default=(_REACH, None))
    if nearest is None or far >= _REACH:
        return None
    return STANDING if "actual" in nearest.sorts else PLANNED


def _find_limit(line: Line, thing: _Stretch, verbs: Sequence[Cue]) -> int:
    """Where verbs are last, the first behind a thing ends its clause at a comma («… ишлайди, яна … кўзда тутилган»)."""
    text = line.scene.text
    after = (c.start for c in verbs if c.start >= thing[1] and text[c.end : c.end + 1] == ",")
    return next(after, len(text)) if line.words.verb_last else len(text)


def _is_mute(thing: _Stretch, verb: Cue) -> bool:
    """Whether a verb tells nothing of how it stands; of those in -adi one right after it does («zavod quriladi»)."""
    if NEITHER in verb.sorts and PLANNED in verb.sorts:
        return not 0 <= verb.start - thing[1] <= _BESIDE
    return bool(verb.sorts & _MUTE)


def _is_parted(line: Line, thing: _Stretch, verb: Cue) -> bool:
    """Whether a stop stands between them; where verbs stand last, one before a comma closes its own clause."""
    stop = _CLAUSE if line.words.verb_last and verb.start < thing[0] else _STOP
    return bool(stop.search(line.scene.text, min(thing[0], verb.start), max(thing[1], verb.end)))


def _get_distance(line: Line, thing: _Stretch, verb: Cue) -> int:
    start, end = thing
    if verb.start >= end:
        return verb.start - end
    far = max(start - verb.end, 0)
    return far * _BEFORE if line.words.verb_last else far
