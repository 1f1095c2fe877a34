"""A figure of official statistics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hamkor.model.period import Period


@dataclass(frozen=True, slots=True)
class Statistic:
    """One value of an official series, or one that somebody is reported to have told (OBS_STATUS V).

    source             who publishes or told it
    ref_area           the reporter; counterpart_area None is the whole world
    released           the day it was published: before it nobody knew it; None where that is not known
    obs_status         A, P … as SDMX CL_OBS_STATUS has it
    measure            level | change: what the value is, as in Observation
    qualifier          exact | about | over | under: how a value that was told was qualified
    low, high          what it can mean, in full units; None where its digits say it
    url                address of the page it was taken from

    Source: SDMX concepts (INDICATOR, REF_AREA, COUNTERPART_AREA, TIME_PERIOD, OBS_VALUE, UNIT_MEASURE, OBS_STATUS).
    """

    source: str
    indicator: str
    ref_area: str
    counterpart_area: str | None
    time_period: Period
    obs_value: Decimal
    unit_measure: str
    obs_status: str = "A"
    released: date | None = None
    measure: str = "level"
    qualifier: str = "exact"
    low: Decimal | None = None
    high: Decimal | None = None
    url: str | None = None
