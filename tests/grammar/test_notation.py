"""The notation, element by element."""

from __future__ import annotations

import pytest

from hamkor.errors import LanguageError
from hamkor.grammar import compile_notation

LISTS = {"and": ["и"], "grew": ["вырос~", "увеличил~"]}
ENDINGS = {"adj": ["ий", "ого", "ая"]}


def matched(source: str, text: str) -> str | None:
    met = compile_notation(source, place="test", lists=LISTS, endings=ENDINGS).regex.search(text)
    return met.group() if met else None


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("встреча", "их встреча прошла", "встреча"),
        ("встреча", "встречами", None),
        ("встреч~", "о встречах в", "встречах"),
        ("узбекск~adj", "узбекского", "узбекского"),
        ("узбекск~adj", "узбекскими", None),
        ("{grew} на", "он вырос на 5", "вырос на"),
        ("(о|об) [новой] встрече", "о новой встрече", "о новой встрече"),
        ("(о|об) [новой] встрече", "об встрече", "об встрече"),
        ("вырос .. на", "вырос за этот год на", "вырос за этот год на"),
        ("вырос .. на", "вырос за весь этот прошлый год на", None),
        ("вырос ... на", "вырос; на", None),
        ("<area+>", "\ue011, \ue011 и \ue011", "\ue011, \ue011 и \ue011"),
        ("^ итоги", "итоги года", "итоги"),
        ("^ итоги", "все итоги", None),
        (r"\( рост", "(рост 5)", "(рост"),
        ("при ехал", "приехал", None),
        ("а б*2 в", "а б б в", "а б б в"),
        ("а б*2 в", "а в", "а в"),
        ("а б*2 в", "а б б б в", None),
        ("а (б|, г)*3", "а б, г д", "а б, г"),
        ("~лар", "вилоятлар", "вилоятлар"),
        ("~лар", "лар", None),
    ],
)
def test_element(source: str, text: str, expected: str | None) -> None:
    assert matched(source, text) == expected


@pytest.mark.parametrize(
    "source", ["(а | б", "{нет}", "{none}", "<nothing>", "x)", "стран~none", "( | )", "(what:а|what:б)"]
)
def test_a_bad_pattern_names_its_place(source: str) -> None:
    with pytest.raises(LanguageError, match=r"ru/x\.toml"):
        compile_notation(source, place="ru/x.toml: rule y", lists=LISTS, endings=ENDINGS)


def test_every_match_holds_an_anchor() -> None:
    notation = compile_notation("[очень] ({grew}|рост) на <percent>", place="test", lists=LISTS)
    assert notation.anchors == {("вырос", "beginning"), ("увеличил", "beginning"), ("рост", "whole")}


def test_alternatives_are_tried_in_their_order_however_they_are_gathered() -> None:
    pattern = compile_notation("what:(как|как-то|без|бе~|~ой)", place="test").regex
    assert [pattern.search(text)["what"] for text in ("как-то", "без", "беда", "мой")] == ["как", "без", "беда", "мой"]
