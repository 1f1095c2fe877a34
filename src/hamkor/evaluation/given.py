"""Documents of a case or a story, read into a ledger as commands read them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hamkor.ledger import Ledger
from hamkor.pipeline.keeping import keep_all
from hamkor.read import read_paths

_GIVEN = ("id", "title", "text", "published", "publisher", "url")  # of a document; never its language


def keep_given(documents: Iterable[Mapping[str, Any]], ledger: Ledger, folder: Path) -> None:
    """Read the documents, by way of a file in an empty folder, into the ledger. Raises the first error met."""
    told = folder / "documents.jsonl"
    told.write_bytes(write_lines({name: d[name] for name in _GIVEN if d.get(name)} for d in documents))
    for kept in keep_all(read_paths([told]), ledger):
        if kept.error:
            raise kept.error


def write_lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
