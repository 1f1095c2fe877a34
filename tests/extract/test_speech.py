"""Quotations with their speakers from short texts in all languages; the people are invented."""

from __future__ import annotations

from pathlib import Path

from tests.tables import check_all

from hamkor.extract.flow import read_parts
from hamkor.extract.quotations import find_quotations
from hamkor.model import Document
from hamkor.prepare import prepare

TABLE = Path(__file__).parent / "quotations_and_speakers.tsv"


def rows() -> list[tuple[str, str, str, str]]:
    lines = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(text, language, text.replace("\\n", "\n"), told) for language, text, told in lines[1:]]


def check_quotations(language: str, text: str, told: str) -> None:
    document = Document(id="t", text=text, digest="0", published="2025-11-20", language_hint=language)
    found = [(q.evidence.exact, q.speaker or "--") for q in find_quotations(read_parts(prepare(document)))]
    wanted = [tuple(quotation.rsplit(":", 1)) for quotation in told.split(" | ") if quotation]
    assert [(exact[: len(w[0])], speaker) for (exact, speaker), w in zip(found, wanted, strict=True)] == wanted, found


def test_quotations_and_their_speakers() -> None:
    check_all(check_quotations, rows())
