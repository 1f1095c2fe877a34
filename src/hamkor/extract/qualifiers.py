"""Words beside a number that say how exactly it is meant: about, nearly, over, under."""

from __future__ import annotations

import re

from hamkor.extract.line import Line, Triggers
from hamkor.grammar import Entry, Language, Lexicon
from hamkor.model.value import value

_MARKS = " $€₽£¥("  # may stand between a qualifier and its number
_WORD = re.compile(r"\s*(\w+)")


@value(frozen=True, slots=True)
class Hedge:
    """A qualifier at `start:end`. `means` is a row of the table of reaches, or `open` (see qualifiers.toml)."""

    means: str
    start: int
    end: int


class Qualifiers:
    """The qualifiers of one language, those before a number and those after it."""

    def __init__(self, language: Language) -> None:
        self._before = _lexicon(language, "before")
        self._after = _lexicon(language, "after")
        self._begins = Triggers(self._before.begins)
        self._marks_before: dict[str, str] = language.get("qualifiers", "marks.before")
        self._marks_after: dict[str, str] = language.get("qualifiers", "marks.after")
        self._linking = frozenset(language.get("qualifiers", "linking.words"))

    def find_before(self, line: Line, at: int) -> Hedge | None:
        """The qualifier before the number at `at`, prepositions between passed over («более чем на 20 %»)."""
        mark = line.char(at - 1)
        if mark in self._marks_before:
            return Hedge(self._marks_before[mark], at - 1, at)
        for word in line.words_before(at):
            if not self._begins[word.group()]:
                continue
            met = self._before.match(line.folded, word.start(), at, word.group())
            if met and self._links(line.folded[met.end : at], tight=met.value[1]):
                return Hedge(met.value[0], met.start, met.end)
        return None

    def _links(self, between: str, *, tight: bool) -> bool:
        words = between.strip(_MARKS).split()
        return not words if tight else all(word in self._linking for word in words)

    def is_mark(self, line: Line, at: int) -> bool:
        """Whether a mark stands here that qualifies a figure before it; after a bare number it is an age («16+»)."""
        return line.char(at) in self._marks_after

    def find_after(self, folded: str, at: int, limit: int) -> Hedge | None:
        mark = folded[at : at + 1]
        if mark in self._marks_after:
            return Hedge(self._marks_after[mark], at, at + 1)
        word = _WORD.match(folded, at, limit)
        met = self._after.match(folded, word.start(1), limit, word[1]) if word else None
        return Hedge(met.value[0], met.start, met.end) if met else None


def _lexicon(language: Language, side: str) -> Lexicon:
    rows = language.get_records("qualifiers", side, "means", "patterns")
    place = f"{language.code}/qualifiers.toml: {side}"
    entries = [Entry(p, (row["means"], row.get("tight", False)), place) for row in rows for p in row["patterns"]]
    return Lexicon(entries, lists=language.lists, endings=language.endings)
