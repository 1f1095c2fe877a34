"""Money that is what counted things or goods before it, or after it, are worth."""

from __future__ import annotations

import re

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Size, Story
from hamkor.extract.observations.indicator.near import OTHER, get_last_word
from hamkor.extract.observations.indicator.terms import HALVES, SIGNED, TRADE, TRADERS, TURNOVER
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.words import IndicatorWord, Words

_WORD_BETWEEN = re.compile(
    r" ?(?:\w+ ){0,2}"
)  # «1,5 млрд доллардан асатын 20 келісім», «140 mln dollardan ortiq bo'lgan 18 ta hujjat»
_AFTER_PARTNER = ("\ue011 (", "\ue011(")

_TOTAL = 40  # characters: how far a word of totality reaches


def get_worth_of_next(figure: Figure, size: Size, words: Words) -> IndicatorWord | None:
    """Money right before counted things is what they take («1,7 млрд долларға 78 жоба»), where verbs stand last."""
    if not words.verb_last or size.kind != "money":
        return None
    goods = _worth_of_goods(figure)
    if goods:
        return goods
    counts = figure.line.parts(figure.place + 1, figure.place + 1 + _TOTAL, "count")[:1]
    if not counts and _stands_before_papers(figure):
        return IndicatorWord(SIGNED)
    between = _WORD_BETWEEN.fullmatch(figure.line.scene.text, figure.place + 1, counts[0][0]) if counts else None
    if counts and (between is None or not words.joints.isdisjoint(between.group().split())):
        return None
    name: str = (counts[0][1].value.indicator if counts else None) or OTHER.name
    return IndicatorWord(SORTS.value_of[name]) if name in SORTS.value_of and name != OTHER.name else None


def _stands_before_papers(figure: Figure) -> bool:
    """Whether papers that nobody counts stand right after it («құны 75 млн доллар болатын келісімдерге»)."""
    papers = figure.line.indicators(figure.place + 1, figure.place + 1 + _TOTAL)[:1]
    told = [c for c in papers if c.indicator and c.indicator.name == SIGNED]
    return any(_WORD_BETWEEN.fullmatch(figure.line.scene.text, figure.place + 1, c.start) for c in told)


def _worth_of_goods(figure: Figure) -> IndicatorWord | None:
    """Of money right before goods the trade that their verb tells («құны 5 млн доллар болатын 90 тонна ұн сатылды»)."""
    line = figure.line
    goods = line.parts(figure.place + 1, figure.place + 1 + _TOTAL, "measure")[:1]
    if not goods or not _WORD_BETWEEN.fullmatch(line.scene.text, figure.place + 1, goods[0][0]):
        return None
    told = [c.indicator for c in line.indicators(goods[0][0], len(line.scene.text)) if c.indicator]
    strong = next((word for word in told if not word.weak), None)
    return strong if strong and strong.name in TRADERS.values() else None


def get_parallel(figure: Figure, story: Story) -> IndicatorWord | None:
    """«… Китай с оборотом в $6 млрд, экспорт — $2 млрд. Вторая Россия ($5 млрд) при экспорте в …»: as the one before.

    Of the next partner, the first amount in brackets is what the first amount of the sentence before was.
    """
    line = figure.line
    beside = line.scene.text[: figure.place].rstrip().endswith(_AFTER_PARTNER)
    told = [d for d in story.drafts if d.figure.line.number == line.number - 1]
    same = told and told[0].figure.line.paragraph == line.paragraph
    traded = bool(same) and told[0].indicator in (TURNOVER, *TRADERS.values())
    return IndicatorWord(told[0].indicator) if beside and traded and figure.place == line.figures[0] else None


def goes_with(figure: Figure, size: Size, before: Draft) -> bool:
    """Whether a figure is told of what the one before it was: its worth, a part of it, the next share of a list."""
    part = size.kind == before.size.kind == "money" and figure.line.between(figure.before[0], figure.place, "sum")
    worth = is_worth(size, before) and not is_of_contract(figure, before)
    return bool(part) or worth or size.measure == before.size.measure == "share"


def get_of_papers(figure: Figure, size: Size, before: Draft | None) -> IndicatorWord | None:
    """«Подписаны соглашения на 50 млн по гостинице, на 40 млн — по углю»: what follows only says what a paper is on."""
    if before is None or before.indicator != SIGNED or not size.kind == before.size.kind == "money":
        return None
    start = max(figure.line.scene.text.rfind(",", *figure.before), figure.before[0])
    own = size.measure != "level" or figure.line.indicators(start, figure.place)
    return None if own else IndicatorWord(SIGNED)


def is_of_contract(figure: Figure, before: Draft) -> bool:
    """Whether goods just told are under a contract: their worth is its («контракты на поставку угля на 5 млн»)."""
    signed = [c for c in figure.line.indicators(0, figure.place) if c.indicator and c.indicator.name == SIGNED]
    return bool(signed) and is_of_trade(before) and figure.part.kind == "money"


def is_worth(size: Size, before: Draft) -> bool:
    """Whether money right after counted things or goods is theirs («14 соглашений общей стоимостью …»)."""
    counted = before.size.kind == "count" and before.indicator in SORTS.value_of
    return size.kind == "money" and (counted or is_of_trade(before))


def is_of_trade(before: Draft) -> bool:
    """Whether it measured goods sent or bought."""
    return before.size.kind in ("measure", "count") and before.indicator in TRADERS.values()


