"""Officials of every level, directors and those who answer questions, in all languages; the people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tables import check_all

from hamkor.extract.flow import read_parts
from hamkor.extract.people import list_people
from hamkor.model import Document
from hamkor.prepare import prepare

FOLDER = Path(__file__).parent


def rows(table: str) -> list[tuple[str, ...]]:
    lines = (FOLDER / f"{table}.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")][1:]


def check_people(language: str, title: str, text: str, told: str) -> None:
    document = Document(
        id="t",
        text=text.replace("\\n", "\n"),
        digest="0",
        title=None if title == "-" else title,
        published="2025-11-20",
        language_hint=language,
    )
    found = sorted(f"{p.name}:{p.position}:{p.area or '--'}" for p in list_people(read_parts(prepare(document))))
    assert found == sorted(person for person in told.split("; ") if person)


def test_people_of_all_levels() -> None:
    check_all(check_people, [(row[2], *row) for row in rows("people_of_all_levels")])


@pytest.mark.parametrize("row", rows("people_still_missed"))
@pytest.mark.xfail(strict=True, reason="not read yet")
def test_people_still_missed(row: tuple[str, ...]) -> None:
    check_people(*row)
