"""From the pieces a reader found to one text with its blocks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hamkor.model import Block, Span

PARAGRAPH_BREAK = "\n\n"
CELL_MARK = " | "
_OPENING, _ENDS = "«“„\"'–—-• ", " ,;"


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, paragraph, item or row before it has its place in the text.

    table   number of the row's table, from 0; None for all that is no row
    cells   of a row, one a column; an empty one keeps the columns after it in place
    """

    kind: str
    text: str = ""
    table: int | None = None
    cells: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return CELL_MARK.join(cell for cell in self.cells if cell) if self.cells else self.text


class _Text:
    """The text as it grows, and the blocks that already stand in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.rows: dict[int, int] = {}

    def add(self, words: str) -> Span:
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return Span(start, self.length)

    def add_row(self, piece: Piece) -> None:
        table = piece.table or 0
        row = self.rows[table] = self.rows.get(table, -1) + 1
        first = True
        for column, cell in enumerate(piece.cells):
            if cell:
                if not first:
                    self.add(CELL_MARK)
                self.blocks.append(Block("cell", self.add(cell), table, row, column))
                first = False


def join_lines(told: str) -> str:
    r"""The lines of a cell as one: a list of names, each begun with a capital, keeps its parts apart.

    >>> join_lines("Ministry of Trade\nMinistry of Transport"), join_lines("Date of\ncompletion")
    ('Ministry of Trade; Ministry of Transport', 'Date of completion')
    """
    lines = [words for line in told.splitlines() if (words := " ".join(line.split()))]
    begun = all(line.lstrip(_OPENING)[:1].isupper() for line in lines)
    alone = [line for line in lines if " " not in line]  # a word alone may end the line before, an acronym does not
    alike = len(alone) == len(lines) or "".join(alone or "A").isupper()
    return "; ".join(line.rstrip(_ENDS) for line in lines) if begun and alike and len(lines) > 1 else " ".join(lines)


def lay_out(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    r"""One text from pieces: a blank line between paragraphs, one line a row, " | " between cells.

    >>> text, blocks = lay_out([Piece("heading", "Trade"), Piece("row", table=0, cells=("2025", "850"))])
    >>> text
    'Trade\n\n2025 | 850'
    >>> [(block.kind, block.span.within(text)) for block in blocks]
    [('heading', 'Trade'), ('cell', '2025'), ('cell', '850')]
    """
    text = _Text()
    before: Piece | None = None
    for piece in pieces:
        if not piece.words:
            continue
        if before is not None:
            same_table = piece.cells and before.cells and piece.table == before.table
            text.add("\n" if same_table else PARAGRAPH_BREAK)
        if piece.cells:
            text.add_row(piece)
        else:
            text.blocks.append(Block(piece.kind, text.add(piece.text)))
        before = piece
    return "".join(text.parts), tuple(text.blocks)
