"""An XLSX file of one sheet, row by row. Source: ECMA-376, Part 1, 18 (SpreadsheetML), Part 2 (packages)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import IO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

Value = str | int | Decimal | date | None
Header = Sequence[tuple[str, int]]  # the names of columns, with how many characters wide they are
MOST_LINKS = 65_530  # of one sheet, in Excel
_LONGEST_TITLE = 31  # of a sheet
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_FIRST_DAY = date(1899, 12, 30)  # day 0, as spreadsheets count since one took 1900 for a leap year
_PLAIN, _BOLD, _DAY, _LINK = range(4)  # their places in _STYLES
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml"'
    f' ContentType="{_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"'
    f' ContentType="{_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml"'
    f' ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
    f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
    f' Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_OFFICE}/styles"'
    ' Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet {_MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '</numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>'
    '<name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
    '<xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/>'
    '<xf xfId="0" fontId="2" applyFont="1"/></cellXfs></styleSheet>',
}


def write_sheet(out: IO[bytes], title: str, header: Header, rows: Iterable[Sequence[Value]]) -> None:
    """One sheet with a frozen bold header, each column as many characters wide; days are days, numbers numbers."""
    links: list[tuple[str, str]] = []
    with ZipFile(out, "w", ZIP_DEFLATED) as book:
        for name, part in (*_PARTS.items(), ("xl/workbook.xml", _write_workbook(title))):
            book.writestr(name, _HEAD + part)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for piece in _write_sheet(header, rows, links):
                sheet.write(piece.encode())
        book.writestr("xl/worksheets/_rels/sheet1.xml.rels", _HEAD + _write_links(links))


class Link(str):
    """An address that a cell shows and leads to."""

    __slots__ = ()


def _write_workbook(title: str) -> str:
    named = quoteattr(_NOT_IN_TITLES.sub("-", title)[:_LONGEST_TITLE])
    sheet = f'<sheet name={named} sheetId="1" r:id="r1"/>'
    return f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{sheet}</sheets></workbook>'


def _write_sheet(header: Header, rows: Iterable[Sequence[Value]], links: list[tuple[str, str]]) -> Iterator[str]:
    letters = [_write_letters(number) for number in range(len(header))]
    yield f'{_HEAD}<worksheet {_MAIN} xmlns:r="{_OFFICE}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    for number, (_, width) in enumerate(header, 1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield '</cols><sheetData><row r="1">'
    yield from (_write_text(f"{letter}1", name, _BOLD) for letter, (name, _) in zip(letters, header, strict=True))
    yield "</row>"
    for number, row in enumerate(rows, 2):
        places = [f"{letter}{number}" for letter in letters]
        yield f'<row r="{number}">{"".join(map(_write_cell, places, row))}</row>'
        links += ((place, value) for place, value in zip(places, row, strict=True) if isinstance(value, Link))
    yield "</sheetData>"
    if links:
        shown = (f'<hyperlink ref="{place}" r:id="l{n}"/>' for n, (place, _) in enumerate(links[:MOST_LINKS]))
        yield f"<hyperlinks>{''.join(shown)}</hyperlinks>"
    yield "</worksheet>"


def _write_cell(place: str, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _write_text(place, value, _LINK if isinstance(value, Link) else _PLAIN)
    if isinstance(value, date):
        return f'<c r="{place}" s="{_DAY}"><v>{(value - _FIRST_DAY).days}</v></c>'
    return (
        f'<c r="{place}"><v>{value:f}</v></c>' if isinstance(value, Decimal) else f'<c r="{place}"><v>{value}</v></c>'
    )


def _write_text(place: str, text: str, style: int) -> str:
    told = escape(text, {"\r": "&#13;"})
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{told}</t></is></c>'


def _write_letters(number: int) -> str:
    """The name of a column.

    >>> [_write_letters(number) for number in (0, 25, 26, 702)]
    ['A', 'Z', 'AA', 'AAA']
    """
    before, last = divmod(number, 26)
    return (_write_letters(before - 1) if before else "") + chr(ord("A") + last)


def _write_links(links: Sequence[tuple[str, str]]) -> str:
    written = (
        f'<Relationship Id="l{number}" Type="{_OFFICE}/hyperlink" Target={quoteattr(address)} TargetMode="External"/>'
        for number, (_, address) in enumerate(links[:MOST_LINKS])
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'
