"""How much a figure says: measure, sign, unit and qualifier, and with them its bounds."""

from __future__ import annotations

from decimal import Decimal

from hamkor.extract.numbers.bounds import get_bounds
from hamkor.extract.observations.counted import scale_like
from hamkor.extract.observations.draft import Size, Story
from hamkor.extract.observations.grown import grows_by
from hamkor.extract.observations.indicator.near import get_whole, near_word
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Cue, Figure, get_sorts, last
from hamkor.extract.observations.sides.listed import is_listed
from hamkor.extract.observations.unit import get_unit
from hamkor.model import Interval

_BY_KIND = {"money": "level", "count": "level", "measure": "level", "times": "multiple"}
_AMOUNTS = frozenset(("money", "count"))  # with a sign these are grown by, not levels; degrees may be below zero
_OPEN = "open"  # a qualifier whose sense the figure's sentence decides
_REACHING = ("up", "down", "reach")
_PARTING = ("whole", "holds")
_RATES = frozenset(("tariff",))  # what is itself told in percent
_RETOLD = 12  # characters of the scene from a figure to the one that tells the same otherwise
_WHOLE = 100  # percent: what something was, in a rate of growth that tells what it became of that («114,2 %»)
_CLOSE = 2  # characters between a figure and the "more" or "less" that belongs to it


def get_size(figure: Figure, story: Story) -> Size | None:
    """The size of a figure; None where nothing tells its unit."""
    kind, unit = get_unit(figure, story)
    if unit is None:
        return None
    figure = scale_like(figure, story)
    measure = _measure(figure, kind, story)
    qualifier = _qualifier(figure, story)
    value, bounds = figure.quantity.value, _bounds(figure, qualifier)
    if measure == "change" and value > _WHOLE and figure.cues("rate_of_growth"):
        value, bounds = value - _WHOLE, Interval(bounds.low - _WHOLE, bounds.high - _WHOLE)
    if value > 0 and measure in GROWN and _falls(figure, story):
        value, bounds = _fallen(measure, value, bounds)
    return Size(kind, measure, value, bounds, unit, qualifier)


def _fallen(measure: str, value: Decimal, bounds: Interval) -> tuple[Decimal, Interval]:
    """A fall is negative; to fall N times is to become 1/N."""
    if measure != "multiple":
        return -value, Interval(-bounds.high, -bounds.low)
    return 1 / value, Interval(1 / bounds.high, 1 / bounds.low if bounds.low > 0 else Decimal(1))


def _measure(figure: Figure, kind: str, story: Story) -> str:
    given: str | None = figure.given.get("measure")
    if given:
        return "level" if given == "change_abs" and _retells_share(figure, story) else given
    if kind in _BY_KIND:
        return _measure_amount(figure, kind, story)
    if figure.signed:
        return "change"
    if is_listed(figure) and not _later(figure) and not _last_verb(figure):
        return "share"
    near = near_word(figure, story.words, "percent")
    bare = "level" if near and near.name in _RATES else _bare_percent(figure)
    if bare == "share" and get_whole(figure):
        return bare  # «выросли на 18 % и составили 38 % всего импорта»
    said = [d.size.measure for d in story.drafts if d.figure.line.number == figure.line.number and d.size.unit == "PCT"]
    return said[-1] if said and said[-1] != "level" else _carried(figure, story) or bare


def _measure_amount(figure: Figure, kind: str, story: Story) -> str:
    signed = figure.signed and (kind in _AMOUNTS or _tells_growth(figure, story))
    grown = signed or (kind != "times" and grows_by(figure, story))
    return "change_abs" if grown else _BY_KIND[kind]


def _tells_growth(figure: Figure, story: Story) -> bool:
    """Whether a measure with a sign tells the growth before it once more («на 3% (+5,6 тыс. тонн)»)."""
    before = story.in_sentence(figure)
    return bool(before and before.size.measure == "change" and figure.part.kind == "measure")


def _carried(figure: Figure, story: Story) -> str | None:
    """Growth, where growth was just told and nothing here tells of anything else («Первым идёт Китай — 10,3%»)."""
    before = story.in_paragraph(figure)
    if _retells(figure, story):
        return "change"
    if figure.part.kind != "percent" or before is None or before.size.measure != "change":
        return None
    own = any(figure.line.between(figure.before[0], figure.after[1], sort) for sort in _PARTING) or near_word(
        figure, story.words, "percent"
    )
    return None if own else "change"


def _retells(figure: Figure, story: Story) -> bool:
    """Whether a percent tells right after it once more how much something grew (“by $46 million, or 13 percent”)."""
    before = story.in_sentence(figure)
    near = before is not None and figure.place - before.figure.place <= _RETOLD
    return bool(near and before and before.size.measure == "change_abs" and figure.part.kind == "percent")


def _retells_share(figure: Figure, story: Story) -> bool:
    """Whether an amount tells right after a share how much that is («приходится 69,8 % или 1604,6 млн долларов»)."""
    before = story.in_sentence(figure)
    near = before is not None and figure.place - before.figure.place <= _RETOLD
    return bool(near and before and before.size.measure == "share")


