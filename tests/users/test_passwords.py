"""What a new password must be, and that only the right one is right."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from hypothesis import given, settings
from hypothesis import strategies as st

from hamkor.errors import UsageError
from hamkor.users.passwords import (
    LEAST,
    MOST,
    check_password,
    hash_password,
    is_outdated,
    is_right,
    make_password,
)


@pytest.mark.parametrize("password", ["", "short", "x" * (LEAST - 1), "x" * 40, "lola karimova", "y" * (MOST + 1)])
def test_a_password_that_is_easy_to_guess_is_refused_without_being_shown(password: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_password(password, "Lola Karimova")
    assert not password or password not in str(caught.value)


def test_a_password_that_is_made_is_good_and_another_each_time() -> None:
    made = {make_password() for _ in range(20)}
    assert len(made) == 20
    assert all(check_password(password, "Lola") for password in made)


@settings(max_examples=5, deadline=None)
@given(st.text(min_size=LEAST, max_size=40), st.text(max_size=40))
def test_only_the_right_one_is_right(password: str, other: str) -> None:
    kept = hash_password(password)
    assert kept.startswith("$argon2id$")
    assert password not in kept
    assert is_right(password, kept)
    assert is_right(other, kept) == (other == password)
    assert not is_right(password, None)


def test_letters_are_the_same_however_they_are_composed() -> None:
    assert is_right("й" + "a" * 12, hash_password("и\u0306" + "a" * 12))


def test_what_is_no_hash_is_not_right() -> None:
    assert not is_right("anything at all", "not a hash")


def test_a_hash_of_weaker_parameters_is_made_anew() -> None:
    assert is_outdated(PasswordHasher(time_cost=1, memory_cost=64).hash("anything at all"))
    assert not is_outdated(hash_password("anything at all"))
