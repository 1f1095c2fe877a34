"""Errors of the stages in each language."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import hamkor
from hamkor.errors import ReadError
from hamkor.messages import LANGUAGES, choose_language, find_code, find_codes, get_text, set_language, tell_error
from hamkor.messages.phrases import translate

PACKAGE = Path(hamkor.__file__).parent
STAGES = ("read", "prepare", "ledger", "settings.py", "publish", "users", "grammar", "evaluation")
TOLD = ("found", "expected", "do", "notice")
ENOUGH = 0.98  # of what the stages can say; the rest is told in English


def find_phrases() -> Iterator[str]:
    """Each phrase that the stages write into an error, with {} where a value stands."""
    for stage in STAGES:
        place = PACKAGE / stage
        for file in [place] if place.is_file() else place.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                for name, given in find_given(node):
                    if name in TOLD:
                        yield from find_text(given)


def find_given(node: ast.AST) -> Iterator[tuple[str | None, ast.expr]]:
    """What is handed over by name, or is given a name."""
    if isinstance(node, ast.Call):
        yield from ((given.arg, given.value) for given in node.keywords)
    if isinstance(node, ast.Assign):
        target, value = node.targets[0], node.value
        pairs: Iterable[tuple[ast.expr, ast.expr]] = [(target, value)]
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = zip(target.elts, value.elts, strict=True)
        yield from ((name.id, one) for name, one in pairs if isinstance(name, ast.Name))


def find_text(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.IfExp):
        yield from (*find_text(value.body), *find_text(value.orelse))
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in value.values)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_most_of_what_can_go_wrong_is_told_in_each_language(language: str) -> None:
    phrases = set(find_phrases())
    untold = sorted(phrase for phrase in phrases if translate(phrase, language) == phrase)
    assert len(phrases) > 80
    assert len(untold) <= len(phrases) * (1 - ENOUGH), untold


@pytest.fixture
def russian() -> Iterator[None]:
    set_language("ru")
    yield
    set_language("en")


@pytest.mark.usefixtures("russian")
def test_an_error_is_told_whole() -> None:
    error = ReadError("a.pdf", found="more than 5 MB", expected="a document", do="save it as DOCX or XLSX")
    told = "a.pdf: найдено: больше 5 МБ; ожидалось: документ; сохраните его как DOCX или XLSX"
    assert tell_error(error) == told


@pytest.mark.usefixtures("russian")
def test_a_place_within_a_file_is_told_too() -> None:
    error = ReadError("a.csv, line 7", found="5 columns", expected="8 columns", do="mend the line")
    assert tell_error(error) == "a.csv, строка 7: найдено: столбцов: 5; ожидалось: столбцов: 8; исправьте строку"


@pytest.mark.usefixtures("russian")
def test_codes_are_told_and_unknown_ones_shown() -> None:
    assert find_code("stage", "in_progress") == "выполняют"
    assert find_code("stage", "dreamt") == "dreamt"
    assert find_code("stage", None) == ""
    assert find_codes("status") == ("actual", "target", "forecast", "held", "planned", "proposed")


def test_a_phrase_that_no_table_knows_stays() -> None:
    assert translate("something new", "ru") == "something new"
    assert translate("an empty file", "en") == "an empty file"


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        get_text("no.such.text")


@pytest.mark.parametrize(
    ("asked", "environ", "language"),
    [
        ("ru", {"HAMKOR_LANG": "en"}, "ru"),
        (None, {"HAMKOR_LANG": "RU"}, "ru"),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LANG": "ru_KZ.UTF-8"}, "ru"),
        (None, {"HAMKOR_LANG": "xx", "LANG": "ru_RU"}, "ru"),
        ("xx", {}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_chosen(asked: str | None, environ: dict[str, str], language: str) -> None:
    assert choose_language(asked, environ) == language
