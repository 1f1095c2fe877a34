"""What a verdict rests on, in the user's language and way of writing numbers: short enough to check with a pencil."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from hamkor.messages import find_code, get_text
from hamkor.model import Amount, Interval, Period, Reason, Scope
from hamkor.model.verdict import Code, Part
from hamkor.publish.manner import CODES, Manner
from hamkor.publish.times import tell_period, tell_time

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_NAMED_UNITS = ("PCT", "TIMES", "COUNT", "person")
_DIGITS = 4  # that a number shows at least, where it has them


def tell_reason(reason: Reason, manner: Manner = CODES) -> str:
    """A reason as one sentence or equation. Raises KeyError where the messages have no text for it."""
    between = "; " if reason.name == "chain" else " + "
    told = {name: _tell(part, manner, between) for name, part in reason.parts}
    if "teller" in told:
        told["teller"] = manner.teller(told["teller"])
    return get_text(f"equation.{reason.name}", **told)


def _tell(part: Part, manner: Manner, between: str) -> str:
    if isinstance(part, tuple):
        return between.join(_tell(one, manner, between) for one in part)
    if isinstance(part, (Reason, Scope)):
        return tell_reason(part, manner) if isinstance(part, Reason) else tell_scope(part, manner)
    return part if isinstance(part, str) else _TELL[type(part)](part)


def tell_scope(scope: Scope, manner: Manner = CODES) -> str:
    """Whose and of when: `KZ-75 – UZ, 2024`."""
    told = (manner.areas(scope.ref, scope.counterpart), tell_time(scope.period))
    return ", ".join(filter(None, told))


def tell_amount(amount: Amount) -> str:
    """A number with its bounds, in the scale of the number.

    >>> from hamkor.messages import set_language
    >>> set_language("en")
    >>> tell_amount(Amount(Decimal(850000000), Interval(Decimal(845000000), Decimal(855000000)), "USD"))
    '850 mln USD (845–855)'
    >>> tell_amount(Amount(Decimal("25.004"), Interval(Decimal("24.9"), Decimal("25.1")), "PCT"))
    '25 % (24.9–25.1)'
    """
    value, bounds = amount.value, amount.bounds
    scale, key = next(((s, key) for s, key in _SCALES if abs(value) >= s), (Decimal(1), ""))
    finest = _find_finest(value, bounds, scale)
    low, high, middle = (_round(n / scale, finest) for n in (bounds.low, bounds.high, value))
    word = get_text(f"scale.{key}") if key else ""
    named = " ".join(part for part in (middle, word, tell_unit(amount.unit)) if part)
    return named if low == high == middle else f"{named} ({low}–{high})"


def tell_unit(unit: str) -> str:
    """A unit as it stands after a number; the code where the messages do not know it."""
    return get_text(f"unit.{unit}") if unit in _NAMED_UNITS else find_code("unit", unit)


def _find_finest(value: Decimal, bounds: Interval, scale: Decimal) -> Decimal:
    """The place that still shows the bounds apart."""
    if scale == 1:
        leading = value.adjusted() if value else 0
        return max(Decimal("0.01"), Decimal(10) ** (leading - _DIGITS + 1))
    width = bounds.width / scale
    return Decimal(1).scaleb(min(-2, width.adjusted())) if width else Decimal("0.0001")


def _round(number: Decimal, finest: Decimal) -> str:
    rounded = (number / finest).to_integral_value(ROUND_HALF_EVEN) * finest
    text = f"{rounded:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    whole, mark, part = text.lstrip("-").partition(".")
    sign = "−" if text.startswith("-") and text.strip("-0.") else ""
    return sign + _translate(f"{int(whole):,}{mark}{part}")


def _translate(number: str) -> str:
    return number.translate({ord(","): get_text("number.group"), ord("."): get_text("number.decimal")})


_TELL: dict[type, Callable[[Any], str]] = {
    Amount: tell_amount,
    Period: tell_period,
    Decimal: lambda number: _translate(f"{number:.1f}"),
    Code: lambda code: find_code(code.kind, code.code),
}
