"""Bad input through the command line: real files in one run, a clear error each, the rest answered, memory bounded."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from cli_samples import check_whole

SENTENCE = "Товарооборот Алматы и Узбекистана вырос на 20% и составил $850 млн. "
GOOD = SENTENCE.encode()
MOST_KIB, MOST_S = 600 * 2**10, 40
# Starts the command and says how much memory it took; a process of its own, since a child inherits its parent's peak.
WATCH = """import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(status)"""


@dataclass(frozen=True)
class Answered:
    """What a run left: its exit status, its answers by id in their order, standard error, its peak memory in KiB."""

    status: int
    answers: dict[str, dict[str, Any]]
    said: list[str]
    peak: int


def pack(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def make_document(body: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (space, body)
    return pack({"[Content_Types].xml": b"<Types/>", "word/document.xml": text})


def make_rows(number: int) -> bytes:
    """A workbook with one filled row and then as many empty ones as said."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append([SENTENCE])
    book.save(made)
    rows = b"".join(b'<row r="%d"></row>' % row for row in range(2, number + 2))
    with zipfile.ZipFile(made) as old:
        members = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    return pack(members | {sheet: members[sheet].replace(b"</sheetData>", rows + b"</sheetData>")})


def make_pdf() -> bytes:
    """A page without a word on it."""
    pdf, made = pypdfium2.PdfDocument.new(), io.BytesIO()
    pdf.new_page(595, 842)
    pdf.save(made)
    return made.getvalue()


PARAGRAPH = b"<w:p><w:r><w:t>" + GOOD + b"</w:t></w:r></w:p>"
# Name, what makes the content, what the error says was found; None where it is read all the same, with a notice.
BAD: list[tuple[str, Callable[[], bytes], str | None]] = [
    ("empty.txt", lambda: b"", "an empty file"),
    ("binary.txt", lambda: os.urandom(4000), "binary data"),
    ("line.txt", lambda: GOOD * (50 * 2**20 // len(GOOD)), "more than 32 MB"),
    ("line.json", lambda: b'{"text": "' + GOOD * (50 * 2**20 // len(GOOD)) + b'"}', "more than 32 MB"),
    ("line.html", lambda: b"<html><body><p>" + GOOD * (20 * 2**20 // len(GOOD)), "a text of "),
    ("lines.txt", lambda: b"a\n" * 12_000_000, "a text of 24000000 characters"),
    ("tags.html", lambda: b"<html><body>" + b"<p>a" * 7_000_000, "7000002 tags"),
    ("values.json", lambda: b"[" + b"[]," * 9_000_000 + b"[]]", "values"),
    ("parts.eml", lambda: b"From: a@b.example\nSubject: x\n\n" + b"--b\n\na\n" * 1_000_000, "more parts"),
    ("broken.txt", lambda: GOOD * 5 + b"\xff\xd0 " + GOOD, None),
    ("scan.pdf", make_pdf, "a scan"),
    ("cut.docx", lambda: make_document(PARAGRAPH * 50)[:-60], "truncated"),
    ("tags.docx", lambda: make_document(b"<w:p/>" * 5_000_000), "tags"),
    ("rows.xlsx", lambda: make_rows(1_000_000), None),
    ("bomb.zip", lambda: pack({"a.txt": bytes(300 * 2**20)}), "a ZIP archive"),
    ("bomb.docx", lambda: pack({"word/document.xml": bytes(300 * 2**20)}), "300 MB unpacked"),
    ("deep.html", lambda: b"<html><body>" + b"<div>" * 100_000 + GOOD, "nested too deep"),
    ("deep.json", lambda: b"[" * 100_000, "nested too deep"),
]
LINES = f'{{"id": "first", "text": "{SENTENCE}"}}\n[1, 2]\n{{"id": "third", "text": "{SENTENCE}"}}\n'


@pytest.fixture(scope="module")
def silent() -> Iterator[str]:
    """An address that takes the connection and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/news"


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory, silent: str) -> list[str]:
    """What the runs are given: something good first and last, all that is bad between."""
    folder = tmp_path_factory.mktemp("bad")
    files = [
        ("begin.txt", SENTENCE.encode, None),
        *BAD,
        ("lines.jsonl", LINES.encode, None),
        ("end.txt", SENTENCE.encode, None),
    ]
    for name, make, _ in files:
        (folder / name).write_bytes(make())
    paths = [str(folder / name) for name, _, _ in files]
    return [*paths[:-1], silent, paths[-1]]


def call(command: str, named: list[str], folder: Path) -> Answered:
    watched = [sys.executable, "-c", WATCH, sys.executable, "-m", "hamkor", command, "--allow-private", *named]
    told = {"HAMKOR_TIMEOUT_S": "1", "HAMKOR_LEDGER": str(folder / "desk.db"), "HAMKOR_LANG": "en"}
    done = subprocess.run(watched, capture_output=True, timeout=MOST_S, check=False, env=os.environ | told)
    *said, peak = done.stderr.decode().splitlines()
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return Answered(done.returncode, {answer["document"]["id"]: answer for answer in answers}, said, int(peak))


@pytest.fixture(scope="module", params=["extract", "read"])
def answered(request: pytest.FixtureRequest, named: list[str], tmp_path_factory: pytest.TempPathFactory) -> Answered:
    folder = tmp_path_factory.mktemp(request.param)
    done = call(request.param, named, folder)
    if request.param == "read":
        good = sum("error" not in answer for answer in done.answers.values())
        assert check_whole(folder / "desk.db") == good
    return done


def by_name(answered: Answered, name: str) -> dict[str, Any]:
    return next(answer for id_, answer in answered.answers.items() if id_.endswith(f"/{name}"))


@pytest.mark.parametrize(("name", "found"), [(name, found) for name, _, found in BAD], ids=[row[0] for row in BAD])
def test_each_gives_one_clear_error_or_is_read_with_a_notice(answered: Answered, name: str, found: str | None) -> None:
    answer = by_name(answered, name)
    if found is None:
        assert (answer.get("notice") or answer["document"]["notice"]).strip()
        return
    place, _, told = answer["error"].partition(": found ")
    assert place.endswith(f"/{name}")
    assert found in told
    assert [part.strip() != "" for part in told.split("; ")] == [True] * 3
    assert told.split("; ")[1].startswith("expected ")
    assert answer["error"] in answered.said


def test_the_rest_of_the_run_goes_on(answered: Answered, named: list[str]) -> None:
    assert answered.status == 1
    good = [
        by_name(answered, "begin.txt"),
        *map(answered.answers.get, ("first", "third")),
        by_name(answered, "end.txt"),
    ]
    assert all(answer and "error" not in answer for answer in good)
    assert list(answered.answers)[-1] == named[-1]
    assert len(answered.answers) == len(named) + 2


def test_a_line_that_is_no_object_is_named_with_its_number(answered: Answered) -> None:
    assert "found a list; expected an object with text" in by_name(answered, "lines.jsonl:2")["error"]


def test_an_address_that_never_answers_is_given_up(answered: Answered, silent: str) -> None:
    assert answered.answers[silent]["error"].startswith(f"{silent}: found no whole answer in 1 s; expected ")


def test_memory_is_bounded(answered: Answered) -> None:
    assert answered.peak < MOST_KIB
