"""Edits of a text, and the way back through them: offsets map by construction, never by searching."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hamkor.model import OffsetMap


class Edit(NamedTuple):
    """Characters `start:end` of a text give way to `new`."""

    start: int
    end: int
    new: str


def get_identity(text: str) -> OffsetMap:
    """The map of a text that nothing was changed in."""
    return OffsetMap((0,), (0,), len(text), len(text))


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """The edited text and its map. Edits come in order and do not overlap; else ValueError.

    >>> clean, offsets = apply_edits("дело.Об", [Edit(5, 5, " ")])
    >>> clean, offsets.clean, offsets.original
    ('дело. Об', (0, 5, 6), (0, 5, 5))
    """
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    at = length = 0
    for start, end, new in edits:
        if not at <= start <= end <= len(text):
            raise ValueError(f"an edit at {start}:{end} after {at} in a text of {len(text)} characters")
        runs.append((length, at))
        length += start - at
        runs.append((length, start))
        pieces += (text[at:start], new)
        length, at = length + len(new), end
    runs.append((length, at))
    pieces.append(text[at:])
    return "".join(pieces), make_map(runs, length + len(text) - at, len(text))


def make_map(runs: Sequence[tuple[int, int]], clean_length: int, original_length: int) -> OffsetMap:
    """Of runs that begin at the same clean character only the last holds any; the first run begins at 0, 0."""
    kept = [run for run, after in zip(runs, [*runs[1:], (-1, -1)], strict=True) if run[0] != after[0]]
    if kept[0] != (0, 0):
        kept.insert(0, (0, 0))
    clean, original = zip(*kept, strict=True)
    return OffsetMap(tuple(clean), tuple(original), clean_length, original_length)


def compose(first: OffsetMap, then: OffsetMap) -> OffsetMap:
    """The map of two rounds of edits: `first` leads from the text between to the original, `then` from the last to it.

    >>> between, first = apply_edits("аб  в", [Edit(2, 4, " ")])
    >>> clean, then = apply_edits(between, [Edit(0, 1, "")])
    >>> clean, compose(first, then).original
    ('б в', (0, 1, 2, 4))
    """
    if len(first.clean) == 1:
        return then
    if len(then.clean) == 1:
        return first
    runs: list[tuple[int, int]] = []
    ends = [*zip(then.clean, then.original, strict=True), (then.clean_length, then.original_length)][1:]
    for clean, between, end in zip(then.clean, then.original, ends, strict=True):
        runs.append((clean, _back(first, between)))
        length = min(end[0] - clean, end[1] - between)
        runs += [(clean + at - between, back) for at, back in _breaks(first, between, between + length)]
    return make_map(runs, then.clean_length, first.original_length)


def _breaks(first: OffsetMap, start: int, end: int) -> list[tuple[int, int]]:
    """Where runs of `first` begin after `start` and before `end`, and what they lead to."""
    low, high = bisect_right(first.clean, start), bisect_left(first.clean, end)
    return list(zip(first.clean[low:high], first.original[low:high], strict=True))


def _back(offsets: OffsetMap, position: int) -> int:
    run = bisect_right(offsets.clean, position) - 1
    end = offsets.original[run + 1] if run + 1 < len(offsets.original) else offsets.original_length
    return min(offsets.original[run] + position - offsets.clean[run], end)
