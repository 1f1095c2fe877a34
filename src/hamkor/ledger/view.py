"""Ask the ledger: one consistent view, answered row by row."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, Select, func, select

from hamkor.errors import LedgerError, NotFoundError
from hamkor.ledger import selects
from hamkor.ledger.columns import KINDS
from hamkor.ledger.compare import compare_readings
from hamkor.ledger.counts import count_areas, count_things
from hamkor.ledger.engine import get_place, told_as_ledger_errors
from hamkor.ledger.figures import (
    find_figure_rows,
    find_figures,
    find_official,
    find_statistics_of,
    read_figure_row,
    select_all_figures,
)
from hamkor.ledger.filters import Filter
from hamkor.ledger.followed import (
    FollowedFilter,
    FollowedRow,
    count_followed,
    find_followed,
    find_unfollowed,
    keep_followed,
)
from hamkor.ledger.hits import make_hit
from hamkor.ledger.index import find_documents_with, make_question
from hamkor.ledger.judge import in_parts
from hamkor.ledger.kept import Found, Kept, Seen, find_kept, keep
from hamkor.ledger.news import News, find_news
from hamkor.ledger.passage import get_passage
from hamkor.ledger.remembered import remember
from hamkor.ledger.reviews import Review, read_review
from hamkor.ledger.rows import (
    DocumentRow,
    FigureRow,
    HistoryRow,
    Hit,
    KeptDocument,
    Passage,
    PublisherRow,
    Source,
    Statement,
    StatementRow,
    Told,
    Version,
)
from hamkor.ledger.statistics import ReleaseRow, SeriesRow, find_releases, find_series, find_statistics
from hamkor.ledger.tables import documents, history, reviews, sources, statements
from hamkor.ledger.tellers import TellerRow, find_tellers, find_things, find_together
from hamkor.ledger.thing import get_thing
from hamkor.ledger.thing_rows import Thing, Unsure
from hamkor.ledger.things import select_documents_together, select_items, select_tellings, select_things, select_told
from hamkor.ledger.unsure import find_unsure
from hamkor.model import Span, Statements, Statistic

_AT_ONCE = 500  # rows held in memory while an answer streams
_KEPT_AT_ONCE = 50  # documents
_EVERYTHING = Filter()
_LISTED = dict(zip(KINDS, Statements.__dataclass_fields__, strict=True))


class View:
    """Answers from one moment: what is written meanwhile is not seen. `find_…` streams; read it before the view closes.

    Every method raises LedgerError where the ledger cannot be read.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._open: set[CursorResult[Any]] = set()
        self._seen: Seen | None = None
        self._found: list[Found] = []  # verdicts to be kept

    @property
    def place(self) -> str:
        """Where the ledger is, without a password."""
        return get_place(self._connection.engine)

    def find_kept(self, documents: Sequence[str], *, copies: str, whole: bool = True) -> list[Kept]:
        """The verdicts on the figures of these documents, of those where they were kept and still count.

        copies  the kind of thing that copies of one document are
        whole   all verdicts; else only the gravest on each figure
        """
        with told_as_ledger_errors(self._connection.engine):
            self._seen = self._seen or Seen(self._connection, copies)
            return list(find_kept(self._connection, documents, self._seen, whole=whole))

    def keep(self, document_id: str, topics: Iterable[str], gravest: Mapping[str, str], told: object) -> None:
        """Keep verdicts that were found in this view, after `find_kept`, for whoever asks next.

        topics  of all figures that those of the document may be held against (`get_topic`)
        gravest the gravest verdict by figure; told: all, JSON
        """
        assert self._seen is not None
        latest = select(documents.c.row_id).where(documents.c.document_id == document_id, documents.c.is_latest)
        row, listed = self._get(latest, document_id).row_id, tuple(sorted(set(topics)))
        self._found.append(Found(row, listed, self._seen.write(row, listed), gravest, told))
        if len(self._found) >= _KEPT_AT_ONCE:
            self._keep_found()

    def _keep_found(self) -> None:
        if self._found:
            keep(self._connection.engine, self._found)
        self._found.clear()

    def close(self) -> None:
        """End the answers that were not read to their end: SQLite would go on holding this moment for them."""
        self._keep_found()
        while self._open:
            self._open.pop().close()

    def find_documents(
        self, asked: Filter = _EVERYTHING, *, start: int = 0, most: int | None = None
    ) -> Iterator[DocumentRow]:
        """The latest version of each document; with `indicator`, `between` … those that have such a statement.

        start, most  a page of them: as in `find_statements`
        """
        return map(selects.read_document_row, self._stream(selects.select_documents(asked, start=start, most=most)))

    def find_statements(
        self, kind: str | None = None, asked: Filter = _EVERYTHING, *, start: int = 0, most: int | None = None
    ) -> Iterator[StatementRow]:
        """Statements of the latest versions, in order of publication, then of the text.

        kind         observation | event | commitment | person | organisation | quotation; None for all
        asked        what they must have
        start, most  a page of them: how many to pass over, and how many to answer; costs what the page costs
        """
        if kind is not None and kind not in KINDS:
            raise LedgerError("statements", found=f"the kind {kind!r}", expected=", ".join(KINDS), do="name one")
        document, row_id = None, None
        for row in self._stream(selects.select_standing(kind, asked, start=start, most=most)):
            if document is None or row.of_row_id != row_id:
                document, row_id = selects.read_document_row(row), row.of_row_id
            yield selects.read_statement_row(row, document)

    def get_statement(self, id: str) -> StatementRow:
        """The statement with this id, or with the one id that begins so; where none stands, the last that did.

        Raises NotFoundError where there is none or more than one.
        """
        sought = id.strip().lower()
        known = statements.c.id
        query = selects.select_statements().where(known >= sought, known < sought + "{")  # "{" comes after "z"
        rows = list(self._stream(query.order_by(known, statements.c.row_id.desc()).limit(200)))
        ids = sorted({row.id for row in rows})
        if len(ids) != 1:
            raise self._not_one("statement", id, ids)
        best = max(rows, key=lambda row: (row.until_reading is None, row.of_version, row.since_reading))
        return selects.read_statement_row(best, selects.read_document_row(best))

    def get_document(self, id: str, *, version: int | None = None) -> KeptDocument:
        """The latest version of a document, or the one asked for, with its text."""
        query = selects.select_whole_documents().where(documents.c.document_id == id)
        which = documents.c.is_latest if version is None else documents.c.version == version
        return selects.read_document(self._get(query.where(which), id))

    def get_statements(self, document_id: str) -> Statements:
        """All that the latest version of a document states."""
        latest = select(documents.c.row_id).where(documents.c.document_id == document_id, documents.c.is_latest)
        self._get(latest, document_id)
        listed: dict[str, list[Statement]] = {name: [] for name in _LISTED.values()}
        for row in self.find_statements(None, Filter(document=document_id)):
            listed[_LISTED[row.kind]].append(row.statement)
        return Statements(**{name: tuple(found) for name, found in listed.items()})  # type: ignore[arg-type]

    def find_things(self, document_id: str) -> dict[str, str]:
        """The thing that each statement of a document tells of, by the statement's id; the document by its member's."""
        return {row.member: row.thing for row in self._stream(select_things(document_id))}

    def find_things_of(self, statements: Sequence[str]) -> dict[str, str]:
        """The thing that each of these statements tells, by the statement's id."""
        with told_as_ledger_errors(self._connection.engine):
            return find_things(self._connection, statements)

    def find_told(self, kind: str, thing: str | None = None) -> Iterator[Told]:
        """Each statement that tells a thing of a kind (person, figure, thread …), thing by thing, the earliest first.

        thing  its whole id: only what tells this one
        """
        for row in self._stream(select_told(kind, thing)):
            statement = selects.read_statement_row(row, selects.read_document_row(row))
            yield Told(row.of_thing, row.of_item, statement)

    def find_followed(self, asked: FollowedFilter, *, start: int = 0, most: int | None = None) -> list[FollowedRow]:
        """Where promises stand, as it was found last, the one first that was last heard of the longest ago."""
        with told_as_ledger_errors(self._connection.engine):
            return list(find_followed(self._connection, asked, start=start, most=most))

    def count_followed(self, asked: FollowedFilter) -> int:
        """How many there are of those asked for."""
        with told_as_ledger_errors(self._connection.engine):
            return count_followed(self._connection, asked)

    def find_unfollowed(self, day: str) -> dict[str, int | None]:
        """The promises that `find_followed` leaves out: changed since, with their mark, or told after a day."""
        with told_as_ledger_errors(self._connection.engine):
            return find_unfollowed(self._connection, day)

    def keep_followed(self, marks: Mapping[str, int], found: Sequence[FollowedRow]) -> None:
        """Keep where promises stand that were found in this view; those changed since are left as they are."""
        keep_followed(self._connection.engine, marks, found)

    def count_read(self) -> tuple[int, int]:
        """How many tellings of promises stand, and the sum of their rows: the same as long as they are the same."""
        query = select(func.count(), func.coalesce(func.sum(statements.c.row_id), 0))
        standing = statements.c.until_reading.is_(None), statements.c.kind == "commitment"
        number, rows = self._connection.execute(query.where(*standing)).one()
        return number, int(rows)

    def find_promised(self) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
        """Of each telling of a promise that is dated the row of its document, its day, the sector and the parties."""
        parties = statements.c.fields["parties"].label("parties")
        query = select(documents.c.row_id, documents.c.published_day, statements.c.sector, parties)
        query = query.join(statements, statements.c.document == documents.c.row_id)
        standing = statements.c.until_reading.is_(None), statements.c.kind == "commitment"
        for row in self._stream(query.where(*standing, documents.c.published_day.is_not(None))):
            yield row.row_id, row.published_day, row.sector, tuple(row.parties or ())

    def find_tellings(self, things: Iterable[str]) -> Iterator[Told]:
        """Each statement that tells one of these things, thing by thing, the earliest first."""
        for part in in_parts(dict.fromkeys(things)):
            for row in self._stream(select_tellings(part)):
                statement = selects.read_statement_row(row, selects.read_document_row(row))
                yield Told(row.of_thing, row.of_item, statement)

    def find_items(self, kind: str, keys: Collection[str] | None = None) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """What was taken of each telling of a kind, all told alike once, with the id of its thing.

        keys  only what holds one of these, as the kind gives them: that costs the same in a ledger of any size
        """
        for row in self._stream(select_items(kind, keys)):
            yield row.thing, row.item

    def get_thing(self, id: str) -> Thing:
        """A thing and why it is one; by its id or that of any of its nodes, of a statement, of a document.

        The first letters are enough. Raises NotFoundError where there is none, or more than one.
        """
        with told_as_ledger_errors(self._connection.engine):
            return get_thing(self._connection, id)

    def find_unsure(self, kinds: Collection[str], *, most: int) -> list[Unsure]:
        """Pairs of these kinds (person, event …) that may be one thing, for people to decide, the likeliest first."""
        with told_as_ledger_errors(self._connection.engine):
            return find_unsure(self._connection, kinds, most=most)

    def find_news(self, since: str, *, most: int) -> News:
        """What was read after a moment (ISO 8601, UTC): how many documents, and those of them that came last."""
        with told_as_ledger_errors(self._connection.engine):
            return find_news(self._connection, since, most=most)

    def find_tellers(self, statements: Sequence[str], *, copies: str) -> dict[str, list[TellerRow]]:
        """The documents that tell what each of these statements tells, by the statement's id; `copies`: that kind."""
        with told_as_ledger_errors(self._connection.engine):
            return find_tellers(self._connection, statements, copies=copies)

    def find_together(self, document_id: str, kind: str) -> list[str]:
        """The ids of the documents that are one thing of a kind with this one, itself among them."""
        with told_as_ledger_errors(self._connection.engine):
            return find_together(self._connection, document_id, kind)

    def find_documents_together(self, kind: str, of: Collection[str] | None = None) -> dict[str, list[str]]:
        """The ids of documents that are one thing of a kind, by the thing; `of`: only where one of these is among."""
        found: dict[str, list[str]] = {}
        for row in self._stream(select_documents_together(kind, of)):
            found.setdefault(row.thing, []).append(row.document_id)
        return found

    def get_source(self, document_id: str, *, version: int | None = None) -> Source | None:
        """The bytes of a document as they came; None where they were not given."""
        which = documents.c.is_latest if version is None else documents.c.version == version
        query = select(sources, documents.c.row_id).join_from(documents, sources, isouter=True)
        row = self._get(query.where(documents.c.document_id == document_id, which), document_id)
        if row.content is None:
            return None
        return Source(zlib.decompress(row.content), row.fetched_at, row.address, row.headers)

    def get_passage(self, row: StatementRow) -> Passage:
        """The paragraph, or the row of a table, that a statement stands in."""
        document = self.get_document(row.document.id, version=row.document.version)
        said = row.evidence
        return get_passage(document.text, document.blocks, Span(said.start, said.end))

    def find_versions(self, document_id: str) -> Iterator[Version]:
        """Each reading that changed something, from the first on: what came, what says something else, what went."""
        every = documents.c.document_id == document_id
        versions = self._stream(selects.select_versions().where(every))
        of_version = {row.of_version: selects.read_document_row(row) for row in versions}
        rows = list(self._stream(selects.select_statements().where(every).order_by(statements.c.row_id)))
        made = [(row, selects.read_statement_row(row, of_version[row.of_version])) for row in rows]
        for line in self._stream(selects.select_history(document_id)):
            if line.reading is None:
                continue
            came = [statement for row, statement in made if row.since_reading == line.reading]
            went = [statement for row, statement in made if row.until_reading == line.reading]
            changes = compare_readings(came, went)
            yield Version(line.what, line.at, line.program, of_version[line.version], *changes)

    def find_reviews(self, document_id: str | None = None) -> list[Review]:
        """What people said of the statements of a document, or of all, the latest first; what was taken back, too."""
        query = select(reviews).order_by(reviews.c.row_id.desc())
        query = query if document_id is None else query.where(reviews.c.document_id == document_id)
        return list(map(read_review, self._stream(query)))

    def find_history(self, document_id: str | None = None) -> Iterator[HistoryRow]:
        """What happened to a document, or to all, in order."""
        return map(selects.read_history_row, self._stream(selects.select_history(document_id)))

    def search(self, words: str) -> Iterator[Hit]:
        """The latest versions that hold all these words or "quoted phrases"; a last `*` stands for any ending.

        Words are found in all scripts and with other endings («Toshkent»: «Ташкента»), areas by their names in all
        languages; quoted ones as they are. е and ё, capital and small, and all apostrophes are the same. What holds
        the words as they were asked for comes first, best first (SQLite).
        """
        with told_as_ledger_errors(self._connection.engine):
            asked = make_question(self._connection, words)
            for row_id in find_documents_with(self._connection, asked):
                query = selects.select_whole_documents().where(documents.c.row_id == row_id)
                yield make_hit(selects.read_document(self._connection.execute(query).one()), asked)

    def knows(self, document_id: str, *, digest: str, program: str) -> bool:
        """Whether these bytes under this id have been read by this program, so that reading can be left out."""
        latest = select(documents.c.row_id).where(documents.c.document_id == document_id, documents.c.is_latest)
        same = latest.where(documents.c.digest == digest, documents.c.program == program)
        return next(self._stream(same), None) is not None

    def find_all_figures(self) -> Iterator[FigureRow]:
        """Every figure, document by document, in the order of the text."""
        return map(read_figure_row, self._stream(select_all_figures()))

    def find_texts(self) -> Iterator[tuple[str, str, str]]:
        """The id, the text and the language of each document."""
        columns = (documents.c.document_id, documents.c.text, documents.c.language)
        for row in self._stream(select(*columns).where(documents.c.is_latest).order_by(documents.c.row_id)):
            yield row.document_id, row.text, row.language

    def find_figure_rows(self, ids: Iterable[str]) -> list[FigureRow]:
        """The figures with these ids that stand."""
        with told_as_ledger_errors(self._connection.engine):
            return list(find_figure_rows(self._connection, ids))

    def find_figures_of(self, document: str) -> list[FigureRow]:
        """The figures of a document, in the order of the text."""
        query = select_all_figures().where(documents.c.document_id == document)
        return [read_figure_row(row) for row in self._stream(query)]

    def find_figures(self, counted: Iterable[str], *, most: int) -> list[FigureRow]:
        """Figures that count these things at these times (`write_counted`); of each so many, those kept last."""
        with told_as_ledger_errors(self._connection.engine):
            return list(find_figures(self._connection, counted, most))

    def find_official(self, indicators: frozenset[str], areas: frozenset[str]) -> list[tuple[str, Statistic]]:
        """Official figures of these indicators between these areas with their ids, of each the latest release first."""
        with told_as_ledger_errors(self._connection.engine):
            return list(find_official(self._connection, indicators, areas))

    def find_statistics_of(self, ids: Iterable[str]) -> list[tuple[str, Statistic]]:
        """The official figures with these ids."""
        with told_as_ledger_errors(self._connection.engine):
            return list(find_statistics_of(self._connection, ids))

    def find_statistics(self) -> list[tuple[str, Statistic]]:
        """All official figures with their ids, by series and time, the latest release of each first."""
        with told_as_ledger_errors(self._connection.engine):
            return find_statistics(self._connection)

    def find_series(self) -> list[SeriesRow]:
        """The official series: what is counted by whom, over which times."""
        with told_as_ledger_errors(self._connection.engine):
            return find_series(self._connection)

    def find_releases(self) -> list[ReleaseRow]:
        """Every release of every official figure, by series and time, the latest first."""
        with told_as_ledger_errors(self._connection.engine):
            return list(find_releases(self._connection))

    def count_publishers(self) -> list[PublisherRow]:
        """Who published the latest versions of documents, those of most documents first."""
        number, day = func.count().label("documents"), documents.c.published_day
        query = select(documents.c.publisher, number, func.min(day).label("first"), func.max(day).label("last"))
        grouped = query.where(documents.c.is_latest).group_by(documents.c.publisher)
        rows = grouped.order_by(number.desc(), documents.c.publisher)

        def find() -> list[PublisherRow]:
            return [PublisherRow(row.publisher, row.documents, row.first, row.last) for row in self._stream(rows)]

        return list(remember(self._connection, "publishers", find))

    def get_last_change(self) -> str | None:
        """When something was last read, removed or said of a statement, ISO 8601; None for an empty ledger."""
        found: str | None = next(self._stream(select(func.max(history.c.at).label("at")))).at
        return found

    def get_stamp(self) -> tuple[object, ...]:
        """Another one as soon as documents were read or removed, or statements reviewed; the ledger is part of it."""
        said: Any = select(func.max(reviews.c.row_id), func.count(reviews.c.undone_at))
        read: Any = select(func.max(history.c.row_id))
        return get_place(self._connection.engine), *next(self._stream(said)), *next(self._stream(read))

    def count_areas(self, codes: Sequence[str], *, with_area: str | None = None) -> dict[str, int]:
        """How many standing statements are about each of these areas; with `with_area` between it and each of them."""
        query = count_areas(codes, with_area)

        def find() -> dict[str, int]:
            return {row.area: row.number for row in self._stream(query)}

        return dict(remember(self._connection, ("areas", tuple(codes), with_area), find))

    def count_things(
        self, kind: str, codes: Sequence[str], *, with_area: str, stages: Collection[str] = ()
    ) -> dict[str, int]:
        """How many things that statements of a kind tell are between an area and each of these.

        stages  only those of which a statement tells one of these stages, or one of these status of an event
        """
        query = count_things(kind, codes, with_area, stages)
        return {row.area: row.number for row in self._stream(query)}

    def count(self) -> dict[str, int]:
        """How many documents there are, and how many statements of each kind stand."""
        return dict(remember(self._connection, "kinds", self._count))

    def _count(self) -> dict[str, int]:
        standing = select(statements.c.kind, func.count().label("number")).where(statements.c.until_reading.is_(None))
        counted = {row.kind: row.number for row in self._stream(standing.group_by(statements.c.kind))}
        of_documents = select(func.count().label("number")).select_from(documents).where(documents.c.is_latest)
        return {"document": next(self._stream(of_documents)).number} | {kind: counted.get(kind, 0) for kind in KINDS}

    def _stream(self, query: Select[Any]) -> Iterator[Row[Any]]:
        with told_as_ledger_errors(self._connection.engine):
            result = self._connection.execute(query, execution_options={"yield_per": _AT_ONCE})
            self._open.add(result)
            try:
                for row in result:
                    yield row
                    self._check_open(result)
            finally:
                self._open.discard(result)

    def _check_open(self, result: CursorResult[Any]) -> None:
        if result not in self._open:
            place, expected = get_place(self._connection.engine), "the view that answers to stay open"
            raise LedgerError(place, found="a closed view", expected=expected, do="read the answer within it")

    def _get(self, query: Select[Any], id: str) -> Row[Any]:
        rows = list(self._stream(query))
        if len(rows) != 1:
            raise self._not_one("document", id, [])
        return rows[0]

    def _not_one(self, what: str, id: str, ids: list[str]) -> LedgerError:
        found = f"{len(ids)} {what}s whose id begins with {id!r}" if ids else f"no {what} {id!r}"
        place, expected = get_place(self._connection.engine), f"the id of one {what}"
        return NotFoundError(place, found=found, expected=expected, do="see the ids in a list")
