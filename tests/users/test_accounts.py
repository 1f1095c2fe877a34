"""The rules of accounts: names, roles, tokens no stronger than their owner."""

from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from hamkor.errors import NotFoundError, UsageError
from hamkor.ledger import Ledger, RefusedError, UserRow, open_ledger
from hamkor.users import ROLES, Accounts, allows
from hamkor.users.names import make_key, read_name
from hamkor.users.roles import get_lower

PASSWORD = "quiet saxaul road"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "desk.db")


@pytest.fixture
def accounts(ledger: Ledger) -> Accounts:
    accounts = Accounts(ledger)
    accounts.add("Лола", "admin", PASSWORD)
    return accounts


@pytest.mark.parametrize("name", ["", "  ", "a\u202eb", "a\u200bb", "x" * 65, "\x00"])
def test_a_name_that_deceives_or_says_nothing_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        read_name(name)


@given(st.text(max_size=70))
def test_a_name_that_is_taken_is_found_as_it_was_written(name: str) -> None:
    try:
        shown = read_name(name)
    except UsageError:
        return
    assert make_key(shown) == make_key(name)
    assert read_name(shown) == shown


@given(st.sampled_from(ROLES), st.sampled_from(ROLES))
def test_roles_are_ordered(one: str, other: str) -> None:
    lower = get_lower(one, other)
    assert allows(one, lower)
    assert allows(other, lower)
    assert lower in (one, other)


def test_a_name_is_one_in_whichever_case(accounts: Accounts) -> None:
    with pytest.raises(RefusedError):
        accounts.add("ЛОЛА", "reader", PASSWORD)
    assert accounts.is_password("лола ", PASSWORD)
    assert not accounts.is_password("лола", PASSWORD + " ")
    assert not accounts.is_password("nobody", PASSWORD)


def test_a_token_is_never_more_than_its_owner(accounts: Accounts) -> None:
    accounts.add("Umid", "reviewer", PASSWORD)
    with pytest.raises(UsageError):
        accounts.add_token("Umid", "feed", "admin")
    token = accounts.add_token("Umid", "feed", "reviewer")
    accounts.set_role("Umid", "reader")
    caller = accounts.find_by_token(token)
    assert caller is not None
    assert (caller.role, caller.is_program) == ("reader", True)
    assert accounts.find_by_session(token) is None


def test_a_session_is_no_token(accounts: Accounts) -> None:
    secret = accounts.begin_session("Лола")
    caller = accounts.find_by_session(secret)
    assert caller is not None
    assert caller.name == "Лола"
    assert secret not in str(caller)
    assert accounts.find_by_token(secret) is None


def test_who_is_not_there_is_told(accounts: Accounts) -> None:
    acts = (
        lambda: accounts.set_role("Umid", "reader"),
        lambda: accounts.disable("Umid"),
        lambda: accounts.set_password("Umid", PASSWORD),
        lambda: accounts.reset_password("Umid"),
        lambda: accounts.add_token("Umid", "feed", "reader"),
        lambda: accounts.revoke_token("Лола", "feed"),
    )
    for act in acts:
        with pytest.raises(NotFoundError):
            act()


def test_a_hash_of_weaker_parameters_is_replaced_when_it_is_used(ledger: Ledger, accounts: Accounts) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
    ledger.users.add(UserRow("Old", "reader", False, "", None), key="old", password=weak)
    assert accounts.is_password("Old", PASSWORD)
    assert ledger.users.find_password("old") != weak
    assert accounts.is_password("Old", PASSWORD)


def test_nothing_that_opens_a_door_is_in_the_file(tmp_path: Path, accounts: Accounts) -> None:
    secrets = [accounts.begin_session("Лола"), accounts.add_token("Лола", "feed", "admin"), PASSWORD]
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert kept
    assert not [secret for secret in secrets if secret.encode() in kept]
