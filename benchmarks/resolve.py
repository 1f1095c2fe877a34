"""How long a document takes to be resolved in a large ledger.

Run: python benchmarks/resolve.py [DOCUMENTS] [WHOLE] [FILE]

DOCUMENTS (100,000) of `news.py`; all but the last WHOLE (2,000) are put in with their nodes and keys, and without
judgements, which would take hours; these, and 200 more, are resolved as `hamkor read` does it, and of the 200 each is
timed, in processor time: once all in one run, once each in a run of its own. Then single names are looked up among all
people. The ledger is kept as FILE where one is named, and taken from there the next time.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mean, median

import news
from sqlalchemy import Connection, create_engine, event, insert, text

from hamkor.cli.main import collect_seldom
from hamkor.ledger import Draft, Ledger, name_document, open_ledger
from hamkor.ledger.columns import find_sides, write_columns
from hamkor.ledger.engine import get_url
from hamkor.ledger.node_tables import NOTHING, key_counts, members, node_keys, nodes
from hamkor.ledger.nodes import write_keys
from hamkor.ledger.store import write_document
from hamkor.ledger.tables import documents, sides, statements
from hamkor.model import PreparedText, Statements
from hamkor.pipeline.resolution import draft_telling, open_resolver
from hamkor.resolve.telling import Telling
from hamkor.resolve.things import KINDS

_AT_ONCE = 1000  # documents in a transaction
_MORE = 200


class Filling:
    """Documents put in as the ledger keeps them, without its index of words, which resolving does not use."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, int] = {}  # of nodes, by name
        self._counts: Counter[int] = Counter()
        self._statement = 0

    def fill(self, numbers: range) -> None:
        made = {number + 1: news.make_document(number) for number in numbers}
        state = {
            "version": 1,
            "is_latest": True,
            "read_at": "2026-01-01",
            "program": "benchmark",
            "resolved": "benchmark",
        }
        of_documents = [{"row_id": row, **write_document(prepared), **state} for row, (prepared, _) in made.items()]
        self._connection.execute(insert(documents), of_documents)
        drafts = [(row, draft) for row, one in made.items() for draft in self._fill_statements(row, *one)]
        self._fill_nodes({draft.node: draft for _, draft in drafts})
        told = {d.member: {"member": d.member, "document": row, "node": self._rows[d.node]} for row, d in drafts}
        self._connection.execute(insert(members), list(told.values()))

    def _fill_statements(self, row: int, prepared: PreparedText, found: Statements) -> Iterator[Draft]:
        columns = write_columns(prepared.document.id, found)
        numbered = list(enumerate(columns, self._statement + 1))
        self._statement += len(columns)
        rows = [{"row_id": n, **c, "document": row, "since_reading": 1} for n, c in numbered]
        about = [{"statement": n, "side": side, "area": area}
                 for n, c in numbered for side, areas in enumerate(find_sides(c)) for area in areas]  # fmt: skip
        self._connection.execute(insert(statements), rows)
        self._connection.execute(insert(sides), about)
        told = sorted((s for name in found.__slots__ for s in getattr(found, name)), key=lambda s: s.evidence.start)
        whole = _tell(prepared)
        yield from _draft(None, whole)
        for column, statement in zip(columns, told, strict=True):
            line = next(line for line in prepared.text.split("\n") if statement.evidence.exact in line)
            yield from _draft(column["kind"], replace(whole, id=column["id"], words=line, statement=statement))

    def _fill_nodes(self, drafts: dict[str, Draft]) -> None:
        new = {name: draft for name, draft in drafts.items() if name not in self._rows}
        self._rows |= {name: row for row, name in enumerate(new, len(self._rows) + 1)}
        made = [{"row_id": self._rows[name], "id": name, "kind": d.kind, "item": d.item, "thing": name,
                 "part": self._rows[name], "todo": NOTHING} for name, d in new.items()]  # fmt: skip
        held = {(key, self._rows[name]) for name, d in new.items() for key in write_keys(d)}
        self._counts.update(key for key, _ in held)
        self._connection.execute(insert(nodes), made)
        self._connection.execute(insert(node_keys), [{"key": key, "node": node} for key, node in sorted(held)])

    def close(self) -> None:
        """Write how many hold each key."""
        counted = [{"key": key, "number": number} for key, number in sorted(self._counts.items())]
        self._connection.execute(insert(key_counts), counted)


