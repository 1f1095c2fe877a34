"""Figures as people read them: `84.6 mln USD (84.55–84.65)`."""

from __future__ import annotations

import re
from decimal import Decimal

from hamkor.messages import find_code, get_text
from hamkor.model import Observation, Period, Statistic

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_DIGITS, _ROUNDED = 6, 4  # a number of more than six digits (a third, say) is shown with four; files have them all
_ONE = Decimal(1)
_QUALIFIERS = {"about": "≈ ", "over": "> ", "under": "< "}


def write_figure(figure: Observation) -> str:
    """A figure with its unit and its bounds, in the user's way of writing numbers; long fractions rounded."""
    scale, name = _find_scale(figure.obs_value)
    unit = _tell_unit(figure.unit_measure)
    value = _write(figure.obs_value / scale)
    bounds = f" ({_write(figure.low / scale)}–{_write(figure.high / scale)})" if figure.low != figure.high else ""
    sign = "+" if figure.measure in ("change", "change_abs") and figure.obs_value > 0 else ""
    qualifier = _QUALIFIERS.get(figure.qualifier, "")
    return qualifier + " ".join(part for part in (sign + value, name, unit) if part) + bounds


def write_value(figure: Statistic) -> str:
    """A figure of statistics with its unit, without bounds."""
    scale, name = _find_scale(figure.obs_value)
    unit = _tell_unit(figure.unit_measure)
    value = " ".join(part for part in (_write(figure.obs_value / scale), name, unit) if part)
    return _QUALIFIERS.get(figure.qualifier, "") + value


def write_short(number: Decimal) -> str:
    """A number in its scale, without bounds or unit.

    >>> from hamkor.messages import set_language
    >>> set_language("en")
    >>> write_short(Decimal(850000000)), write_short(Decimal(0))
    ('850 mln', '0')
    """
    scale, name = _find_scale(number)
    return f"{_write(number / scale)} {name}".strip()


_NAMED_UNITS = ("PCT", "TIMES", "COUNT", "person")
_MONEY = re.compile("[A-Z]{3}")  # ISO 4217: known everywhere as it is, and short


def _tell_unit(unit: str) -> str:
    if unit in _NAMED_UNITS:
        return get_text(f"unit.{unit}")
    return unit if _MONEY.fullmatch(unit) else find_code("unit", unit)


def _find_scale(value: Decimal) -> tuple[Decimal, str]:
    scale, key = next(((size, key) for size, key in _SCALES if abs(value) >= size), (_ONE, ""))
    return scale, get_text(f"scale.{key}") if key else ""


def _write(number: Decimal) -> str:
    exact = number.normalize()
    if len(exact.as_tuple().digits) > _DIGITS:
        exact = round(exact, max(0, _ROUNDED - 1 - exact.adjusted())).normalize()
    text = f"{exact:,f}"
    return text.translate({ord(","): get_text("number.group"), ord("."): get_text("number.decimal")})


def write_period(period: Period | None) -> str:
    """A period in as few letters as ISO 8601 allows: of its end only what differs from its begin.

    >>> write_period(Period("2025-01", "2025-09")), write_period(Period("2026")), write_period(None)
    ('2025-01/09', '2026', '')
    """
    if period is None or period.start == period.end:
        return period.start if period else ""
    begin, end = period.start.split("-"), period.end.split("-")
    same = next((n for n, pair in enumerate(zip(begin, end, strict=False)) if pair[0] != pair[1]), 0)
    return f"{period.start}/{'-'.join(end[same:] if len(begin) == len(end) else end)}"
