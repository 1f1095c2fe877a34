"""Commands run in the tests' own process: what each process would load anew, languages above all, is loaded once."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass

import pytest

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


def run_command(*arguments: object, given: bytes | str = b"") -> Run:
    """Run a command as if its output were a pipe; `given` is what comes on standard input."""
    raw = given.encode() if isinstance(given, str) else given
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
        patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True))
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in arguments])
        set_language("en")  # tests that come later may be told something, too
        sys.stdout.flush()
        return Run(int(ended.value.code or 0), out.getvalue(), err.getvalue().decode())
