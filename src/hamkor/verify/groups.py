"""Which figures of a text are of trade with a group of countries: it is neither one partner nor the world."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from hamkor.grammar import Language
from hamkor.grammar.anyof import compile_any, compile_phrases
from hamkor.text.fold import fold
from hamkor.verify.figure import Figure

_WITH_PARTNERS = frozenset({"trade_turnover", "exports", "imports", "investment", "cargo", "tourists"})
_BEFORE, _AFTER = 160, 50  # characters before and after a figure in which its group may stand
_FAR = 480  # and from one level to the next of the same, which carries the group on
_END = re.compile(r"[.!?]\s+|\n")
_STOP = re.compile(r"[.!?;]\s|[\n;(]")


def find_grouped(figures: Sequence[Figure], text: str, language: Language) -> frozenset[str]:
    """The ids of levels without a partner beside which a group of countries is named.

    figures  those of one document, in order of the text
    text     its text, in which their places count
    """

    def has(key: str, make: Callable[[Language], re.Pattern[str]], stretch: str) -> bool:
        return bool(language.remember(key, make).search(fold(language.reader.convert(stretch)[0])))

    has_group, points_back = partial(has, "checks.groups", _compile), partial(has, "checks.previous", _compile_back)

    levels = [f for f in figures if f.measure == "level"]
    found: dict[str, Figure] = {}
    before: Figure | None = None
    for number, figure in enumerate(levels):
        if figure.counterpart is None and figure.indicator in _WITH_PARTNERS:
            carried = before is not None and before.id in found and _goes_on(before, figure, text, points_back)
            if carried or any(map(has_group, _find_words(levels, number, text))):
                found[figure.id] = figure
            before = figure
    return frozenset(found)


def _compile(language: Language) -> re.Pattern[str]:
    """The names of groups that have no code. Source: languages/<code>/areas.tsv."""
    rows = (row for row in language.get_rows("areas") if row["sort"] == "group" and not row["code"])
    names = [name.strip() for row in rows for name in row["nouns"].split("|") if name.strip()]
    return compile_any(language, names, place=f"{language.code}/areas.tsv")


def _compile_back(language: Language) -> re.Pattern[str]:
    """Words by which a sentence tells on what the one before told."""
    return compile_phrases(language, "observations", "cues.previous")


def _find_words(levels: Sequence[Figure], number: int, text: str) -> tuple[str, str]:
    """The words before and after a level: within its sentence, between the levels beside it."""
    figure = levels[number]
    last = levels[number - 1].end if number else 0
    following = levels[number + 1].start if number + 1 < len(levels) else len(text)
    left = max(last, figure.start - _BEFORE)
    right = min(following, figure.end + _AFTER)
    ends = [met.end() for met in _END.finditer(text, left, figure.start)]
    stop = _STOP.search(text, figure.end, right)
    return text[ends[-1] if ends else left : figure.start], text[figure.end : stop.start() if stop else right]


def _goes_on(before: Figure, figure: Figure, text: str, points_back: Callable[[str], bool]) -> bool:
    """Whether the level tells the same of another time, soon after («в 2017 году … 3,2 млрд, а в 2024-м 6,9 млрд»).

    In another paragraph only where its sentence points back («Ещё в 2017 году показатель равнялся …»).
    """
    if before.what != figure.what or figure.start - before.end > _FAR:
        return False
    sentences = _END.split(text[before.end : figure.start])
    return "\n" not in text[before.end : figure.start] or points_back(sentences[-1])
