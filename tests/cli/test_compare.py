"""`hamkor compare`: a line in, a line out, also on error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LINES = "Шавкат Мирзиёев\tShavkat Mirziyoyev\nодно имя\n\n\tx\nДаниал Ахметов\tСерик Ахметов\n"


def compare(*arguments: str, given: str) -> tuple[int, list[dict[str, Any]], str]:
    command = [sys.executable, "-m", "hamkor", "compare", *arguments]
    ran = subprocess.run(command, input=given.encode(), capture_output=True, check=False, timeout=60)
    return ran.returncode, [json.loads(line) for line in ran.stdout.decode().splitlines()], ran.stderr.decode()


def test_one_answer_a_line_in_order() -> None:
    status, answers, _ = compare("person", "-", "--lang", "en", given=LINES)
    assert status == 1
    assert [a["judgement"] for a in answers] == ["POSITIVE", None, None, None, "NEGATIVE"]
    assert answers[0].keys() == {"left", "right", "score", "judgement", "reasons"}
    assert answers[1]["left"] == "одно имя"
    assert "expected left, a tab, right" in answers[1]["error"]


def test_a_file_and_a_table_of_ones_own(tmp_path: Path) -> None:
    pairs, own = tmp_path / "pairs.tsv", tmp_path / "own.tsv"
    pairs.write_text("ТБК\tTuron biznes klubi\n", "utf-8")
    own.write_text("name\tarea\tnames\tsource\nTuran club\tUZ\tТБК | Turon biznes klubi\town\n", "utf-8")
    assert compare("organisation", str(pairs), given="")[1][0]["judgement"] != "POSITIVE"
    status, answers, _ = compare("organisation", str(pairs), "--aliases", str(own), given="")
    assert (status, answers[0]["judgement"]) == (0, "POSITIVE")


def test_a_broken_table_is_told_with_its_place(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("name\tarea\tnames\nA\tUZ\tA\tB\tC\n", "utf-8")
    status, _, told = compare("organisation", "-", "--aliases", str(own), given="A\tB\n")
    assert status == 2
    assert "own.tsv:2" in told


def test_what_is_no_table_of_names_is_told_without_a_trace(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    for written, told_of in (
        (b"", "nothing"),
        ("name\tarea\tnames\nА".encode("utf-16"), "no UTF-8"),
        (b"name,area,names\nA,UZ,B\n", "name,area,names"),
        (b"name\tarea\tnames\nA\tUzbekistan\tB\n", "'Uzbekistan'"),
        (b"name\tarea\tnames\n\tUZ\tB\n", "no name"),
    ):
        own.write_bytes(written)
        status, answers, told = compare("organisation", "-", "--aliases", str(own), given="A\tB\n")
        assert (status, answers, told.count("\n")) == (2, [], 1), told
        assert told_of in told
    status, _, told = compare("organisation", "-", "--aliases", str(tmp_path / "none.tsv"), given="A\tB\n")
    assert status == 2
    assert "look at the path" in told


def test_a_table_of_names_that_a_spreadsheet_wrote_begins_with_a_mark(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("name\tarea\tnames\nTuran club\tUZ\tТБК | Turon biznes klubi\n", "utf-8-sig")
    answers = compare("organisation", "ТБК", "Turon biznes klubi", "--aliases", str(own), given="")[1]
    assert answers[0]["reasons"][0] == "both are Turan club"


def test_an_unknown_kind_is_unusable() -> None:
    status, answers, told = compare("ship", "-", given="a\tb\n")
    assert (status, answers) == (2, [])
    assert "person, organisation, place" in told


def test_two_names_stand_in_the_command() -> None:
    status, answers, _ = compare("person", "Шавкат Мирзиёев", "Shavkat Mirziyoyev", given="")
    assert (status, [a["judgement"] for a in answers]) == (0, ["POSITIVE"])
    assert compare("person", "a", "b", "c", given="")[0] == 2


def test_a_table_tells_score_and_reasons_in_the_language_of_messages() -> None:
    command = [sys.executable, "-m", "hamkor", "compare", "person", "-", "--format", "table"]
    for language, told in (("en", ("score", "the same", "same name")), ("ru", ("балл", "не одно"))):
        ran = subprocess.run([*command, "--lang", language], input=LINES.encode(), capture_output=True, check=False)
        assert ran.returncode == 1
        assert all(one in " ".join(ran.stdout.decode().split()) for one in told), ran.stdout.decode()
