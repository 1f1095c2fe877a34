"""A server of our own, as a user starts it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

import hamkor
from running import run_command

EXAMPLES = Path(hamkor.__file__).parent / "examples" / "documents.jsonl"


@contextmanager
def serve(ledger: object, *options: str) -> Iterator[str]:
    """The address at which a ledger is served for the time being."""
    command = [
        sys.executable,
        "-m",
        "hamkor",
        "serve",
        "--port",
        "0",
        "--ledger",
        str(ledger),
        "--lang",
        "en",
        *options,
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        line = server.stderr.readline()
        assert "http" in line, line
        yield line.split()[-1].rstrip("/")
        server.terminate()


def visit(address: str, **how: Any) -> httpx.Client:
    """One who asks there, and waits on a machine that is busy."""
    return httpx.Client(base_url=address, timeout=60, **how)


def call(*arguments: object, given: str = "") -> str:
    """Run a command that works; what it wrote to standard output."""
    done = run_command(*arguments, given=given)
    assert done.status == 0, done.err
    return done.out
