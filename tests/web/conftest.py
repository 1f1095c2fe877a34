"""A real server over a real ledger, asked over HTTP and, where the system has one, in a real browser."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

HOSTILE = {
    "id": "hostile",
    "title": "<script>alert(1)</script> \u202egnp.exe",
    "published": "2025-11-03",
    "publisher": '"><img src=x onerror=alert(2)>',
    "url": "javascript:alert(3)",
    "text": "Товарооборот Казахстана и Узбекистана в 2024 году составил $4,3 млрд.\n"
    "<script>document.title='broken'</script>"
    '\n<a href="javascript:alert(4)">Посол Анвар Салимов</a> встретился с министром.\u202e',
}


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the example documents and one that is out to do harm."""
    import hamkor
    from hamkor.cli import main

    folder = tmp_path_factory.mktemp("web")
    hostile = folder / "hostile.jsonl"
    hostile.write_text(json.dumps(HOSTILE), "utf-8")
    examples = Path(hamkor.__file__).parent / "examples" / "documents.jsonl"
    ledger = folder / "desk.db"
    with pytest.raises(SystemExit) as ended:
        main(["read", "--ledger", str(ledger), "--input-format", "jsonl", str(examples), str(hostile)])
    assert ended.value.code == 0
    return ledger


@pytest.fixture(scope="session")
def address(place: Path) -> Iterator[str]:
    """Where a server of our own answers."""
    command = [sys.executable, "-m", "hamkor", "serve", "--port", "0", "--ledger", str(place), "--lang", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        line = server.stderr.readline()
        yield line.split()[-1].rstrip("/")
        server.terminate()


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, headers={"Accept-Language": "en"}) as client:
        yield client
