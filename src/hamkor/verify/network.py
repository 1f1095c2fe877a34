"""Figures of documents and statistics as one system of equations between levels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from hamkor.model import Period
from hamkor.verify.equations import Equation, Level
from hamkor.verify.figure import Figure


class Quantity(NamedTuple):
    """A level of one thing, in one time and unit, as one voice counts it: a document, or a release of statistics."""

    what: Hashable
    period: Period
    unit: str
    voice: str


@dataclass(slots=True)
class Network:
    """Quantities by number, the equations between them, and who told of what.

    quantities  in the order of their numbers
    tellers     the figures that tell of a quantity, itself or by what it grew, by its number
    unsure      quantities of which one voice tells numbers that exclude each other: which is meant, nobody knows
    figures     those that claim something in an equation, by id
    """

    quantities: list[Quantity] = field(default_factory=list)
    equations: list[Equation] = field(default_factory=list)
    tellers: defaultdict[int, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    unsure: set[Quantity] = field(default_factory=set)
    figures: dict[str, Figure] = field(default_factory=dict)
    _numbers: dict[Quantity, int] = field(default_factory=dict)
    _reporters: defaultdict[int, set[str | None]] = field(default_factory=lambda: defaultdict(set))

    def find(self, quantity: Quantity) -> int | None:
        """The number of a quantity that is told of."""
        return self._numbers.get(quantity)

    def take(self, quantity: Quantity, teller: Figure, *, reporter: str | None) -> int:
        """The number of a quantity that `teller` tells of from a side; a new one where nobody did."""
        number = self._numbers.get(quantity)
        if number is None:
            number = self._numbers[quantity] = len(self.quantities)
            self.quantities.append(quantity)
        self.tellers[number].append(teller)
        self._reporters[number].add(reporter)
        return number

    def claim(self, figure: Figure, equation: Equation) -> None:
        """An equation that a figure is behind."""
        self.figures[figure.id] = figure
        self.equations.append(equation)

    def get_reporter(self, number: int) -> str | None:
        """The side that a quantity is told from; None where it is told from several."""
        reporters = self._reporters[number]
        return next(iter(reporters)) if len(reporters) == 1 else None


def get_quantity(figure: Figure) -> Quantity | None:
    """What a level is a number of; None for what has no time, no sides or may be negative."""
    usable = figure.is_level and figure.ref is not None and figure.bounds.low >= 0
    return Quantity(figure.what, figure.period, figure.unit, get_voice(figure)) if usable and figure.period else None


def add_levels(network: Network, figures: Iterable[Figure]) -> None:
    """Take in what is told of levels; of what one voice tells in numbers that exclude each other, nothing."""
    told: defaultdict[Quantity, list[Figure]] = defaultdict(list)
    for figure in figures:
        if quantity := get_quantity(figure):
            told[quantity].append(figure)
    for quantity, alike in told.items():
        if not agree(alike):
            network.unsure.add(quantity)
            continue
        for figure in alike:
            number = network.take(quantity, figure, reporter=figure.ref)
            check = "official" if figure.official else "same_figure"
            network.claim(figure, Level(figure.id, check, number, figure.bounds))


def agree(figures: list[Figure]) -> bool:
    """Whether all of these can be one number."""
    left = figures[0].bounds
    for figure in figures[1:]:
        both = left & figure.bounds
        if both is None:
            return False
        left = both
    return True


def get_voice(figure: Figure) -> str:
    """Whose count a figure is: a document's, or what a source released on one day."""
    released = figure.official or figure.is_row
    return f"{figure.teller} {figure.known or ''}".strip() if released else figure.teller
