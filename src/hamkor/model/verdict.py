"""A verdict on a printed figure, and what it rests on: no words, so that every language can tell it."""

from __future__ import annotations

from decimal import Decimal
from typing import Union

from hamkor.model.interval import Interval
from hamkor.model.period import Period
from hamkor.model.value import value

VERDICTS = ("conflicts", "fits_other_period", "fits", "unchecked")  # the gravest first


@value(frozen=True, slots=True)
class Amount:
    """A number with what it can mean and its unit (ISO 4217, PCT, TIMES, COUNT, UCUM)."""

    value: Decimal
    bounds: Interval
    unit: str


@value(frozen=True, slots=True)
class Scope:
    """Whose a figure is and of what time; None where that is not told."""

    ref: str | None
    counterpart: str | None
    period: Period | None


@value(frozen=True, slots=True)
class Code:
    """A code that every language has its word for: `Code("indicator", "exports")`."""

    kind: str
    code: str


Part = Union[Amount, Scope, Period, Code, Decimal, str, "Reason", tuple["Part", ...]]


@value(frozen=True, slots=True)
class Reason:
    """What was compared with what.

    name   of the text that tells it (`equation.<name>` of the messages)
    parts  what stands in that text, by name: amounts, times, names of tellers, reasons within reasons
    """

    name: str
    parts: tuple[tuple[str, Part], ...] = ()

    def get(self, name: str) -> Part:
        """The part of that name. Raises KeyError where there is none."""
        return dict(self.parts)[name]


def explain(name: str, **parts: Part) -> Reason:
    """A reason with its parts.

    >>> explain("no_base", period=Period("2024")).get("period")
    Period(start='2024', end='2024')
    """
    return Reason(name, tuple(parts.items()))


@value(frozen=True, slots=True)
class Verdict:
    """What a check says of a figure.

    figure   id of the figure
    verdict  one of VERDICTS
    check    the check's name; None where none could be made
    reason   what was compared with what, in numbers
    against  ids of the figures and sources it was compared with, in the order of the equation
    """

    figure: str
    verdict: str
    check: str | None
    reason: Reason
    against: tuple[str, ...] = ()
