"""A figure as checks see it: printed in a document, or official."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import field
from datetime import date
from decimal import Decimal

from hamkor.model import Interval, Observation, PartOf, Period, Statistic
from hamkor.model.value import value
from hamkor.verify.balances import BALANCE, is_balance

_FEWEST_DIGITS = 2  # the first digits of a number that count even where they are zeros
_STRICT = ("over", "under")
REPORTED = "V"  # SDMX CL_OBS_STATUS: unvalidated, as the press has it
PERSON = "person"
# «11 300 та» of people is as many people.
_COUNTED = frozenset(("COUNT", name) for name in ("jobs", "students", "tourists", "passengers", "population"))
# Indicators the order of whose sides says nothing.
MUTUAL = frozenset(
    {
        *("trade_turnover", "agreements_value", "agreements_count", "projects_value", "projects_count"),
        *("flights", "passengers", "cargo", "water", "jobs", "area_land"),
    }
)
# Indicators that name themselves what they count: a subject beside them («кубометров воды») says nothing more.
_OF_ONE_THING = frozenset({"water"})


@value(frozen=True, slots=True)
class Figure:
    """`teller` is the document or the source of statistics; `start:end` its words in the document.

    attributed  whether an agency or a press service is credited with it
    known       the day from which it could be known: of publication, of release
    what        what it counts, whatever time and measure: equal where two figures may be compared
    """

    id: str
    teller: str
    official: bool
    indicator: str
    subject: str | None
    measure: str
    value: Decimal
    bounds: Interval
    unit: str
    ref: str | None
    counterpart: str | None
    period: Period | None
    status: str
    known: date | None
    part_of: PartOf | None = None
    start: int = 0
    end: int = 0
    is_row: bool = False
    attributed: bool = False

    # Asked for so often that they are computed once.
    what: Hashable = field(init=False, compare=False, repr=False)
    is_level: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        what = self.indicator, self.subject, get_sides(self.indicator, self.ref, self.counterpart)
        object.__setattr__(self, "what", what)
        object.__setattr__(self, "is_level", self.measure == "level" and self.status == "actual")


def get_sides(indicator: str, ref: str | None, counterpart: str | None) -> Hashable:
    """The sides as they count: in no order where the figure is of both alike."""
    return frozenset((ref, counterpart)) if indicator in MUTUAL else (ref, counterpart)


def read_observation(
    observation: Observation, *, id: str, document: str, published: date | None, attributed: bool = False
) -> Figure:
    """A printed figure of a document."""
    o, of_balance = observation, is_balance(observation.indicator, observation.subject)
    return Figure(
        id=id,
        teller=document,
        official=False,
        indicator=BALANCE if of_balance else o.indicator,
        subject=None if of_balance or o.indicator in _OF_ONE_THING else o.subject,
        measure=o.measure,
        value=o.obs_value,
        bounds=_read_bounds(o),
        unit=PERSON if (o.unit_measure, o.indicator) in _COUNTED else o.unit_measure,
        ref=o.ref_area,
        counterpart=o.counterpart_area,
        period=o.time_period,
        status=o.status,
        known=published,
        part_of=o.part_of,
        start=o.evidence.start,
        end=o.evidence.end,
        attributed=attributed,
    )


def _read_bounds(printed: Observation) -> Interval:
    """What the figure can mean; "more than 20" is never 20, while either end of a rounding may be rounded both ways."""
    strict = printed.qualifier in _STRICT and printed.low < printed.high
    return Interval(
        printed.low,
        printed.high,
        open_low=strict and printed.obs_value == printed.low,
        open_high=strict and printed.obs_value == printed.high,
    )


def read_statistic(statistic: Statistic, *, id: str) -> Figure:
    """A figure of statistics; its bounds are told with it, or by its digits. One as reported is no official one."""
    s = statistic
    return Figure(
        id=id,
        teller=s.source,
        official=s.obs_status != REPORTED,
        indicator=s.indicator,
        subject=None,
        measure=s.measure,
        value=s.obs_value,
        bounds=get_rounded(s.obs_value) if s.low is None or s.high is None else Interval(s.low, s.high),
        unit=s.unit_measure,
        ref=s.ref_area,
        counterpart=s.counterpart_area,
        period=s.time_period,
        status="actual",
        known=s.released,
        is_row=True,
    )


def get_rounded(value: Decimal) -> Interval:
    """What a number without any words can mean: half a unit of its last digit that is no trailing zero each way.

    >>> str(get_rounded(Decimal(3412600000))), str(get_rounded(Decimal(5000000000)))
    ('3412550000–3412650000', '4950000000–5050000000')
    """
    _, digits, exponent = value.as_tuple()
    written = "".join(map(str, digits))
    zeros = len(written) - len(written.rstrip("0"))
    last = int(exponent) + max(0, min(zeros, len(written) - _FEWEST_DIGITS))
    half = Decimal(5).scaleb(last - 1)
    return Interval(value - half, value + half)