def _tell(prepared: PreparedText) -> Telling:
    """A whole document as what is told."""
    document, day = prepared.document, date.fromisoformat(prepared.published or "")
    member = name_document(document.id)
    return Telling(member, document.id, day, prepared.publisher, (), "ru", document.title, prepared.text)


def _draft(of: str | None, told: Telling) -> Iterator[Draft]:
    for kind, told_by in KINDS:
        if told_by == of:
            yield from draft_telling(kind, told)


def fill(file: Path, number: int) -> None:
    """A ledger of so many documents as if nothing had been judged of them."""
    open_ledger(file)
    engine = create_engine(get_url(str(file)))
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    with engine.connect() as connection:
        filling = Filling(connection)
        for first in range(0, number, _AT_ONCE):
            filling.fill(range(first, min(first + _AT_ONCE, number)))
            connection.commit()
        filling.close()
        connection.commit()
    engine.dispose()


def resolve(ledger: Ledger, made: Iterable[tuple[PreparedText, Statements]]) -> Iterator[float]:
    """Add documents and resolve them in one run; the seconds of processor time that resolving took of each."""
    with ledger.writer(program="benchmark") as writer, open_resolver(ledger) as resolver:
        for prepared, found in made:
            writer.add(prepared, found)
            start = time.process_time()
            resolver.resolve(prepared.document.id)
            yield time.process_time() - start


def resolve_alone(ledger: Ledger, made: Iterable[tuple[PreparedText, Statements]]) -> Iterator[float]:
    """The same, each in a run of its own, with what is left to do at its end."""
    for prepared, found in made:
        with ledger.writer(program="benchmark") as writer:
            writer.add(prepared, found)
        start = time.process_time()
        with open_resolver(ledger) as resolver:
            resolver.resolve(prepared.document.id)
        yield time.process_time() - start


def tell(what: str, taken: Iterable[float]) -> None:
    ordered = sorted(taken)
    if ordered:
        at = {
            "median": median(ordered),
            "mean": mean(ordered),
            "90 %": ordered[int(len(ordered) * 0.9)],
            "most": ordered[-1],
        }
        print(f"{what:<44}" + "".join(f"{name} {1000 * seconds:8.1f} ms  " for name, seconds in at.items()), flush=True)


def main(number: int, whole: int, file: Path) -> None:
    if not file.exists():
        start = time.process_time()
        fill(file, number - whole)
        print(f"filled in {time.process_time() - start:.0f} s", flush=True)
        tell(
            "the last ones put in, each resolved",
            resolve(open_ledger(file), map(news.make_document, range(number - whole, number))),
        )
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(file, folder))
        ledger = open_ledger(copy)
        measure("one more document", ledger, resolve, map(news.make_document, range(number, number + _MORE)))
        measure(
            "each in a run of its own",
            ledger,
            resolve_alone,
            map(news.make_document, range(number + _MORE, number + _MORE + 40)),
        )
        measure("one more name", ledger, resolve, map(news.make_mention, range(number, number + _MORE)))
        count(copy)


def measure(what: str, ledger: Ledger, how: Callable[..., Iterator[float]], made: Iterable[object]) -> None:
    tell(what, how(ledger, made))


def count(file: Path) -> None:
    """What is in the ledger now."""
    with create_engine(get_url(str(file))).connect() as connection:
        query = (
            "SELECT kind, count(*), count(DISTINCT part), count(DISTINCT thing) FROM nodes GROUP BY kind ORDER BY kind"
        )
        for kind, told, parts, things in connection.execute(text(query)):
            print(f"{kind:<14}{told:>9,} nodes {parts:>9,} parts {things:>9,} things")
        query = "SELECT max(n) FROM (SELECT count(*) AS n FROM nodes GROUP BY part)"
        print(f"largest part {connection.execute(text(query)).scalar_one():,} nodes")
    print(f"{sum(part.stat().st_size for part in file.parent.glob(file.name + '*')) / 1e6:,.0f} MB")


if __name__ == "__main__":
    collect_seldom()  # as the program does
    asked = [int(word) for word in sys.argv[1:3]] + [100_000, 2_000][len(sys.argv[1:3]) :]
    with tempfile.TemporaryDirectory() as place:
        main(*asked, Path(sys.argv[3] if len(sys.argv) > 3 else f"{place}/desk.db"))
