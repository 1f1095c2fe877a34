"""The fields of a statement in the reader's language: their names, and codes, areas, times and numbers in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from hamkor.codes.areas import find_area
from hamkor.ledger import Statement
from hamkor.messages import find_code, get_text
from hamkor.model import Observation, Participant, PartOf, Period
from hamkor.publish.amounts import write_figure
from hamkor.publish.places import tell_area, tell_areas
from hamkor.publish.times import tell_time

_LEFT_OUT = frozenset({"evidence", "rule", "plover"})
_OF_A_FIGURE = frozenset({"low", "high", "unit_measure"})  # told with its value
# The list of codes that a field is one of.
_CODED = {
    "indicator": "indicator",
    "measure": "measure",
    "status": "status",
    "type": "event",
    "stage": "stage",
    "sector": "sector",
    "term": "term",
    "position": "position",
    "unit_measure": "unit",
}
_OWN = frozenset({"qualifier", "instrument"})  # codes whose names stand among the texts of pages


@dataclass(frozen=True, slots=True)
class Told:
    """One field: its name in the model, its name and its value for the reader."""

    name: str
    label: str
    value: str


def tell_label(name: str) -> str:
    """The name of a field of the model."""
    return get_text(f"page.field.{name}")


def tell_code(name: str, code: str | None) -> str:
    """A code in the field of this name, in words; what no list has stands as it is."""
    if not code:
        return ""
    if name in _OWN:
        return get_text(f"page.{name}.{code}")
    return find_code(_CODED[name], code) if name in _CODED else code


def tell_fields(statement: Statement) -> list[Told]:
    """What is known of a statement, in the order of its model."""
    return [Told(name, tell_label(name), value) for name, value in _list_values(statement) if value]


def _list_values(statement: Statement) -> Iterator[tuple[str, str]]:
    left_out = _LEFT_OUT | (_OF_A_FIGURE if isinstance(statement, Observation) else frozenset())
    for field in fields(statement):
        if field.name == "obs_value" and isinstance(statement, Observation):
            yield field.name, write_figure(statement)
        elif field.name not in left_out:
            yield field.name, _tell(field.name, getattr(statement, field.name))


def _tell(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(_tell(name, one) for one in value)
    told: Callable[[Any], str] | None = _BY_TYPE.get(type(value))
    return told(value) if told else _tell_text(name, str(value))


def _tell_text(name: str, text: str) -> str:
    coded = tell_code(name, text)
    return tell_area(text) if coded == text and find_area(text) else coded


def _tell_participant(one: Participant) -> str:
    office = " ".join(part for part in (find_code("position", one.position), tell_area(one.area)) if part)
    return f"{tell_area(one.name)} ({office})" if office else tell_area(one.name)


def _tell_whole(whole: PartOf) -> str:
    areas = tell_areas(whole.ref_area, whole.counterpart_area)
    return ", ".join(part for part in (find_code("indicator", whole.indicator), areas) if part)


_BY_TYPE: dict[type, Callable[[Any], str]] = {
    Period: tell_time,
    Participant: _tell_participant,
    PartOf: _tell_whole,
}
