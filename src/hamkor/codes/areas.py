"""Areas by ISO 3166: what lies in what, and when it stood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hamkor.codes.tables import UnknownCodeError, read_codes, read_rows


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


@dataclass(frozen=True, slots=True)
class AreaChange:
    """A day from which a unit was another one than before.

    what    came | ceased | gave (lost land) | took (gained land)
    others  codes of the units that took part
    source  the act that made it
    """

    code: str
    day: date
    what: str
    others: tuple[str, ...]
    source: str


def find_change(code: str, first: date, last: date) -> AreaChange | None:
    """The latest change of a unit's borders after `first` and not after `last`; None where it stayed what it was.

    Figures of two times are of the same area only if there was none from the first day of the one to the last day of
    the other. A country's own borders are taken for steady. Source: area_changes.tsv.

    >>> change = find_change("KZ-19", date(2021, 1, 1), date(2022, 12, 31))
    >>> change.day.isoformat(), change.what, change.others
    ('2022-06-08', 'gave', ('KZ-33',))
    >>> find_change("KZ-19", date(2023, 1, 1), date(2024, 12, 31)) is None
    True
    """
    found = (change for change in _changes().get(code, ()) if first < change.day <= last)
    return max(found, key=lambda change: change.day, default=None)


def find_area(code: str) -> Area | None:
    """The area of an ISO 3166 code (or EU), or None. Source: areas.tsv.

    >>> find_area("KZ-75").name, find_area("XX")
    ('Almaty', None)
    """
    return _areas().get(code)


def find_country(code: str) -> str | None:
    """The two-letter code of a country given by any code of ISO 3166-1 or UN M49; None where it is no country's.

    >>> find_country("KAZ"), find_country("860"), find_country("uz"), find_country("4"), find_country("W00")
    ('KZ', 'UZ', 'UZ', 'AF', None)
    """
    sought = code.strip().upper()
    return _countries().get(sought.zfill(3) if sought.isascii() and sought.isdigit() else sought)


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


def may_be_same_area(left: str, right: str) -> bool:
    """Whether one code may be the other told more closely: the same, or a country and its region.

    >>> may_be_same_area("KZ", "KZ-75"), may_be_same_area("KZ-75", "KZ-19")
    (True, False)
    """
    return left == right or (left[:2] == right[:2] and not ("-" in left and "-" in right))


def is_part_of(region: str, country: str) -> bool:
    """Whether `region` lies in `country`, or is it.

    >>> is_part_of("KZ-75", "KZ"), is_part_of("KZ", "KZ-75")
    (True, False)
    """
    return region == country or get_parent(region) == country


@lru_cache(maxsize=256)
def find_regions(country: str) -> tuple[str, ...]:
    """The subdivisions of a country, by code; none where we know none.

    >>> "KZ-75" in find_regions("KZ"), find_regions("KZ-75")
    (True, ())
    """
    return tuple(code for code in _areas() if code.startswith(f"{country}-"))


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


@lru_cache(maxsize=1)
def _changes() -> dict[str, list[AreaChange]]:
    found: dict[str, list[AreaChange]] = {}
    for row in read_rows("area_changes"):
        day, others = date.fromisoformat(row["day"]), tuple(row["others"].split())
        found.setdefault(row["code"], []).append(AreaChange(row["code"], day, row["what"], others, row["source"]))
    return found


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    rows = read_codes("countries").values()
    return {row[column]: row["code"] for row in rows for column in ("code", "alpha3", "numeric")}
