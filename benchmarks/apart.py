"""What is joined across documents of nothing in common: all annotated ones and stories at once.

    python benchmarks/apart.py [DIR]

Each story, and each annotated document, is a source of its own; all are read into one ledger. Of each kind it prints
how many pairs of statements were put together within a source and across sources, and the most sources that one thing
was told by. Some joins across sources are right (the same ferry, the same statistics); hundreds are not. Beside the
scores of stories, each read alone, this tells whether what joins there holds in an archive.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hamkor.evaluation.given import keep_given
from hamkor.evaluation.stories import load_stories
from hamkor.ledger import open_ledger
from hamkor.publish.exported import find_exported

KINDS = {
    "people": ("people", "entity_id"),
    "organisations": ("organisations", "entity_id"),
    "figures": ("observations", "figure_id"),
    "events": ("events", "event_id"),
    "threads": ("commitments", "thread_id"),
}


def list_documents(folder: Path) -> Iterator[dict[str, Any]]:
    """All documents under a folder; the source stands before the id."""
    for path in sorted(folder.glob("gold*/**/*.json")):
        told = json.loads(path.read_text("utf-8"))
        yield told | {"id": f"{path.stem}|{path.stem}"}
    for story in load_stories(folder / "stories"):
        yield from (document | {"id": f"{story['id']}|{document['id']}"} for document in story["documents"])


def count_joined(exported: list[dict[str, Any]], key: str, field: str) -> tuple[int, int, int]:
    """Pairs within a source, pairs across sources, the most sources of one thing."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for one in exported:
        for statement in one.get(key, ()):
            if statement.get(field):
                told[statement[field]].append(one["document"]["id"].partition("|")[0])
    pairs = [pair for sources in told.values() for pair in combinations(sources, 2)]
    within = sum(one == other for one, other in pairs)
    return within, len(pairs) - within, max(len(set(sources)) for sources in told.values())


def main() -> None:
    documents = list(list_documents(Path(sys.argv[1] if len(sys.argv) > 1 else "evaluation")))
    with TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "all.db")
        keep_given(documents, ledger, Path(folder))
        with ledger.view() as view:
            exported = [one for one in find_exported(view, date(2026, 6, 1)) if "document" in one]
    print(f"{len(documents)} documents\n{'':<15}{'within':>8}{'across':>8}{'most sources':>14}")
    for name, (key, field) in KINDS.items():
        within, across, most = count_joined(exported, key, field)
        print(f"{name:<15}{within:>8}{across:>8}{most:>14}")


if __name__ == "__main__":
    main()
