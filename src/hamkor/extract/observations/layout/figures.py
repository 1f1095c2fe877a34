"""The figures of a line: what stands before each, and what after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from hamkor.extract.observations.layout.cues import STATUSES, Cue
from hamkor.extract.observations.layout.line import Line
from hamkor.extract.observations.words import Words
from hamkor.extract.parts import AreaMention, Quantity
from hamkor.grammar import Part
from hamkor.model import Span
from hamkor.model.value import value

_STOP = re.compile(r"[,;:()—]")
_WORD = re.compile(r"\s+(\w+)")
_SIGNS = "+-—"
_DASH = re.compile(r"\s*—")
_BRACKET = re.compile(r"\s*\(([^()\ue000-\ue006]*)\)")


@value(frozen=True, slots=True)
class Figure:
    """A quantity in its sentence.

    before  from the end of what belongs to the figure before it to this one
    after   the words that follow it directly, up to a stop or the next figure
    given   what the rules say of it
    """

    part: Part
    line: Line
    place: int
    before: tuple[int, int]
    after: tuple[int, int]
    given: Mapping[str, Any] = field(default_factory=dict)
    nation: str | None = None  # the country of what is counted («кыргызстанцев», «таджикских компаний»)

    @property
    def quantity(self) -> Quantity:
        quantity: Quantity = self.part.value
        return quantity

    @property
    def quoted(self) -> Span:
        """The words that are its evidence."""
        return self.quantity.quoted or self.part.span

    @property
    def of_people(self) -> bool:
        """Whether the counted noun is a people («кыргызстанцев», «15 тыс. россиян»)."""
        if self.part.kind != "count" or self.part.span.within(self.line.folded).endswith(self.line.words.itself):
            return False  # «26 tasi koreyslarniki»: what is counted was told before
        text = self.line.scene.text
        follows = len(text) - len(text[self.place + 1 :].lstrip())
        beside = [p for _, p in self.line.parts(follows, follows + 1, "area")]
        return any(isinstance(p.value, AreaMention) and p.value.sort == "nation" for p in (*self.part.inner, *beside))

    @property
    def signed(self) -> bool:
        """Whether a sign of growth or fall is printed with it, or told («минус 2 тысячи»)."""
        return self.quantity.value < 0 or self.line.folded[self.part.span.start] in _SIGNS

    def cues(self, sort: str) -> list[Cue]:
        """Cues of this sort among the figure's own words."""
        return self.line.between(self.before[0], self.after[1], sort)


def find_figures(line: Line, given: Mapping[int, Mapping[str, Any]]) -> Iterator[Figure]:
    """The figures of a line, in order; `given` holds what the rules say, by place."""
    start = 0
    line.levels_before.update(at for at, told in given.items() if told.get("base"))
    for number, at in enumerate(line.figures):
        limit = line.figures[number + 1] if number + 1 < len(line.figures) else len(line.scene.text)
        end = min(_after(line.words, line.scene.text, at + 1, limit), _end_of_clause(line, at))
        part = line.scene.part_at(at)
        if part:
            yield Figure(part, line, at, (start, at), (at + 1, end), given.get(at, {}), _nation(part))
        start = end if end < limit else at + 1


def _end_of_clause(line: Line, at: int) -> int:
    """Where verbs stand last: after the first verb behind a figure that an "and" joins to another clause."""
    text = line.scene.text
    verbs = [c.end for c in line.cues if c.start > at and c.sorts & STATUSES] if line.words.verb_last else []
    return next((end for end in verbs if (met := _WORD.match(text, end)) and met[1] in line.words.joints), len(text))


def _nation(part: Part) -> str | None:
    """The country of what is counted: an area that stands within the count."""
    if part.kind != "count":
        return None
    codes = [code for inner in part.inner if isinstance(inner.value, AreaMention) for code in inner.value.codes]
    return codes[0] if codes else None


def _after(words: Words, text: str, start: int, limit: int) -> int:
    """Where the words end that belong to a figure before `start`: at a stop, or an "and" before another figure."""
    bracket = _BRACKET.match(text, start, limit)
    if bracket:
        return bracket.end()
    dash = _DASH.match(text, start, limit)
    stops = words.stops if limit < len(text) else _STOP
    stop = stops.search(text, dash.end() if dash else start, limit)
    return stop.start() if stop else limit
