"""On a terminal: tables, colours, a line of progress, questions; not so in a pipe or where NO_COLOR is set."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path
from typing import Any

import pytest

STYLE = re.compile(r"\x1b\[[\d;]*m")


def play(*arguments: object, columns: int = 100, typed: str = "", **environ: str) -> tuple[int, str]:
    """Run a command on a terminal of its own; answer its exit status and all that was shown there."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 45, columns, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "LANG", "LC_ALL")}
    run = subprocess.Popen(
        [sys.executable, "-m", "hamkor", *map(str, arguments)],
        stdin=theirs, stdout=theirs, stderr=theirs, env=clean | {"TERM": "xterm"} | environ,
    )  # fmt: skip
    os.close(theirs)
    if typed:
        os.write(ours, typed.encode())
    shown = _read(ours, run)
    os.close(ours)
    return run.wait(30), shown.decode().replace("\r\n", "\n")


def _read(ours: int, run: subprocess.Popen[bytes]) -> bytes:
    shown, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if not select.select([ours], [], [], 0.2)[0]:
            if run.poll() is not None:
                break
            continue
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown


def test_a_terminal_gets_a_coloured_table(kept: Path) -> None:
    status, shown = play("figures", "--ledger", kept)
    assert status == 0
    assert "\x1b[36m«$850 млн»" in shown
    lines = STYLE.sub("", shown).splitlines()
    assert lines[0].startswith("indicator")
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_can_be_done_without(kept: Path, environ: dict[str, str]) -> None:
    _, shown = play("figures", "--ledger", kept, **environ)
    assert "«$850 млн»" in shown
    assert "\x1b" not in shown


def test_a_file_gets_no_colours_from_a_terminal(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "figures.txt"
    status, shown = play("figures", "--ledger", kept, "--format", "table", "--output", file)
    assert (status, shown) == (0, "")
    assert "\x1b" not in file.read_text("utf-8")


def test_marked_words_are_shown_in_another_colour(kept: Path) -> None:
    _, shown = play("show", "desk-2", "--ledger", kept)
    assert "\x1b[7m4,3 тыс. тонн\x1b[0m" in shown
    assert "⟦" not in shown


def test_a_spreadsheet_does_not_go_to_a_terminal(kept: Path) -> None:
    status, shown = play("figures", "--ledger", kept, "--format", "xlsx")
    assert status == 2
    assert shown.startswith("--format xlsx: found ")


def test_reading_shows_how_far_it_is_and_no_lines_of_json(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"Экспорт вырос на {number + 2} %. " * 8, "utf-8")
    status, shown = play("read", folder, "--ledger", tmp_path / "desk.db")
    assert status == 0
    assert "{" not in shown
    assert re.search(r"\r\x1b\[K\[#*-*\] +\d+ %  \d+ documents, \d+ a second: ", shown)
    assert "30 documents (new 30)" in shown


@pytest.mark.parametrize(("typed", "left"), [("y\n", 1), ("n\n", 2), ("\n", 2)])
def test_a_purge_asks_before_it_removes(desk: Path, typed: str, left: int) -> None:
    status, shown = play("purge", "desk-1", typed=typed)
    assert status == (0 if left == 1 else 1)
    assert "for good? [y/N]" in shown
    _, listed = play("documents")
    assert STYLE.sub("", listed).count("Заголовок") == left


def test_the_demo_fits_one_screen_in_each_language() -> None:
    for language in ("en", "ru"):
        status, shown = play("demo", "--lang", language)
        lines = STYLE.sub("", shown).splitlines()
        assert status == 0
        assert len(lines) <= 45
        assert max(map(len, lines)) <= 100
        assert "84" in shown
        assert "…" in shown
        assert "2026-03-01" in shown


def test_the_demo_is_a_table_in_a_pipe_too_and_other_forms_on_demand(run: Any) -> None:
    assert "Санжар Юлдашев" in run("demo").out
    answers = [json.loads(line) for line in run("demo", "--format", "jsonl").lines]
    documents = {answer["document"]["id"] for answer in answers if "document" in answer}
    assert documents == {f"navoi-{number}" for number in range(1, 10)}
    assert any("thread" in answer for answer in answers)
