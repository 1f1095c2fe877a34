"""Figures as checks see them, made in one line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

from hamkor.model import Interval, PartOf
from hamkor.model.period import parse_period
from hamkor.verify import Figure
from hamkor.verify.figure import get_rounded

_NUMBERS = count(1)
TOLD = date(2025, 3, 1)


def make(  # noqa: PLR0913 (what a figure says)
    value: float | str | Decimal,
    *,
    indicator: str = "trade_turnover",
    measure: str = "level",
    sides: tuple[str | None, str | None] = ("KZ", "UZ"),
    period: str | None = "2024",
    teller: str = "a",
    official: bool = False,
    status: str = "actual",
    part_of: PartOf | None = None,
    bounds: tuple[float | str, float | str] | None = None,
    known: date | None = TOLD,
    subject: str | None = None,
    unit: str = "",
    qualifier: str = "exact",
) -> Figure:
    number = Decimal(str(value))
    units = {"change": "PCT", "share": "PCT", "multiple": "TIMES"}
    interval = Interval(*(Decimal(str(b)) for b in bounds)) if bounds else get_rounded(number)
    interval = leave_out(interval, number) if qualifier in ("over", "under") else interval
    return Figure(
        id=f"f{next(_NUMBERS)}",
        teller=teller,
        official=official,
        indicator=indicator,
        subject=subject,
        measure=measure,
        value=number,
        bounds=interval,
        unit=unit or units.get(measure, "USD"),
        ref=sides[0],
        counterpart=sides[1],
        period=parse_period(period) if period else None,
        status=status,
        known=known,
        part_of=part_of,
    )


def leave_out(bounds: Interval, number: Decimal) -> Interval:
    """Without the number that "more than" or "less than" names."""
    return Interval(bounds.low, bounds.high, open_low=bounds.low == number, open_high=bounds.high == number)