def _bare_percent(figure: Figure) -> str:
    """A percent that no rule reads: growth where a word of growth governs it, else a share.

    It stands before the figure, or after it where verbs stand last.
    """
    line, where = figure.line, [figure.before]
    if line.words.verb_last:
        where += [figure.after, _after_bracket(figure), _after_joined(figure)]
    cues = [cue for stretch in where for sort in ("up", "down") for cue in line.between(*stretch, sort)]
    if figure.given.get("qualifier") and cues and not figure.given.get("measure"):
        cues.remove(max(cues, key=lambda cue: cue.start))  # «не превышала 40%» tells how exactly it is meant
    return "change" if any(not _is_own(figure, cue) for cue in cues) else "share"


def _after_joined(figure: Figure) -> tuple[int, int]:
    """The word behind the number that an "and" joins to this one («mos ravishda 14 va 9 foizga ko'p»)."""
    line, later = figure.line, [f for f in figure.line.figures if f > figure.place]
    between = line.scene.text[figure.place + 1 : later[0]].split() if later else []
    joined = bool(between) and set(between) <= line.words.joints and line.between(0, figure.place, "respectively")
    return (later[0], later[0] + 1 + _CLOSE) if joined else (0, 0)


def _after_bracket(figure: Figure) -> tuple[int, int]:
    """The word behind a bracket that stands right after the figure («30 foizga (34 mln dollarga) oshdi»)."""
    text = figure.line.scene.text
    ends = [end for start, end in figure.line.brackets if 0 < start - figure.place <= _CLOSE]
    return (ends[0], min(ends[0] + _CLOSE, len(text))) if ends else (0, 0)


def _falls(figure: Figure, story: Story) -> bool:
    """Whether it went down: by the word right after the figure, else the nearest before it in the sentence."""
    sign = figure.given.get("sign")
    if sign:
        return bool(sign == "down")
    if figure.signed or _rises_itself(figure):
        return False
    before = last(_directions(figure, 0, figure.place))
    later = _later(figure)
    cue = _after(figure) or ((later or before) if figure.line.words.verb_last else (before or later))
    cue = cue or _last_verb(figure)
    if cue:
        return "down" in cue.sorts
    told = story.in_paragraph(figure)
    return bool(told and told.size.value < 0)


def _rises_itself(figure: Figure) -> bool:
    """A multiple whose own word tells that it grew («удвоился»)."""
    said = figure.part.span.within(figure.line.folded)
    return figure.part.kind == "times" and any("up" in f.value.split() for f in figure.line.words.cues.find(said))


def _directions(figure: Figure, start: int, end: int) -> list[Cue]:
    return [c for c in figure.line.cues if start <= c.start < end and ("up" in c.sorts or "down" in c.sorts)]


def _after(figure: Figure) -> Cue | None:
    """The word of growth or fall right after it, be it the first of a time («6% below last year's figure»)."""
    cues = _directions(figure, figure.place, figure.place + 1 + _CLOSE)
    return cues[0] if cues else _opening_time(figure)


def _opening_time(figure: Figure) -> Cue | None:
    line = figure.line
    times = line.parts(figure.place + 1, figure.place + 1 + _CLOSE, "period")
    found = line.words.cues.find(times[0][1].span.within(line.folded)) if times else ()
    cues = (Cue(times[0][0], times[0][0] + 1, get_sorts(f.value)) for f in found if f.start == 0)
    return next((cue for cue in cues if not cue.sorts.isdisjoint(("up", "down"))), None)


def _later(figure: Figure) -> Cue | None:
    cues = _directions(figure, *figure.after)
    return cues[0] if cues else None


def _last_verb(figure: Figure) -> Cue | None:
    """Where verbs stand last, the one that governs a whole row («экспорт 5 %-ға, импорт 8 %-ға кеміді»)."""
    line = figure.line
    cues = _directions(figure, figure.place, len(line.scene.text)) if line.words.verb_last else []
    return cues[0] if cues else None


def _qualifier(figure: Figure, story: Story) -> str:
    """By rule («превысил»), else beside the figure; «до» is a ceiling unless a level is reached or wanted there."""
    given: str | None = figure.given.get("qualifier")
    before = story.in_sentence(figure)
    means = figure.quantity.means
    if given or (before and figure.given.get("retold") and means == "exact"):
        return given or (before.size.qualifier if before else "exact")
    if means != _OPEN:
        return figure.quantity.qualifier
    end = figure.after[1] if figure.line.words.verb_last else figure.place
    reached = any(not _is_own(figure, cue) for sort in _REACHING for cue in figure.line.between(0, end, sort))
    moved = before is not None and before.figure.given.get("base")  # «18 мыңнан 56 мың тоннаға дейін»: the new level
    return "exact" if reached or moved or figure.given.get("status") else "under"


def _is_own(figure: Figure, cue: Cue) -> bool:
    """Whether a cue is of the words that qualify the figure (the “up” of “up to”)."""
    said = figure.quantity.qualified
    return said is not None and said.covers(figure.line.scene.to_text(cue.start, cue.end))


def _bounds(figure: Figure, qualifier: str) -> Interval:
    quantity = figure.quantity
    return quantity.bounds if qualifier == quantity.qualifier else get_bounds(quantity.printed, qualifier)
