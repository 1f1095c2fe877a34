"""Opening: new, own, newer, another program's, several processes at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_samples import get_sample
from sqlalchemy import create_engine, text

import hamkor.ledger.migrations
from hamkor.errors import LedgerError
from hamkor.ledger import open_ledger
from hamkor.ledger.engine import get_url
from hamkor.ledger.tables import REVISION, metadata

OPEN = "import sys; from hamkor.ledger import open_ledger; open_ledger(sys.argv[1]); print('alembic' in sys.modules)"


def _own(name: str | None, kind: str, reflected: bool) -> bool:
    return not (kind == "table" and reflected and (name or "").startswith(("words", "hamkor_version")))


def test_migrations_make_the_tables_that_the_code_knows(location: str) -> None:
    open_ledger(location)
    engine = create_engine(get_url(location))
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _, name, kind, reflected, __: _own(name, kind, reflected)}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_last_migration_is_the_version_that_opening_looks_for() -> None:
    folder = Path(hamkor.ledger.migrations.__file__).parent
    assert ScriptDirectory(str(folder)).get_current_head() == REVISION


def test_opening_again_keeps_what_is_there(location: str) -> None:
    with open_ledger(location).writer() as writer:
        writer.add(*get_sample("a"))
    with open_ledger(location).view() as view:
        assert view.count()["document"] == 1


def test_a_newer_ledger_is_left_alone(location: str) -> None:
    open_ledger(location)
    engine = create_engine(get_url(location))
    with engine.begin() as connection:
        connection.execute(text("UPDATE hamkor_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerError, match=r"newer version \(9999\).*upgrade hamkor"):
        open_ledger(location)


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "desk.db"
    monkeypatch.setattr("hamkor.ledger.upgrade._MIGRATIONS", tmp_path)
    (tmp_path / "versions").mkdir()
    own = Path(hamkor.ledger.migrations.__file__).parent
    (tmp_path / "env.py").write_text((own / "env.py").read_text())
    step = (own / "versions" / "v0001_first.py").read_text()
    (tmp_path / "versions" / "v0001_first.py").write_text(step.replace('"sides",\n', '"sides", sa.Column(),\n', 1))
    with pytest.raises(Exception, match="name"):
        open_ledger(file)
    assert sqlite3.connect(file).execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "music.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="songs"):
        open_ledger(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database, only a text that is long enough to be one" * 20, b"x"])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(content)
    with pytest.raises(LedgerError, match="not a database"):
        open_ledger(file)
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "location", ["mysql://u:secret@h/d", "sqlite://", "sqlite:///:memory:", "http://:x:y/", "a://b"]
)
def test_an_address_of_no_ledger_says_so_without_its_password(location: str) -> None:
    with pytest.raises(LedgerError, match="no such kind of ledger") as caught:
        open_ledger(location)
    assert "secret" not in str(caught.value)


def test_a_server_that_does_not_answer_says_so_without_its_password() -> None:
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql://desk:secret@127.0.0.1:1/hamkor?connect_timeout=2")
    assert "secret" not in str(caught.value)
    assert "127.0.0.1" in str(caught.value)


def test_a_folder_is_made_where_it_lacks_and_a_ledger_only_where_wanted(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "desk.db"
    with pytest.raises(LedgerError, match="no file"):
        open_ledger(file, create_new=False)
    assert not file.parent.exists()
    open_ledger(file)
    assert open_ledger(file, create_new=False).place == str(file)
    with pytest.raises(LedgerError, match="found a folder"):
        open_ledger(tmp_path)


def test_several_processes_open_a_new_ledger_at_once(location: str) -> None:
    command = [sys.executable, "-c", OPEN, location]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    told = [process.communicate(timeout=60)[1] for process in started]
    assert [process.returncode for process in started] == [0] * 4, told
    with open_ledger(location).view() as view:
        assert view.count()["document"] == 0


def test_opening_an_up_to_date_ledger_does_not_load_alembic(tmp_path: Path) -> None:
    open_ledger(tmp_path / "desk.db")
    done = subprocess.run(
        [sys.executable, "-c", OPEN, tmp_path / "desk.db"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "False"
