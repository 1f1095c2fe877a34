"""A time moved by years: what a growth is compared with, the same months of another year."""

from __future__ import annotations

from hamkor.model import Period
from hamkor.model.period import move_years

_YEAR, _MONTH = len("2025"), len("2025-01")
_NEW_YEAR = "-01-01"  # from here on days run through the months of a year


def get_year_before(period: Period | None) -> Period | None:
    """The same time a year before."""
    return period and move_years(period, -1)


def get_year_after(period: Period | None) -> Period | None:
    """The time that is compared with this one of a year before."""
    return period and move_years(period, 1)


def is_year_before(period: Period, latest: Period) -> bool:
    return int(period.start[:_YEAR]) == int(latest.end[:_YEAR]) - 1


def get_same_months(period: Period, latest: Period | None) -> Period:
    """«аналогичный период 2024 года»: the months of the figure before, in that year."""
    if not latest or len(period.start) > 4 or period.start != period.end or len(latest.start) == 4:
        return period
    if len(latest.start) > _MONTH and not latest.start.endswith(_NEW_YEAR):
        return period  # days of an event are no months
    return move_years(latest, int(period.start) - int(latest.end[:_YEAR]))


def get_whole_year(period: Period) -> Period:
    """What flows «by the end of 2024» flowed in 2024."""
    return Period(period.start[:4]) if period.start == period.end and period.start.endswith("-12-31") else period
