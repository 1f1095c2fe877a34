"""Figures in tables: a row is read as one sentence, with its own partner."""

from __future__ import annotations

from itertools import pairwise

from hamkor.extract.flow import read_parts
from hamkor.extract.observations import find_observations
from hamkor.model import Document, Observation, OffsetMap, PreparedText, Sentence, Span

ROWS = [
    ["Товарооборот Узбекистана в 2024 году", "объём", "рост"],
    ["Казахстан", "4,3 млрд долларов", "+5%"],
    ["Кыргызстан", "850 млн долларов", "+13%"],
]


def read_table() -> list[Observation]:
    cells = [(row, cell) for row, line in enumerate(ROWS) for cell in line]
    text = "\t".join(cell for _, cell in cells)
    starts = [0]
    for _, cell in cells:
        starts.append(starts[-1] + len(cell) + 1)
    spans = [Span(start, end - 1) for start, end in pairwise(starts)]
    sentences = tuple(
        Sentence(span, block, "cell", (0, row)) for block, (span, (row, _)) in enumerate(zip(spans, cells, strict=True))
    )
    document = Document(id="table", text=text, digest="0", title="Торговля Узбекистана")
    offsets = OffsetMap((0,), (0,), len(text), len(text))
    return find_observations(read_parts(PreparedText(document, text, offsets, "ru", sentences, "2025-03-01")))


def test_each_row_has_its_partner() -> None:
    found = [(f.indicator, f.measure, int(f.obs_value), f.ref_area, f.counterpart_area) for f in read_table()]
    assert found == [
        ("trade_turnover", "level", 4_300_000_000, "UZ", "KZ"),
        ("trade_turnover", "change", 5, "UZ", "KZ"),
        ("trade_turnover", "level", 850_000_000, "UZ", "KG"),
        ("trade_turnover", "change", 13, "UZ", "KG"),
    ]
