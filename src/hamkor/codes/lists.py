"""Look-ups in the code lists of figures, promises, people and events."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from hamkor.codes.tables import UnknownCodeError, get_row, read_codes, read_rows


def get_codes(name: str) -> tuple[str, ...]:
    """All codes of a list, in its order: indicators, positions, sectors, stages, units, currencies, obs_status …

    >>> get_codes("stages")[0]
    'discussed'
    """
    return tuple(read_codes(name))


def get_name(list_name: str, code: str) -> str:
    """The English name of a code. Raises UnknownCodeError (a KeyError) where the list does not hold it.

    >>> get_name("indicators", "gdp")
    'gross domestic product'
    """
    return get_row(list_name, code)["name"]


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 currency.

    >>> is_currency("UZS"), is_currency("PCT")
    (True, False)
    """
    return unit in read_codes("currencies")


def get_scale(unit: str) -> Decimal | None:
    """About how many units of a currency a US dollar is worth; None where currency_scale.tsv lacks it.

    It tells amounts of different kinds apart, never converts one: the scale is right within a factor of two or so.

    >>> get_scale("UZS"), get_scale("PCT")
    (Decimal('10000'), None)
    """
    row = read_codes("currency_scale").get(unit)
    return Decimal(row["per_usd"]) if row else None


def get_obs_status(status: str, qualifier: str = "exact", *, derived: bool = False) -> str:
    """The SDMX CL_OBS_STATUS code of a figure told by the press.

    status     actual | target | forecast
    qualifier  exact | about | over | under
    derived    whether Hamkor computed it

    >>> get_obs_status("actual"), get_obs_status("actual", "about"), get_obs_status("target")
    ('V', 'U', 'F')
    """
    if derived:
        return "E"
    if status != "actual":
        return "F"
    return "V" if qualifier == "exact" else "U"


def get_plover(event_type: str, status: str) -> tuple[str, str | None]:
    """The PLOVER type and mode (or None) of an event. Raises UnknownCodeError on a pair that plover.tsv lacks.

    >>> get_plover("visit", "held"), get_plover("signing", "planned")
    (('CONSULT', 'visit'), ('AGREE', None))
    """
    met = _plover().get((event_type, status))
    if met is None:
        raise UnknownCodeError(f"{event_type}, {status}", "plover")
    return met


@lru_cache(maxsize=1)
def _plover() -> dict[tuple[str, str], tuple[str, str | None]]:
    return {(row["type"], row["status"]): (row["plover"], row["mode"] or None) for row in read_rows("plover")}
