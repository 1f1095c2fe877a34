"""Annotated documents from disk, and what of them may be read."""

from __future__ import annotations

import json
from pathlib import Path

from hamkor.errors import UsageError
from hamkor.evaluation.tally import Item
from hamkor.messages import get_text

_INPUT = ("id", "title", "text", "published", "url")  # never the annotations, nor the language


def load_gold(folder: Path) -> list[Item]:
    """All annotated documents of a file or under a folder, in the order of their paths.

    Raises UsageError where there is none.
    """
    files = [folder] if folder.is_file() else sorted([*folder.rglob("*.json"), *folder.rglob("*.jsonl")])
    found = [item for path in files for item in _load(path)]
    gold = [item for item in found if "observations" in item]
    if not gold:
        expected, do = get_text("error.gold"), get_text("error.other_folder")
        raise UsageError(str(folder), found=get_text("error.no_gold"), expected=expected, do=do)
    return gold


def _load(path: Path) -> list[Item]:
    """What a file holds: one document, or one a line."""
    try:
        text = path.read_text("utf-8")
        loaded = [json.loads(line) for line in (text.splitlines() if path.suffix == ".jsonl" else [text])]
    except (OSError, ValueError) as error:
        expected, do = get_text("error.gold"), get_text("error.mend_file")
        found = f"no JSON ({error})" if isinstance(error, ValueError) else str(error)
        raise UsageError(str(path), found=found, expected=expected, do=do) from error
    return [item for item in loaded if isinstance(item, dict)]


def write_input(gold: Item) -> bytes:
    """The line of JSON that is read of an annotated document."""
    given = {name: gold[name] for name in _INPUT if gold.get(name)}
    publisher = (gold.get("source") or {}).get("publisher") or gold.get("publisher")
    return json.dumps(given | ({"publisher": publisher} if publisher else {}), ensure_ascii=False).encode()
