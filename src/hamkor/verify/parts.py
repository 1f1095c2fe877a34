"""Which figures of a text are parts of another one: those that follow it after words that say so («из них»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from hamkor.grammar import Language
from hamkor.grammar.anyof import compile_phrases
from hamkor.text.fold import fold
from hamkor.verify.figure import PERSON, Figure
from hamkor.verify.sums import add_up

_COUNT = "COUNT"
_PLANS = frozenset({"agreements_value", "projects_value", "investment", "loans"})
_CARGO = "cargo"
_CARRIED = frozenset({"exports", "imports"})  # what was carried, in its unit: «из них 4 млн тонн — экспорт»
_ENDS = re.compile(r"[.!?]\s")
_AFTER = 24  # characters after a figure in which such words may stand
Find = Callable[[str, str], bool]
_FAR = 160  # characters between a total and its first part, and from part to part


def find_parts(figures: Sequence[Figure], text: str, language: Language) -> dict[str, tuple[str, ...]]:
    """The ids of the parts of each total.

    figures  those of one document, in order of the text
    text     its text, in which their places count
    """
    words, following = language.remember("checks.parts", _compile)

    def find(before: str, after: str) -> bool:
        told, next_told = (fold(language.reader.convert(stretch)[0]) for stretch in (before, after))
        return bool(words.search(told) or following.match(next_told.lstrip()))

    levels = [f for f in figures if f.measure == "level"]
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()  # what is part of one total is no total of those listed after it
    for number, total in enumerate(levels):
        parts = tuple(p.id for p in _follow(total, levels[number + 1 :], text, find))
        if parts and total.id not in taken:
            found[total.id] = parts
            taken.update(parts)
    return found


def _compile(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before the first part, and those right after it."""
    return compile_phrases(language, "checks", "parts"), compile_phrases(language, "checks", "parts_after")


def _follow(total: Figure, after: Sequence[Figure], text: str, find: Find) -> Iterator[Figure]:
    """The parts, in order; the words that say so stand before the first, or right after it («ten of them»).

    Before the first, figures of other units may stand («24 проекта на 780 млн. Из них 11»). Where a sentence ends and
    nothing is left of the total, its list does, too («… 14 more have opened offices»).
    """
    before, found = total, list[Figure]()
    for figure in after:
        between = text[before.end : figure.start]
        near = not found and not _ENDS.search(text[total.end : before.end])
        same = near or not _ENDS.search(between)
        if len(between) > _FAR or "\n" in between or (found and _ENDS.search(between) and _is_whole(total, found)):
            return
        # The words are looked at last: they are what costs.
        may_be = _is_part(total, figure, same_sentence=same)
        if may_be and (found or find(between, text[figure.end : figure.end + _AFTER])):
            yield figure
            found.append(figure)
        elif found or (figure.unit == total.unit and _is_of_its_time(figure, total)):
            return
        before = figure


def _is_whole(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts make up all of a total."""
    return add_up(parts).meets(total.bounds)


def _is_part(total: Figure, figure: Figure, *, same_sentence: bool) -> bool:
    """What counts the same, and the ways of cargo; in one sentence what agreed money is for, counts of a count."""
    counted = same_sentence and total.unit == _COUNT and figure.unit == PERSON
    other = (figure.unit != total.unit and not counted) or not _is_of_its_time(figure, total)
    if other or figure.bounds.low > total.bounds.high:
        return False
    if (figure.indicator, figure.status) == (total.indicator, total.status):
        return True
    if total.indicator == _CARGO:
        return figure.indicator in _CARRIED
    planned = total.indicator in _PLANS and figure.indicator in _PLANS
    return same_sentence and (planned or total.unit == _COUNT)


def _is_of_its_time(figure: Figure, total: Figure) -> bool:
    """What the year before had is no total of this year's parts («52 млн против 41 млн. На зерно пришлось …»)."""
    return None in (figure.period, total.period) or figure.period == total.period
