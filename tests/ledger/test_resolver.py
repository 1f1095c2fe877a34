"""What is one thing is found document by document, in whatever order, and stays right when documents change and go."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import prepare, say
from sqlalchemy import create_engine, text

from hamkor.ledger import Draft, Judge, KeptDocument, Ledger, Resolver, StatementRow, open_ledger
from hamkor.ledger.engine import get_url
from hamkor.model import NEGATIVE, POSITIVE, UNSURE, Organisation, PreparedText, Statements
from hamkor.resolve.grouping import group_nodes, name_node

Content = tuple[int, ...]  # the numbers that a document tells of


def write_document(id: str, numbers: Content) -> tuple[PreparedText, Statements]:
    text = " ".join(f"Завод {number}." for number in numbers) or "Ничего."
    told = tuple(Organisation(f"{number}", say(text, f"Завод {number}.")) for number in dict.fromkeys(numbers))
    return prepare(id, text), Statements(organisations=told)


def draft(document: KeptDocument, rows: Sequence[StatementRow]) -> list[Draft]:
    """Numbers are blocked by their tens, and all of them together."""
    values = [(row.id, int(row.statement.name)) for row in rows]  # type: ignore[union-attr]
    keys = {value: frozenset({"all", f"tens {value // 10}", f"tens {(value + 5) // 10}"}) for _, value in values}
    return [Draft(id_, "number", name_node("number", str(v)), {"value": v}, keys[v]) for id_, v in values]


def compare(left: dict[str, int], right: dict[str, int]) -> tuple[str, float, tuple[str, ...]] | None:
    apart = abs(left["value"] - right["value"])
    judgement = POSITIVE if apart <= 2 else NEGATIVE if apart > 5 else UNSURE
    return (judgement, 1 / (1 + apart), (f"{apart} apart",)) if apart != 4 else None


JUDGES = [Judge("number", compare, group_nodes)]


@contextmanager
def resolving(ledger: Ledger) -> Iterator[Resolver]:
    with ledger.resolver(draft, JUDGES) as resolver:
        yield resolver


def add(ledger: Ledger, id: str, numbers: Content) -> None:
    with ledger.writer() as writer:
        writer.add(*write_document(id, numbers))


def resolve_all(ledger: Ledger) -> None:
    with resolving(ledger) as resolver:
        for id_ in resolver.find_left():
            assert resolver.resolve(id_)
        resolver.settle()
        assert resolver.find_left() == []


STATE = {
    "things": "SELECT members.member, nodes.id, nodes.thing FROM members JOIN nodes ON nodes.row_id = members.node",
    "nodes": "SELECT id, kind, CAST(item AS TEXT), thing, todo FROM nodes",
    "links": """SELECT CASE WHEN a.id < b.id THEN a.id ELSE b.id END, CASE WHEN a.id < b.id THEN b.id ELSE a.id END,
        judgement, score FROM links JOIN nodes a ON a.row_id = one JOIN nodes b ON b.row_id = other""",
    "keys": "SELECT key, nodes.id FROM node_keys JOIN nodes ON nodes.row_id = node",
    "counts": "SELECT key, number FROM key_counts",
}


def find_state(ledger_place: str) -> dict[str, list[Any]]:
    """All that was resolved, without the numbers of rows."""
    engine = create_engine(get_url(ledger_place))
    with engine.connect() as connection:
        found = {name: sorted(map(tuple, connection.execute(text(query)))) for name, query in STATE.items()}
    engine.dispose()
    return found


def find_things(ledger_place: str) -> list[list[int]]:
    """The numbers of each thing."""
    things: dict[str, list[int]] = {}
    for _, _, item, thing, _ in find_state(ledger_place)["nodes"]:
        things.setdefault(thing, []).append(int(item.partition(":")[2].strip(" }")))
    return sorted(map(sorted, things.values()))


def test_what_chains_of_judgements_connect_is_one_thing(location: str) -> None:
    ledger = open_ledger(location)
    add(ledger, "a", (1, 30))
    add(ledger, "b", (3, 30))
    resolve_all(ledger)
    assert find_things(location) == [[1, 3], [30]]
    add(ledger, "c", (32, 5))
    resolve_all(ledger)
    assert find_things(location) == [[1, 3, 5], [30, 32]]


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
@given(steps=st.lists(STEP, max_size=7))
def test_whatever_happened_before_the_things_are_those_of_the_documents_there(
    most: int, steps: list[tuple[str, Content | None]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("hamkor.ledger.nodes.MOST_SHARING", most)
        place = Path(folder) / "desk.db"
        there = _take(open_ledger(place), steps)
        assert find_state(str(place)) == _fill(Path(folder) / "fresh.db", there)
