"""Institutions, offices and companies in sentences of all languages and scripts; what is named is invented."""

from __future__ import annotations

from pathlib import Path

from tests.tables import check_all

from hamkor.extract.flow import extract
from hamkor.model import Document
from hamkor.prepare import prepare

TABLE = Path(__file__).parent / "organisations_in_context.tsv"


def check_organisations(language: str, text: str, told: str) -> None:
    document = Document(id="t", text=text, digest="0", published="2025-11-20", language_hint=language)
    found = sorted(o.name for o in extract(prepare(document)).organisations)
    assert found == sorted(name for name in told.split("; ") if name)


def test_organisations_in_context() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    rows = [tuple((line + "\t\t").split("\t")[:3]) for line in lines]
    check_all(check_organisations, [(row[1], *row) for row in rows])
