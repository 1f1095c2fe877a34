"""Tables that fit the terminal: columns give way by what they can spare, then those that can be spared are left out.

Where even that is too wide, each row is a card. Whatever is shortened ends in …, whatever is left out is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from hamkor.messages import get_text
from hamkor.publish.screen import Paint, clean, fit, measure, wrap

_GAP = "  "
_LOOKED_AT = 500  # rows by which widths are chosen; those that follow fit in
_NAMES = 0.4  # of the width, at most, for the names of a card


@dataclass(frozen=True, slots=True)
class Field:
    """A column on the screen.

    title  its heading
    get    what stands there for a row
    least  columns it cannot do without
    style  of `hamkor.publish.screen.Paint`; empty for none
    right  whether it is flush right
    spare  its place in the order in which columns are left out where the width does not do; 0: never
    weight  how much more room it has than others before it is shortened
    name    of the column, the same in every language
    """

    title: str
    get: Callable[[Any], str]
    least: int = 6
    style: str = ""
    right: bool = False
    spare: int = 0
    weight: float = 1.0
    name: str = ""


def write_table(fields: Sequence[Field], rows: Iterable[Any], *, width: int, paint: Paint) -> Iterator[str]:
    """The lines of a table, none wider than `width`; what is shortened ends in …. No rows, no lines."""
    cells = ([clean(field.get(row)) for field in fields] for row in rows)
    first = list(islice(cells, _LOOKED_AT))
    if not first:
        return
    more = len(first) == _LOOKED_AT  # then a column that is empty so far may be needed yet
    every = range(len(fields))
    filled = [n for n in every if more or any(row[n] for row in first)] or list(every)
    used = _spare(fields, {n: _find_least(fields[n], [row[n] for row in first]) for n in filled}, width)
    shown = [fields[n] for n in used or filled]
    picked = ([row[n] for n in used or filled] for row in chain(first, cells))
    if not used:
        yield from write_cards(shown, picked, width, paint)
        return
    yield from _write_rows(shown, picked, find_widths(shown, [[row[n] for n in used] for row in first], width), paint)
    if left_out := ", ".join(fields[n].title for n in filled if n not in used):
        yield from (paint(line, "dim") for line in wrap(get_text("list.left_out", columns=left_out), width))


def _find_least(field: Field, cells: Sequence[str]) -> int:
    """What a column cannot do without: no more than its widest cell needs."""
    return min(field.least, max(measure(field.title), *map(measure, cells)))


def _spare(fields: Sequence[Field], least: Mapping[int, int], width: int) -> list[int]:
    """The columns that fit: all, or those left without some that can be spared; none where none fit."""
    used = list(least)
    while sum(least[n] + len(_GAP) for n in used) - len(_GAP) > width:
        spare = [n for n in used if fields[n].spare]
        if not spare:
            return []
        used.remove(min(spare, key=lambda n: fields[n].spare))
    return used


def find_widths(fields: Sequence[Field], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The width of each column. The widest give way first, each down to what it cannot do without."""
    wanted = [max(measure(field.title), *(measure(row[n]) for row in rows)) for n, field in enumerate(fields)]
    least = [min(wish, field.least) for field, wish in zip(fields, wanted, strict=True)]
    room = width - len(_GAP) * (len(fields) - 1)
    while sum(wanted) > max(room, sum(least)):
        widest = max(range(len(wanted)), key=lambda n: (wanted[n] > least[n], wanted[n] / fields[n].weight))
        wanted[widest] -= 1
    return wanted


def _write_rows(
    fields: Sequence[Field], rows: Iterable[Sequence[str]], widths: Sequence[int], paint: Paint
) -> Iterator[str]:
    columns = list(zip(fields, widths, strict=True))
    yield _GAP.join(paint(fit(field.title, width, right=field.right), "head") for field, width in columns).rstrip()
    for row in rows:
        cells = zip(columns, row, strict=True)
        line = _GAP.join(paint(fit(cell, width, right=field.right), field.style) for (field, width), cell in cells)
        yield line.rstrip()


def write_cards(fields: Sequence[Field], rows: Iterable[Sequence[str]], width: int, paint: Paint) -> Iterator[str]:
    """One row below the other: a line for each of its cells that holds something, and a blank line."""
    names = min(max(measure(field.title) for field in fields), int(width * _NAMES))
    room = max(1, width - names - len(_GAP))
    for number, row in enumerate(rows):
        if number:
            yield ""
        for field, cell in zip(fields, row, strict=True):
            for part, line in enumerate(wrap(cell, room)):
                yield paint(fit("" if part else field.title, names), "head") + _GAP + paint(line, field.style)
