"""The ledgers that tests work on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hamkor.ledger import Ledger, open_ledger


@pytest.fixture
def ledger(location: str) -> Ledger:
    return open_ledger(location)


@pytest.fixture
def desk(tmp_path: Path) -> Ledger:
    """A ledger in a SQLite file."""
    return open_ledger(tmp_path / "desk.db")
