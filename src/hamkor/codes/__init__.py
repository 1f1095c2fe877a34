"""The standards' code lists and look-ups: areas, currencies, units, indicators, offices, stages, event types."""

from hamkor.codes.areas import Area, AreaChange, find_area, find_change, find_country, get_area, get_parent, is_part_of
from hamkor.codes.lists import get_codes, get_name, get_obs_status, get_plover, get_scale, is_currency
from hamkor.codes.tables import UnknownCodeError

__all__ = [
    "Area",
    "AreaChange",
    "UnknownCodeError",
    "find_area",
    "find_change",
    "find_country",
    "get_area",
    "get_codes",
    "get_name",
    "get_obs_status",
    "get_parent",
    "get_plover",
    "get_scale",
    "is_currency",
    "is_part_of",
]
