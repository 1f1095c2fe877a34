"""Bad input, tried with real files: a clear error each, bounded memory, and the rest goes on."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import openpyxl
import pytest

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read import Limits, Reading, read_path, read_paths

from .conftest import PAGES, get_document, get_error, read_one

File = Callable[[str, bytes], Path]
GOOD = "Тараз и Талас открыли рейс.".encode()


@lru_cache
def make_bomb(member: str) -> bytes:
    """An Office file of a few hundred kilobytes that unfolds to 300 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(member, "w", force_zip64=True) as stream:
            for _ in range(300):
                stream.write(bytes(2**20))
    return packed.getvalue()


def make_empty_rows(number: int) -> bytes:
    """A workbook with one filled row, then as many empty ones as said, then another filled one."""
    book, made, packed = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    assert book.active is not None
    book.active.append(["Товарооборот", 850])
    book.save(made)
    rows = b"".join(b'<row r="%d"></row>' % row for row in range(2, number))
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</sheetData>", rows + b"</sheetData>"))
    return packed.getvalue()


BAD = [
    ("empty.txt", b"", "an empty file"),
    ("spaces.txt", b" \n\t\n", "no words"),
    ("random.bin", os.urandom(4000), "binary data"),
    ("one-line.txt", b"a " * 25_000_000, "more than 32 MB"),
    ("cut.docx", (PAGES / "release.docx").read_bytes()[:15_000], "truncated"),
    ("cut.xlsx", make_empty_rows(3)[:3000], "truncated"),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj", "a broken PDF"),
    ("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"words", "nested too deep"),
    ("deep.json", b"[" * 100_000, "nested too deep"),
    ("picture.png", b"\x89PNG\r\n\x1a\n", "a picture"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office"),
    ("blank.eml", b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n", "a message without text"),
]
BOMBS = [("bomb.docx", "word/document.xml"), ("bomb.xlsx", "xl/workbook.xml")]  # long in the making


@pytest.mark.parametrize(("name", "content", "found"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_file_gives_one_clear_error(file: File, name: str, content: bytes, found: str) -> None:
    check_error(file(name, content), found)


@pytest.mark.parametrize(("name", "member"), BOMBS)
def test_bomb_gives_one_clear_error(file: File, name: str, member: str) -> None:
    check_error(file(name, make_bomb(member)), "300 MB unpacked")


def check_error(path: Path, found: str) -> None:
    error = get_error(read_one(path))
    assert error.place == str(path)
    assert found in error.found
    assert error.expected
    assert error.do


def test_bad_documents_do_not_stop_the_rest(file: File) -> None:
    folder = file("1.txt", GOOD).parent
    bad = [*((name, content) for name, content, _ in BAD), *((name, make_bomb(member)) for name, member in BOMBS)]
    for number, (name, content) in enumerate(bad):
        file(f"2-{number:02}-{name}", content[:100_000])
    file("3.txt", GOOD)
    readings = list(read_path(folder))
    assert [type(reading.outcome) for reading in (readings[0], readings[-1])] == [Document, Document]
    assert [reading.id for reading in readings] == sorted(str(path) for path in folder.iterdir())


def test_scan_is_said_to_be_a_scan() -> None:
    assert get_error(read_one(PAGES / "scan.pdf")).found.startswith("a scan")


def test_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "No such file" in get_error(read_one(tmp_path / "none.txt")).found


def test_broken_utf8_is_read_with_a_notice(file: File) -> None:
    document = get_document(read_one(file("broken.txt", GOOD * 20 + b"\xff\xd0 " + GOOD)))
    assert document.text.endswith(GOOD.decode())
    assert document.notice is not None
    assert "U+FFFD" in document.notice


def test_million_empty_rows_are_bounded_and_said(file: File) -> None:
    path = file("rows.xlsx", make_empty_rows(1_000_000))
    tracemalloc.start()
    document = get_document(read_one(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert document.text == "Товарооборот | 850"
    assert document.notice is not None
    assert peak < 150 * 2**20


def test_one_bad_line_of_json_lines_names_file_and_line(file: File) -> None:
    lines = [
        b'{"text": "One."}',
        b"[1]",
        b"{",
        b"[" * 100_000,
        b'{"text": 5}',
        b'{"text": "\xff"}',
        b'{"text": "Last."}',
    ]
    path = file("many.jsonl", b"\n".join(lines))
    readings = list(read_path(path))
    assert [get_document(readings[place]).text for place in (0, -1)] == ["One.", "Last."]
    assert [get_error(reading).place for reading in readings[1:-1]] == [f"{path}:{number}" for number in range(2, 7)]


def test_line_beyond_the_limit_is_one_error(file: File) -> None:
    path = file("long.jsonl", b'{"text": "a"}\n{"text": "' + b"x" * 2_000_000 + b'"}\n{"text": "b"}\n')
    readings = list(read_path(path, limits=Limits(max_bytes=2**20)))
    assert [type(reading.outcome) for reading in readings] == [Document, ReadError, Document]


def test_json_lines_are_not_held_whole(file: File) -> None:
    path = file("big.jsonl", b'{"text": "' + b"word " * 20_000 + b'"}\n' * 1)
    path.write_bytes(path.read_bytes() * 300)
    tracemalloc.start()
    number = sum(isinstance(reading, Reading) for reading in read_paths([path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 300
    assert peak < 5 * 2**20
