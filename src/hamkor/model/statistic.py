"""A figure of official statistics, and a verdict on a printed one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hamkor.model.period import Period


@dataclass(frozen=True, slots=True)
class Statistic:
    """One value of an official series.

    source             who publishes it
    ref_area           the reporter; counterpart_area None is the whole world
    released           the day it was published: before it nobody knew it
    obs_status         A, P … as SDMX CL_OBS_STATUS has it

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


VERDICTS = ("conflicts", "fits_other_period", "fits", "unchecked")  # the gravest first


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check says of a figure.

    figure    id of the figure
    verdict   one of VERDICTS
    check     the check's name; None where none could be made
    equation  what was compared with what, in numbers
    against   ids of the figures and sources it was compared with
    """

    figure: str
    verdict: str
    check: str | None
    equation: str
    against: tuple[str, ...] = ()
