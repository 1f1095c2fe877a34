"""Runs of the command line, in this process, and a ledger with a known content."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from cli_samples import write_samples

from hamkor.cli import main
from hamkor.messages import set_language


@dataclass(frozen=True)
class Run:
    """What a run left: exit status, standard output (as bytes, too) and standard error."""

    status: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Runner = Callable[..., Run]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Runner]:
    """Run a command as if its output were a pipe; `given` is what comes on standard input."""
    for name in ("LC_ALL", "LANG", "LC_MESSAGES", "HAMKOR_LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object, given: bytes | str = b"") -> Run:
        raw = given.encode() if isinstance(given, str) else given
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True))
            with pytest.raises(SystemExit) as ended:
                main([str(word) for word in arguments])
            sys.stdout.flush()
            return Run(int(ended.value.code or 0), out.getvalue(), err.getvalue().decode())

    yield call
    set_language("en")  # tests that come later may be told something, too


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
