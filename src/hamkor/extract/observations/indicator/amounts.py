"""What money, percents and multiples measure: by the words of the clause, by what was measured before, by the title."""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Draft, Size, Story
from hamkor.extract.observations.indicator.measures import mirror
from hamkor.extract.observations.indicator.near import OTHER, get_around, get_last_word, get_whole, near_word
from hamkor.extract.observations.indicator.terms import GROWN, HALVES, SIGNED, TRADE, TURNOVER
from hamkor.extract.observations.indicator.worth import (
    carry,
    get_from_paragraph,
    get_of_papers,
    get_of_partners,
    get_parallel,
    get_worth_of_next,
    goes_with,
    is_of_contract,
    is_worth,
)
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.words import PROJECT, IndicatorWord

_BEGINNING = 2  # characters in which a sentence begins


def get_of_amount(figure: Figure, size: Size, story: Story) -> IndicatorWord:
    """Money, percents and multiples: the words of the clause, then what was measured before, then the title."""
    near, before = near_word(figure, story.words, size.kind), story.in_sentence(figure)
    if near and size.kind == "money" and _is_of_project(figure, near):
        return IndicatorWord(PROJECT)
    beside = get_of_papers(figure, size, before) or _get_of_parts(figure, size, near, story)
    beside = beside or _beside(figure, size, near, story)
    if beside:
        return beside
    whole = get_whole(figure) if size.measure == "share" or is_of_points(size) else None
    if whole and before and not figure.cues("sum") and (before.size.kind == "count" or _is_of_next_whole(before)):
        return whole
    if before:
        contract = is_of_contract(figure, before)
        carried = IndicatorWord(SIGNED) if contract else carry(size.kind, before)
        spent = size.kind == "money" and carried.name in (OTHER.name, *SORTS.counted_only)
        return (get_around(figure, size.kind, story) if spent else None) or carried
    around = (
        whole
        or _get_of_halves(figure, story)
        or get_parallel(figure, story)
        or get_around(figure, size.kind, story)
        or get_from_paragraph(figure, size.kind, story)
    )
    return around or _title(story, size.kind) or _of_holder(figure, size, story) or OTHER


def _get_of_halves(figure: Figure, story: Story) -> IndicatorWord | None:
    """«Savdo 218 mln. Eksport 131, import 87. Joriy yilda ko'rsatkich 49 mln»: after both halves of it the turnover."""
    told = [d for d in story.drafts if d.figure.line.paragraph == figure.line.paragraph and d.size.measure == "level"]
    last = {d.indicator for d in told if d.figure.line.number == figure.line.number - 1}
    whole = any(d.indicator == TURNOVER for d in told)
    pointed = figure.line.between(*figure.before, "previous") and figure.line.parts(*figure.before, "period")
    return IndicatorWord(TURNOVER) if whole and pointed and last == {*HALVES} else None


def _of_holder(figure: Figure, size: Size, story: Story) -> IndicatorWord | None:
    """«На челябинцев приходится 412 млн»: what falls on somebody is of the trade told of last."""
    if size.kind != "money" or not figure.cues("holds"):
        return None
    return next((IndicatorWord(d.indicator) for d in reversed(story.drafts) if d.indicator in TRADE), None)


def _get_of_parts(figure: Figure, size: Size, near: IndicatorWord | None, story: Story) -> IndicatorWord | None:
    """«Запустят проекты на $4 млрд. Из них $2,7 млрд направят на заводы»: a part is of what the whole was."""
    told = story.in_paragraph(figure) if size.kind == "money" and size.measure == "level" else None
    begins = told is not None and story.in_sentence(figure) is None and figure.line.between(0, _BEGINNING, "sum")
    same = told is not None and told.size.kind == "money" and told.size.measure == "level"
    given = near is None or near.weak or near.role == "giver"
    return carry(size.kind, told) if told and begins and same and given else None


def _is_of_project(figure: Figure, near: IndicatorWord) -> bool:
    """Whether what is to be made is only what a project is for (“projects for the production of furniture worth …”)."""
    line = figure.line
    told = [c.indicator for c in line.indicators(0, figure.place) if c.indicator]
    projects = any(word.name == PROJECT for word in told)
    made = near.weak and near.name in SORTS.of_place and bool(line.between(*figure.before, "worth"))
    return made and projects and not line.words.verb_last


