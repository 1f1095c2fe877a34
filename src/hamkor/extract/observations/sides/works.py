"""Dams, power stations and mines whose name tells the country where they stand, though it is no area's.

«Наполнение Шардаринского водохранилища — 2,6 млрд кубометров», “the Toktogul reservoir holds 8.9 billion”.
"""

from __future__ import annotations

from collections.abc import Sequence

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.draft import Sides, Story, get_country
from hamkor.extract.observations.layout import Figure, Line
from hamkor.extract.observations.sides.named import Named
from hamkor.extract.observations.words import PROJECT

_MONEY = ("investment", "loans", PROJECT)


def find_work(line: Line, story: Story) -> str | None:
    """The country of the work that a sentence names last; without any that of its paragraph, else of the title."""
    told = _list_works(line)
    if told:
        return told[-1]
    if story.is_in_paragraph(line) and story.work:
        return story.work
    titled = _list_works(story.title) if story.title else []
    return titled[-1] if titled else None


def _list_works(line: Line) -> list[str]:
    """Also within the names of organisations and of other parts («Қамбар-Ата-1 ГЭС»)."""
    span = line.scene.span
    return [found.value for found in line.words.works.find(line.folded, span.start, span.end)]


def get_at_work(figure: Figure, indicator: str, named: Sequence[Named], *, frame: Sides, story: Story) -> Sides | None:
    """The country of the work, of what it holds, yields or costs; with the other side that water goes to from there.

    None where the figure's own words name another area.
    """
    if story.work is None or indicator not in (*SORTS.of_place, *SORTS.made, *_MONEY):
        return None
    if named:
        sent = indicator in SORTS.flowing and all(n.role == "to" and n.code for n in named)
        return Sides(story.work, named[-1].code) if sent and _list_works(figure.line) else None
    if get_country(frame.ref) == story.work and frame.ref != story.work:
        return None  # the region was told
    before = story.in_paragraph(figure)
    goes_on = before and before.sides.both and before.indicator == indicator in SORTS.flowing
    if goes_on and not _list_works(figure.line):
        return None  # it goes on with whom the water went to («в 2024 году было пропущено 2,5 млрд»)
    return Sides(story.work) if indicator not in _MONEY or _is_its_money(figure, indicator, story) else None


def _is_its_money(figure: Figure, indicator: str, story: Story) -> bool:
    """Whether money is the work's: its cost, told with its name, or any of a text that is of no other country."""
    if get_country(story.focus.sides.ref) in (None, story.work):
        return True
    lines = (figure.line, story.before) if story.is_in_paragraph(figure.line) else (figure.line,)
    return indicator == PROJECT and any(_list_works(line) for line in lines if line)
