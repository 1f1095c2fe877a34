"""`hamkor read`: documents into the ledger, again and again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TEXT = "Экспорт области вырос на 20 %. Санжар Юлдашев, хоким Навоийской области, открыл завод."


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a ledger will be."""
    file = tmp_path / "books" / "new.db"
    monkeypatch.setenv("HAMKOR_LEDGER", str(file))
    return file


def kinds(done: Any) -> list[str]:
    return [answer.get("kept", "failed") for answer in map(json.loads, done.lines)]


def test_documents_are_kept_once(run: Any, book: Path) -> None:
    given = line(id="a", text=TEXT) + line(id="b", text=TEXT + " Завод работает.")
    first = run("read", "--input-format", "jsonl", "-", given=given)
    again = run("read", "--input-format", "jsonl", "-", given=given)
    assert (first.status, kinds(first)) == (0, ["new", "new"])
    assert (again.status, kinds(again)) == (0, ["unchanged", "unchanged"])
    assert len(run("documents").lines) == 2
    assert book.exists()


def test_another_text_under_the_same_id_is_a_new_version(run: Any, book: Path) -> None:
    run("read", "--input-format", "jsonl", "-", given=line(id="a", text=TEXT))
    done = run("read", "--input-format", "jsonl", "-", given=line(id="a", text=TEXT.replace("20", "30")))
    assert kinds(done) == ["new_version"]
    assert [json.loads(answer)["version"] for answer in run("versions", "a").lines] == [1, 2]
    assert "30" in json.loads(run("show", "a").out)["document"]["text"]
    told = run("versions", "a", "--format", "table").lines
    [changed] = [number for number, said in enumerate(told) if said.startswith("  ~ ")]
    assert "+30 %" in told[changed]
    assert told[changed + 1].startswith("    before: ")
    assert "+20 %" in told[changed + 1]


def test_reading_again_on_demand_passes_nothing_over(run: Any, book: Path) -> None:
    run("read", "--input-format", "jsonl", "-", given=line(id="a", text=TEXT))
    [answer] = run("read", "--again", "--input-format", "jsonl", "-", given=line(id="a", text=TEXT)).lines
    assert json.loads(answer)["kept"] == "unchanged"
    assert json.loads(answer)["found"]["observations"] == 1


def test_what_fails_is_answered_in_its_place_and_counted_with_its_reason(run: Any, book: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    done = run("read", empty, tmp_path / "none.txt", tmp_path / "good.txt")
    assert done.status == 1
    assert kinds(done) == ["failed", "failed", "new"]
    assert json.loads(done.lines[0])["document"] == {"id": str(empty)}
    assert f"{book}: 3 documents (failed 2, new 1)" in done.err
    assert "  1 × found an empty file; expected a document" in done.err
    assert "Found: figures 1" in done.err


def test_day_and_publisher_stand_in_where_a_document_says_none(run: Any, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "protocol.txt"
    file.write_text(TEXT, "utf-8")
    run("read", "--published", "2025-12-28", "--publisher", "Вестник", file)
    [document] = map(json.loads, run("documents").lines)
    assert (document["published"], document["publisher"]) == ("2025-12-28", "Вестник")


@pytest.mark.parametrize("day", ["yesterday", "2025", "2025-12", "2025-01/2025-09", "2025-02-30"])
def test_a_day_that_is_none_is_refused_before_anything_is_read(run: Any, book: Path, day: str) -> None:
    done = run("read", "--published", day, "-", given=TEXT)
    assert done.status == 2
    assert "expected a day, such as" in done.err
    assert not book.exists()


def test_the_ledger_named_wins_over_the_one_of_the_surroundings(run: Any, book: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    run("read", "--ledger", other, "--input-format", "jsonl", "-", given=line(id="a", text=TEXT))
    assert other.exists()
    assert not book.exists()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell that runs the tests in the background has switched the signal off, for all that they start, too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupted_run_leaves_the_ledger_whole_and_is_resumed(run: Any, book: Path) -> None:
    command = [sys.executable, "-m", "hamkor", "read", "--input-format", "jsonl", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    reading = subprocess.Popen(command, **pipes, text=True, encoding="utf-8")  # type: ignore[call-overload]
    for id in ("a", "b", "c"):
        reading.stdin.write(line(id=id, text=f"{TEXT} {id}"))
    reading.stdin.flush()
    assert json.loads(reading.stdout.readline())["kept"] == "new"
    reading.send_signal(signal.SIGINT)
    _, said = reading.communicate(timeout=30)
    assert reading.returncode == 130
    assert "Interrupted" in said
    assert "Traceback" not in said
    given = "".join(line(id=id, text=f"{TEXT} {id}") for id in ("a", "b", "c"))
    done = run("read", "--input-format", "jsonl", "-", given=given)
    assert kinds(done)[0] == "unchanged"
    assert set(kinds(done)) <= {"unchanged", "new"}
    assert len(run("documents").lines) == 3


def test_a_broken_table_of_names_stops_reading_before_it_begins(
    run: Any, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,area,names\nA,UZ,B\n", "utf-8")
    monkeypatch.setenv("HAMKOR_ALIASES", str(own))
    done = run("read", "--input-format", "jsonl", "-", given=line(id="a", text=TEXT))
    assert (done.status, done.lines) == (2, [])
    assert "own.csv" in done.err
    monkeypatch.delenv("HAMKOR_ALIASES")
    assert kinds(run("read", "--input-format", "jsonl", "-", given=line(id="a", text=TEXT))) == ["new"]


def test_reasons_that_differ_in_numbers_only_are_told_as_one() -> None:
    from hamkor.cli.keep import Summary
    from hamkor.errors import ReadError
    from hamkor.pipeline.keeping import FAILED, Kept

    summary = Summary()
    found = [*(f"{number} letters" for number in (3, 14, 1_500)), *(f"a file {chr(97 + n)}" for n in range(14))]
    for number, told in enumerate(found):
        error = ReadError(f"{number}.txt", found=told, expected="more", do="look")
        summary.count(Kept(f"{number}.txt", FAILED, error=error))
    lines = list(summary.write("desk.db"))
    assert "  3 × found … letters; expected more" in lines
    assert "  1 × found a file a; expected more" in lines
    assert lines[-1] == "  … and 3 more"
