"""Verdicts as JSON and back: what they rest on, without words, as `hamkor.model.verdict` has it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hamkor.model import Amount, Interval, Period, Reason, Scope, Verdict
from hamkor.model.period import parse_period
from hamkor.model.verdict import Code, Part

Plain = Any  # JSON


def write_verdict(verdict: Verdict) -> Plain:
    """A verdict as a list of its fields."""
    return [verdict.figure, verdict.verdict, verdict.check, _write(verdict.reason), list(verdict.against)]


def read_verdict(plain: Plain) -> Verdict:
    """What `write_verdict` wrote."""
    figure, verdict, check, reason, against = plain
    read: Any = _read(reason)
    return Verdict(figure, verdict, check, read, tuple(against))


def _write(part: Part) -> Plain:
    """A text as itself, anything else as a list that begins with its name."""
    return part if isinstance(part, str) else [type(part).__name__, *_WRITE[type(part)](part)]


def _read(plain: Plain) -> Part:
    return plain if isinstance(plain, str) else _READ[plain[0]](*plain[1:])


def _write_bounds(bounds: Interval) -> Plain:
    ends = [str(bounds.low), str(bounds.high)]
    return [*ends, bounds.open_low, bounds.open_high] if bounds.open_low or bounds.open_high else ends


def _read_bounds(low: str, high: str, open_low: bool = False, open_high: bool = False) -> Interval:
    return Interval(Decimal(low), Decimal(high), open_low=open_low, open_high=open_high)


_WRITE: dict[type, Callable[[Any], list[Plain]]] = {
    Reason: lambda reason: [reason.name, [[name, _write(part)] for name, part in reason.parts]],
    Amount: lambda amount: [str(amount.value), _write_bounds(amount.bounds), amount.unit],
    Scope: lambda scope: [scope.ref, scope.counterpart, scope.period and str(scope.period)],
    Period: lambda period: [str(period)],
    Decimal: lambda number: [str(number)],
    Code: lambda code: [code.kind, code.code],
    tuple: lambda parts: [_write(part) for part in parts],
}
_READ: dict[str, Callable[..., Part]] = {
    "Reason": lambda name, parts: Reason(name, tuple((key, _read(part)) for key, part in parts)),
    "Amount": lambda value, bounds, unit: Amount(Decimal(value), _read_bounds(*bounds), unit),
    "Scope": lambda ref, counterpart, period: Scope(ref, counterpart, parse_period(period) if period else None),
    "Period": parse_period,
    "Decimal": Decimal,
    "Code": Code,
    "tuple": lambda *parts: tuple(map(_read, parts)),
}
