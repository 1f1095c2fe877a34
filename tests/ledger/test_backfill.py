"""A ledger that an earlier version made, brought to this one, is what this version would have made of the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from ledger_samples import get_sample
from resolver_samples import add, find_members, find_state, resolve_all, resolving
from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, insert, select

import hamkor.ledger.migrations
from hamkor.ledger import open_ledger
from hamkor.ledger.engine import get_url
from hamkor.ledger.tables import VERSION_TABLE
from hamkor.model import Period, Statistic

Rows = list[dict[str, Any]]
FOLDER = Path(hamkor.ledger.migrations.__file__).parent
EARLIER = sorted(step.revision for step in ScriptDirectory(str(FOLDER)).walk_revisions())[:-1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A ledger of this version, which is only read."""
    now = str(tmp_path_factory.mktemp("made") / "now.db")
    fill(now)
    with reach(now) as engine:
        yield engine


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.parametrize("revision", EARLIER)
def test_an_earlier_ledger_becomes_what_is_made_now(location: str, made: Engine, revision: str) -> None:
    with reach(location) as earlier:
        upgrade_to(earlier, revision)
        lost = copy(made, earlier)
        open_ledger(location)
        with made.connect() as one, earlier.connect() as other:
            there, here = reflect(one), reflect(other)
            for name, table in here.tables.items():
                if (name in lost or name in DERIVED) and name not in RESOLVED:
                    without = {*lost.get(name, ()), *NEW.get(name, ())}
                    assert read(other, table, without) == read(one, there.tables[name], without), name
        with resolving(open_ledger(location)) as resolver:
            resolver.resolve("numbers")
            resolver.settle()
        if "judgements" in lost:  # what a user joined stands in them
            assert find_state(location) == find_state(str(made.url.database))


DERIVED = {"spellings"}  # a table that is made of what others hold
# The keys of things have changed: what was resolved is left out, and resolved anew by the next reading.
RESOLVED = {"nodes", "members", "links", "node_keys", "key_counts"}
NEW = {"documents": {"resolved"}}
# What no migration can know: an earlier ledger was resolved by no program, and its users told no reasons.
UNKNOWN = {"documents": {"resolved"}, "judgements": {"why"}}


def fill(place: str) -> None:
    """What was resolved and judged; documents in versions, with figures of every order of sides; statistics."""
    ledger = open_ledger(place)
    add(ledger, "numbers", (1, 3, 30))
    resolve_all(ledger)
    with resolving(ledger) as resolver:
        things = find_members(ledger, "numbers")
        resolver.merge([things[1], things[30]], "one")
    figure = Statistic("office", "exports", "KZ", "UZ", Period("2024"), Decimal(5), "USD", "A", date(2025, 2, 1))
    with ledger.writer() as writer:
        for id_, amount in (("a", 850), ("b", 850), ("a", 870)):
            prepared, found = get_sample(id_, amount=amount)
            one, two, three = found.observations
            turned = replace(two, ref_area="UZ", counterpart_area="KZ-75")
            alone = replace(three, counterpart_area=None, time_period=None)
            writer.add(prepared, replace(found, observations=(one, turned, alone)))
        writer.add_statistics([figure])


@contextmanager
def reach(place: str) -> Iterator[Engine]:
    engine = create_engine(get_url(place))
    yield engine
    engine.dispose()


def upgrade_to(engine: Engine, revision: str) -> None:
    """The tables of an earlier version, empty."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def copy(made: Engine, earlier: Engine) -> dict[str, set[str]]:
    """Bring all that an earlier version has room for into it; its tables, each with the columns that are lost."""
    with made.connect() as one, earlier.begin() as other:
        there, here = reflect(one), reflect(other)
        for table in here.sorted_tables:
            rows = [dict(row) for row in one.execute(select(there.tables[table.name])).mappings()]
            kept = [{name: value for name, value in row.items() if name in table.c} for row in rows]
            if kept:
                other.execute(insert(table), kept)
        return {table.name: UNKNOWN.get(table.name, set()) - set(table.c.keys()) for table in here.sorted_tables}


def reflect(connection: Connection) -> MetaData:
    """The tables but for the index of words, which SQLite keeps in a way of its own."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith("words") and name != VERSION_TABLE)
    return found


def read(connection: Connection, table: Table, without: Collection[str]) -> Rows:
    columns = [column for column in table.c if column.name not in without]
    rows = connection.execute(select(*columns)).mappings()
    return sorted((dict(sorted(row.items())) for row in rows), key=repr)