def _is_of_next_whole(before: Draft) -> bool:
    """Whether a share was told by its whole alone: «доля в экспорте — 11%, в импорте — 4%» goes on with another."""
    return bool(before.part_of and before.size.measure == "share" and before.part_of.indicator == before.indicator)


def is_of_points(size: Size) -> bool:
    """Whether it tells by how many percentage points a share grew."""
    return (size.measure, size.kind) == ("change_abs", "percent")


def _get_worth(figure: Figure, size: Size, near: IndicatorWord | None, story: Story) -> IndicatorWord | None:
    """What it is worth of, or a part of the sum before it.

    Of a word for a cost, too: «құны 75 млн доллар болатын 11 құжат» tells only what the papers are worth.
    """
    if near is not None and not near.weak and near.name != PROJECT:
        return None
    told = _sum_before(figure, size, story) if near is None or near.weak else None
    return get_worth_of_next(figure, size, story.words) or (carry(size.kind, told) if told else None)


def _beside(figure: Figure, size: Size, near: IndicatorWord | None, story: Story) -> IndicatorWord | None:
    """What the words right beside a figure tell: what it is worth, the sum it is of, the indicator word near it."""
    words, before = story.words, story.in_sentence(figure)
    if near and near.weak and near.name == OTHER.name:
        told = before if figure.given.get("measure") in GROWN else _find_sold(figure, size, story)
        if told:
            return carry(size.kind, told)  # «, the ministry of trade said, up 7 %»: what was just told
    beside = _get_worth(figure, size, near, story)
    if beside:
        return beside
    told = story.find_sum(figure) if size.measure == "share" else None
    if told and (near is None or near.weak or _is_of_sum(figure)):
        return _get_half(near, told) or get_of_partners(figure, story) or carry(size.kind, told)
    if near and near.weak and size.kind == "money" and words.verb_last:
        near = _governing(figure) or near
    parted = words.verb_last or figure.line.between(*figure.before, "holds")  # «часть экспорта приходится на нефть»
    whole = get_whole(figure) if size.measure == "share" and parted else None
    if near and near.weak and whole and not whole.weak:
        return whole
    if near and not (near.weak and before and goes_with(figure, size, before)):
        return mirror(near, figure, story)
    return None


def _find_sold(figure: Figure, size: Size, story: Story) -> Draft | None:
    """The exports or imports that money which sales brought or took is of («Tushum ham 79 mln.ga qisqardi»)."""
    told = story.in_paragraph(figure) if size.kind == "money" else None
    return told if told and told.indicator in HALVES else None


def _get_half(near: IndicatorWord | None, told: Draft) -> IndicatorWord | None:
    """«Экспорт — две трети этой суммы»: of what both send, the half that is named."""
    named = near is not None and not near.weak and near.name in HALVES
    return near if named and told.indicator == TURNOVER else None


def _is_of_sum(figure: Figure) -> bool:
    """Whether the words after a share point back at an amount («треть этой суммы», “a quarter of this”)."""
    return bool(figure.line.between(figure.place, figure.after[1], "sum"))


def _governing(figure: Figure) -> IndicatorWord | None:
    """The verb of giving that stands last and governs several amounts («А-ға 10 млн, ал Б-ға 20 млн құймақ»)."""
    line = figure.line
    stop = line.scene.text.find(";", figure.place)
    after = line.indicators(figure.place, stop if stop > 0 else len(line.scene.text))
    return next((c.indicator for c in after if c.indicator and c.indicator.role == "giver"), None)


def _sum_before(figure: Figure, size: Size, story: Story) -> Draft | None:
    """The figure that a share, or what goods cost, is of, where a word before it points back («соның 25 пайызы»)."""
    before = story.in_paragraph(figure)
    worth = before is not None and before.indicator != OTHER.name and is_worth(size, before)
    if not story.words.verb_last or not (size.measure == "share" or worth):
        return None
    return before if figure.line.between(figure.before[0], figure.place, "sum") else None


def _title(story: Story, kind: str) -> IndicatorWord | None:
    return get_last_word(story.title, kind) if story.title else None
