"""The marked text is the text, whatever overlaps."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hamkor.ledger import StatementRow
from hamkor.ledger.rows import DocumentRow
from hamkor.model import Dateline, Evidence, Organisation
from hamkor.web.marks import cut_text

TEXT = "Посол встретился с акимом Алматы в мае."
DOCUMENT = DocumentRow(
    "d", 1, True, "0", "text/plain", None, None, "ru", None, None, (), Dateline(None, None), False, False, None, "", ""
)
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(lambda p: (p[0], min(len(TEXT), sum(p))))


def make_row(number: int, span: tuple[int, int]) -> StatementRow:
    start, end = span
    said = Evidence("0", start, end, TEXT[start:end], "", "")
    return StatementRow(f"s{number}", "organisation", Organisation("x", said), DOCUMENT, True)


@given(st.lists(SPANS, max_size=12))
def test_pieces_are_the_text_and_each_word_bears_its_statements(spans: list[tuple[int, int]]) -> None:
    rows = [make_row(number, span) for number, span in enumerate(spans)]
    pieces = cut_text(TEXT, rows)
    assert "".join(piece.text for piece in pieces) == TEXT
    for row in rows:
        marked = "".join(piece.text for piece in pieces if row in piece.of)
        assert marked == row.evidence.exact


def test_the_statement_of_the_fewest_words_comes_first() -> None:
    wide, narrow = make_row(0, (0, 30)), make_row(1, (6, 16))
    piece = next(p for p in cut_text(TEXT, [wide, narrow]) if narrow in p.of)
    assert piece.of == (narrow, wide)


def test_words_told_again_are_marked_there_too() -> None:
    from hamkor.model import Span

    row = make_row(0, (0, 5))
    again = replace(row, statement=replace(row.statement, evidence=replace(row.evidence, also=(Span(6, 16),))))
    assert [piece.text for piece in cut_text(TEXT, [again]) if piece.of] == ["Посол", "встретился"]
