"""Tables whose cells are told whole: a cell that is too long for its column goes on in the next line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from hamkor.publish.screen import Paint, clean, fit, wrap
from hamkor.publish.table import Field, find_widths, write_cards

_GAP = "  "


def write_wrapped(fields: Sequence[Field], rows: Iterable[Any], *, width: int, paint: Paint) -> Iterator[str]:
    """The lines of a table, none wider than `width`, nothing shortened. No rows, no lines.

    All rows are read first: their widths decide. On the narrowest screens each row is a card.
    """
    cells = [[clean(field.get(row)) for field in fields] for row in rows]
    filled = [n for n in range(len(fields)) if any(row[n] for row in cells)]
    shown, cells = [fields[n] for n in filled], [[row[n] for n in filled] for row in cells]
    if not cells:
        return
    if sum(field.least + len(_GAP) for field in shown) - len(_GAP) > width:
        yield from write_cards(shown, cells, width, paint)
        return
    widths = find_widths(shown, cells, width)
    titles = (paint(fit(field.title, room), "head") for field, room in zip(shown, widths, strict=True))
    yield _GAP.join(titles).rstrip()
    for row in cells:
        yield from _write_row(shown, row, widths, paint)


def _write_row(fields: Sequence[Field], row: Sequence[str], widths: Sequence[int], paint: Paint) -> Iterator[str]:
    """The lines of one row; a blank one after several, so that the eye finds the next."""
    wrapped = [wrap(cell, room) or [""] for cell, room in zip(row, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        styled = zip(fields, widths, parts, strict=True)
        yield _GAP.join(paint(fit(part, room), field.style) for field, room, part in styled).rstrip()
    if max(map(len, wrapped)) > 1:
        yield ""
