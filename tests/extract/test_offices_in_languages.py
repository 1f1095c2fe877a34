"""Whose an office is in Uzbek, Kazakh and English texts; the people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.extract.flow import read_parts
from hamkor.extract.people import list_people
from hamkor.model import Document
from hamkor.prepare import prepare

TABLE = Path(__file__).parent / "offices_in_languages.tsv"


def rows() -> list[list[str]]:
    return [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("language", "text", "people"), rows())
def test_offices_in_languages(language: str, text: str, people: str) -> None:
    document = Document(id="t", text=text, digest="0", published="2025-11-20", language_hint=language)
    told = list_people(read_parts(prepare(document)))
    assert sorted(f"{p.name}:{p.position}:{p.area or '--'}" for p in told) == sorted(people.split(";"))
