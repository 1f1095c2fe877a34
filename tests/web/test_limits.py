"""How often something may be done."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.errors import UsageError
from hamkor.web.limits import Limit, get_network
from hamkor.web.place import Place, check_local, read_public


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_are_taken_and_then_it_is_waited() -> None:
    clock = Clock()
    limit = Limit(3, 30, clock)
    assert [limit.take("a") for _ in range(5)] == [0, 0, 0, 10, 10]
    assert limit.take("b") == 0
    clock.now = 10.0
    assert [limit.take("a") for _ in range(2)] == [0, 10]
    limit.give_back("a")
    assert limit.take("a") == 0
    clock.now = 1000.0
    assert [limit.take("a") for _ in range(4)] == [0, 0, 0, 10]


@given(st.lists(st.floats(0, 5), min_size=1, max_size=60))
def test_over_any_time_no_more_are_let_through(steps: list[float]) -> None:
    clock, most, seconds = Clock(), 4, 10.0
    limit = Limit(most, seconds, clock)
    taken = 0
    for step in steps:
        clock.now += step
        taken += limit.take("a") == 0
    assert taken <= most + clock.now * most / seconds + 1e-6


def test_threads_take_no_more_together() -> None:
    limit = Limit(50, 10_000)
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: limit.take("a"), range(200)))
    assert taken.count(0) == 50


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hamkor.web.limits._REMEMBERED", 3)
    limit = Limit(1, 1000, Clock())
    for key in "abcd":
        limit.take(key)
    assert limit.take("a") == 0
    assert limit.take("d") > 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "testclient", False),
    ],
)
def test_a_network_is_one_place(one: str, other: str, *, same: bool) -> None:
    assert (get_network(one) == get_network(other)) == same


@pytest.mark.parametrize(
    ("place", "names", "secure"),
    [
        (Place("127.0.0.1", 0), {"127.0.0.1", "localhost"}, False),
        (Place("192.0.2.5", 0), {"192.0.2.5"}, False),
        (Place("::1", 0), {"[::1]"}, False),
        (Place("0.0.0.0", 0, "https://desk.example.org"), {"desk.example.org"}, True),
        (Place("127.0.0.1", 0, "http://Desk:8321/"), {"desk"}, False),
    ],
)
def test_a_server_knows_its_names(place: Place, names: set[str], *, secure: bool) -> None:
    assert names <= set(place.find_names())
    assert place.is_secure == secure


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_a_server_for_all_must_be_told_its_name(host: str) -> None:
    with pytest.raises(UsageError, match="--public"):
        Place(host, 0).find_names()


@pytest.mark.parametrize(
    "address", ["desk.example.org", "ftp://desk", "https://", "https://a@b", "https://a/b", "http://[::"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    with pytest.raises(UsageError, match="--public"):
        read_public(address)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", "::", ""])
def test_without_sign_in_only_this_machine_is_served(host: str) -> None:
    with pytest.raises(UsageError, match="--users"):
        check_local(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.9"])
def test_this_machine_is_served(host: str) -> None:
    check_local(host)
