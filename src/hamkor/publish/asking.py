"""What rows of the ledger can be asked for, in the same words on the command line and in addresses of pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from hamkor.codes.areas import find_area, find_regions
from hamkor.errors import UsageError
from hamkor.messages import get_text
from hamkor.model.period import parse_period

if TYPE_CHECKING:
    from hamkor.ledger import Filter
    from hamkor.model import Period

_AREA = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
# What each kind can be asked for beside the pair of areas and the days of publication.
ASKED = {
    "observation": ("indicator", "status", "during"),
    "event": ("type", "status", "during"),
    "commitment": ("sector", "stage", "during"),
    "person": (),
    "organisation": (),
    "quotation": (),
    "document": ("indicator", "sector", "stage", "type"),
}


def make_filter(asked: Mapping[str, Any]) -> Filter:
    """What was asked, by name of the option. Raises UsageError where an area, a day or a period cannot be read."""
    from hamkor.ledger import Filter

    given = {name: value for name, value in asked.items() if value not in (None, ())}
    if "status" in given:
        given["stage"] = given.pop("status")
    if "between" in given:
        given["between"] = tuple(parse_area(code, "--between") for code in given["between"])
    for name in ("since", "until"):
        if name in given:
            parse_time(given[name], f"--{name}")
    if "during" in given:
        given["during"] = parse_time(given["during"], "--during")
    return Filter(**given)


def parse_area(text: str, place: str) -> str:
    """The code of a country or of its subdivision, given as such or by its name in any of our languages.

    Raises UsageError, which names `place`, on anything else, also on a code that no area has.
    """
    code = text.strip().upper()
    if not (_AREA.fullmatch(code) and _is_area(code)):
        from hamkor.publish.places import find_named  # reads the names of all languages

        if named := find_named(text):
            return named
        expected, do = get_text("error.area"), get_text("error.write_so")
        raise UsageError(place, found=repr(text), expected=expected, do=do)
    return code


def _is_area(code: str) -> bool:
    """Whether the code is in our list; of a country whose subdivisions are not listed any of them may be."""
    country = code.partition("-")[0]
    return bool(find_area(code) or (find_area(country) and code != country and not find_regions(country)))


def parse_publication(text: str, place: str) -> str:
    """The ISO 8601 day on which something was published; no month, no year. Raises UsageError, which names `place`."""
    from hamkor.read.dates import parse_moment  # reads the names of months of all languages

    found = parse_moment(text)
    if found is None:
        expected, do = get_text("error.day"), get_text("error.write_so")
        raise UsageError(place, found=repr(text), expected=expected, do=do)
    return found[:10]


def parse_day(text: str | None, place: str) -> date:
    """The last day of a day, month or year; without one today. Raises UsageError, which names `place`, on the rest."""
    return parse_time(text, place).last if text else date.today()


def parse_time(text: str, place: str) -> Period:
    """A day, month, year or two of them. Raises UsageError, which names `place`, on anything else."""
    try:
        return parse_period(text)
    except ValueError:
        expected, do = get_text("error.period"), get_text("error.write_so")
        raise UsageError(place, found=repr(text), expected=expected, do=do) from None
