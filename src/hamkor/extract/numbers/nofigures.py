"""Numbers that are no figures: references, names, ordinals, telephone numbers, times of the day, numbers of a list."""

from __future__ import annotations

import re

from hamkor.extract.line import Line
from hamkor.extract.numbers.numerals import Number
from hamkor.extract.numbers.tails import Tails
from hamkor.grammar import Entry, Language, Lexicon

_RUN = re.compile(r"\S*")
# What marks alone tell, in the run of characters without a space that a number stands in.
_NO_FIGURE = re.compile(
    r"@|://|www\.|\d[:×x*]\d|\d/\d|°\d|\w\+\d|\d+(?:-\d{2,4}){2,}|(?<!\d)\d{1,2}\.\d{1,2}\.\d+|\d+(?:-\d+){3,}"
)
_TELEPHONE = re.compile(r"\+\d[\d ()-]{7,}\d")
_REFERENCE = "№#"
_DASH = " - "  # parts a sentence: “at the same level - 39 thousand” is no name with its number
_TOO_LARGE = 10**18  # no figure is
_GROUP = 1000  # from here on digits may stand in groups
_TENS = 20  # from here on ordinals take two words


class NoFigures:
    """Tells the numbers of one language that are no figures, by the words (units.toml) and the marks around them."""

    def __init__(self, language: Language) -> None:
        self._before = _lexicon(language, "before")
        self._after = _lexicon(language, "after")
        place = f"{language.code}/numerals.toml: ordinals"
        ordinals = (Entry(p, True, place) for p in language.get("numerals", "ordinals.patterns"))
        self._tails: Tails = language.remember("tails", Tails)
        self._ordinals = Lexicon(ordinals, lists=language.lists, endings=language.endings)

    def find_end(self, line: Line, at: int) -> int:
        """The end of a run of marks and digits at `at` in which nothing is a figure; 0 where there is none."""
        if line.char(at - 1) == "+":
            number = _TELEPHONE.match(line.folded, at - 1, line.end)
            if number:
                return number.end()
        start = line.folded.rfind(" ", line.start, at) + 1 or line.start
        run = _RUN.match(line.folded, start, line.end)
        return run.end() if run and _NO_FIGURE.search(run.group()) else 0

    def holds(self, line: Line, number: Number) -> bool:
        """Whether the number is none of the figures, by what stands before it or is joined to it."""
        return (
            number.value >= _TOO_LARGE
            or _is_joined(line, number.start)
            or (_is_tailed(line, number.end) and self._tails.skip(line.folded, number.end, line.end) == number.end)
            or _is_list_number(line, number)
            or self._is_named_before(line, number)
            or self._is_ordinal(line, number)
        )

    def is_followed(self, line: Line, end: int) -> bool:
        """Whether what follows makes it no figure, over a hyphen too: «5 этаж», “a 52-year-old”."""
        return bool(line.match(self._after, end + (line.char(end) == "-")))

    def _is_ordinal(self, line: Line, number: Number) -> bool:
        """«двадцать пятое»: tens in words before an ordinal."""
        tens = number.value >= _TENS and not number.value % 10 and line.char(number.start).isalpha()
        return tens and bool(line.match(self._ordinals, number.end + (line.char(number.end) == "-")))

    def _is_named_before(self, line: Line, number: Number) -> bool:
        """«№ 157», «статья 5», «Boeing 737»; no number with a group mark follows a mere word (“every day 52,000”)."""
        at = number.start
        if line.char(at - 1) in _REFERENCE or (line.char(at - 1) == " " and line.char(at - 2) in _REFERENCE):
            return True
        words = [] if _is_grouped(number) else line.words_before(at)
        if not words:
            return False
        start, word = words[-1]
        between = line.folded[start + len(word) : at]
        if between.strip(' .:"-') or _DASH in between:
            return False
        return bool(self._before.match(line.folded, start, at, word))


def _is_grouped(number: Number) -> bool:
    return number.value >= _GROUP and not (number.plain or number.decimal or number.scaled)


def _is_joined(line: Line, at: int) -> bool:
    """«ПП-123», «С5+1», «24/7»: a mark joins the number to a letter or a digit before it.

    A long dash joins it to capitals alone (“$8 billion—25% more”).
    """
    mark, before = line.char(at - 1), line.char(at - 2)
    if mark == "—" and before.isalpha():
        return line.text[at - 2].isupper()
    return mark in "/-—+._" and before.isalnum()


def _is_tailed(line: Line, end: int) -> bool:
    """«13-е», «60-летний», «5G»: letters make something else of the number."""
    if line.char(end - 1).isalpha():
        return False
    mark, after = line.char(end), line.char(end + 1)
    return (mark == "-" and after.isalpha()) or mark.isalpha()


def _is_list_number(line: Line, number: Number) -> bool:
    """«1.», «2)», «1.2.» where a line begins."""
    before = line.folded[line.start : number.start].rpartition("\n")[2].strip(" (")
    if before or number.scaled:
        return False
    mark, after = line.char(number.end), line.char(number.end + 1)
    return mark == ")" or (mark == "." and not after.isalnum())


def _lexicon(language: Language, side: str) -> Lexicon:
    patterns = language.get("units", f"no_figure.{side}")
    entries = (Entry(p, True, f"{language.code}/units.toml: no_figure.{side}") for p in patterns)
    return Lexicon(entries, lists=language.lists, endings=language.endings)
