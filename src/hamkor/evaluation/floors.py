"""Floors: the measures that must not get worse, in a TOML file.

[ru]                          # a language, or `all`
"observations" = 0.95         # F1 of a kind
"observations.bounds" = 0.98  # accuracy of a field
"ledger score" = 0.80
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hamkor.errors import UsageError
from hamkor.evaluation.report import Measures
from hamkor.messages import get_text


@dataclass(frozen=True, slots=True)
class Floor:
    """A measure of a language and the least that it may be; `value` is what it is now."""

    language: str
    name: str
    least: float
    value: float = 0.0

    @property
    def holds(self) -> bool:
        return self.value >= self.least


def load_floors(file: Path) -> list[Floor]:
    """The floors of a file. Raises UsageError where it cannot be read as such."""
    try:
        loaded = tomllib.loads(file.read_text("utf-8"))
        return [Floor(language, name, float(least)) for language, row in loaded.items() for name, least in row.items()]
    except (OSError, ValueError, AttributeError, TypeError) as error:
        expected, do = get_text("error.floors_file"), get_text("error.mend_file")
        raise UsageError(str(file), found=str(error), expected=expected, do=do) from error


def check_floors(floors: list[Floor], measured: Mapping[str, Measures], *, place: str) -> Iterator[Floor]:
    """Each floor with the value measured. Raises UsageError for a measure that was not taken."""
    for floor in floors:
        measures = measured.get(floor.language, {})
        if floor.name not in measures:
            name = f"{floor.language}: {floor.name}"
            found = get_text("error.no_measure", name=name)
            expected = get_text("error.measures", names=", ".join(measures or measured))
            raise UsageError(place, found=found, expected=expected, do=get_text("error.mend_file"))
        yield Floor(floor.language, floor.name, floor.least, _get_value(measures[floor.name]))


def _get_value(measure: float | Measures) -> float:
    """F1 of a kind, accuracy of a field (1 where nothing was to be judged), the score itself."""
    if not isinstance(measure, Mapping):
        return measure
    value = measure.get("f1", measure.get("accuracy"))
    return 1.0 if value is None else float(value)
