"""What completes what is found in whatever order documents come and go, and is the same in the end."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolver_samples import STATE, Content, add, compare
from sqlalchemy import create_engine, text

from hamkor.ledger import Completing, Draft, Judge, KeptDocument, Ledger, Resolver, StatementRow, open_ledger
from hamkor.ledger.engine import get_url
from hamkor.resolve.grouping import group_nodes, name_node

PROMISE, EVENT, TRACE = "thread", "event", "trace"
LINKS = """SELECT p.id, e.id, score FROM completions
    JOIN nodes p ON p.row_id = promise JOIN nodes e ON e.row_id = event"""


def draft(document: KeptDocument, rows: Sequence[StatementRow]) -> Iterator[Draft]:
    """Even numbers are promises, odd ones events and traces, blocked by their tens and all together."""
    for row in rows:
        number = int(row.statement.name)  # type: ignore[union-attr]
        kind, keys = (PROMISE, EVENT, PROMISE, TRACE)[number % 4], frozenset({"all", f"tens {number // 10}"})
        completing = ("", frozenset[str]()) if kind == PROMISE else (PROMISE, keys)
        yield Draft(row.id, kind, name_node(kind, str(number)), {"value": number}, keys, completing)


def read_one(kind: str, item: str) -> dict[str, int]:
    """An item of this kind: events and traces are looked for under the same keys, and not taken for one another."""
    number: dict[str, int] = json.loads(item)
    assert (PROMISE, EVENT, PROMISE, TRACE)[number["value"] % 4] == kind
    return number


def complete(event: dict[str, int], promise: dict[str, int]) -> tuple[float, tuple[str, ...]] | None:
    apart = abs(event["value"] - promise["value"])
    return (1 / (1 + apart), (f"{apart} apart",)) if apart <= 3 else None


JUDGES = [Judge(kind, json.loads, compare, group_nodes) for kind in (PROMISE, EVENT, TRACE)]
HOW = [Completing(by, PROMISE, partial(read_one, by), partial(read_one, PROMISE), complete) for by in (EVENT, TRACE)]


@contextmanager
def resolving(ledger: Ledger) -> Iterator[Resolver]:
    with ledger.resolver(lambda *given_: list(draft(*given_)), JUDGES, completing=HOW) as resolver:
        yield resolver


def resolve_all(ledger: Ledger) -> None:
    with resolving(ledger) as resolver:
        for id_ in resolver.find_left():
            resolver.resolve(id_)
        resolver.settle()


def find_state(place: str | Path) -> dict[str, list[Any]]:
    engine = create_engine(get_url(str(place)))
    with engine.connect() as connection:
        asked = {**STATE, "completions": LINKS}
        found = {name: sorted(map(tuple, connection.execute(text(query)))) for name, query in asked.items()}
    engine.dispose()
    return found


def count_completions(place: str | Path) -> int:
    return len(find_state(place)["completions"])


def test_what_completes_is_linked_and_joins_nothing(location: str) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (2, 30))
    add(ledger, "b", (3, 39))
    resolve_all(ledger)
    state = find_state(location)
    assert len(state["completions"]) == 1
    assert len({thing for _, _, thing in state["things"]}) == 4
    ledger.purge("b")
    assert count_completions(location) == 0


def test_all_is_forgotten_and_found_again(location: str) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (2, 3, 4, 5))
    resolve_all(ledger)
    found = find_state(location)
    with resolving(ledger) as resolver:
        resolver.forget()
    assert count_completions(location) == 0
    resolve_all(ledger)
    assert find_state(location) == found


NUMBERS = st.lists(st.integers(0, 25), max_size=4, unique=True).map(tuple)
STEP = st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), NUMBERS))  # None: purge


@pytest.mark.parametrize("most", [2, 200])
@settings(max_examples=20, deadline=None)
@given(steps=st.lists(STEP, max_size=7))
def test_whatever_happened_before_the_same_is_completed(most: int, steps: list[tuple[str, Content | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("hamkor.ledger.nodes.MOST_SHARING", most)
        place, fresh, there = Path(folder) / "desk.db", Path(folder) / "fresh.db", dict[str, Content]()
        for id_, numbers in steps:
            _do(open_ledger(place), there, id_, numbers)
        ledger = open_ledger(fresh)
        for id_ in sorted(there, reverse=True):
            add(ledger, id_, there[id_])
        resolve_all(open_ledger(place))
        resolve_all(ledger)
        assert find_state(place) == find_state(fresh)


def _do(ledger: Ledger, there: dict[str, Content], id_: str, numbers: Content | None) -> None:
    if numbers is not None:
        add(ledger, id_, numbers)
        there[id_] = numbers
    elif there.pop(id_, None) is not None:
        ledger.purge(id_)
    resolve_all(ledger)
