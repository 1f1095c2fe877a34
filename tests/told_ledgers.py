"""Ledgers of a few short texts, and the tables of texts told after promises (`tests/resolve/told`)."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from hamkor.ledger import Ledger, open_ledger
from hamkor.pipeline.intake import find_readings
from hamkor.pipeline.keeping import keep_all
from hamkor.publish.followed import Promises
from hamkor.publish.standing import Standing, Thread
from hamkor.publish.threads import find_threads

LATER = date(2027, 1, 1)
Found = TypeVar("Found")
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


def read_mixed(told: list[Document], folder: Path, find: Callable[[Ledger], Found]) -> list[Found]:
    """What is found in three ledgers that took documents in three orders, and were followed in between."""
    found = []
    for seed in range(3):
        mixed = told[:]
        random.Random(seed).shuffle(mixed)
        ledger = open_ledger(folder / f"{seed}.db")
        for part in (mixed[:5], mixed[5:]):
            read(ledger, folder, part)
            with ledger.view() as view:
                Promises(view, LATER, Standing()).find()
        found.append(find(ledger))
    return found


def get_promise(ledger: Ledger, as_of: date = LATER) -> Thread:
    """The only promise of a ledger."""
    with ledger.view() as view:
        [thread] = find_threads(view, as_of)
    return thread
