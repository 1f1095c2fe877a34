"""JSON and JSON Lines: names of parts, ids, and texts that stay as they are."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.errors import ReadError
from hamkor.read import Given, read_bytes, read_path

from .conftest import get_document, get_error


def read_object(value: object, **given: str) -> object:
    [document] = read_bytes(json.dumps(value).encode(), place="a.json", given=Given(**given))
    return document


@given(st.text(min_size=1).filter(str.strip))
def test_text_stays_character_by_character(text: str) -> None:
    for place in ("a.json", "a.jsonl"):
        [document] = read_bytes(json.dumps({"text": text}).encode(), place=place)
        assert document.text == text
        assert not document.own_text


def test_lone_surrogate_is_replaced_one_for_one() -> None:
    [document] = read_bytes(b'{"text": "a\\ud800b"}', place="a.json")
    assert document.text == "a\ufffdb"
    assert document.notice


@pytest.mark.parametrize(
    "value",
    [
        {"text": "T.", "title": "H", "published": "2025-12-28", "publisher": "P", "url": "https://a.example/1"},
        {"body": "T.", "headline": "H", "date": "28.12.2025", "source": {"name": "P"}, "link": "https://a.example/1"},
        {
            "@type": "NewsArticle",
            "articleBody": "T.",
            "headline": "H",
            "datePublished": "2025-12-28",
            "publisher": [{"name": "P"}],
            "url": "https://a.example/1",
        },
    ],
)
def test_parts_are_found_under_their_many_names(value: dict[str, object]) -> None:
    [document] = read_bytes(json.dumps(value).encode(), place="a.json")
    assert (document.text, document.title, document.published, document.publisher) == ("T.", "H", "2025-12-28", "P")
    assert document.id == document.url == "https://a.example/1"


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"articles": items}])
def test_lists_give_a_document_a_member(wrap: Callable[[list[object]], object], tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(wrap([{"text": "One."}, 5, {"id": "b", "text": "Two."}])))
    one, bad, two = read_path(path)
    assert get_document(one).text == "One."
    assert get_error(bad).place == f"{path}[2]"
    assert get_document(two).id == "b"


def test_id_is_given_else_address_else_path_else_digest() -> None:
    line = b'{"text": "One."}'
    assert read_bytes(line, place="a.json", given=Given(id="x"))[0].id == "x"
    assert read_bytes(b'{"id": 7, "text": "One."}', place="a.json")[0].id == "7"
    assert read_bytes(line, place="a.json")[0].id == "a.json"
    assert read_bytes(line, place="a.jsonl")[0].id == sha256(line).hexdigest()[:16]
    assert read_bytes(line, place="-")[0].id == sha256(line).hexdigest()[:16]


def test_what_is_known_beforehand_stands_in_where_the_document_is_silent() -> None:
    [document] = read_bytes(
        b'{"text": "T.", "title": "Own"}', place="a.json", given=Given(title="Given", publisher="P")
    )
    assert (document.title, document.publisher) == ("Own", "P")


def test_first_error_is_raised_for_bytes_at_hand() -> None:
    with pytest.raises(ReadError, match="an object with body2"):
        read_bytes(b'{"body2": "x"}', place="a.json")


@pytest.mark.parametrize(
    ("content", "input_format", "kinds"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', "auto", ["application/json"] * 2),
        (b'{"text": "One."}\n', "auto", ["application/json"]),
        (b'{\n "text": "One."\n}\n', "auto", ["application/json"]),
        (b'{"text": "One."}\n', "text", ["text/plain"]),
        ("Просто слова.".encode("cp1251"), "auto", ["text/plain"]),
        (b"\xef\xbb\xbf" + b'{"text": "One."}\n{"text": "Two."}', "jsonl", ["application/json"] * 2),
    ],
)
def test_standard_input_is_told_by_what_it_holds(
    monkeypatch: pytest.MonkeyPatch, content: bytes, input_format: str, kinds: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert [get_document(reading).media_type for reading in read_path("-", input_format=input_format)] == kinds


@pytest.mark.parametrize(
    ("text", "found", "do"),
    [
        ("null", "an empty text", "leave the object out"),
        ('""', "an empty text", "leave the object out"),
        ("5", "text that is a number", "give the text as a string"),
        ('["One."]', "text that is a list", "give the text as a string"),
    ],
)
def test_text_that_is_none_is_told_as_what_it_is(text: str, found: str, do: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_bytes(f'{{"text": {text}}}'.encode(), place="a.json")
    assert (raised.value.found, raised.value.do) == (found, do)


def test_day_that_cannot_be_read_is_told() -> None:
    [document] = read_bytes(b'{"text": "One.", "published": "last spring"}', place="a.json")
    assert document.published is None
    assert document.notice == "no day was read in 'last spring'"
