"""Numbers and intervals as equations show them: short enough to check with a pencil."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from hamkor.model import Interval
from hamkor.verify.figure import Figure

_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "mln"))
_UNITS = {"PCT": "%", "TIMES": "times", "COUNT": "", "person": ""}
_DIGITS = 4  # that a number shows at least, where it has them


def write_figure(figure: Figure) -> str:
    """The printed number with its bounds: `850 mln USD (845–855)`."""
    return write_amount(figure.value, figure.bounds, figure.unit)


def write_amount(value: Decimal, bounds: Interval, unit: str) -> str:
    """A number with its bounds, in the scale of the number.

    >>> write_amount(Decimal(850000000), Interval(Decimal(845000000), Decimal(855000000)), "USD")
    '850 mln USD (845–855)'
    >>> write_amount(Decimal("25.004"), Interval(Decimal("24.9"), Decimal("25.1")), "PCT")
    '25 % (24.9–25.1)'
    """
    scale, word = next(((s, w) for s, w in _SCALES if abs(value) >= s), (Decimal(1), ""))
    finest = (
        max(Decimal("0.01"), Decimal(10) ** (_leading(value / scale) - _DIGITS + 1))
        if scale == 1
        else _finest(bounds, scale)
    )
    low, high, middle = (_round(n / scale, finest) for n in (bounds.low, bounds.high, value))
    named = " ".join(part for part in (middle, word, _UNITS.get(unit, unit)) if part)
    return named if low == high == middle else f"{named} ({low}–{high})"


def _finest(bounds: Interval, scale: Decimal) -> Decimal:
    """The place that still shows the bounds apart."""
    width = bounds.width / scale
    return Decimal(1).scaleb(min(-2, width.adjusted())) if width else Decimal("0.0001")


def _leading(number: Decimal) -> int:
    return number.adjusted() if number else 0


def _round(number: Decimal, finest: Decimal) -> str:
    rounded = (number / finest).to_integral_value(ROUND_HALF_EVEN) * finest
    text = f"{rounded:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    whole, mark, part = text.lstrip("-").partition(".")
    sign = "−" if text.startswith("-") and text.strip("-0.") else ""
    return f"{sign}{int(whole):,}{mark}{part}"
