"""Numbers and units as tables print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from hamkor.codes import get_codes, is_currency
from hamkor.read.statistics.words import find_word, get_words
from hamkor.text.fold import fold

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?: \d{3})+|\d{1,30})(?:[.,]\d{1,20})?(?:[eE][+-]?\d{1,2})?")
_MARKS = re.compile(r"[*¹²³]+\)?$")  # of footnotes


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and how many of it one in the table is: `mln USD` is USD by the million."""

    code: str
    scale: Decimal = Decimal(1)


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure: nothing, a dash, dots, `NaN`."""
    return fold(text).strip(" *") in get_words("missing")


def parse_number(text: str, *, comma: bool = False) -> Decimal:
    """A number. Raises ValueError on anything else.

    comma  whether a comma is a decimal mark; else it is refused, since it could as well divide thousands

    >>> parse_number("2 440 310.7"), parse_number("3402150,1", comma=True)
    (Decimal('2440310.7'), Decimal('3402150.1'))
    """
    plain = _MARKS.sub("", fold(text).replace("—", "-").strip())
    if not _NUMBER.fullmatch(plain) or ("," in plain and not comma):
        raise ValueError(text)
    return Decimal(plain.replace(" ", "").replace(",", "."))


def find_unit(text: str) -> Unit | None:
    """The unit that words name, with its scale; None where they name none.

    >>> find_unit("thousand US dollars"), find_unit("mln USD"), find_unit("rows")
    (Unit(code='USD', scale=Decimal('1000')), Unit(code='USD', scale=Decimal('1000000')), None)
    """
    code = _find_code(text)
    if code is None:
        return None
    scale = find_word("scale", text)
    return Unit(code, Decimal(scale) if scale else Decimal(1))


def _find_code(text: str) -> str | None:
    named = (word for word in re.findall(r"\b[A-Z]{3}\b", text) if is_currency(word))
    return find_word("unit", text) or next(named, text if text in get_codes("units") else None)


def write_scaled(number: Decimal, scale: Decimal) -> Decimal:
    """The number in full units, without zeros behind its decimal mark and without an exponent.

    >>> write_scaled(Decimal("3010.50"), Decimal(1000000))
    Decimal('3010500000')
    """
    return Decimal(f"{(number * scale).normalize():f}")
