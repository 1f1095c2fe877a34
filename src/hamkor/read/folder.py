"""Which files of a folder are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hamkor.read.media import SQLITE_MAGIC

BESIDE = ("-wal", "-shm", "-journal")  # what SQLite puts beside a database while it is open


def find_files(folder: Path) -> Iterator[Path]:
    """The files of a folder that may be documents, in the order of their names: no hidden ones, no databases."""
    for file in sorted(found for found in folder.rglob("*") if found.is_file() and not _is_hidden(found, folder)):
        if not _is_database(file):
            yield file


def _is_hidden(file: Path, root: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in file.relative_to(root).parts)


def _is_database(file: Path) -> bool:
    """Whether it is a SQLite database, such as a ledger that lies among the documents, or a file that goes with one."""
    beside = next((file.with_name(file.name.removesuffix(end)) for end in BESIDE if file.name.endswith(end)), None)
    try:
        with (beside if beside and beside.is_file() else file).open("rb") as stream:
            return stream.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
    except OSError:
        return False  # what cannot be opened is told when it is read
