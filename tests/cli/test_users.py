"""`hamkor users`, and what `hamkor serve` refuses: words only, no secret in a place where others look."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Any

import pytest

from hamkor.ledger import open_ledger
from hamkor.users import Accounts

PASSWORD = "quiet saxaul road"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger that is not there yet."""
    file = tmp_path / "desk.db"
    monkeypatch.setenv("HAMKOR_LEDGER", str(file))
    return file


def test_the_first_admin_is_made_here(run: Any, own: Path) -> None:
    told = run("serve", "--users")
    assert told.status == 2
    assert "hamkor users add NAME --role admin" in told.err
    added = run("users", "add", "Лола", "--role", "admin", given=f"{PASSWORD}\n")
    assert (added.status, added.out) == (0, "")
    assert "Лола may sign in as admin" in added.err
    accounts = Accounts(open_ledger(own))
    assert accounts.has_admin()
    assert accounts.is_password("Лола", PASSWORD)
    assert '"role": "admin"' in run("users", "list").out


def test_a_password_is_asked_for_twice_and_not_shown(run: Any, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([PASSWORD, PASSWORD, PASSWORD, "another"])
    monkeypatch.setattr(getpass, "getpass", lambda _: next(typed))
    monkeypatch.setattr("hamkor.cli.users.is_terminal", lambda stream: stream is sys.stdin)
    assert run("users", "add", "Lola", "--role", "admin").status == 0
    differs = run("users", "password", "Lola")
    assert differs.status == 2
    assert "two different passwords" in differs.err
    assert Accounts(open_ledger(own)).is_password("Lola", PASSWORD)


def test_users_are_changed(run: Any, own: Path) -> None:
    for name, role in (("Lola", "admin"), ("Umid", "reader")):
        run("users", "add", name, "--role", role, given=PASSWORD)
    accounts = Accounts(open_ledger(own))
    assert run("users", "role", "Umid", "reviewer").status == 0
    assert accounts.get("Umid").role == "reviewer"
    token = run("users", "token", "Umid", "sheet", "--role", "reviewer").out.strip()
    assert accounts.find_by_token(token)
    assert run("users", "disable", "umid").status == 0
    assert accounts.find_by_token(token) is None
    assert run("users", "enable", "umid").status == 0
    assert run("users", "revoke", "Umid", "sheet").status == 0
    assert accounts.find_by_token(token) is None
    assert run("users", "password", "Umid", given="another saxaul road").status == 0
    assert accounts.is_password("Umid", "another saxaul road")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add",), "NAME"),
        (("add", "Lola", PASSWORD), "NAME"),
        (("list", "Lola"), "nothing"),
        (("role", "Lola"), "NAME ROLE"),
        (("role", "Lola", "king"), "reader, reviewer, admin"),
        (("disable", "Lola", "--role", "admin"), "NAME"),
        (("add", "Umid", "--role", "king"), "reader, reviewer, admin"),
        (("add", "Umid"), "12 to 256 characters"),
        (("add", "Lola"), "12 to 256 characters"),
        (("disable", "Lola"), "only admin"),
        (("disable", "Umid"), "no user"),
        (("burn", "Lola"), "revoke"),
    ],
)
def test_what_cannot_be_is_told(run: Any, own: Path, words: tuple[str, ...], told: str) -> None:
    run("users", "add", "Lola", "--role", "admin", given=PASSWORD)
    done = run("users", *words, given="short")
    assert done.status == 2
    assert told in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--host", "0.0.0.0"), "--users"),
        (("--public", "https://desk.example.org"), "--users"),
        (("--calls", "5"), "--users"),
        (("--users", "--by", "Lola"), "signs in"),
        (("--users", "--host", "0.0.0.0"), "--public"),
        (("--users", "--public", "desk"), "--public"),
    ],
)
def test_a_server_that_cannot_be_is_told(run: Any, own: Path, words: tuple[str, ...], told: str) -> None:
    run("users", "add", "Lola", "--role", "admin", given=PASSWORD)
    done = run("serve", *words)
    assert done.status == 2
    assert told in done.err
