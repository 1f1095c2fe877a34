"""Numbers said in words: «двести сорок три», "two hundred and five"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from hamkor.grammar import Language
from hamkor.grammar.alternatives import any_of
from hamkor.model.value import value
from hamkor.text.fold import fold

_FIRST = re.compile(r" {0,2}([^\W\d_]+)")
_HUNDRED, _DIGITS = 100, 10


@value(frozen=True, slots=True)
class Small:
    """A number below its scale, as far as it was read."""

    value: Decimal
    last: Decimal
    end: int
    decimal: bool = False
    digits: str = ""


class Spoken:
    """The number words of one language (numerals.toml: cardinals, hundreds, written.word_joints)."""

    def __init__(self, language: Language) -> None:
        self.cardinals = dict(_read_cardinals(language))
        table = language.get("numerals", "hundreds")
        self.hundreds = frozenset(word for form in table["words"] for word in expand(language, form))
        joints = any_of(map(re.escape, language.get("numerals", "written.word_joints")))
        self._next = re.compile(rf"(?:{joints})([^\W\d_]+)")
        self._after_hundred = re.compile(rf"(?:{joints})(?:(?:{any_of(map(re.escape, table['joints']))}) )?([^\W\d_]+)")

    def read(self, folded: str, at: int, limit: int) -> Small | None:
        """Words go on while each is smaller than the last place of what was read; a hundred multiplies its digit."""
        total, end, last = Decimal(0), at, Decimal(0)
        word = _FIRST.match(folded, at, limit)
        while word and (told := self._add(total, last, word.group(1))):
            (total, last), end = told, word.end()
            after = self._after_hundred if last == _HUNDRED else self._next
            word = after.match(folded, end, limit)
        if end == at:
            return None
        decimal = total != total.to_integral_value()
        return Small(total, Decimal("0.5") if decimal else Decimal(1), end, decimal)

    def _add(self, total: Decimal, last: Decimal, word: str) -> tuple[Decimal, Decimal] | None:
        """The number and its last place with one word more; None where that word does not go on with it."""
        if word in self.hundreds:
            return (max(total, Decimal(1)) * _HUNDRED, Decimal(_HUNDRED)) if total < _DIGITS and last <= 1 else None
        value = self.cardinals.get(word)
        if value is None or (last and not 0 < value < last):
            return None
        return total + value, _place(value)


def _place(value: Decimal) -> Decimal:
    """The lowest place of a number that is not zero: 100 of 300, 10 of 20, 1 of 15."""
    whole = str(int(value)) if value else "1"
    return Decimal(10 ** (len(whole) - len(whole.rstrip("0"))))


def expand(language: Language, form: str) -> Iterator[str]:
    """The folded words that a `form` stands for: itself, or `stem~class` with each ending of the class."""
    stem, tilde, ending = form.partition("~")
    for tail in language.endings.get_forms(ending) if tilde else ("",):
        yield fold(stem) + tail


def _read_cardinals(language: Language) -> Iterator[tuple[str, Decimal]]:
    for number, forms in language.get("numerals", "cardinals").items():
        for form in forms:
            yield from ((word, Decimal(number)) for word in expand(language, form))
