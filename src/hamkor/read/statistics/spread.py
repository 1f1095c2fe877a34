"""Tables of data portals that spread SDMX out: a row a series, its dimensions before a column for each time.

Source: the "wide" CSV of data.imf.org (IMTS): SERIES_CODE, COUNTRY, COUNTERPART_COUNTRY, INDICATOR, FREQUENCY,
SCALE, then `2010`, `2010-Q1`, `2010-M01` … Dimensions are told by labels there; their codes stand in the series code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hamkor.errors import ReadError
from hamkor.read.statistics.amounts import is_missing
from hamkor.read.statistics.areas import find_named
from hamkor.read.statistics.forms import Asked, Found
from hamkor.read.statistics.records import Record, find_records, get_names
from hamkor.read.statistics.sdmx import read_record, simplify
from hamkor.read.statistics.sheets import Sheet
from hamkor.read.statistics.wide import TIME
from hamkor.read.statistics.words import get_table, straighten

_NEEDED = frozenset({"ref_area", "indicator"})
_AREAS = ("ref_area", "counterpart_area")
_Times = list[tuple[int, str]]  # the columns of times, and what their headings say


def is_spread(sheet: Sheet) -> bool:
    """Whether its headings name a country, an indicator, and times."""
    return set(get_names(sheet, simplify)) >= _NEEDED and bool(_find_times(sheet))


def read_spread(sheet: Sheet, asked: Asked) -> Iterator[Found]:
    """Every cell below a time, as if it were a row of SDMX."""
    times = _find_times(sheet)
    for record in find_records(sheet, simplify):
        if isinstance(record, ReadError):
            yield record
            continue
        named = replace(record, values={**record.values, **_find_areas(record), **_find_codes(record)})
        for column, heading in times:
            text = record.get(simplify(heading))
            yield None if is_missing(text) else read_record(_pick(named, (column, heading), text), asked)


def _find_times(sheet: Sheet) -> _Times:
    return (
        [(column, cell) for column, cell in enumerate(sheet.head[0][1]) if TIME.fullmatch(cell)] if sheet.head else []
    )


def _pick(record: Record, time: tuple[int, str], value: str) -> Record:
    """The row with the cell of one of its times alone."""
    column, heading = time
    columns = {**record.columns, "value": column, "time_period": column}
    return replace(record, values={**record.values, "time_period": heading, "value": value}, columns=columns)


def _find_areas(record: Record) -> Mapping[str, str]:
    """The codes of areas that stand there by their names."""
    return {name: code for name in _AREAS if (code := find_named(record.get(name)))}


def _find_codes(record: Record) -> Mapping[str, str]:
    """What the code of the series tells: `KAZ.XG_FOB_USD.UZB.A` has what is counted between the two sides."""
    parts = record.get("series_code").split(".")
    known = [number for number, part in enumerate(parts) if straighten(part) in get_table("sdmx")]
    if not known or not 0 < known[0] < len(parts) - 1:
        return {}
    return dict(zip(("ref_area", "indicator", "counterpart_area"), parts[known[0] - 1 : known[0] + 2], strict=True))
