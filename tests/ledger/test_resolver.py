"""What is one thing is found document by document, in whatever order, and stays right when documents change and go."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from resolver_samples import (
    JUDGES,
    Content,
    add,
    draft,
    find_state,
    find_things,
    resolve_all,
    resolving,
    write_document,
)

from hamkor.ledger import Ledger, open_ledger
from hamkor.ledger.parts import Extent
from hamkor.model import Statements


def test_what_chains_of_judgements_connect_is_one_thing(location: str) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (1, 30))
    add(ledger, "b", (3, 30))
    resolve_all(ledger)
    assert find_things(location) == [[1, 3], [30]]
    add(ledger, "c", (32, 5))
    resolve_all(ledger)
    assert find_things(location) == [[1, 3, 5], [30, 32]]


def test_large_parts_are_grouped_later_with_the_same_result(tmp_path: Path) -> None:
    one, each = tmp_path / "one.db", tmp_path / "each.db"
    add(open_ledger(one), "all", tuple(range(130)))
    resolve_all(open_ledger(one))
    ledger = open_ledger(each)
    for number in range(130):
        add(ledger, str(number), (number,))
    with resolving(ledger) as resolver:
        for id_ in resolver.find_left():
            resolver.resolve(id_)
        assert count_waiting(each) == 30  # a hundred nodes are grouped at once, and these since the hundredth document
    assert count_waiting(each) == 0
    assert find_things(str(each)) == find_things(str(one))


def test_what_is_new_in_a_large_part_stands_where_it_fits_best_until_enough_waits(location: str) -> None:
    ledger, chain = open_ledger(location), tuple(range(0, 640, 2))
    add(ledger, "chain", chain)
    resolve_all(ledger)
    with resolving(ledger) as resolver:
        add(ledger, "new", (101,))
        resolver.resolve("new")
    assert count_waiting(location) == 1
    assert any({101} < set(thing) and {100, 102} & set(thing) for thing in find_things(location))
    more = tuple(range(1, 40, 2))
    with resolving(ledger) as resolver:
        add(ledger, "more", more)
        resolver.resolve("more")
    assert count_waiting(location) == 0


def test_what_is_new_does_not_stand_with_what_it_is_held_different_from(
    location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hamkor.ledger.resolver.WITH_EACH", Extent(2, None))
    ledger = open_ledger(location)
    add(ledger, "a", (1, 3, 5))
    resolve_all(ledger)
    assert find_things(location) == [[1, 3, 5]]
    with resolving(ledger) as resolver:
        add(ledger, "b", (7,))
        resolver.resolve("b")
        assert find_things(location) == [[1, 3, 5], [7]]  # 7 is one with 5, and different from 1
        assert count_waiting(location) == 1


def count_waiting(place: str | Path) -> int:
    return sum(todo > 0 for *_, todo in find_state(str(place))["nodes"])


def test_a_statement_that_goes_leaves_its_thing(location: str) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (1, 3, 5))
    resolve_all(ledger)
    assert find_things(location) == [[1, 3, 5]]
    with ledger.writer(program="better 2") as writer:
        prepared, found = write_document("a", (1, 3, 5))
        kept = tuple(one for one in found.organisations if one.name != "3")
        assert writer.add(prepared, Statements(organisations=kept)).kind == "reread"
    resolve_all(ledger)
    assert find_things(location) == [[1], [5]]
    add(ledger, "a", (5, 7))
    resolve_all(ledger)
    assert find_things(location) == [[5, 7]]


def test_a_purge_takes_its_things_along(location: str) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (1, 5))
    add(ledger, "b", (3,))
    resolve_all(ledger)
    ledger.purge("b")
    resolve_all(ledger)
    assert find_things(location) == [[1], [5]]
    ledger.purge("a")
    assert all(rows == [] for rows in find_state(location).values())


def test_what_is_added_and_not_resolved_is_known_as_such(location: str) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (1,))
    add(ledger, "b", (2,))
    with resolving(ledger) as resolver:
        assert resolver.find_left() == ["a", "b"]
        assert resolver.resolve("a")
        assert resolver.find_left() == ["b"]
        assert not resolver.resolve("elsewhere")
        assert resolver.count_others() == 0
    with ledger.resolver(draft, JUDGES, program="another 2") as other:
        assert other.count_others() == 1
        other.forget()
        assert other.find_left() == ["a", "b"]
    assert all(rows == [] for rows in find_state(location).values())


def test_a_copy_of_a_ledger_holds_what_was_resolved(location: str, tmp_path: Path) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (1, 3, 20))
    resolve_all(ledger)
    ledger.backup(tmp_path / "copy.db")
    copied, own = find_state(str(tmp_path / "copy.db")), find_state(location)
    assert copied["things"] == own["things"]
    assert copied["links"] == own["links"]
    with resolving(open_ledger(tmp_path / "copy.db")) as resolver:
        assert resolver.find_left() == []


NUMBERS = st.lists(st.integers(0, 25), max_size=4, unique=True).map(tuple)
STEP = st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), NUMBERS))  # None: purge


def _take(ledger: Ledger, steps: Sequence[tuple[str, Content | None]]) -> dict[str, Content]:
    """Do it all, resolving after each; what there is in the end."""
    there: dict[str, Content] = {}
    for id_, numbers in steps:
        if numbers is not None:
            add(ledger, id_, numbers)
            there[id_] = numbers
        elif there.pop(id_, None) is not None:
            ledger.purge(id_)
        resolve_all(ledger)
    return there


def _fill(place: Path, documents: Mapping[str, Content]) -> dict[str, list[Any]]:
    """The state of a new ledger that holds these, resolved all at once."""
    ledger = open_ledger(place)
    for id_ in sorted(documents, reverse=True):
        add(ledger, id_, documents[id_])
    resolve_all(ledger)
    return find_state(str(place))


@pytest.mark.parametrize("most", [3, 200])
@settings(max_examples=25, deadline=None)
@example(steps=[("a", (11, 15)), ("b", (0, 13)), ("b", None)])
@given(steps=st.lists(STEP, max_size=7))
def test_whatever_happened_before_the_things_are_those_of_the_documents_there(
    most: int, steps: list[tuple[str, Content | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("hamkor.ledger.nodes.MOST_SHARING", most)
        place = Path(folder) / "desk.db"
        there = _take(open_ledger(place), steps)
        assert find_state(str(place)) == _fill(Path(folder) / "fresh.db", there)


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(STEP, max_size=9))
def test_whatever_waited_in_between_the_things_are_the_same_in_the_end(
    steps: list[tuple[str, Content | None]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("hamkor.ledger.resolver.WITH_EACH", Extent(1, None))
        patch.setattr("hamkor.ledger.resolver.AT_TIMES", Extent(2, 0.5))
        place, there = Path(folder) / "desk.db", dict[str, Content]()
        ledger = open_ledger(place)
        for id_, numbers in steps:
            _do(ledger, there, id_, numbers)
        resolve_all(ledger)
        assert find_state(str(place)) == _fill(Path(folder) / "fresh.db", there)


def _do(ledger: Ledger, there: dict[str, Content], id_: str, numbers: Content | None) -> None:
    """One step in a run of its own, after which something may wait."""
    if numbers is None:
        if there.pop(id_, None) is not None:
            ledger.purge(id_)
        return
    add(ledger, id_, numbers)
    there[id_] = numbers
    with resolving(ledger) as resolver:
        resolver.resolve(id_)
