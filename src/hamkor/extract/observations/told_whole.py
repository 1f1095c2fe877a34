"""The whole of a share that what was just told is: the amount paid in parts, a turnover, a wider pair, what is made."""

from __future__ import annotations

import re

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Sides, Story, get_country
from hamkor.extract.observations.indicator.near import OTHER, is_total
from hamkor.extract.observations.indicator.terms import HALVES, TURNOVER
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.words import IndicatorWord
from hamkor.model import PartOf

SENT, MADE = ("exports",), ("production", "capacity")
_WHOLE = 20  # characters from a share to the goods that it is of («70% всей своей продукции»)
_DASH = re.compile(r"\s*—")


def find_told_whole(figure: Figure, indicator: IndicatorWord, sides: Sides, story: Story) -> PartOf | None:
    """What a share is of, where what was told before it says so; None elsewhere."""
    known = (
        _find_works(figure, indicator, sides)
        or _find_paid(figure, story)
        or _find_total(figure, indicator, sides, story)
        or _find_turnover(figure, indicator, story)
    )
    return known or _find_output(figure, indicator, sides) or _find_wider(figure, indicator, sides, story)


def find_sum(figure: Figure, indicator: IndicatorWord, story: Story) -> Draft | None:
    """The amount that words point back at.

    No half of a turnover has the turnover's share; what is done with a part of what a plant handles is no part of
    what it can.
    """
    told = story.find_sum(figure)
    half = told is not None and indicator.name == TURNOVER and told.indicator in HALVES
    handled = told is not None and told.indicator in SORTS.crossed and indicator.name == OTHER.name
    return None if half or handled else told


def _find_paid(figure: Figure, story: Story) -> PartOf | None:
    """«Инвестиции — 24 млн, 60% вложит узбекская сторона»: of the amount just told, whoever pays the part."""
    before = story.in_paragraph(figure) if figure.given.get("paid") else None
    told = before is not None and before.size.kind == "money" and before.size.measure == "level"
    return PartOf(before.indicator, before.sides.ref, before.sides.counterpart) if before and told else None


def _find_total(figure: Figure, indicator: IndicatorWord, sides: Sides, story: Story) -> PartOf | None:
    """«Импорт — 918 млн. Половина его — 452 млн — приходится на Россию»: of all of it, just told of the one side."""
    told = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph and d.size.measure == "level"]
    whole = [d for d in told if (d.indicator, d.sides) == (indicator.name, Sides(sides.ref))]
    return PartOf(indicator.name, sides.ref, None) if whole and figure.given.get("joined") and sides.both else None


def _find_turnover(figure: Figure, indicator: IndicatorWord, story: Story) -> PartOf | None:
    """«Торговля достигла 290 млн, 85% — экспорт»: of the turnover just told."""
    before = story.in_paragraph(figure)
    dashed = _DASH.match(figure.line.scene.text, figure.place + 1)
    if not (dashed and before and before.indicator == TURNOVER and indicator.name in HALVES):
        return None
    return PartOf(TURNOVER, before.sides.ref, before.sides.counterpart)


def _find_wider(figure: Figure, indicator: IndicatorWord, sides: Sides, story: Story) -> PartOf | None:
    """«Торговля Казахстана с Турцией — 6,3 млрд, доля области — 2%»: of the pair just told, wider by a country."""
    told = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph and d.size.measure == "level"]
    wider = [d.sides for d in told if d.indicator == indicator.name and _is_wider(d.sides, sides)]
    return PartOf(indicator.name, wider[-1].ref, wider[-1].counterpart) if wider else None


def _is_wider(told: Sides, sides: Sides) -> bool:
    """Whether one side of a pair is the country of a region in another pair, and the other side the same."""
    pairs = ((told.ref, sides.ref), (told.counterpart, sides.counterpart))
    same = all(get_country(one) == get_country(other) for one, other in pairs)
    narrowed = [one == get_country(other) != other for one, other in pairs]
    return told.both and sides.both and same and sum(narrowed) == 1


def _find_works(figure: Figure, indicator: IndicatorWord, sides: Sides) -> PartOf | None:
    """How far works are is a share of nothing but these («мост готов на 80%»)."""
    told = figure.given.get("indicator") == indicator.name == OTHER.name
    return PartOf(indicator.name, sides.ref, sides.counterpart) if told else None


def _find_output(figure: Figure, indicator: IndicatorWord, sides: Sides) -> PartOf | None:
    """«Зауыт өнімінің 45 пайызы экспортқа шығады», “70 percent of its output is exported”: of what a plant makes."""
    told = _is_of_goods_before(figure) or _is_of_goods_after(figure)
    return PartOf(MADE[0], sides.ref, None) if told and indicator.name in SENT else None


def _is_of_goods_before(figure: Figure) -> bool:
    """Whether the goods that a share is of stand before it, and no word of trade does."""
    goods = any(is_total(figure, c.start) for c in figure.line.between(*figure.before, "goods"))
    return goods and not any(c.indicator and not c.indicator.weak for c in figure.line.indicators(*figure.before))


def _is_of_goods_after(figure: Figure) -> bool:
    """Whether goods, or what is made, stand right after a share, where verbs do not stand last."""
    line, reach = figure.line, figure.place + _WHOLE
    made = [c for c in line.indicators(figure.place, reach) if c.indicator and c.indicator.name in MADE]
    told = [*made, *line.between(figure.place, reach, "goods")]
    if line.words.verb_last or not told or line.parts(figure.place + 1, told[0].start, "area", "adjective"):
        return False
    between = line.scene.text[figure.place : told[0].start]
    return "," not in between and line.words.roles.keys().isdisjoint(between.split())  # «половина пришлась на товары»
