"""Figures within what is told around them: what is told once for several, what has no partner, what pages say.

told_once, told_on_pages  the time, the verb, the country told once for several figures; what is told of one alone
all_trade                 all of a side's trade, the world's, how many countries it trades with; the title tells one
three_told_by_one         of three countries that a title names what the minister of the first tells
everyday                  dashes, months of a year, nations in one breath, whose trade
"""

from __future__ import annotations

from pathlib import Path

import pytest

from side_cases import load_rows, name_row, tell_row

_DAYS = {
    "told_once": "2025-12-28",
    "told_on_pages": "2025-12-28",
    "all_trade": "2025-12-28",
    "three_told_by_one": "2025-12-28",
    "everyday": "2025-11-20",
}
ROWS = [(row, day) for table, day in _DAYS.items() for row in load_rows(Path(__file__).with_name(f"{table}.tsv"))]


@pytest.mark.parametrize(("row", "day"), ROWS, ids=[name_row(row) for row, _ in ROWS])
def test_a_figure_within_what_is_told_around_it(row: dict[str, str], day: str) -> None:
    told, wanted = tell_row(row, day)
    assert told == wanted
