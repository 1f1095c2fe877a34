"""Runs of the command line, in this process, and a ledger with a known content."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from cli_samples import write_samples

from running import Run, run_command

Runner = Callable[..., Run]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Run a command (`run_command`) where nothing around it names a language."""
    for name in ("LC_ALL", "LANG", "LC_MESSAGES", "HAMKOR_LANG"):
        monkeypatch.delenv(name, raising=False)
    return run_command


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that is only read."""
    file = tmp_path_factory.mktemp("ledger") / "desk.db"
    write_samples(file)
    return file


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of this test's own, that commands find by themselves."""
    file = tmp_path / "desk.db"
    write_samples(file)
    monkeypatch.setenv("HAMKOR_LEDGER", str(file))
    return file
