"""Pages of our own in the families that readers meet: what is told, what is left out, what is refused."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hamkor.errors import ReadError
from hamkor.model import Document
from hamkor.read import read_path
from hamkor.read.words import fold

PAGES = Path(__file__).parent / "pages"
GOLD = {path.name.removesuffix(".gold.json"): json.loads(path.read_text("utf-8")) for path in PAGES.glob("*.gold.json")}
ARTICLES = sorted(name for name, gold in GOLD.items() if gold["is_article"])


def read(name: str) -> Document | ReadError:
    [reading] = read_path(PAGES / name)
    return reading.outcome


def get_words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def get_f1(gold: str, text: str) -> float:
    one, other = get_words(gold), get_words(text)
    return 2 * (one & other).total() / (one.total() + other.total())


def get_forms(gold: dict[str, Any], field: str) -> set[str]:
    """The forms in which a field may be told, folded."""
    return {fold(form or "") for form in (gold[field], *gold.get(f"{field}_also", ()))}


@pytest.mark.parametrize("name", ARTICLES)
def test_article_is_told_as_a_reader_sees_it(name: str) -> None:
    gold: dict[str, Any] = GOLD[name]
    document = read(name)
    assert isinstance(document, Document), document
    assert fold(document.title or "") in get_forms(gold, "title")
    assert fold(document.publisher or "") in get_forms(gold, "publisher")
    assert (document.published or "")[:10] == gold["published"]
    if document.own_text:
        assert get_f1(gold["main_text"], document.text) >= 0.97
        assert not [words for words in gold["must_not_contain"] if words.casefold() in document.text.casefold()]
        assert all(figure in document.text for figure in gold["figures"])


@pytest.mark.parametrize("name", ARTICLES)
def test_each_paragraph_of_a_made_text_stands_once_and_in_a_block(name: str) -> None:
    document = read(name)
    assert isinstance(document, Document)
    if document.own_text:
        told = Counter(line for line in document.text.split("\n\n") if len(line) > 60)
        assert told <= Counter({line: max(1, GOLD[name]["main_text"].count(line)) for line in told})
    assert document.blocks
    for block in document.blocks:
        words = block.span.within(document.text)
        assert words
        assert words == words.strip()


@pytest.mark.parametrize("name", sorted(GOLD.keys() - set(ARTICLES)))
def test_no_article_is_refused_with_what_to_do(name: str) -> None:
    error = read(name)
    assert isinstance(error, ReadError)
    assert error.place.endswith(name)
    assert error.found
    assert error.do


def test_plain_text_keeps_every_character() -> None:
    for name, gold in GOLD.items():
        if gold["media_type"] == "text/plain":
            document = read(name)
            assert isinstance(document, Document)
            raw = (PAGES / name).read_bytes().decode(gold["charset"])
            assert document.text == raw.removeprefix("\ufeff")
            assert not document.own_text


def test_rows_of_a_table_stay_rows() -> None:
    document = read("agency-utc.html")
    assert isinstance(document, Document)
    cells = [(b.row, b.column, b.span.within(document.text)) for b in document.blocks if b.kind == "cell"]
    assert (1, 2, "25,9") in cells
    assert "Экспорт, млн долларов | 21,4 | 25,9\nИмпорт" in document.text


def test_merged_cell_keeps_the_columns_after_it() -> None:
    document = read("road-map.docx")
    assert isinstance(document, Document)
    rows = {(b.row, b.column): b.span.within(document.text) for b in document.blocks if b.kind == "cell"}
    assert rows[3, 0] == "Раздел 2. Транспорт"
    assert rows[4, 2] == "III квартал 2026 года"
