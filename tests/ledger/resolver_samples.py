"""Numbers as things: documents tell of them, near ones are one, far ones are different."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from ledger_samples import prepare, say
from sqlalchemy import create_engine, text

from hamkor.ledger import Draft, Filter, Judge, KeptDocument, Ledger, Resolver, StatementRow
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


JUDGES = [Judge("number", json.loads, compare, group_nodes)]


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


def find_members(ledger: Ledger, id: str) -> dict[int, str]:
    """The ids of a document's statements, by their numbers."""
    with ledger.view() as view:
        rows = list(view.find_statements("organisation", Filter(document=id)))
    return {int(row.statement.name): row.id for row in rows}  # type: ignore[union-attr]


def get_thing(ledger: Ledger, id: str, number: int) -> str:
    """The thing that a document's number is."""
    with ledger.view() as view:
        return view.find_things(id)[find_members(ledger, id)[number]]
