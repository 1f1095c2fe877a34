"""`hamkor extract`: one object a document, in order, whatever happens."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import hamkor

TEXT = "Экспорт области вырос на 20 %. Санжар Юлдашев, хоким Навоийской области, открыл завод."
LISTS = ["observations", "events", "commitments", "people", "organisations", "quotations"]


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def extract(run: Any, *arguments: object, given: str = "") -> tuple[int, list[dict[str, Any]]]:
    done = run("extract", *arguments, given=given)
    return done.status, [json.loads(answer) for answer in done.lines]


def test_each_line_gets_one_answer_in_its_turn(run: Any) -> None:
    given = "\n".join([line(id="one", text=TEXT), "[1]", line(id="three"), line(id="four", text=TEXT)])
    status, answers = extract(run, "--input-format", "jsonl", "-", given=given)
    assert status == 1
    assert [answer["document"]["id"] for answer in answers] == ["one", "-:2", "three", "four"]
    assert ["error" in answer for answer in answers] == [False, True, True, False]
    assert all(list(answer) == ["document", *LISTS] for answer in answers if "error" not in answer)


def test_a_failure_is_told_on_standard_error_too(run: Any) -> None:
    done = run("extract", "--input-format", "jsonl", "-", given="{}\n")
    [answer] = map(json.loads, done.lines)
    assert done.status == 1
    assert done.err.strip() == answer["error"]
    assert done.err.startswith("-:1: found ")


def test_all_words_stand_at_their_place(run: Any) -> None:
    status, [answer] = extract(run, "-", "--input-format", "jsonl", given=line(id="a", text=TEXT))
    said = [item["evidence"] for name in LISTS for item in answer[name]]
    assert status == 0
    assert said
    assert all(TEXT[one["start"] : one["end"]] == one["exact"] for one in said)


def test_what_is_given_beside_the_text_comes_back(run: Any) -> None:
    given = line(text=TEXT, title="Экспорт", published="2026-01-15", publisher="Вестник", url="https://example.org/1")
    _, [answer] = extract(run, "--input-format", "jsonl", "-", given=given)
    document = answer["document"]
    assert document["id"] == document["url"] == "https://example.org/1"
    assert (document["title"], document["published"], document["publisher"]) == ("Экспорт", "2026-01-15", "Вестник")
    assert document["language"] == "ru"
    assert "text" not in document


def test_without_any_name_the_id_is_the_digest(run: Any) -> None:
    _, [answer] = extract(run, "--input-format", "jsonl", "-", given=line(text=TEXT))
    document = answer["document"]
    assert len(document["id"]) == 16
    assert document["sha256"].startswith(document["id"])


def test_files_and_folders_are_named_by_their_paths(run: Any, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "news" / "a.txt").write_bytes(TEXT.encode("cp1251"))
    missing = tmp_path / "none.txt"
    status, answers = extract(run, missing, tmp_path / "news")
    assert status == 1
    assert [answer["document"]["id"] for answer in answers] == [
        str(missing),
        str(tmp_path / "news" / "a.txt"),
        str(tmp_path / "news" / "b.txt"),
    ]


def test_a_page_is_answered_with_its_text(run: Any) -> None:
    page = Path(hamkor.__file__).parent / "examples" / "meeting.html"
    _, [answer] = extract(run, page)
    text = answer["document"]["text"]
    said = [item["evidence"] for name in LISTS for item in answer[name]]
    assert "встретились 15 октября" in text
    assert all(text[one["start"] : one["end"]] == one["exact"] for one in said)


def test_a_private_address_is_refused(run: Any) -> None:
    status, [answer] = extract(run, "http://127.0.0.1:9/page")
    assert status == 1
    assert answer["document"]["id"] == "http://127.0.0.1:9/page"
    assert "error" in answer


@pytest.mark.parametrize(
    "arguments", [(), ("--input-format", "yaml", "-"), ("--input-format",), ("--format", "csv", "-")]
)
def test_an_unusable_command_ends_with_2(run: Any, arguments: tuple[str, ...]) -> None:
    done = run("extract", *arguments)
    assert (done.status, done.out) == (2, "")
    assert "; expected " in done.err


def test_an_answer_comes_before_the_next_document_is_given() -> None:
    command = [sys.executable, "-m", "hamkor", "extract", "--input-format", "jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as run:
        assert run.stdin
        assert run.stdout
        for id in ("one", "two"):
            run.stdin.write(line(id=id, text=TEXT) + "\n")
            run.stdin.flush()
            if id == "one":
                # The reader looks at two lines before it knows what comes; from then on it answers each line.
                run.stdin.write(line(id="between", text=TEXT) + "\n")
                run.stdin.flush()
            assert json.loads(run.stdout.readline())["document"]["id"] in ("one", "between")
        run.stdin.close()


def test_a_reader_that_goes_away_ends_the_run_quietly(tmp_path: Path) -> None:
    given = tmp_path / "news.jsonl"
    given.write_text("".join(line(id=str(number), text=TEXT * 20) + "\n" for number in range(100)), "utf-8")
    command = [sys.executable, "-m", "hamkor", "extract", str(given)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as run:
        assert run.stdout
        assert run.stderr
        assert json.loads(run.stdout.readline())["document"]["id"] == "0"
        run.stdout.close()
        assert run.stderr.read() == ""
        assert run.wait(30) == 141
