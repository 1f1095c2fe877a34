"""Road maps: one promise a row, whatever the language, the order of the columns and the kind of file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import Workbook

from hamkor.grammar import load_language
from hamkor.model import Commitment
from hamkor.pipeline import read_document
from hamkor.read import read_bytes

HEADS = {
    "ru": ("№", "Мероприятие", "Форма завершения", "Срок исполнения", "Ответственные"),
    "uz": ("T/r", "Chora-tadbirlar", "Amalga oshirish shakli", "Muddati", "Mas’ullar"),
    "kk": ("Р/с №", "Іс-шара", "Аяқталу нысаны", "Орындалу мерзімі", "Жауаптылар"),
    "en": ("No.", "Measure", "Form of completion", "Deadline", "Responsible"),
}
TITLES = {
    "ru": "Дорожная карта сотрудничества Хорезмской области Узбекистана и Мангистауской области Казахстана",
    "uz": "Oʻzbekistonning Xorazm viloyati va Qozogʻistonning Mangʻistau viloyati hamkorligi boʻyicha “yoʻl xaritasi”",
    "kk": "Өзбекстанның Хорезм облысы мен Қазақстанның Маңғыстау облысы ынтымақтастығының жол картасы",
    "en": "Road map of cooperation between Khorezm Region of Uzbekistan and Mangystau Region of Kazakhstan",
}
ROWS: dict[str, tuple[tuple[object, ...], ...]] = {
    "ru": (
        ("1. Транспорт",),
        (1.1, "Запуск автобуса Ургенч – Актау", "расписание", "2-й квартал 2027 г.", "Минтранс Узбекистана"),
        (1.2, "Обмен данными о грузах", "письмо", "ежеквартально", "Министерство транспорта Казахстана"),
        ("2. Торговля",),
        (2.1, "Встречи закупщиков дынь", "протокол", "постоянно", "дирекция базара"),
    ),
    "uz": (
        (1, "Urganch – Aqtau avtobusini yoʻlga qoʻyish", "jadval", "2027-yil II chorak", "Transport vazirligi"),
        (2, "Yuklar haqida maʼlumot almashish", "xat", "har chorakda", "Transport vazirligi"),
        (3, "Qovun xaridorlari uchrashuvlari", "bayonnoma", "doimiy", "bozor direksiyasi"),
    ),
    "kk": (
        (1, "Үргеніш – Ақтау автобусын іске қосу", "кесте", "2027 жылғы 2-тоқсан", "Көлік министрлігі"),
        (2, "Жүк туралы мәлімет алмасу", "хат", "тоқсан сайын", "Көлік министрлігі"),
        (3, "Қауын сатып алушылардың кездесулері", "хаттама", "тұрақты", "базар дирекциясы"),
    ),
    "en": (
        (1, "Launch of an Urgench–Aktau bus", "timetable", "Q2 2027", "Ministry of Transport of Uzbekistan"),
        (2, "Exchange of data on cargo", "letter", "quarterly", "Ministry of Transport of Kazakhstan"),
        (3, "Meetings of melon buyers", "minutes", "ongoing", "bazaar directorate"),
    ),
}  # fmt: skip
SCHEMAS = "http://schemas.openxmlformats.org"
CONTENT, RELATIONS = f"{SCHEMAS}/package/2006/content-types", f"{SCHEMAS}/package/2006/relationships"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships/officeDocument"
WORD = f"{SCHEMAS}/wordprocessingml/2006/main"
ORDERS = [(0, 1, 2, 3, 4), (0, 4, 1, 3, 2), (1, 3, 4, 0, 2)]


def make_rows(language: str, order: tuple[int, ...]) -> list[list[object]]:
    head, rows = HEADS[language], ROWS[language]
    return [[head[at] for at in order], *([row[at] for at in order] if len(row) > 1 else list(row) for row in rows)]


def write_xlsx(language: str, order: tuple[int, ...]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet: Any = book.active
    sheet.append([TITLES[language]])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=5)
    sheet.append([])
    for row in make_rows(language, order):
        sheet.append(row)
    book.save(out)
    return out.getvalue()


def write_docx(language: str, order: tuple[int, ...]) -> bytes:
    """A document of Word with a heading and a table in which a section's name takes the whole row."""
    rows = "".join(f"<w:tr>{''.join(_write_cells(row))}</w:tr>" for row in make_rows(language, order))
    heading = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_write_run(TITLES[language])}</w:p>'
    return pack_docx(f"{heading}<w:tbl>{rows}</w:tbl>")


