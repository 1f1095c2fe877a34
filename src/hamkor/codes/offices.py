"""What an office comes to mean by what it is held in: offices.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "offices.toml"


@lru_cache(maxsize=1)
def _load() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def refine_office(code: str, *, organisation: str | None = None, area: str | None = None) -> str:
    """The office that `code` is when held in an organisation, or in an area, of this sort; else the code itself.

    >>> refine_office("head_of_organisation", organisation="ministry"), refine_office("head_of_state", area="region")
    ('minister', 'governor')
    """
    by, sort = ("organisation", organisation) if organisation else ("area", area)
    table: dict[str, str] = _load()[by].get(code, {}) if sort else {}
    return table.get(sort or "", table.get("any", code))


def get_deputy(code: str) -> str:
    """The office of a deputy of this office's holder.

    >>> get_deputy("governor"), get_deputy("business")
    ('deputy_governor', 'deputy_head')
    """
    return str(_load()["deputy_of"].get(code, "deputy_head"))


def get_sought_areas(code: str) -> tuple[str, ...]:
    """The sorts of area that a holder of this office acts for; none where that may be none.

    >>> get_sought_areas("minister"), get_sought_areas("business")
    (('country',), ())
    """
    return tuple(_load()["sought"].get(code, ()))
