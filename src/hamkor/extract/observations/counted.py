"""Which quantities are figures about the cooperation."""

from __future__ import annotations

import re

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Story
from hamkor.extract.observations.indicator.near import near_word
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import PLACE, get_role
from hamkor.extract.observations.words import IndicatorWord

_AMOUNTS = ("measure", "money")
_PLACE = re.compile(r" \w+ \ue011")
_LARGE = 1000  # a bare number from here on counts what the figure before it counted


def is_figure(figure: Figure, story: Story) -> bool:
    """Whether a quantity is a figure: no border, no age or term, no bare number that nothing explains."""
    if figure.given.get("skip") or figure.quantity.unit in SORTS.never_units or _is_priced(figure):
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
    if before is None or before.size.measure != "level":
        return False
    return before.size.kind == "count" or (before.size.kind in _AMOUNTS and _is_of_area(figure))


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
