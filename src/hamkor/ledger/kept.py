"""Verdicts that were found before, and whether they still count.

What the verdicts of a document were found from is told by a digest: how many figures of each topic stand and the sum of
their rows (rows are only added, so that no other set of as many has this sum), the statistics, the document's copies,
the program. Nothing has to be invalidated: whatever is added, changed or removed gives another digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, delete, exists, func, insert, select
from sqlalchemy.exc import DatabaseError

import hamkor
from hamkor.ledger.engine import is_sqlite
from hamkor.ledger.judge import in_parts
from hamkor.ledger.node_tables import members, nodes
from hamkor.ledger.tables import documents, statements, statistics, verdicts
from hamkor.model.verdict import VERDICTS


@dataclass(frozen=True, slots=True)
class Kept:
    """The verdicts on the figures of a document, as they were written: the gravest by figure, and all."""

    document: str
    gravest: Mapping[str, str]
    told: Any


@dataclass(frozen=True, slots=True)
class Found:
    """Verdicts that were found now, to be kept."""

    row: int
    topics: tuple[str, ...]
    seen: str
    gravest: Mapping[str, str]
    told: Any


class Seen:
    """What the ledger holds now of what verdicts are found from.

    copies  the kind of thing that copies of one document are
    figures what is known already of topics at this moment: how many figures, the sum of their rows
    """

    def __init__(self, connection: Connection, copies: str, figures: dict[str, tuple[int, int]]) -> None:
        self._connection, self._copies = connection, copies
        self._general = [hamkor.__version__, *_count_statistics(connection)]
        self._figures = figures
        self._together: dict[int, list[int]] = {}

    def load(self, rows: Iterable[int], topics: Iterable[str]) -> None:
        """Look up all that is needed for these documents at once."""
        for names in in_parts(set(topics) - self._figures.keys()):
            self._figures |= dict.fromkeys(names, (0, 0)) | _count_figures(self._connection, names)
        for part in in_parts(set(rows) - self._together.keys()):
            self._together |= {row: [row] for row in part}
            self._together |= _find_together(self._connection, part, self._copies)

    def write(self, row: int, topics: Sequence[str]) -> str:
        """The digest of what the verdicts of a document that looked at these topics rest on."""
        self.load([row], topics)
        held = [self._general, self._together[row], [[topic, *self._figures[topic]] for topic in sorted(topics)]]
        return hashlib.sha256(json.dumps(held).encode()).hexdigest()[:32]


def _count_statistics(connection: Connection) -> list[Any]:
    return list(connection.execute(select(func.count(), func.max(statistics.c.row_id))).one())


def _count_figures(connection: Connection, topics: Sequence[str]) -> dict[str, tuple[int, int]]:
    query = select(statements.c.topic, func.count(), func.sum(statements.c.row_id))
    query = query.where(statements.c.topic.in_(topics), statements.c.until_reading.is_(None))
    found = connection.execute(query.group_by(statements.c.topic))
    return {topic: (number, int(rows)) for topic, number, rows in found}


def _find_together(connection: Connection, rows: Sequence[int], kind: str) -> dict[int, list[int]]:
    """The documents that are one thing of a kind with each of these."""
    own, its, other, of = (table.alias() for table in (members, nodes, nodes, members))
    query = (
        select(own.c.document, of.c.document)
        .join(its, (its.c.row_id == own.c.node) & (its.c.kind == kind))
        .join(other, other.c.thing == its.c.thing)
        .join(of, of.c.node == other.c.row_id)
        .where(own.c.document.in_(rows))
    )
    found: dict[int, list[int]] = {}
    for row, together in sorted(map(tuple, connection.execute(query))):
        found.setdefault(row, []).append(together)
    return found


def find_kept(connection: Connection, ids: Sequence[str], seen: Seen, *, whole: bool) -> Iterator[Kept]:
    """The verdicts of these documents that still count; `told` is None where they are not wanted whole."""
    found = [row for part in in_parts(ids) for row in connection.execute(_select(part, whole=whole))]
    seen.load([row.row_id for row in found], {topic for row in found for topic in row.topics})
    for row in found:
        if row.seen == seen.write(row.row_id, row.topics):
            yield Kept(row.document_id, row.gravest, row.told if whole else None)


def _select(ids: Sequence[str], *, whole: bool) -> Any:
    columns = (verdicts.c.topics, verdicts.c.seen, verdicts.c.gravest, *((verdicts.c.told,) if whole else ()))
    query = select(documents.c.row_id, documents.c.document_id, *columns)
    query = query.join_from(documents, verdicts, verdicts.c.document == documents.c.row_id)
    return query.where(documents.c.document_id.in_(ids), documents.c.is_latest)


def is_known_amiss(verdict: str) -> ColumnElement[bool]:
    """Whether a document was last found to have a figure of a verdict, or of a graver one."""
    return _is_judged(verdicts.c.worst <= VERDICTS.index(verdict))


def may_be_amiss(verdict: str) -> ColumnElement[bool]:
    """Whether it was found so, or was not judged at all."""
    return ~_is_judged(verdicts.c.worst > VERDICTS.index(verdict))


def _is_judged(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(verdicts.c.document == documents.c.row_id, condition).correlate(documents)


def select_unjudged(before: int, most: int) -> Select[Any]:
    """Documents with a day of which no verdicts are kept, those first that were added last, before one of them."""
    kept = exists().where(verdicts.c.document == documents.c.row_id).correlate(documents)
    query = select(documents.c.row_id, documents.c.document_id).where(documents.c.is_latest, ~kept)
    dated = query.where(documents.c.published_day.is_not(None), documents.c.row_id < before)
    return dated.order_by(documents.c.row_id.desc()).limit(most)


def keep(engine: Engine, found: Sequence[Found]) -> None:
    """Keep verdicts for the next who asks, if that is possible at once: they can be found again."""
    rows = [
        {
            "document": one.row,
            "topics": one.topics,
            "seen": one.seen,
            "gravest": one.gravest,
            "told": one.told,
            "worst": min(map(VERDICTS.index, one.gravest.values()), default=len(VERDICTS)),
        }
        for one in found
    ]
    these = [one.row for one in found]
    try:
        with engine.connect() as connection:
            if is_sqlite(engine):
                connection.connection.cursor().execute("PRAGMA busy_timeout = 0")
            with connection.begin():
                connection.execute(delete(verdicts).where(verdicts.c.document.in_(these)))
                connection.execute(insert(verdicts), rows)
    except DatabaseError:
        return  # another writes, or nobody may
