"""What the tests of reading share: a place for files, and readings as short answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read import Reading, read_paths

PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write a file and give its path."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return write


class Handler(BaseHTTPRequestHandler):
    """Answers requests of tests without a word on standard error."""

    def log_message(self, format: str, *args: object) -> None:
        return


@contextmanager
def serve(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on this machine that answers as the handler does; its address is given."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def get_document(reading: Reading) -> Document:
    assert isinstance(reading.outcome, Document), reading.outcome
    return reading.outcome


def get_error(reading: Reading) -> ReadError:
    assert isinstance(reading.outcome, ReadError), reading.outcome
    return reading.outcome


def read_one(path: str | Path) -> Reading:
    [reading] = read_paths([path])
    return reading
