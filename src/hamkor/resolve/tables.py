"""The data beside this package: tables of rows and TOML files, read once when first asked for."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from hamkor.errors import HamkorError

DATA = Path(__file__).parent / "data"


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV file; the first line that is no comment names the columns. Raises HamkorError for a bad row."""
    lines = [
        (n, line) for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line and not line.startswith("#")
    ]
    columns = lines[0][1].split("\t") if lines else []
    return [_make_row(path, number, columns, line) for number, line in lines[1:]]


def _make_row(path: Path, number: int, columns: list[str], line: str) -> dict[str, str]:
    cells = line.split("\t")
    if len(cells) > len(columns):
        raise HamkorError(
            f"{path.name}:{number}",
            found=f"{len(cells)} columns",
            expected=f"at most {len(columns)}: {', '.join(columns)}",
            do="mend the row",
        )
    return dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


@lru_cache(maxsize=16)
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one of our own tables."""
    return tuple(read_table(DATA / f"{name}.tsv"))


@lru_cache(maxsize=4)
def load_toml(name: str) -> dict[str, Any]:
    """One of our own TOML files."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
