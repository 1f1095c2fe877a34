"""The data beside this package: tables of rows and TOML files, read once when first asked for."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from hamkor.text.tables import read_table

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=16)
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one of our own tables."""
    return tuple(read_table(DATA / f"{name}.tsv"))


@lru_cache(maxsize=4)
def load_toml(name: str) -> dict[str, Any]:
    """One of our own TOML files."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
