"""Areas by ISO 3166: what lies in what, and when it stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hamkor.codes.tables import UnknownCodeError, read_codes


@dataclass(frozen=True, slots=True)
class Area:
    """A country, region or city.

    parent      code of what it lies in; None for a country
    sort        country | region | city | group
    valid_from  first day it stood, where it did not always; None otherwise
    valid_to    last day it stood, where it stands no longer; None otherwise
    """

    code: str
    name: str
    parent: str | None
    sort: str
    valid_from: date | None = None
    valid_to: date | None = None

    def stood_on(self, day: date) -> bool:
        """Whether it was an area on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def find_area(code: str) -> Area | None:
    """The area of an ISO 3166 code (or EU), or None. Source: areas.tsv.

    >>> find_area("KZ-75").name, find_area("XX")
    ('Almaty', None)
    """
    return _areas().get(code)


def get_area(code: str) -> Area:
    """The area of a code. Raises UnknownCodeError (a KeyError) where there is none."""
    area = find_area(code)
    if area is None:
        raise UnknownCodeError(code, "areas")
    return area


def get_parent(code: str) -> str | None:
    """The code of the country that a region or city lies in; None for a country. Trap: not every code need be listed.

    >>> get_parent("UZ-FA"), get_parent("UZ")
    ('UZ', None)
    """
    area = find_area(code)
    return area.parent if area else (code.partition("-")[0] if "-" in code else None)


def is_part_of(region: str, country: str) -> bool:
    """Whether `region` lies in `country`, or is it.

    >>> is_part_of("KZ-75", "KZ"), is_part_of("KZ", "KZ-75")
    (True, False)
    """
    return region == country or get_parent(region) == country


def is_capital(code: str) -> bool:
    """Whether the unit is, or holds, the capital of its country. Source: capitals.tsv.

    >>> is_capital("KG-GB"), is_capital("KZ-75")
    (True, False)
    """
    return code in read_codes("capitals")


@lru_cache(maxsize=1)
def _areas() -> dict[str, Area]:
    def day(text: str) -> date | None:
        return date.fromisoformat(text) if text else None

    return {
        code: Area(code, row["name"], row["parent"] or None, row["sort"], day(row["valid_from"]), day(row["valid_to"]))
        for code, row in read_codes("areas").items()
    }
