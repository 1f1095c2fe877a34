"""Tables of rows in TSV, as they lie beside the code."""

from __future__ import annotations

from pathlib import Path

from hamkor.errors import HamkorError


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a TSV file; the first line that is no comment names the columns. Raises HamkorError for a bad row."""
    told = enumerate(path.read_text("utf-8-sig").splitlines(), 1)
    lines = [(n, line) for n, line in told if line and not line.startswith("#")]
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
