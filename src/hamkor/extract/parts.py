"""What the parts of a sentence mean: the values that `Part.value` holds, by kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from hamkor.extract.numbers.bounds import Printed
from hamkor.model import Interval, Period, Span
from hamkor.model.value import value
from hamkor.text.fold import fold


@value(frozen=True, slots=True)
class Quantity:
    """A number with its unit (kinds money, percent, count, measure, times, fraction, number).

    value      in full units; the middle of a range; of "by a third" 33.3…; never rounded
    bounds     what the printed figure can mean, its qualifier included
    printed    what bounds are made of: `get_bounds(printed, "over")` tells them under another qualifier
    unit       ISO 4217, PCT, TIMES, COUNT, person, UCUM …; None for a bare number (kind number)
    qualifier  exact | about | over | under, by the words beside the number (verbs are the observations' affair)
    noun       the counted noun as written («рейсов», «предприятий»), or None
    indicator  the indicator that the counted noun tells (flights, students …), or None
    qualified  the span with the qualifier; the part's own span leaves it out
    quoted     the words to quote where they are fewer than the part's: without a suffix over a hyphen, and without what
               a qualifier parts from the number
    means      the row of numbers/bounds.py that `bounds` came from (nearly is an `about`); `open` after «до», whose
               sense (a ceiling, or the level reached) is the observations' affair: its bounds are those of exact
    period     the time that the head of its column or row tells; None outside tables
    """

    value: Decimal
    bounds: Interval
    printed: Printed
    unit: str | None
    qualifier: str = "exact"
    noun: str | None = None
    indicator: str | None = None
    qualified: Span | None = None
    means: str = "exact"
    quoted: Span | None = None
    period: Period | None = None


@value(frozen=True, slots=True)
class PeriodMention:
    """A time told of (kind period).

    period  resolved with the day of publication; None where a reader cannot tell («в последние годы»)
    form    span (за девять месяцев 2025 года) | point (на 1 октября) | day | deadline (до 1 июля, к 2030 году)
            | compared (“up 5% on 2024”: what the figure beside it is compared with)
            | since (с 2017 года: the period is 2017, its end is unsaid) | vague
            | anaphoric (за тот же период: told by another time; `period` is the year where that is told, else None)
    yearless  it names a month or season without its year: the nearest was taken
    within    the day until which a vague time leaves to do something («в течение двух месяцев», from publication)
    """

    period: Period | None
    form: str
    yearless: bool = False
    within: Period | None = None


@dataclass(frozen=True, slots=True)
class AreaMention:
    """Countries or regions named (kind area: by a noun; kind adjective: «узбекский», «российско-узбекский»).

    codes  ISO 3166-1 or -2, or EU; two for a pair written as one word; empty for a group without a code
    name   nominative as the gazetteer has it («Ташкент»), for places of events
    sort   country | region | city | group | nation (people: «узбекистанцы»)
    spelt  nominative of the spelling met, folded, where that is another («Киргизия», «Туркменабат»)
    """

    codes: tuple[str, ...]
    name: str
    sort: str
    spelt: str = field(default="", compare=False)

    def is_nominative(self, said: str) -> bool:
        """Whether folded words are the name in its own form."""
        return said in (fold(self.name), self.spelt)


@dataclass(frozen=True, slots=True)
class PositionMention:
    """An office named (kind position): code of GUIDE's list, and the area the word itself tells («хоким»: none)."""

    code: str
    area: str | None = None
    organisation: str | None = None


@value(frozen=True, slots=True)
class PersonMention:
    """A person (kind person; its span may hold the position and area before the name, `name_span` the name alone)."""

    name: str  # as full as this document has it, nominative
    position: str | None
    area: str | None
    organisation: str | None
    name_span: Span


@value(frozen=True, slots=True)
class OrganisationMention:
    """An organisation (kind organisation). `name` nominative; `area` where its name tells one; `sort` e.g. ministry."""

    name: str
    area: str | None
    sort: str
    name_span: Span
