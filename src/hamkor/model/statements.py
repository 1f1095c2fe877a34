"""The statements that a document makes, each with the words it rests on.

Values of the coded fields are those of SDMX, PLOVER and the lists in `hamkor.codes`.
`rule` names the rule that read the statement; users see it as the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hamkor.model.evidence import Evidence
from hamkor.model.period import Period
from hamkor.model.value import value


@dataclass(frozen=True, slots=True)
class PartOf:
    """What a share is a share of."""

    indicator: str
    ref_area: str | None
    counterpart_area: str | None


@value(frozen=True, slots=True)
class Observation:
    """A figure. `low` and `high` close the interval of what the printed figure can mean, in full units.

    Source: SDMX concepts (INDICATOR, OBS_VALUE, UNIT_MEASURE, REF_AREA, COUNTERPART_AREA, TIME_PERIOD).
    """

    indicator: str
    subject: str | None
    measure: str  # level | change | change_abs | multiple | share
    obs_value: Decimal
    low: Decimal
    high: Decimal
    unit_measure: str
    qualifier: str  # exact | about | over | under
    time_period: Period | None
    ref_area: str | None
    counterpart_area: str | None
    status: str  # actual | target | forecast
    part_of: PartOf | None
    evidence: Evidence
    rule: str = ""


@value(frozen=True, slots=True)
class Participant:
    """Who took part: a person with position and area, else an organisation or an area code as `name`."""

    name: str
    position: str | None = None
    area: str | None = None


@value(frozen=True, slots=True)
class Event:
    """A meeting, visit, signing … told of. Source of `plover`: PLOVER 2.0 event types."""

    type: str  # meeting | visit | call | signing | forum | opening | appointment | other
    date: Period | None
    place: str | None
    place_code: str | None
    status: str  # held | planned | proposed
    participants: tuple[Participant, ...]
    plover: str
    evidence: Evidence
    rule: str = ""


@value(frozen=True, slots=True)
class Commitment:
    """A thing the sides discussed, proposed, agreed … Overdue is computed, never kept here."""

    stage: str  # discussed | proposed | planned | agreed | signed | in_progress | completed | cancelled
    sector: str
    parties: tuple[str, ...]  # area codes, else names of organisations
    due: Period | None
    place_code: str | None
    responsible: tuple[str, ...]
    instrument: str | None  # memorandum | agreement | protocol | road_map | contract | statement
    clause: str | None
    term: str | None  # date | standing | quarterly
    evidence: Evidence
    rule: str = ""


@value(frozen=True, slots=True)
class Person:
    """A person named, as fully as the text names him or her, in the nominative."""

    name: str
    position: str | None
    area: str | None
    organisation: str | None
    evidence: Evidence
    rule: str = ""


@value(frozen=True, slots=True)
class Organisation:
    """An organisation named; `name` in the nominative, `area` the code of whose it is where no doubt is left."""

    name: str
    evidence: Evidence
    rule: str = ""
    area: str | None = None


@value(frozen=True, slots=True)
class Quotation:
    """Direct or marked speech; `speaker` is None where the text leaves it open («говорится в сообщении»)."""

    speaker: str | None
    evidence: Evidence
    rule: str = ""


@value(frozen=True, slots=True)
class Trace:
    """A clause that tells in what state some thing is, and promises nothing; it counts where a promise of it is known.

    areas  codes of all areas that its sentence names
    due    the term that it tells of what lies ahead
    """

    state: str  # dropped | stopped | late | waits | ahead | held | whole | used | going | done
    areas: tuple[str, ...]
    due: Period | None
    evidence: Evidence
    rule: str = ""


@value(frozen=True, slots=True)
class Statements:
    """All that one document states; `traces` stand in no list of their own: they show in the story of a promise."""

    observations: tuple[Observation, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    traces: tuple[Trace, ...] = ()
