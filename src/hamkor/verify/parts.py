"""Which figures of a text are parts of another one: those that follow it after words that say so («из них»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from hamkor.grammar import Language
from hamkor.grammar.anyof import compile_phrases
from hamkor.text.fold import fold
from hamkor.verify.figure import PERSON, Figure

_COUNT = "COUNT"
_PLANS = frozenset({"agreements_value", "projects_value", "investment", "loans"})
_ENDS = re.compile(r"[.!?]\s")
_FAR = 160  # characters between a total and its first part, and from part to part


def find_parts(figures: Sequence[Figure], text: str, language: Language) -> dict[str, tuple[str, ...]]:
    """The ids of the parts of each total.

    figures  those of one document, in order of the text
    text     its text, in which their places count
    """
    words: re.Pattern[str] = language.remember(
        "checks.parts", lambda spoken: compile_phrases(spoken, "checks", "parts")
    )

    def find(between: str) -> bool:
        converted, _ = language.reader.convert(between)
        return bool(words.search(fold(converted)))

    levels = [f for f in figures if f.measure == "level"]
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()  # what is part of one total is no total of those listed after it
    for number, total in enumerate(levels):
        parts = tuple(p.id for p in _follow(total, levels[number + 1 :], text, find))
        if parts and total.id not in taken:
            found[total.id] = parts
            taken.update(parts)
    return found


def _follow(total: Figure, after: Sequence[Figure], text: str, find: Callable[[str], bool]) -> Iterator[Figure]:
    """The parts, in order; before the first, figures of other units may stand («24 проекта на 780 млн. Из них 11»)."""
    before, found = total, False
    for figure in after:
        between = text[before.end : figure.start]
        near = not found and not _ENDS.search(text[total.end : before.end])
        same = near or not _ENDS.search(between)
        if len(between) > _FAR or "\n" in between:
            return
        if _is_part(total, figure, same_sentence=same) and (found or find(between)):
            yield figure
            found = True
        elif found or (figure.unit == total.unit and _is_of_its_time(figure, total)):
            return
        before = figure


def _is_part(total: Figure, figure: Figure, *, same_sentence: bool) -> bool:
    """What counts the same; in one sentence also what the money of agreements is for, and any counts of a count."""
    counted = same_sentence and total.unit == _COUNT and figure.unit == PERSON
    other = (figure.unit != total.unit and not counted) or not _is_of_its_time(figure, total)
    if other or figure.bounds.low > total.bounds.high:
        return False
    if (figure.indicator, figure.status) == (total.indicator, total.status):
        return True
    planned = total.indicator in _PLANS and figure.indicator in _PLANS
    return same_sentence and (planned or total.unit == _COUNT)


def _is_of_its_time(figure: Figure, total: Figure) -> bool:
    """What the year before had is no total of this year's parts («52 млн против 41 млн. На зерно пришлось …»)."""
    return None in (figure.period, total.period) or figure.period == total.period