def carry(kind: str, before: Draft) -> IndicatorWord:
    """What the figure before measured; money that follows a count is what the counted things take."""
    name = before.indicator
    if kind == "money" and (before.size.kind == "count" or name in SORTS.counted_only):
        name = SORTS.value_of.get(name, OTHER.name if name in SORTS.counted_only else name)
    return IndicatorWord(name)


def _get_turnover_before(figure: Figure, before: Draft, story: Story) -> IndicatorWord | None:
    """«Rossiya — 5 mlrd, shundan eksport — 2 mlrd, import — 3 mlrd. Qozog'iston — 2 mlrd»: a turnover again."""
    own = {before.sides.ref, before.sides.counterpart}
    areas = figure.line.parts(figure.before[0], figure.after[1], "area")
    others = [code for _, part in areas for code in part.value.codes if code not in own]
    told = [d for d in story.drafts if d.figure.line.number == before.figure.line.number]
    halves = {d.indicator for d in told} >= {*HALVES} and all(d.figure.line.cues for d in told)
    latest = next((d for d in reversed(story.drafts) if d.indicator not in HALVES), None)
    parted = halves and latest is not None and latest.indicator == TURNOVER and latest.sides == before.sides
    return IndicatorWord(TURNOVER) if others and parted and story.in_sentence(figure) is None else None


def get_of_partners(figure: Figure, story: Story) -> IndicatorWord | None:
    """«Eksport — 172, import — 315 mln. Eng yirik hamkor — Rossiya: ulushi 31 %»: partners are of all the trade again.

    So is what goes on «with the neighbours» after one half of a turnover; and who has the next rank after a partner's
    turnover and a half of it. Where the sentence tells no trade itself, up to what is told right behind the figure.
    """
    line, latest = figure.line, story.drafts[-1] if story.drafts else None
    if latest is None or latest.indicator not in HALVES or latest.figure.line.number == line.number:
        return None
    told = {d.indicator for d in story.drafts if d.figure.line.number == latest.figure.line.number}
    next_one = _find_first(latest, story).indicator == TURNOVER
    ranked = (told >= {*HALVES} or next_one) and line.between(0, figure.place, "ranked")
    again = bool(ranked or line.between(0, figure.place, "mutual")) and _has_turnover(story)
    own = any(c.indicator and c.indicator.name in TRADE for c in line.indicators(0, figure.after[1]))
    return IndicatorWord(TURNOVER) if again and not own else None


def _find_first(latest: Draft, story: Story) -> Draft:
    """The first figure of the paragraph that the latest one stands in."""
    return next(d for d in story.drafts if d.figure.line.paragraph == latest.figure.line.paragraph)


def _has_turnover(story: Story) -> bool:
    return any(d.indicator == TURNOVER and d.size.measure == "level" for d in story.drafts)


def _get_whole_again(figure: Figure, kind: str, before: Draft, story: Story) -> IndicatorWord | None:
    """«Товарооборот — 9 млрд, экспорт — 6, импорт — 3. По году выйдем на 13 млрд»: more than the turnover is one."""
    if kind != "money" or before.indicator not in HALVES or story.in_sentence(figure):
        return None
    told = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph and d.size.kind == "money"]
    whole = next((d for d in told if (d.indicator, d.size.measure) == (TURNOVER, "level")), None)
    both = whole and {whole.sides.ref, whole.sides.counterpart} == {before.sides.ref, before.sides.counterpart}
    return IndicatorWord(TURNOVER) if whole and both and figure.quantity.value >= whole.size.value else None


def get_introduced(figure: Figure, kind: str, story: Story) -> IndicatorWord | None:
    """What a sentence without figures turns to after others: «Упала угледобыча. Показатель снизился с …»."""
    line, latest = story.before, story.drafts[-1] if story.drafts else None
    here = line and latest and line.paragraph == figure.line.paragraph == latest.figure.line.paragraph
    if line is None or not here or line.figures or not figure.cues("previous"):
        return None
    told = [c.indicator for c in line.cues if c.indicator]
    fitting = [word for word in told if kind != "money" or word.name not in SORTS.counted_only]
    last = fitting[-1] if fitting else None
    return last if last and (not last.weak or last.name in SORTS.of_place) else None


def get_from_paragraph(figure: Figure, kind: str, story: Story) -> IndicatorWord | None:
    """What the sentence before introduces, what the figure before measured, or the last word of the sentence before."""
    introduced = get_introduced(figure, kind, story) or get_of_partners(figure, story)
    if introduced:
        return introduced
    asked = story.drafts[-1] if story.drafts and story.way else None
    if asked and kind == "money" and asked.indicator in SORTS.planned and story.in_paragraph(figure):
        return IndicatorWord(asked.indicator)  # rows of ways, each with what it asks
    drafts = [d for d in story.drafts if d.indicator not in SORTS.planned]
    latest = drafts[-1] if drafts else None
    here = latest and latest.figure.line.paragraph == figure.line.paragraph
    before = latest if here or figure.cues("previous") else None
    points = story.words.verb_last and here and figure.cues("previous")
    if before and (before.indicator != OTHER.name or points):
        whole = _get_turnover_before(figure, before, story) or _get_whole_again(figure, kind, before, story)
        return whole or carry(kind, before)
    lines = [line for line in (story.before,) if line and line.paragraph == figure.line.paragraph]
    told = (get_last_word(line, kind) for line in (*lines, story.opener, story.preamble) if line)
    return next((word for word in told if word), None)
