"""The unit of a figure: its own, else that of the figure before it or after it, else what the words around count."""

from __future__ import annotations

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.counted import closes, is_of_listed
from hamkor.extract.observations.draft import Draft, Story
from hamkor.extract.observations.grown import find_grown_before
from hamkor.extract.observations.indicator.near import get_around, get_last_word, near_word
from hamkor.extract.observations.indicator.terms import GROWN
from hamkor.extract.observations.layout import Figure
from hamkor.extract.observations.words import IndicatorWord

COUNTED = frozenset(("COUNT", "person"))
_COUNTED = {"thing": "COUNT", "person": "person"}  # what a rule says that a bare number counts
_OF_MONEY = frozenset(("trade_turnover", "exports", "imports", "investment"))
_MONEYED = 1_000_000  # from here on a bare number is money where the paragraph has any


def get_unit(figure: Figure, story: Story) -> tuple[str, str | None]:
    """Kind and unit: a bare number has those of the figure before it in its paragraph, or after it in its sentence."""
    if figure.of_people:
        return figure.part.kind, "person"
    if figure.quantity.unit and not _counts_the_same(figure):
        per = figure.given.get("per")
        return figure.part.kind, f"{figure.quantity.unit}/{per}" if per else figure.quantity.unit
    if figure.given.get("unit") == "next" and _following(figure)[1]:
        return _following(figure)
    if figure.given.get("unit") in _COUNTED:
        near = near_word(figure, story.words, "count")
        people = near is not None and not near.weak and near.name in SORTS.placed  # «рабочих мест — 850»
        return "count", _COUNTED["person" if people else figure.given["unit"]]
    before, (kind, unit) = find_grown_before(figure, story) or _before(figure, story), _following(figure)
    if before and not (_is_no_money(figure, before) and (unit or not _tells_money(figure, story))):
        return before.size.kind, before.size.unit
    return (kind, unit) if unit else _by_words(figure, story)


def _is_no_money(figure: Figure, before: Draft) -> bool:
    """Whether a small bare number is none of the money told sentences before.

    It is of what is told next («20 минг, иккинчисида 50 минг дона»), or of what its own words count («Число
    студентов выросло с 12 до 15 тысяч»).
    """
    apart = before.figure.line.number != figure.line.number
    return apart and before.size.kind == "money" and figure.quantity.value < _MONEYED


def _tells_money(figure: Figure, story: Story) -> bool:
    """Whether its clause says nothing of what is counted, so that the money told before is meant."""
    near = near_word(figure, story.words, "count")
    return near is None or near.name not in SORTS.counted_only


def _by_words(figure: Figure, story: Story) -> tuple[str, str | None]:
    """Of a bare number that no other tells the unit of: money, or what is counted, by the words around."""
    if _is_money(figure, story):
        return "money", story.currency
    told = figure.given or is_of_listed(figure, story)
    grown = story.in_sentence(figure)
    if grown and grown.size.measure in GROWN and grown.indicator in SORTS.counted_only:
        unit = "person" if grown.indicator in SORTS.people else "thing"
        return "count", _COUNTED[unit]  # «Xitoydan kelganlar 1,9 baravar ko'payib, 78 mingga chiqdi»
    near = (near_word(figure, story.words, "count") or _get_told_before(figure, story)) if told else None
    if near is None or near.name not in SORTS.counted_only:
        thing = _has_noun(figure, story) or _is_counted_alone(figure, story)
        return ("count", _COUNTED["thing"]) if thing else ("number", None)
    return "count", _COUNTED["person" if near.name in SORTS.people else "thing"]


def _is_counted_alone(figure: Figure, story: Story) -> bool:
    """«Строят мосты: их на дороге одиннадцать»: things that nothing else counts, where no amount stands before."""
    before = story.in_sentence(figure)
    told = figure.given.get("unit") == "count" and not figure.line.words.verb_last
    return told and closes(figure) and (before is None or before.size.measure != "level")


def _is_money(figure: Figure, story: Story) -> bool:
    """Whether a large bare number is an amount in the text's own currency («Торговля достигла 317 млн»)."""
    near = near_word(figure, story.words, "money")
    return figure.quantity.value >= _MONEYED and bool(near and near.name in _OF_MONEY)


def _has_noun(figure: Figure, story: Story) -> bool:
    """Whether a large number counts a thing that no list knows («два миллиона сеянцев»), where none is of money."""
    return bool(figure.quantity.noun) and near_word(figure, story.words, "money") is None


def _get_told_before(figure: Figure, story: Story) -> IndicatorWord | None:
    """What the sentence before told of, in the same paragraph («Больше всего предприятий у Китая. Их число — 725»)."""
    line = story.before
    same = line and line.paragraph == figure.line.paragraph
    return get_last_word(line, "count") if line and same else None


def _counts_the_same(figure: Figure) -> bool:
    """Whether a count without a noun is said to be of what was counted before («ularning soni 1000 taga»)."""
    return figure.given.get("unit") == "before" and figure.part.kind == "count" and not figure.quantity.noun


def _before(figure: Figure, story: Story) -> Draft | None:
    """The figure before it that can lend its unit: money for millions, else of its sentence, else any level."""
    levels = [d for d in reversed(story.drafts) if d.figure.line.paragraph == figure.line.paragraph]
    levels = [d for d in levels if d.size.measure in ("level", "change_abs")] or story.find_pointed(figure)
    here = [d for d in levels if d.figure.line.number == figure.line.number]
    near = near_word(figure, story.words, "money") or _get_row_word(figure, story)
    worth = bool(here) and _has_worth(here[0], story)
    if figure.quantity.value >= _MONEYED and (near or not here or worth):
        levels = (
            [d for d in levels if d.size.kind == "money"]
            or ([] if worth else levels)
            or (_moneyed(story) if near else [])
        )
    elif figure.given.get("unit") == "count" and figure.quantity.value < _MONEYED:
        levels = [d for d in levels if d.size.unit in COUNTED] or [d for d in here if d.size.kind == "measure"]
    return levels[0] if levels else None


def _has_worth(counted: Draft, story: Story) -> bool:
    """Whether things were counted right before that have a worth: millions behind them are no more of these things."""
    return counted.size.unit == "COUNT" and counted.indicator in SORTS.value_of


def _get_row_word(figure: Figure, story: Story) -> IndicatorWord | None:
    """Of an amount in brackets what its sentence tells of all («Xiva (5,8 mln) va Xonqada (2,7 mln) import …»)."""
    bracketed = any(start < figure.place < end for start, end in figure.line.brackets)
    return get_around(figure, "money", story) if bracketed else None


def _moneyed(story: Story) -> list[Draft]:
    """Amounts of money told before, the last first: a new paragraph may drop the currency («Экспорт — 90 млн»)."""
    return [d for d in reversed(story.drafts) if d.size.kind == "money" and d.size.measure in ("level", "change_abs")]


def _following(figure: Figure) -> tuple[str, str | None]:
    parts = figure.line.parts(figure.place + 1, len(figure.line.scene.text), "money", "count", "measure")
    return (parts[0][1].kind, parts[0][1].value.unit) if parts else ("number", None)
