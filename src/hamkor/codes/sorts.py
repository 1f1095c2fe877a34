"""What sorts of indicators there are: what can measure them, when and whose they are. Source: indicator_sorts.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = Path(__file__).parent / "indicator_sorts.toml"


@dataclass(frozen=True)
class IndicatorSorts:
    """Codes of indicators by sort; what each sort is stands beside it in the file, in the same words and order.

    >>> SORTS.units["ha"], "jobs" in SORTS.placed
    (('area_land',), True)
    """

    units: Mapping[str, tuple[str, ...]]
    durations: frozenset[str]
    never_units: frozenset[str]
    value_of: Mapping[str, str]
    attending: Mapping[str, str]
    people: tuple[str, ...]
    counted_only: frozenset[str]
    not_things: frozenset[str]
    of_things: frozenset[str]
    leading: frozenset[str]
    plans: frozenset[str]
    flows: frozenset[str]
    lasting: frozenset[str]
    planned_once: frozenset[str]
    planned: frozenset[str]
    dated: frozenset[str]
    own_side: frozenset[str]
    of_place: frozenset[str]
    placed: frozenset[str]
    sited: frozenset[str]
    got: frozenset[str]
    borrowed: frozenset[str]
    hosted: frozenset[str]
    flowing: frozenset[str]
    crossed: frozenset[str]
    projects: frozenset[str]
    sent: frozenset[str]
    signed: frozenset[str]
    met: frozenset[str]
    made: frozenset[str]
    of_way: frozenset[str]
    apart: frozenset[str]

    @cached_property
    def standing(self) -> frozenset[str]:
        """Of what stands, works or lives in one place: the town told with it is whose it is."""
        return self.own_side | self.of_place | self.placed

    @cached_property
    def alone(self) -> frozenset[str]:
        """Their one-sided figures say nothing of the sides of the next."""
        return self.own_side | self.of_place | self.got


def _load() -> IndicatorSorts:
    tables: dict[str, Any] = tomllib.loads(_FILE.read_text("utf-8"))
    units = {unit: tuple(codes) for unit, codes in tables.pop("unit").items()}
    value_of, attending = tables.pop("value_of"), tables.pop("attending")
    people = tuple(tables["measured"].pop("people"))
    sorts = {name: frozenset(codes) for table in tables.values() for name, codes in table.items()}
    return IndicatorSorts(units=units, value_of=value_of, attending=attending, people=people, **sorts)


SORTS = _load()
