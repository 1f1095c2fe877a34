"""What a figure in tonnes, kilowatt-hours, kilometres measures; who tells it from which side of a trade."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Size, Story
from hamkor.extract.observations.indicator.governed import get_governing, get_later
from hamkor.extract.observations.indicator.near import OTHER, get_around, get_last_word, near_word, near_words
from hamkor.extract.observations.indicator.terms import MIRRORED, SIGNED, TRADERS
from hamkor.extract.observations.indicator.worth import get_from_paragraph, get_introduced
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.roles import get_role
from hamkor.extract.observations.words import IndicatorWord

_ENERGY, _SENT = "energy", "exports"
_WATER = "water"  # where cubic metres are of nothing else (gas)
_AWAY = {"sender": "to", "receiver": "from"}  # how the other side stands beside such a verb
_OF_MONEY = frozenset((*SORTS.value_of.values(), "investment", "loans"))
_NOUNS = 2  # the first of a unit, which a mere noun tells («су», «газ»)


def get_of_measure(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    """By the words near, else by the figures and words before, of the indicators that the unit may stand for."""
    names = story.words.units.get(size.unit, ())
    if not names:
        near_one = near_word(figure, story.words, size.kind)
        return near_one if near_one and near_one.name not in _OF_MONEY else OTHER  # «линия 500 кВ» is no worth
    latest = story.drafts[-1].size if story.drafts and names[0] == _WATER else size
    alike = latest.kind != "measure" or latest.unit == size.unit  # no kilowatt-hours before cubic metres
    before = story.in_paragraph(figure) if alike else None
    carried = [IndicatorWord(before.indicator)] if before else []
    near = _without_traded(figure, near_words(figure, story.words, size.kind), names)
    if story.words.verb_last:  # «5,6 млрд кВт·сағ энергия өндіреді»: the verb tells more than the noun before it
        near.sort(key=lambda word: word.weak and word.name in names[:_NOUNS])
    later = get_later(figure, names)
    near = [later, *near] if later and near and near[0].weak else near
    listed = get_governing(figure, names) if all(word.weak or word.name not in names for word in near) else None
    near = [listed, *near] if listed else near
    signed = any(word.name == SIGNED for word in near)  # «контракты на поставку 8 тыс. тонн»: what is sent
    told = [
        *near,
        *(IndicatorWord(_SENT) for _ in range(signed)),
        get_introduced(figure, size.kind, story),
        *carried,
        get_around(figure, size.kind, story),
    ]
    if alike:
        told += [get_from_paragraph(figure, size.kind, story), *(IndicatorWord(d.indicator) for d in story.drafts[-1:])]
    told += [get_last_word(story.title, size.kind) if story.title else None]
    if names[0] in (_ENERGY, _WATER):  # «поставил 2 млрд кВт·ч»: what is given and taken is energy still
        told = [i for i in told if i and not (i.role in TRADERS or (i.weak and i.name in TRADERS.values()))]
    plain = _find_plain(story, names, figure.line.paragraph if alike else None) or IndicatorWord(names[0])
    found = next((i for i in told if i and i.name in names), plain)
    return _mirror_carried(mirror(found, figure, story), near, figure, story)


def _mirror_carried(found: IndicatorWord, near: list[IndicatorWord], figure: Figure, story: Story) -> IndicatorWord:
    """«X imported 6 bcm of gas. Russia sent 4.9»: what is carried on is told from the other side by such a verb."""
    trader = next((word for word in near if word.role in TRADERS), None)
    if trader is None or found.role or found.name not in TRADERS.values():
        return found
    mirrored = mirror(trader, figure, story)
    return mirrored if (mirrored.name, mirrored.role) == (found.name, MIRRORED) else found


def _get_titled(word: IndicatorWord, figure: Figure, story: Story) -> IndicatorWord:
    """Under a title on imports «yetkazib berish … oshdi», where nobody is named, tells of these imports."""
    told = get_last_word(story.title, "measure") if story.title else None
    named = figure.line.parts(0, figure.after[1], "area", "adjective")
    return word if named or told is None or told.name not in TRADERS.values() else IndicatorWord(told.name)


def _find_plain(story: Story, names: Sequence[str], paragraph: int | None) -> IndicatorWord | None:
    """What a mere noun of the sentence before or of the title tells of cubic metres: gas, or water."""
    before = story.before if story.before and story.before.paragraph == paragraph else None
    for line in (before, story.title) if names[0] == _WATER else ():
        told = [c.indicator for c in line.cues if c.indicator and c.indicator.name in names[:_NOUNS]] if line else []
        if told:
            return told[-1]
    return None


def _without_traded(figure: Figure, near: list[IndicatorWord], names: Sequence[str]) -> list[IndicatorWord]:
    """«Экспорт электроэнергии составил 2 млрд кВт·ч»: right after a word of trade, what is traded names nothing."""
    cues = figure.line.indicators(*figure.before)
    pairs = [(a.indicator, b.indicator) for a, b in pairwise(cues) if b.start - a.end == 1]
    traded = [b for a, b in pairs if a and b and a.name in TRADERS.values() and not a.role and b.name in names[:_NOUNS]]
    return [word for word in near if not any(word is other for other in traded)]


def mirror(word: IndicatorWord, figure: Figure, story: Story) -> IndicatorWord:
    """In a text on one side's exports «больше всего купила Россия» tells of these exports, not of imports."""
    if word.role not in TRADERS:
        return word
    before = story.in_paragraph(figure) or (story.drafts[-1] if story.drafts and figure.cues("sum") else None)
    if not story.drafts:
        return _get_titled(word, figure, story)
    before = before or story.find_traded(figure)
    if before is None or before.indicator not in TRADERS.values():
        return word
    parts = figure.line.parts(figure.before[0], figure.after[1], "area", "adjective")
    told = not parts or any(before.sides.ref in p.value.codes for _, p in parts)
    told = told or any(get_role(figure.line, at) == _AWAY.get(word.role) for at, _ in parts)  # «sent to Turkmenistan»
    return word if told or TRADERS[word.role] == before.indicator else IndicatorWord(before.indicator, role=MIRRORED)
