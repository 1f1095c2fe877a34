"""Fills a large ledger, as by reading. Run: python benchmarks/large.py LOCATION [DOCUMENTS] [--last DAY]

LOCATION is a file or a postgresql:// address. The 10,000 documents are those of `made.py`, 20 statements each.
Documents and statements go in through the Writer, nodes and their keys as the resolver places them; but which of these
are one thing is known from how they were made and is written at once, with links, because comparing them pair by pair
would take hours. Statistics of every series are added. Every table is filled as by reading; what people add (reviews,
judgements, accounts) stays empty, and what is kept for pages (verdicts, where promises stand) is found when asked for.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from made import INDICATORS, PAIRS, YEARS, Made, get_true, make_document
from sqlalchemy import Connection, Engine, bindparam, insert, select, update

from hamkor.ledger import Ledger, Source, open_ledger, store
from hamkor.ledger.engine import create, get_url
from hamkor.ledger.judge import name_document
from hamkor.ledger.members import place_members
from hamkor.ledger.node_tables import NOTHING, links, members, nodes
from hamkor.ledger.resolver import load_document
from hamkor.model import POSITIVE, UNSURE, Period, Statistic
from hamkor.pipeline.resolution import draft_document

AT_ONCE = 500  # documents in one transaction
PROGRAM = "benchmark"


def fill(location: str, number: int, last: date) -> Ledger:
    """A ledger of so many documents, the last published on a day."""
    ledger = open_ledger(location)
    engine = create(get_url(location))
    things: defaultdict[str, set[int]] = defaultdict(set)
    for first in range(0, number, AT_ONCE):
        made = [make_document(n, of=number, last=last) for n in range(first, min(first + AT_ONCE, number))]
        with ledger.writer() as writer:
            for one in made:
                writer.add(one.prepared, one.found, source=Source(one.prepared.text.encode()))
        with engine.begin() as connection:
            for one in made:
                _place(connection, one, things)
        print(f"{first + len(made):>8,} documents {time.process_time():8.0f} s", file=sys.stderr)
    _join(engine, things)
    with ledger.writer() as writer:
        writer.add_statistics(_make_statistics(last))
    _analyse(engine)
    return ledger


def _place(connection: Connection, made: Made, things: defaultdict[str, set[int]]) -> None:
    """Put what a document tells into nodes, and remember which thing each node is of."""
    latest = store.find_latest(connection, made.prepared.document.id)
    assert latest is not None
    document, rows = load_document(connection, latest.row_id)
    place_members(connection, latest, draft_document(document, rows))
    store.mark_resolved(connection, latest.row_id, PROGRAM)
    known = {row.id: made.things[row.evidence.start] for row in rows}
    known[name_document(document.row.id)] = made.copy
    of_it = select(members.c.member, members.c.node).where(members.c.document == latest.row_id)
    for row in connection.execute(of_it):
        things[known[row.member]].add(row.node)


def _join(engine: Engine, things: defaultdict[str, set[int]]) -> None:
    """Let nodes that tell one thing be one, in a chain of links; some of those near one another are unsure."""
    with engine.begin() as connection:
        names = {row.row_id: row.id for row in connection.execute(select(nodes.c.row_id, nodes.c.id))}
        groups = _find_groups(names, things.values())
        this = update(nodes).where(nodes.c.row_id == bindparam("row"))
        changed = [
            {"row": row, "its": min(names[r] for r in group), "chain": min(group)} for group in groups for row in group
        ]
        connection.execute(this.values(thing=bindparam("its"), part=bindparam("chain"), todo=NOTHING), changed)
        connection.execute(insert(links), list(_make_links(groups)))


def _find_groups(names: Iterable[int], told: Iterable[set[int]]) -> list[list[int]]:
    of = {row: row for row in names}

    def find(row: int) -> int:
        while of[row] != row:
            of[row] = row = of[of[row]]
        return row

    for rows in told:
        for one, other in pairwise(rows):
            of[find(one)] = find(other)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row in of:
        found[find(row)].append(row)
    return [sorted(rows) for rows in found.values()]


def _make_links(groups: list[list[int]]) -> Iterator[dict[str, Any]]:
    joined = {(one, other) for rows in groups for one, other in pairwise(rows)}
    for one, other in joined:
        yield {"one": one, "other": other, "judgement": POSITIVE, "score": 0.9, "reasons": ["told alike"]}
    firsts = sorted(rows[0] for rows in groups)[::20]
    for one, other in pairwise(firsts):
        if (one, other) not in joined:
            yield {"one": one, "other": other, "judgement": UNSURE, "score": 0.4, "reasons": ["told near it"]}


def _make_statistics(last: date) -> Iterator[Statistic]:
    """Every year of every series, two releases each."""
    for indicator in sorted(set(INDICATORS)):
        for pair in sorted(set(PAIRS)):
            for year in range(last.year - YEARS - 1, last.year):
                true = get_true(indicator, pair, Period(str(year)))
                for days, part in ((40, "0.99"), (200, "1")):
                    value = (true * Decimal(part)).quantize(Decimal("0.1")) * 1_000_000
                    yield Statistic("bureau of statistics", indicator, *pair, Period(str(year)), value, "USD", "A",
                                    date.fromordinal(date(year, 12, 31).toordinal() + days))  # fmt: skip


def _analyse(engine: Engine) -> None:
    """What a PostgreSQL server does by itself within a minute."""
    if engine.dialect.name == "sqlite":
        return
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("location")
    asked.add_argument("documents", nargs="?", type=int, default=10_000)
    asked.add_argument("--last", type=date.fromisoformat, default=date.today(), metavar="DAY")
    given = asked.parse_args()
    with fill(given.location, given.documents, given.last).view() as view:
        for kind, number in view.count().items():
            print(f"{kind:<14}{number:>9,}")


if __name__ == "__main__":
    main()
