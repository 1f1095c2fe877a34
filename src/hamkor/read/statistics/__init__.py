"""Official figures from files: the form is told by what stands in the file, then read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hamkor.errors import ReadError
from hamkor.model import Statistic
from hamkor.read.statistics.comtrade import is_comtrade, read_comtrade
from hamkor.read.statistics.cumulative import is_cumulative, read_cumulative
from hamkor.read.statistics.forms import Asked, Form, Found, Table
from hamkor.read.statistics.plain import is_plain, read_plain
from hamkor.read.statistics.sdmx import is_sdmx, read_sdmx
from hamkor.read.statistics.sheets import Sheet, read_sheets
from hamkor.read.statistics.spread import is_spread, read_spread
from hamkor.read.statistics.wide import is_wide, read_wide

# Every form of table: how it is told, and how it is read. The first that knows a sheet reads it.
FORMS = (
    Form("SDMX-CSV", is_sdmx, read_sdmx),
    Form("SDMX, a column a time", is_spread, read_spread),
    Form("UN Comtrade", is_comtrade, read_comtrade),
    Form("plain", is_plain, read_plain),
    Form("wide", is_wide, read_wide),
    Form("cumulative", is_cumulative, read_cumulative),
)
_NOTHING_ASKED = Asked()
_Place = tuple[object, ...]


def read_statistics(path: Path, asked: Asked = _NOTHING_ASKED) -> Table:
    """The official figures of a file.

    Cells stand for themselves: one that cannot be read is told in `Table.wrong` and the others are kept. Raises
    ReadError, with nothing read, where the file as a whole is not what it is taken for: no known form, headings or a
    unit that are missing, two values for one figure, more wrong cells than right ones.

    asked  what the user says of it
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        found = error.strerror or str(error)
        raise ReadError(str(path), found=found, expected="a file that can be read", do="look at the path") from error
    return read_table(content, str(path), asked)


def read_table(content: bytes, place: str, asked: Asked = _NOTHING_ASKED) -> Table:
    """The same of bytes; `place` names them in errors, and their kind where they do not tell it."""
    sheets = read_sheets(content, place)
    known = [(sheet, form) for sheet in sheets if (form := _find_form(sheet))]
    if not known:
        raise _unknown(sheets, place)
    found = (one for sheet, form in known for one in form.read(sheet, asked))
    return _collect(found, known[0][1].name, place)


def _find_form(sheet: Sheet) -> Form | None:
    return next((form for form in FORMS if form.knows(sheet)), None)


def _unknown(sheets: list[Sheet], place: str) -> ReadError:
    first = sheets[0].head[0][1] if sheets and sheets[0].head else ()
    found = ", ".join(cell for cell in first if cell)[:200] or "no columns"
    expected = f"a table of the form {', '.join(form.name for form in FORMS)}"
    number = sheets[0].head[0][0] if first else 1
    where = sheets[0].tell_place(number or 1) if sheets else place
    return ReadError(where, found=found, expected=expected, do="see hamkor statistics --help")


def _collect(found: Iterator[Found], form: str, place: str) -> Table:
    figures: dict[_Place, Statistic] = {}
    wrong: list[ReadError] = []
    left_out = 0
    for one in found:
        if isinstance(one, ReadError):
            wrong.append(one)
        elif one is None:
            left_out += 1
        else:
            _check_only(figures.setdefault(_get_place(one), one), one, place)
    if len(wrong) > len(figures):
        raise wrong[0]
    return Table(form, tuple(figures.values()), tuple(wrong), left_out)


def _get_place(figure: Statistic) -> _Place:
    """What there can be one value of: a series, its time and its release."""
    f = figure
    series = (f.source, f.indicator, f.ref_area, f.counterpart_area, f.unit_measure, f.measure)
    return (*series, f.time_period, f.released, f.url)


def _check_only(first: Statistic, other: Statistic, place: str) -> None:
    """Whether two rows say the same of one figure: else nobody knows which is the whole of it."""
    if first.obs_value == other.obs_value:
        return
    sides = "–".join(side for side in (first.ref_area, first.counterpart_area) if side)
    found = f"{first.obs_value:f} and {other.obs_value:f} for {first.indicator} {sides} {first.time_period}"
    raise ReadError(place, found=found, expected="one value a figure", do="leave out the rows of its parts")


__all__ = ["FORMS", "Asked", "Table", "read_statistics", "read_table"]
