"""What a user mistypes is told at once: areas, addresses, days, codes of languages, series that are nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

AMISS = [
    (("figures", "--between", "XX-99", "UZ"), "or its code of ISO 3166"),
    (("figures", "--between", "KZ-76", "UZ"), "or its code of ISO 3166"),
    (("language", "check", "nosuch"), "expected a language's folder, or the code of one"),
    (("language", "new", "../x"), "expected a code of BCP 47"),
    (("statistics", "show", "nosuch"), "expected the id of a series"),
    (("statistics", "shew"), "hamkor statistics: found 'shew'"),
    (("serve", "--port", "99999"), "expected a whole number from 0 to 65535"),
    (("figures", "--document", "nosuch"), "found no document 'nosuch'"),
    (("events", "--document", "nosuch"), "found no document 'nosuch'"),
    (("check", "--as-of", "soon"), "--as-of: found 'soon'"),
]


@pytest.mark.parametrize(("asked", "said"), AMISS, ids=[" ".join(asked) for asked, _ in AMISS])
def test_a_mistake_is_told(run: Any, desk: Path, asked: tuple[str, ...], said: str) -> None:
    done = run(*asked)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_areas_of_countries_that_are_not_taken_apart_may_be_any(run: Any, desk: Path) -> None:
    assert run("figures", "--between", "BO-L", "UZ").status == 0


def test_an_address_of_another_kind_is_no_path(run: Any, tmp_path: Path) -> None:
    done = run("read", "ftp://example.org/news", "--ledger", tmp_path / "new.db")
    assert done.status == 1
    assert "expected http:// or https:// and a host" in done.err


def test_a_language_is_checked_by_its_code_from_anywhere(run: Any, tmp_path: Path, monkeypatch: Any) -> None:
    """Which folder is looked through; what is found in it is tried by its example and in tests/languages."""
    looked: list[str] = []
    monkeypatch.setattr("hamkor.evaluation.folders.check_folder", lambda folder: looked.append(folder.name) or [])
    monkeypatch.chdir(tmp_path)
    assert run("language", "check", "en").status == 0
    assert looked == ["en"]


def test_a_year_that_counts_as_today_is_its_last_day(run: Any, desk: Path) -> None:
    assert run("check", "--as-of", "2025").lines == run("check", "--as-of", "2025-12-31").lines != []
