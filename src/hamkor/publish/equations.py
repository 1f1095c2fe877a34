"""What a verdict rests on, in the user's language and way of writing numbers: short enough to check with a pencil."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, cast

from hamkor.messages import find_code, get_text
from hamkor.model import Amount, Interval, Period, Reason, Scope
from hamkor.model.verdict import Code, Part
from hamkor.publish.times import tell_period

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_NAMED_UNITS = ("PCT", "TIMES", "COUNT", "person")
_DIGITS = 4  # that a number shows at least, where it has them
_DASH = " – "


def tell_reason(reason: Reason) -> str:
    """A reason as one sentence or equation. Raises KeyError where the messages have no text for it."""
    if reason.name == "chain":
        return "; ".join(_tell(step) for step in cast("tuple[Part, ...]", reason.get("steps")))
    return get_text(f"equation.{reason.name}", **{name: _tell(part) for name, part in reason.parts})


def _tell(part: Part) -> str:
    return part if isinstance(part, str) else _TELL[type(part)](part)


def tell_scope(scope: Scope) -> str:
    """Whose and of when: `KZ-75 – UZ, 2024`."""
    sides = _DASH.join(side for side in (scope.ref, scope.counterpart) if side)
    return ", ".join(told for told in (sides, tell_period(scope.period) if scope.period else "") if told)


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
    Reason: tell_reason,
    Amount: tell_amount,
    Scope: tell_scope,
    Period: tell_period,
    Decimal: lambda number: _translate(f"{number:.1f}"),
    Code: lambda code: find_code(code.kind, code.code),
    tuple: lambda parts: " + ".join(map(_tell, parts)),
}
