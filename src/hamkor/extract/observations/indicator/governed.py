"""What the words after a list of measures tell of all of it, where verbs stand last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.layout import STATUSES, Figure, Line
from hamkor.extract.observations.words import IndicatorWord

_CLOSED = re.compile(r"[;:()]")


def get_governing(figure: Figure, names: Sequence[str]) -> IndicatorWord | None:
    """«3 ming tonna ip, 5 ming tonna mato va 2 ming tonna … ishlab chiqarish quvvatiga ega»: what is told of the last.

    None where the figure stands in no list, or where nothing that its unit may be of is told behind the list.
    """
    line = figure.line
    last = _find_last(figure) if line.words.verb_last else figure.place
    if last == figure.place:
        return None
    later = [c.indicator for c in line.indicators(last, _find_end(line, last)) if c.indicator]
    told = [word for word in later if word.name in names]
    ranked = sorted(told, key=lambda word: (word.name not in SORTS.leading, word.weak))
    return ranked[0] if ranked else None


def get_later(figure: Figure, names: Sequence[str]) -> IndicatorWord | None:
    """«yetishtirilgan 40 ming tonna uzum eksport qilindi»: the verb of the clause tells more than a participle."""
    line = figure.line
    told = [c.indicator for c in line.indicators(figure.place, figure.after[1]) if c.indicator]
    return next((word for word in told if not word.weak and word.name in names), None) if line.words.verb_last else None


def _find_last(figure: Figure) -> int:
    """The place of the last measure of the same unit that a comma or an "and" joins to it."""
    line, last = figure.line, figure.place
    for place in (p for p in line.figures if p > figure.place):
        part, between = line.scene.part_at(place), line.scene.text[last + 1 : place]
        told = [c for c in line.cues if last < c.start < place and not STATUSES.isdisjoint(c.sorts)]
        joined = "," in between or any(word in line.words.joints for word in between.split())
        if told or not joined or _CLOSED.search(between) or part is None or part.value.unit != figure.quantity.unit:
            break
        last = place
    return last


def _find_end(line: Line, last: int) -> int:
    """Where the clause of the last measure ends: at a comma or stop, or at the next figure."""
    text = line.scene.text
    stops = [at for at in (text.find(mark, last) for mark in ",;:(") if at > 0]
    return min([*stops, *(p for p in line.figures if p > last), len(text)])
