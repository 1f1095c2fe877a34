"""Numbers of a row whose unit and scale are told once, at its end: «312, 95 и 68 млн долларов», “300 and 450 MW”.

So are things counted: «21, 6 ва 3 та корхона».
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hamkor.extract.line import Line
from hamkor.extract.numbers.bounds import read_printed
from hamkor.extract.numbers.measures import Measured, Measures, may_be_year, scale_like
from hamkor.extract.numbers.numerals import Number
from hamkor.grammar import Language
from hamkor.grammar.alternatives import any_of

_KINDS = frozenset(("money", "measure", "percent"))
_LONGEST = 12  # numbers in a row
_NAMED = 2  # names between the numbers of a row that no word closes
_MONEYED = 1_000_000  # a scale from here on is of money where nothing else is told


class SharedUnits:
    """Gives the first numbers of such rows the unit of the last, in one language (words that join: lists.toml)."""

    def __init__(self, language: Language, measures: Measures) -> None:
        self._measures = measures
        joints = any_of(map(re.escape, language.lists["and"]))
        self._closing = re.compile(rf" (?:{joints}) $")
        self._joint = re.compile(rf",? (?:{joints}) |(?P<name>, [^\W\d_][\w'-]* )|(?P<comma>, )")

    def measure(self, line: Line, number: Number) -> Measured | None:
        """The number as the row that it begins, or goes on with, measures it; None where it stands in none.

        The row ends after a word that joins its last two numbers; one of numbers each with its own unit is none.
        """
        last = line.rows.get(number.start) or self._find_last(line, number)
        told = self._measures.measure(line, last) if last else None
        if last is None or told is None or told.start != last.start:
            return None
        if not (_is_measured(told, last) or self._is_counted(line, number, told)):
            return None
        own = scale_like(number, last)
        factor = abs(told.printed.value / last.value) if last.value else Decimal(1)
        percent = told.kind == "percent"
        printed = read_printed(own.value * factor, last=own.last * factor, decimal_mark=own.decimal, percent=percent)
        return replace(told, printed=printed, start=number.start, end=number.end, bare_end=number.end)

    def _find_last(self, line: Line, number: Number) -> Number | None:
        """The last number of the row that begins with this one; the line takes note of it for those in between."""
        row = [number]
        joints = []
        while len(row) <= _LONGEST and not row[-1].scaled and (joint := self._find_joint(line, row[-1])):
            following = self._measures.numerals.read(line.folded, joint.end(), line.end)
            if following is None:
                break
            row.append(following)
            joints.append(joint)
            if joint.lastgroup is None:
                break
        if not joints or (joints[-1].lastgroup and sum(j.lastgroup == "name" for j in joints) < _NAMED):
            return None
        line.rows.update((each.start, row[-1]) for each in row[:-1])
        return row[-1]

    def _is_counted(self, line: Line, number: Number, told: Measured) -> bool:
        """Whether things are counted whose noun is told, in a row that an "and" closes; a year counts nothing."""
        counted = told.kind == "count" and bool(told.noun) and told.printed.value > 1 and number.value > 1
        if not counted or may_be_year(number):
            return False
        joint = self._closing.search(line.folded, line.start, told.start)
        return bool(joint and joint.end() == told.start)

    def _find_joint(self, line: Line, number: Number) -> re.Match[str] | None:
        """What joins a number to the next of its row; a word after a comma only where it is a name."""
        joint = self._joint.match(line.folded, number.end, line.end)
        return joint if joint and (joint.lastgroup != "name" or _is_named(line, joint)) else None


def _is_named(line: Line, joint: re.Match[str]) -> bool:
    """Whether a name stands between two numbers («Қозоғистонга 312, Қирғизистонга 95»)."""
    return line.text[joint.start("name") + len(", ")].isupper()


def _is_measured(told: Measured, last: Number) -> bool:
    """Whether the last number has a unit, or a scale that speaks of money («198 и 287 млн»)."""
    return told.kind in _KINDS or (told.kind == "number" and last.scaled and last.scale >= _MONEYED)
