"""Ledgers of a few short texts, and the tables of texts told after promises (`tests/resolve/told`)."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

from hamkor.ledger import Ledger
from hamkor.pipeline.intake import find_readings
from hamkor.pipeline.keeping import keep_all
from hamkor.publish.standing import Thread
from hamkor.publish.threads import find_threads

LATER = date(2027, 1, 1)
Document = tuple[str, str, str]  # id, day, text


def load_told(file: Path) -> list[dict[str, str]]:
    """The rows of a table; its first line says what it is, the second names its columns."""
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("# P")]
    return list(csv.DictReader((line.removeprefix("# ") for line in lines), delimiter="\t", quoting=csv.QUOTE_NONE))


def read(ledger: Ledger, folder: Path, documents: list[Document]) -> Ledger:
    """The ledger with these documents in it."""
    file = folder / "told.jsonl"
    rows = ({"id": id_, "published": day, "text": text} for id_, day, text in documents)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    kept_all = keep_all(find_readings([str(file)], input_format="auto"), ledger)
    assert [kept.error for kept in kept_all if kept.error] == []
    return ledger


def get_promise(ledger: Ledger, as_of: date = LATER) -> Thread:
    """The only promise of a ledger."""
    with ledger.view() as view:
        [thread] = find_threads(view, as_of)
    return thread
