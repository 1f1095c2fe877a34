"""What the readers of official figures are handed, and what they hand back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hamkor.errors import ReadError
from hamkor.model import Statistic
from hamkor.model.period import Period
from hamkor.read.statistics.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user says of a file; it wins over what the file says, and stands in where that is silent.

    source     who publishes the figures
    indicator  what they count, a code of `hamkor.codes` indicators
    ref_area   whose statistics they are
    unit       their unit with its scale: `USD`, `mln USD`
    period     the time of a table that tells none
    released   the day they were published
    url        the address that the file came from
    """

    source: str | None = None
    indicator: str | None = None
    ref_area: str | None = None
    unit: str | None = None
    period: Period | None = None
    released: date | None = None
    url: str | None = None


# A figure; what is wrong with a cell, which does not stand in the way of the others; None: left out on purpose.
Found = Statistic | ReadError | None


class Reader(Protocol):
    def __call__(self, sheet: Sheet, asked: Asked, /) -> Iterator[Found]: ...


@dataclass(frozen=True, slots=True)
class Form:
    """One form of table.

    name       as told to the user
    knows      whether a sheet is of this form, by what stands in it
    read       its figures; raises ReadError where the sheet as a whole cannot be read
    """

    name: str
    knows: Callable[[Sheet], bool]
    read: Reader


@dataclass(frozen=True, slots=True)
class Table:
    """What was read of a file.

    form      name of its form
    figures   in the order of the file, each once
    wrong     cells that could not be read, each with its place
    left_out  rows and cells left out on purpose: detail below a total, groups of countries, missing values
    """

    form: str
    figures: tuple[Statistic, ...]
    wrong: tuple[ReadError, ...]
    left_out: int