def pack_docx(body: str) -> bytes:
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        part = f'<Override PartName="/word/document.xml" ContentType="{kinds}"/>'
        package.writestr("[Content_Types].xml", f'<Types xmlns="{CONTENT}">{part}</Types>')
        leads = f'<Relationship Id="1" Type="{OFFICE}" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{leads}</Relationships>')
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def _write_cells(row: list[object]) -> Iterator[str]:
    span = "" if len(row) > 1 else '<w:tcPr><w:gridSpan w:val="5"/></w:tcPr>'
    return (f"<w:tc>{span}<w:p>{_write_run(str(cell))}</w:p></w:tc>" for cell in row)


def _write_run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def write_html(language: str, order: tuple[int, ...]) -> bytes:
    rows = make_rows(language, order)
    lines = [
        "".join(f"<td>{cell}</td>" for cell in row) if len(row) > 1 else f"<td colspan=5>{row[0]}</td>" for row in rows
    ]
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    [sample, *_] = sorted(load_language(language).folder.glob("sample*.txt"))
    around = "".join(f"<p>{line}</p>" for line in sample.read_text("utf-8").splitlines()[:6])
    page = f"<html><head><title>{TITLES[language]}</title></head><body><article><h1>{TITLES[language]}</h1>"
    return f"{page}{around}<table>{table}</table></article></body></html>".encode()


def read(content: bytes, name: str) -> tuple[Commitment, ...]:
    [document] = read_bytes(content, place=name)
    return tuple(c for c in read_document(document).statements.commitments if c.rule == "road-map")


def check_rows(language: str, found: tuple[Commitment, ...]) -> None:
    rows = [row for row in ROWS[language] if len(row) > 1]
    assert [c.evidence.exact for c in found] == [row[1] for row in rows]
    assert [c.clause for c in found] == [str(row[0]) for row in rows]
    assert [str(c.due) if c.due else c.term for c in found] == ["2027-04/2027-06", "quarterly", "standing"]
    assert {c.instrument for c in found} == {"road_map"}
    assert found[2].responsible == (rows[2][4],)
    assert all(c.responsible and set(c.responsible) <= set(c.parties) for c in found)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("language", HEADS)
def test_each_row_is_a_promise(language: str, order: tuple[int, ...]) -> None:
    check_rows(language, read(write_xlsx(language, order), "map.xlsx"))


@pytest.mark.parametrize("language", HEADS)
def test_other_files(language: str) -> None:
    check_rows(language, read(write_docx(language, ORDERS[0]), "map.docx"))
    check_rows(language, read(write_html(language, ORDERS[1]), "map.html"))


def test_a_table_without_such_a_head_is_no_road_map() -> None:
    book, out = Workbook(), io.BytesIO()
    sheet: Any = book.active
    for row in (("Товар", "2024", "2025"), ("Мука", 40, 50), ("Рис", 10, 12)):
        sheet.append(row)
    book.save(out)
    assert read(out.getvalue(), "trade.xlsx") == ()


def test_a_title_over_all_columns_is_the_title() -> None:
    """Of DOCX: above the head it stands in the table, sections stay rows of it."""
    rows = [[TITLES["ru"]], *make_rows("ru", ORDERS[0])]
    table = "".join(f"<w:tr>{''.join(_write_cells(row))}</w:tr>" for row in rows)
    [document] = read_bytes(pack_docx(f"<w:tbl>{table}</w:tbl>"), place="map.docx")
    assert document.title == TITLES["ru"]
    check_rows("ru", read(pack_docx(f"<w:tbl>{table}</w:tbl>"), "map.docx"))


def test_each_line_of_a_cell_is_a_body_and_sides_are_none() -> None:
    cells = ("Управление транспорта Хорезмской области\nУправление транспорта Мангистауской области", "обе стороны")
    book, out = Workbook(), io.BytesIO()
    sheet: Any = book.active
    for line in ((TITLES["ru"],), HEADS["ru"], (1, "Запуск автобуса", "", "2027 г.", cells[0])):
        sheet.append(line)
    sheet.append((2, "Обмен опытом", "", "2027 г.", cells[1]))
    book.save(out)
    bus, exchange = read(out.getvalue(), "map.xlsx")
    assert bus.responsible == tuple(cells[0].split("\n"))
    assert exchange.responsible == ()
