"""Accounts, sessions and tokens: what is found while it holds, and no longer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from hamkor.errors import NotFoundError
from hamkor.ledger import Ledger, RefusedError, UserRow

ALWAYS, OVER = "2999-01-01T00:00:00Z", "2000-01-01T00:00:00Z"


def add(ledger: Ledger, name: str, role: str = "reader") -> None:
    ledger.users.add(UserRow(name, role, False, "", None), key=name.lower(), password=f"hash of {name}")


def test_an_account_is_kept_once(ledger: Ledger) -> None:
    add(ledger, "Lola", "admin")
    assert ledger.users.get("lola").name == "Lola"
    assert ledger.users.find_password("lola") == "hash of Lola"
    with pytest.raises(RefusedError):
        add(ledger, "LOLA")
    with pytest.raises(NotFoundError):
        ledger.users.get("umid")
    assert [user.name for user in ledger.users.find_all()] == ["Lola"]


def test_a_session_is_found_until_it_ends(ledger: Ledger) -> None:
    add(ledger, "Lola")
    ledger.sessions.begin("lola", "one", ends_at=ALWAYS)
    ledger.sessions.begin("lola", "over", ends_at=OVER)
    found = ledger.sessions.find("one")
    assert found is not None
    assert found.name == "Lola"
    assert ledger.sessions.find("over") is None
    assert ledger.sessions.find("none") is None
    ledger.sessions.end("one")
    assert ledger.sessions.find("one") is None


def test_another_password_ends_the_other_sessions(ledger: Ledger) -> None:
    add(ledger, "Lola")
    for digest in ("here", "elsewhere"):
        ledger.sessions.begin("lola", digest, ends_at=ALWAYS)
    ledger.sessions.add_token("lola", "feed", role="reader", digest="t")
    ledger.users.set_password("lola", "new", keep="here")
    assert ledger.sessions.find("elsewhere") is None
    assert ledger.sessions.find("here")
    assert ledger.sessions.find_token("t")
    ledger.users.set_password("lola", "given", must_change=True)
    assert ledger.sessions.find("here") is None
    assert ledger.sessions.find_token("t") is None
    assert ledger.users.get("lola").must_change


def test_a_disabled_account_can_do_nothing(ledger: Ledger) -> None:
    add(ledger, "Lola", "admin")
    add(ledger, "Umid")
    ledger.sessions.begin("umid", "s", ends_at=ALWAYS)
    ledger.sessions.add_token("umid", "feed", role="reader", digest="t")
    ledger.users.disable("umid")
    assert ledger.users.find_password("umid") is None
    assert ledger.sessions.find("s") is None
    assert ledger.sessions.find_token("t") is None
    ledger.users.enable("umid")
    assert ledger.sessions.find("s") is None
    assert ledger.sessions.find_token("t")


def test_tokens_have_names_and_are_revoked(ledger: Ledger) -> None:
    add(ledger, "Lola", "reviewer")
    ledger.sessions.add_token("lola", "feed", role="reader", digest="t")
    found = ledger.sessions.find_token("t")
    assert found is not None
    assert (found[0].role, found[1].role) == ("reviewer", "reader")
    with pytest.raises(RefusedError):
        ledger.sessions.add_token("lola", "feed", role="reader", digest="u")
    assert [token.name for token in ledger.sessions.list_tokens("lola")] == ["feed"]
    ledger.sessions.revoke_token("lola", "feed")
    assert ledger.sessions.find_token("t") is None
    with pytest.raises(NotFoundError):
        ledger.sessions.revoke_token("lola", "feed")


def test_an_admin_is_always_left(ledger: Ledger) -> None:
    add(ledger, "Lola", "admin")
    for act in (lambda: ledger.users.disable("lola"), lambda: ledger.users.set_role("lola", "reader")):
        with pytest.raises(RefusedError, match="only admin"):
            act()
    add(ledger, "Umid", "admin")
    ledger.users.set_role("lola", "reader")
    assert ledger.users.count_admins() == 1


def test_two_admins_do_not_take_each_other_away(ledger: Ledger) -> None:
    for _ in range(5):
        names = ("a", "b")
        for name in names:
            try:
                add(ledger, name, "admin")
            except RefusedError:
                ledger.users.set_role(name, "admin")
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda name: try_to_demote(ledger, name), names))
        assert ledger.users.count_admins() == 1


def try_to_demote(ledger: Ledger, name: str) -> bool:
    try:
        ledger.users.set_role(name, "reader")
    except RefusedError:
        return False
    return True
