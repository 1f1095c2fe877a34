"""Official figures from files: what the file is, by its name's ending; then row by row."""

from __future__ import annotations

from pathlib import Path

from hamkor.errors import ReadError
from hamkor.model import Statistic
from hamkor.read.statistics.plain import read_csv, read_jsonl

# Ending → how its figures are read.
READERS = {".csv": read_csv, ".jsonl": read_jsonl, ".ndjson": read_jsonl}


def read_statistics(path: Path) -> list[Statistic]:
    """The official figures of a file. Raises ReadError that names the file, the line and the column."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        found, expected = f"the ending {path.suffix!r}", ", ".join(READERS)
        raise ReadError(str(path), found=found, expected=expected, do="convert the file")
    return list(reader(_read_text(path), str(path)))


def _read_text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        found = error.strerror or str(error)
        raise ReadError(str(path), found=found, expected="a file that can be read", do="look at the path") from error
    except UnicodeDecodeError as error:
        found = f"bytes that are no UTF-8 at {error.start}"
        raise ReadError(str(path), found=found, expected="a text", do="convert the file") from error


__all__ = ["READERS", "read_statistics"]
