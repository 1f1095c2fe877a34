"""What a thing takes and brings, and what only flowed, are figures and no promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

_LINES = (Path(__file__).parent / "numbers_of_promises.tsv").read_text("utf-8").splitlines()
_ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]


@pytest.mark.parametrize(("text", "number"), _ROWS)
def test_text_holds_so_many_promises(text: str, number: str) -> None:
    found = read_document(Document(id="d", text=text, digest="0", published="2025-03-10")).statements.commitments
    assert len(found) == int(number), [(c.stage, c.evidence.exact) for c in found]
