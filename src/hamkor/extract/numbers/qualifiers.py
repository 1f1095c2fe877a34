"""Words beside a number that say how exactly it is meant: about, nearly, over, under."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from hamkor.extract.line import Line, Triggers
from hamkor.extract.numbers.tails import Tails
from hamkor.grammar import Entry, Language, Lexicon
from hamkor.model.value import value

_MARKS = " $€₽£¥("  # may stand between a qualifier and its number
_WORD = re.compile(r"\s*(\w+)")
_ASIDE = re.compile(r" \([^().;]{1,48}\)")  # said of a figure before its qualifier; a decimal point is a comma here


@value(frozen=True, slots=True)
class Hedge:
    """A qualifier at `start:end`. `means` is a row of the table of reaches, or `open` (see qualifiers.toml)."""

    means: str
    start: int
    end: int


class Qualifiers:
    """The qualifiers of one language, those before a number and those after it."""

    def __init__(self, language: Language) -> None:
        self._before = _lexicon(language, "before", lambda row: row.get("tight", False))
        self._after = _lexicon(language, "after", lambda row: tuple(row.get("ends", ("",))))
        self._tails: Tails = language.remember("tails", Tails)
        suffixes = language.get_records("qualifiers", "suffix", "means", "ends")
        self._suffixes = [(row["means"], end) for row in suffixes for end in row["ends"]]
        self._begins = Triggers(self._before.begins)
        self._marks_before: dict[str, str] = language.get("qualifiers", "marks.before")
        self._marks_after: dict[str, str] = language.get("qualifiers", "marks.after")
        self._linking = frozenset(language.get("qualifiers", "linking.words"))

    def find_before(self, line: Line, at: int) -> Hedge | None:
        """The qualifier before the number at `at`, prepositions between passed over («более чем на 20 %»)."""
        mark = line.char(at - 1)
        if mark in self._marks_before:
            return Hedge(self._marks_before[mark], at - 1, at)
        for start, word in line.words_before(at):
            if not self._begins[word]:
                continue
            met = self._before.match(line.folded, start, at, word)
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
        """The qualifier after the figure that ends at `at`, its suffix over a hyphen passed over.

        So is what stands in brackets («9,7 млрд доллардан (жалпы көлемнің 18,9%) асты»).
        """
        mark = folded[at : at + 1]
        if mark in self._marks_after:
            return Hedge(self._marks_after[mark], at, at + 1)
        at = self._tails.skip(folded, at, limit)
        aside = _ASIDE.match(folded, at, limit)
        word = _WORD.match(folded, aside.end() if aside else at, limit)
        met = self._after.match(folded, word.start(1), limit, word[1]) if word else None
        if met is None or not folded.endswith(met.value[1], 0, at):
            return None
        return Hedge(met.value[0], met.start, met.end)

    def find_suffix(self, folded: str, start: int, at: int, limit: int) -> Hedge | None:
        """The suffix that itself qualifies the figure at `start:at`, over a hyphen or fused with its last word."""
        end = self._tails.skip(folded, at, limit)
        for means, suffix in self._suffixes:
            if end - len(suffix) > start and folded.endswith(suffix, start, end) and folded[end - 1].isalpha():
                return Hedge(means, end - len(suffix), end)
        return None


def _lexicon(language: Language, side: str, condition: Callable[[Mapping[str, Any]], Any]) -> Lexicon:
    """Each pattern with what it means, and on what condition."""
    rows = language.get_records("qualifiers", side, "means", "patterns")
    place = f"{language.code}/qualifiers.toml: {side}"
    entries = [Entry(p, (row["means"], condition(row)), place) for row in rows for p in row["patterns"]]
    return Lexicon(entries, lists=language.lists, endings=language.endings)
