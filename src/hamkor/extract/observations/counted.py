"""Which quantities are figures about the cooperation."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.indicator.near import near_word
from hamkor.extract.observations.layout import Figure, get_counted_sorts
from hamkor.extract.observations.roles import PLACE, get_role
from hamkor.extract.observations.words import IndicatorWord
from hamkor.extract.parts import Quantity
from hamkor.model import Interval

_AMOUNTS = ("measure", "money")
_WORD = re.compile(r"[^\W\d_]+")
_PLACE = re.compile(r" \w+ \ue011")
_END = re.compile(r"\s*(?:[.,;!?)]|$)")
_DIGITS = re.compile(r"\d+(?:[.,]\d{1,2}(?!\d))?(?![\d.,  ]*\d)")
_SCALES = frozenset(Decimal(10) ** power for power in (3, 6, 9, 12))
_COUNTING = ("thing", "person", "count")  # what a rule says that a bare number counts
_BETWEEN = "among"  # the role of those between whom something is
_ARTICLE = 3  # letters of an article (“the”)
_SIDES = 6  # so many may be the sides of a paper
_LARGE = 1000  # a bare number from here on counts what the figure before it counted


def is_figure(figure: Figure, story: Story) -> bool:
    """Whether a quantity is a figure: no border, no age or term, no bare number that nothing explains."""
    if figure.given.get("skip") or figure.quantity.unit in SORTS.never_units or _is_priced(figure) or _is_sides(figure):
        return False
    if figure.part.kind == "number":
        large = abs(figure.quantity.value) >= _LARGE
        told = bool(figure.given) or large or _goes_on(figure, story)
        return told or is_of_listed(figure, story) or _is_placed(figure, story)
    return figure.quantity.unit not in SORTS.durations or _is_travel(figure)


def _is_priced(figure: Figure) -> bool:
    """«Средняя цена одной тонны — 235 долларов»: one of what a price in the same sentence is of."""
    one = figure.part.kind in ("measure", "count") and figure.quantity.value == 1
    told = (c.indicator for c in figure.line.indicators(0, len(figure.line.scene.text))) if one else ()
    return any(word and word.name in SORTS.planned for word in told)


def _is_sides(figure: Figure) -> bool:
    """«Меморандум между двумя вузами»: a few between whom something is are those that the text names."""
    if figure.part.kind != "count" or figure.quantity.value > _SIDES:
        return False
    line = figure.line
    before = _WORD.findall(line.scene.text[: figure.place])[-2:] or [""]
    beside = before[-1:] if len(before[-1]) > _ARTICLE else before
    told = line.words.verb_last or any(line.words.roles.get(word) == _BETWEEN for word in beside)
    return told and get_role(line, figure.place) == _BETWEEN


def _is_travel(figure: Figure) -> bool:
    """A duration is a figure where it tells how long a way or a service takes, or became longer or shorter.

    How long a forum or a fair lasted is none.
    """
    line, end = figure.line, len(figure.line.scene.text)
    return _is_moved(figure) or bool(line.between(0, end, "travel") and not line.between(0, end, "gathering"))


def _is_moved(figure: Figure) -> bool:
    """Whether it is told beside another one that it was, or is compared with («50 минуттан 20 минутқа дейін»)."""
    given = figure.given
    return bool(given.get("base") or given.get("measure") == "level" or given.get("moved"))


def _goes_on(figure: Figure, story: Story) -> bool:
    """A bare number after a count of the same sentence goes on counting («60 рейсов, теперь их 78»)."""
    before = story.in_sentence(figure)
    if _retells_share(figure, before):
        return True
    if before is None or before.size.measure != "level":
        return before is None and _is_counted_alone(figure, story)
    return before.size.kind == "count" or (before.size.kind in _AMOUNTS and (_is_of_area(figure) or closes(figure)))


def _retells_share(figure: Figure, before: Draft | None) -> bool:
    """«Больше трети таджикских (109) открыто здесь»: in brackets right after a share of things, how many they are."""
    share = before is not None and before.size.measure == "share" and before.indicator in SORTS.counted_only
    brackets = figure.line.brackets if share else ()
    return any(start < figure.place < end and start > before.figure.place for start, end in brackets if before)


def _is_counted_alone(figure: Figure, story: Story) -> bool:
    """«Открыли 248 предприятий. Годом ранее появилось 263»: a count with a verb alone, after one of before."""
    before, line = story.in_paragraph(figure), figure.line
    counted = before is not None and before.size.kind == "count" and before.size.measure == "level"
    verb = any(figure.place - c.end == 1 for c in line.between(*figure.before, "actual"))
    return counted and verb and closes(figure) and line.figures == (figure.place,)


def closes(figure: Figure) -> bool:
    """Whether it ends its clause where verbs stand first («14 суток, этот срок сократят до 10»).

    So nothing follows that it could count: it is the same as the amount before it.
    """
    line = figure.line
    cell = line.read is not None and line.read.sentence.row is not None
    return not (line.words.verb_last or cell) and bool(_END.match(line.scene.text, figure.place + 1))


def scale_like(figure: Figure, story: Story) -> Figure:
    """A bare number in the scale of the amount of its sentence before («продали на 96 млн, купили на 42»)."""
    bare = figure.part.kind == "number" and figure.given.get("unit") not in _COUNTING
    before = story.in_sentence(figure) if bare else None
    if before is None or before.size.measure != "level" or before.size.kind not in _AMOUNTS:
        return figure
    told, own = _find_digits(before.figure), _find_digits(figure)
    scale = before.figure.quantity.value / told if told else Decimal(1)
    if own != figure.quantity.value or own >= _LARGE or scale not in _SCALES:
        return figure
    return replace(figure, part=replace(figure.part, value=_multiply(figure.quantity, scale)))


def _multiply(quantity: Quantity, scale: Decimal) -> Quantity:
    printed, bounds = quantity.printed, quantity.bounds
    value, step, far = (amount * scale for amount in (printed.value, printed.step, printed.far))
    scaled = replace(printed, value=value, step=step, far=far)
    return replace(quantity, value=value, printed=scaled, bounds=Interval(bounds.low * scale, bounds.high * scale))


def _find_digits(figure: Figure) -> Decimal | None:
    """The number as its digits alone say it («96» of «96 млн»); None where there are none, or groups of them."""
    met = _DIGITS.search(figure.part.span.within(figure.line.folded))
    return Decimal(met[0].replace(",", ".")) if met else None


def is_of_listed(figure: Figure, story: Story) -> bool:
    """Whether an area right before it has so many of what its words count («предприятий больше у Китая (485)»).

    Or of what was counted before it in its paragraph («Далее следует Китай — 725»).
    """
    if figure.part.kind != "number" or not _is_of_area(figure):
        return False
    before, near = story.in_paragraph(figure), near_word(figure, story.words, "count")
    told = IndicatorWord(before.indicator) if before and before.size.kind == "count" else near
    return bool(told and told.name in SORTS.counted_only)


def _is_placed(figure: Figure, story: Story) -> bool:
    """Whether, after things were counted in its paragraph, a number has its place right behind it («96 в Оше»)."""
    before = story.in_paragraph(figure)
    if before is None or before.size.kind != "count" or before.size.measure != "level" or figure.line.words.verb_last:
        return False
    met = _PLACE.match(figure.line.scene.text, figure.place + 1)
    return bool(met and get_role(figure.line, met.end() - 1) in (*PLACE, "at"))


def _is_of_area(figure: Figure) -> bool:
    """Whether an area stands right before it («Казахстан взял 120 тонн, ОАЭ — 41»)."""
    before = figure.line.scene.text[: figure.place].rstrip(" —-:(")
    part = figure.line.scene.part_at(len(before) - 1) if before else None
    return part is not None and part.kind == "area"


def is_service(figure: Figure) -> bool:
    """Whether it is what a school, a clinic, a hotel asks («ночь стоит 1 200 сомов»)."""
    return figure.part.kind == "money" and bool(figure.cues("service"))


def is_thing(figure: Figure) -> bool:
    """Whether things are counted that stand in one place («магазинов», «школ»)."""
    noun = figure.quantity.noun
    if not noun or figure.quantity.indicator not in (None, "other"):
        return False
    return "own" in get_counted_sorts(figure.line.words, noun)
