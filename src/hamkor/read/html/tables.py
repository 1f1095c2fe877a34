"""Tables of a page, those that hold data and those that only lay it out; lists of names with what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from hamkor.read.html.elements import HEADLINE_LINK, Element, clean

MOST_SPANNED = 50  # columns or rows
LONGEST_CELL = 400  # characters: a longer cell lays a page out, it holds no figure


def read_cells(table: Element) -> Iterator[tuple[str, ...]]:
    """The rows of a table as cleaned cells, each in its column: a cell over several is followed by empty ones.

    A cell over several rows stands in the first of them and is empty in the others.
    """
    held: dict[int, int] = {}  # columns that a cell from above still holds, with the number of rows
    for row in table.iter("tr"):
        cells: list[str] = []
        below: dict[int, int] = {}
        for cell in row.iterchildren("td", "th"):
            cells.extend([""] * _count_held(held, len(cells)))
            first = len(cells)
            cells.append(clean(" ".join(cell.itertext())))
            cells.extend([""] * (_read_span(cell, "colspan") - 1))
            below |= dict.fromkeys(range(first, len(cells)), _read_span(cell, "rowspan") - 1)
        held = {column: rows - 1 for column, rows in held.items()} | below
        held = {column: rows for column, rows in held.items() if rows > 0}
        yield tuple(cells)


def _count_held(held: Mapping[int, int], column: int) -> int:
    """How many columns from this one on are held by cells from above."""
    return next(number for number in count() if column + number not in held)


def _read_span(cell: Element, name: str) -> int:
    """Over how many columns or rows a cell reaches."""
    told = str(cell.get(name, "1")).strip()
    return max(1, min(int(told), MOST_SPANNED)) if told.isdecimal() else 1


def is_data_table(table: Element) -> bool:
    """Whether a table holds data, not the layout of the page: several rows of several short cells, no link lists."""
    if table.find(".//table") is not None or table.find(".//form") is not None:
        return False
    rows = [cells for cells in read_cells(table) if any(cells)]
    wide = [cells for cells in rows if sum(map(bool, cells)) >= 2]
    if len(rows) < 2 or len(wide) * 2 < len(rows):
        return False
    links = [len(clean("".join(link.itertext()))) for link in table.iter("a")]
    if sum(size >= HEADLINE_LINK for size in links) * 5 >= len(rows) * 3:
        return False
    longest = max(len(cell) for cells in rows for cell in cells)
    return longest <= LONGEST_CELL and sum(links) * 2 < sum(len("".join(cells)) for cells in rows)


def holds_names(listed: Element) -> bool:
    """Whether a list says of names what they are («Term» — «the fourth quarter»): short words by turns, no links."""
    kinds = [child.tag for child in listed.iterchildren()]
    if kinds.count("dt") < 1 or kinds != ["dt", "dd"] * (len(kinds) // 2) or listed.find(".//a") is not None:
        return False
    return all(len(child) == 0 and len(clean(child.text or "")) <= LONGEST_CELL for child in listed)


def read_names(listed: Element) -> Iterator[str]:
    """Each name with what it is, parted by a colon; without either, nothing."""
    children = list(listed)
    for name, told in zip(children[::2], children[1::2], strict=True):
        words = clean(name.text or "").rstrip(": —–-"), clean(told.text or "")
        if all(words):
            yield ": ".join(words)
