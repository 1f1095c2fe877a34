"""Plain objects out as JSON and JSON Lines, one by one, so that memory stays bounded."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any


def write_jsonl(rows: Iterable[Any], out: IO[str]) -> None:
    """One object a line."""
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_json(rows: Iterable[Any], out: IO[str]) -> None:
    """One array, an object a line."""
    before = "["
    for row in rows:
        out.write(f"{before}\n{json.dumps(row, ensure_ascii=False)}")
        before = ","
    out.write("\n]\n" if before == "," else "[]\n")
