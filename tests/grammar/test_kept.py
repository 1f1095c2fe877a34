"""What was worked out from the languages' data is kept between runs, and is the same as if it were worked out anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.grammar import Language, compile_kept, kept, load_language
from hamkor.grammar.kept import Kept, digest
from hamkor.grammar.rules import load_rules

EXPRESSIONS = [
    r"\bвстреч\w*\b(?P<with>\s+с\s+(?P<whom>\w+))?",
    r"(?:a|b(?=c))++(?<!x)",
    r"(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})+(?!\d)",
    r"(?i:ҳаким)|\Aбир|юз\Z",
    r"[\ue011\ue012](?:\s*,\s*[\ue011\ue012])*",
    r"(a)|(?P<second>b)",
    "",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made" / "some.kept"


def _write(path: Path, key: bytes, value: object) -> None:
    fresh = Kept(lambda: path)
    fresh._spent_s = 1.0  # as if it had taken long
    fresh.recall(key, lambda: value)
    fresh.save()


def _never() -> object:
    raise AssertionError("worked out again")


@given(
    st.recursive(st.none() | st.integers() | st.text() | st.binary(), lambda one: st.tuples(one, one) | st.lists(one))
)
def test_a_kept_value_is_what_was_made(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.mktemp("kept") / "some.kept"
    _write(path, digest("key"), value)
    assert Kept(lambda: path).recall(digest("key"), _never) == value


def test_what_two_runs_made_is_there_together(path: Path) -> None:
    first, second = Kept(lambda: path), Kept(lambda: path)
    for number, run in enumerate((first, second)):
        run.recall(digest("of run", number), lambda number=number: number)  # type: ignore[misc]
        run._spent_s = 1.0
        run.save()
    assert [Kept(lambda: path).recall(digest("of run", number), _never) for number in range(2)] == [0, 1]


def test_what_took_no_time_is_not_written(path: Path) -> None:
    quick = Kept(lambda: path)
    quick.recall(digest("key"), lambda: 1)
    quick.save()
    assert not path.exists()


@pytest.mark.parametrize(
    "found", [b"", b"\x00", b"no such file" * 100, b"\xfb\xff\xff\xff\x7f", b"N", b"i\x01\x00\x00\x00"]
)
def test_a_broken_file_is_as_none(path: Path, found: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(found)
    assert Kept(lambda: path).recall(digest("key"), lambda: 7) == 7
    _write(path, digest("key"), 7)
    assert Kept(lambda: path).recall(digest("key"), _never) == 7


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("a file where the folder should be")
    _write(tmp_path / "made" / "some.kept", digest("key"), 7)
    assert [found.name for found in tmp_path.iterdir()] == ["made"]


def test_what_raises_is_not_kept(path: Path) -> None:
    some = Kept(lambda: path)
    with pytest.raises(AssertionError):
        some.recall(digest("key"), _never)
    assert some.recall(digest("key"), lambda: 7) == 7


def test_of_files_of_other_releases_the_latest_stay(path: Path) -> None:
    path.parent.mkdir()
    for age in range(8):
        other = path.with_name(f"{age}.kept")
        other.write_bytes(b"")
        os.utime(other, (1_000_000 - age, 1_000_000 - age))
    _write(path, digest("key"), 7)
    assert sorted(found.name for found in path.parent.iterdir()) == [
        "0.kept",
        "1.kept",
        "2.kept",
        "3.kept",
        "some.kept",
    ]


def test_more_than_a_file_may_hold_begins_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(path, digest("old"), "o" * 100)
    monkeypatch.setattr(kept, "_MOST_BYTES", 150)
    _write(path, digest("new"), "n" * 100)
    assert Kept(lambda: path).recall(digest("new"), _never) == "n" * 100
    assert Kept(lambda: path).recall(digest("old"), lambda: "again") == "again"


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_a_kept_pattern_is_the_pattern(path: Path, monkeypatch: pytest.MonkeyPatch, expression: str) -> None:
    plain = re.compile(expression, re.IGNORECASE)
    for _ in range(2):  # made, then recalled
        monkeypatch.setattr(kept, "KEPT", Kept(lambda: path))
        found = compile_kept(expression, re.IGNORECASE)
        kept.KEPT._spent_s = 1.0
        kept.KEPT.save()
        told = found.pattern, found.flags, found.groups, dict(found.groupindex)
        assert told == (plain.pattern, plain.flags, plain.groups, dict(plain.groupindex))
        assert found == plain  # their code is one


def test_another_python_compiles_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_sre", None)
    assert compile_kept("(?P<year>[0-9]{4})").search("in 2026")["year"] == "2026"  # type: ignore[index]


@pytest.mark.parametrize("code", ["ru", "en", "kk", "uz"])
def test_patterns_of_a_language_are_those_that_re_compiles(code: str) -> None:
    for rule in load_rules(load_language(code), "events"):
        for notation in rule.patterns:
            assert notation.regex == re.compile(notation.expression)


def test_a_file_that_changes_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "scripts.tsv").write_text("script\tletter\tin\tout\n")
    words = tmp_path / "words.toml"
    for told in ("one", "two"):
        words.write_text(f'word = "{told}"')
        assert Language("xx", tmp_path).get("words", "word") == told


_READ = """
import sys
from hamkor.model import Document
from hamkor.pipeline import read_document
text = "Посол Узбекистана встретился с акимом Алматы. Товарооборот вырос на 20 % до 850 млн долларов."
read = read_document(Document(id="one", text=text, title="", published="2025-11-14", digest="0"))
print(read.statements.observations, read.statements.events, file=sys.stdout)
"""


def test_a_second_run_tells_the_same_and_works_nothing_out(tmp_path: Path) -> None:
    environ = {**os.environ, "HAMKOR_CACHE": str(tmp_path)}

    def run() -> str:
        done = subprocess.run([sys.executable, "-c", _READ], env=environ, capture_output=True, text=True, check=True)
        return done.stdout

    first = run()
    (written,) = tmp_path.glob("*.kept")
    made = written.stat().st_mtime_ns
    assert run() == first
    assert "850" in first
    assert [found.stat().st_mtime_ns for found in tmp_path.iterdir()] == [made]
