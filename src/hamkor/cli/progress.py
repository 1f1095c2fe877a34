"""A line on the terminal that says how far a run has come; nothing where there is no terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from hamkor.cli.terminal import get_width, is_terminal
from hamkor.messages import get_text
from hamkor.publish.screen import clean, shorten

_EVERY_S, _BAR = 0.1, 24
_MANY = (".jsonl", ".ndjson", ".json", ".eml")  # one such file can hold any number of documents


def count_documents(paths: Sequence[str]) -> int | None:
    """How many documents there are to come, where that can be seen beforehand."""
    from hamkor.read import find_files

    found = 0
    for name in paths:
        path = Path(name)
        files = list(find_files(path)) if path.is_dir() else [path]
        if any(file.suffix.lower() in _MANY or not file.exists() for file in files):
            return None
        found += len(files)
    return found


class _Named(Protocol):
    @property
    def id(self) -> str: ...


One = TypeVar("One", bound=_Named)


def show_progress(done: Iterable[One], count: Callable[[], int | None]) -> Iterator[One]:
    """Pass everything through and, on a terminal, keep one line about it.

    count  how many are to come in all, None where nobody knows
    """
    if not is_terminal(sys.stderr):
        yield from done
        return
    total, began = count(), time.monotonic()
    shown = began
    try:
        for number, one in enumerate(done, 1):
            if (now := time.monotonic()) - shown >= _EVERY_S:
                shown = now
                _show(_write_line(number, total, number / (now - began), one.id))
            yield one
    finally:
        _show("")


def _write_line(number: int, total: int | None, rate: float, name: str) -> str:
    done = get_text("read.progress", number=number, rate=f"{rate:.0f}", name=clean(name))
    if not total:
        return done
    full = min(_BAR, _BAR * number // total)
    return f"[{'#' * full}{'-' * (_BAR - full)}] {min(100, 100 * number // total):3d} %  {done}"


def _show(line: str) -> None:
    sys.stderr.write("\r\x1b[K" + shorten(line, get_width() - 1))
    sys.stderr.flush()
