"""Whose an office is, in many wordings; known holders; deputies; the texts and people are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.codes.offices import get_deputy
from hamkor.extract.areas import find_areas
from hamkor.extract.flow import read_parts
from hamkor.extract.people import list_people
from hamkor.extract.people.holders import find_holder
from hamkor.grammar import load_language
from hamkor.model import Document, Span
from hamkor.prepare import prepare
from hamkor.text.fold import fold

TABLE = Path(__file__).parent / "people_in_context.tsv"
REST = "\n\nСтороны обсудили дальнейшее развитие торговли и договорились о новых встречах."


def rows() -> list[tuple[str, str]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(text.replace("\\n", "\n"), people) for text, people in (line.split("\t") for line in lines[1:])]


def told(text: str, title: str | None = None) -> str:
    document = Document(id="t", text=text + REST, digest="0", title=title, published="2025-11-20", language_hint="ru")
    people = list_people(read_parts(prepare(document)))
    return ";".join(sorted(f"{p.name}:{p.position}:{p.area or '--'}" for p in people))


@pytest.mark.parametrize(("text", "people"), rows())
def test_offices_in_context(text: str, people: str) -> None:
    assert told(text) == ";".join(sorted(p.strip() for p in people.split(";")))


def test_title_tells_the_region() -> None:
    text = "Аким Ерлан Досанов открыл ярмарку и пригласил соседей."
    assert told(text, title="Ярмарка в Павлодарской области") == "Ерлан Досанов:governor:KZ-55"


def test_a_line_that_is_all_office_belongs_to_the_name_under_it() -> None:
    assert told("УТВЕРЖДАЮ\n\nАким Актюбинской области\n\n________ А. Шахаров") == "А. Шахаров:governor:KZ-15"


def test_every_holder_has_a_page_that_confirms_it() -> None:
    sources = [row["source"] for row in load_language("ru").get_rows("office_holders")]
    assert sources
    assert all(source.startswith("http") for source in sources)


def test_holders_count_in_their_years_alone() -> None:
    language = load_language("ru")
    assert find_holder(language, "Олжас Бектенов", year=2025)
    assert find_holder(language, "Олжас Бектенов", year=2015) is None
    assert find_holder(language, "Олжас Бектенов", year=2025, position="governor") is None


def test_deputies() -> None:
    assert get_deputy("minister") == "deputy_minister"
    assert get_deputy("expert") == "deputy_head"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Навоийский горно-металлургический комбинат", ["UZ-NW"]),
        ("горно-алтайские пастухи", ["RU-AL"]),
        ("рейс Москва-Ташкент", ["RU-MOW", "UZ-TK"]),
        ("узбекско-казахстанская граница", ["UZ", "KZ"]),
    ],
)
def test_an_area_ends_where_its_word_does(text: str, codes: list[str]) -> None:
    parts = find_areas(load_language("ru"), text, fold(text), Span(0, len(text)))
    assert [code for part in parts for code in part.value.codes] == codes
