"""Tables of a page, those that hold data and those that only lay it out; lists of names with what they are."""

from __future__ import annotations

from collections.abc import Iterator

from hamkor.read.html.elements import HEADLINE_LINK, Element, clean

LONGEST_CELL = 400  # characters: a longer cell lays a page out, it holds no figure


def read_cells(table: Element) -> Iterator[tuple[str, ...]]:
    """The rows of a table as cleaned cells; a cell over several columns is followed by empty ones."""
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            cells.append(clean(" ".join(cell.itertext())))
            span = str(cell.get("colspan", "1"))
            cells.extend([""] * (min(int(span), 50) - 1 if span.isdigit() else 0))
        yield tuple(cells)


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
