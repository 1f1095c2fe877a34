"""Pieces laid out in one text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hamkor.read.blocks import Piece, lay_out

words = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)
pieces = st.one_of(
    st.builds(Piece, st.sampled_from(["heading", "paragraph", "item"]), words),
    st.builds(
        lambda cells, table: Piece("row", table=table, cells=tuple(cells)),
        st.lists(words | st.just(""), max_size=4),
        st.integers(0, 2),
    ),
)


@given(st.lists(pieces, max_size=12))
def test_every_block_stands_at_its_place_in_order(found: list[Piece]) -> None:
    text, blocks = lay_out(found)
    told = [cell for piece in found for cell in (piece.cells or (piece.text,)) if cell]
    assert [block.span.within(text) for block in blocks] == told
    assert all(one.span.end < other.span.start for one, other in pairwise(blocks))
    assert text == text.strip("\n")


@given(st.lists(st.lists(words, min_size=1, max_size=4), min_size=1, max_size=5))
def test_row_of_a_table_is_one_line(rows: list[list[str]]) -> None:
    text, blocks = lay_out([Piece("row", table=0, cells=tuple(row)) for row in rows])
    assert text.split("\n") == [" | ".join(row) for row in rows]
    assert [(block.row, block.column) for block in blocks] == [
        (r, c) for r, row in enumerate(rows) for c in range(len(row))
    ]
