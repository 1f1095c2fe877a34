"""The ledger as the other stages know it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine

import hamkor
from hamkor.errors import LedgerError
from hamkor.ledger.backup import write_backup
from hamkor.ledger.engine import READS, create, get_place, get_url, is_sqlite, told_as_ledger_errors
from hamkor.ledger.judge import Completing, Drafting, Judge
from hamkor.ledger.purge import purge
from hamkor.ledger.resolver import Resolver
from hamkor.ledger.reviewer import Reviewer
from hamkor.ledger.rows import Purged
from hamkor.ledger.sessions import Sessions
from hamkor.ledger.upgrade import upgrade
from hamkor.ledger.users import Users
from hamkor.ledger.view import View
from hamkor.ledger.writer import Writer

PROGRAM = f"hamkor {hamkor.__version__}"


class Ledger:
    """Where statements are kept. Open it with `open_ledger`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def place(self) -> str:
        """Where it is, without a password."""
        return get_place(self._engine)

    @property
    def users(self) -> Users:
        """The accounts of those who sign in."""
        return Users(self._engine)

    @property
    def sessions(self) -> Sessions:
        """Who is signed in, and the tokens of programs."""
        return Sessions(self._engine)

    @contextmanager
    def writer(self, *, program: str = PROGRAM, by: str | None = None) -> Iterator[Writer]:
        """Add documents.

        program  what the history says they were read by: name and version, of the rules too
        by       who adds them, where somebody has signed in
        """
        with told_as_ledger_errors(self._engine), self._engine.connect() as connection:
            yield Writer(connection, program, by)

    @contextmanager
    def resolver(
        self,
        drafting: Drafting,
        judges: Sequence[Judge],
        *,
        completing: Sequence[Completing] = (),
        program: str = PROGRAM,
    ) -> Iterator[Resolver]:
        """Find out who is who and what is told twice. The pipeline knows how: see `hamkor.pipeline.resolution`."""
        with told_as_ledger_errors(self._engine), self._engine.connect() as connection:
            resolver = Resolver(connection, program, drafting, judges, completing=completing)
            yield resolver
            resolver.close()

    @contextmanager
    def reviewer(self, by: str) -> Iterator[Reviewer]:
        """Say what is right of statements, in one person's name."""
        with told_as_ledger_errors(self._engine), self._engine.connect() as connection:
            yield Reviewer(connection, by)

    @contextmanager
    def view(self) -> Iterator[View]:
        """Ask, as the ledger is at this moment. Long views keep the log of a SQLite ledger from shrinking."""
        reads = READS if is_sqlite(self._engine) else {"isolation_level": "REPEATABLE READ"}
        with (
            told_as_ledger_errors(self._engine),
            self._engine.connect().execution_options(**reads) as connection,
            closing(View(connection)) as view,
        ):
            yield view

    def backup(self, file: str | Path) -> None:
        """Write a consistent copy, a SQLite ledger, while others read and write. `file` must not be there yet."""
        write_backup(self._engine, Path(file))

    def purge(self, document_id: str) -> Purged:
        """Really remove a document: text, bytes, index, statements, history of every version.

        One line stays: that something was purged and when, with the digest of its id. The file is written anew, which
        takes time with its size and must find no other reader for a moment; copies made before still hold the document.
        Raises LedgerError where there is no such document, or words may still be in the file: then purge again.
        """
        return purge(self._engine, document_id, PROGRAM)


def open_ledger(location: str | Path, *, create_new: bool = True) -> Ledger:
    """Open a ledger, and make it or bring it to this version where needed.

    location    path of a SQLite file, or a `postgresql://` address
    create_new  whether a file that is not there yet is made

    Raises LedgerError where it cannot be reached, is of a newer version, or is another program's.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, open_ledger(Path(folder) / "desk.db").view() as view:
    ...     view.count()["document"]
    0
    """
    url = get_url(str(location))
    if url.drivername == "sqlite":
        _prepare_place(Path(url.database or ""), create_new=create_new)
    engine = create(url)
    with told_as_ledger_errors(engine):
        upgrade(engine)
    return Ledger(engine)


def _prepare_place(file: Path, *, create_new: bool) -> None:
    """Make the folder; SQLite itself would write over a file too short to be a database."""
    if file.is_dir() or not (create_new or file.exists()):
        found = "a folder" if file.is_dir() else "no file"
        raise LedgerError(str(file), found=found, expected="a ledger", do="read documents into one, or name another")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not _may_be_sqlite(file):
            found = "a file that is not a database"
            raise LedgerError(str(file), found=found, expected="a ledger", do="name another file")
    except OSError as error:
        raise LedgerError(
            str(file), found=str(error), expected="a folder for the ledger", do="choose another place"
        ) from error


def _may_be_sqlite(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(16) in {b"", b"SQLite format 3\0"}
