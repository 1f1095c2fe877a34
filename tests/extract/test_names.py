"""Names come back to the nominative from every case."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.extract.people.names import CASES, get_nominatives, load_names
from hamkor.grammar import load_language

BOOK = load_names(load_language("ru"))


def read_declined() -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "declined_names.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return [(row[case], case, row["nom"]) for row in rows for case in CASES]


DECLINED = read_declined()


@pytest.mark.parametrize(("written", "case", "nominative"), DECLINED)
def test_name_comes_back_where_the_case_is_told(written: str, case: str, nominative: str) -> None:
    assert get_nominatives(BOOK, written.split(), case)[0].name == nominative


@pytest.mark.parametrize(("written", "case", "nominative"), [d for d in DECLINED if d[1] in ("nom", "dat", "ins")])
def test_name_comes_back_by_its_own_forms(written: str, case: str, nominative: str) -> None:
    assert nominative in [reading.name for reading in get_nominatives(BOOK, written.split())[:3]]


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("А. Рахимзоды", "А. Рахимзода"),
        ("К. Турсунову", "К. Турсунов"),
        ("Дж. Мирзоевым", "Дж. Мирзоев"),
        ("Ш. Набиеве", "Ш. Набиев"),
    ],
)
def test_initials_stay(written: str, nominative: str) -> None:
    assert get_nominatives(BOOK, written.split(), None)[0].name == nominative


@pytest.mark.parametrize(
    ("written", "case", "nominative"),
    [
        ("Чжан Вэй", "nom", "Чжан Вэй"),
        ("Ли Чжунляном", "ins", "Ли Чжунлян"),
        ("Кэндзи Мори", "gen", "Кэндзи Мори"),
        ("Йозефом Новаком", "ins", "Йозеф Новак"),
        ("Джоном Смитом", "ins", "Джон Смит"),
        ("Эдуардса Калныньша", "gen", "Эдуардс Калныньш"),
        ("Марии Новак", "gen", "Мария Новак"),
        ("Реджепа Демира", "gen", "Реджеп Демир"),
        ("Урсулой Шмидт", "ins", "Урсула Шмидт"),
        ("Танаке", "dat", "Танака"),
    ],
)
def test_names_from_afar(written: str, case: str, nominative: str) -> None:
    assert nominative in [reading.name for reading in get_nominatives(BOOK, written.split(), case)[:2]]


def test_sex_of_a_name_is_told_by_its_words_together() -> None:
    assert get_nominatives(BOOK, ["Евгения", "Ветрова"], "gen")[0].sex == "m"
    assert get_nominatives(BOOK, ["Евгения", "Ветрова"], "nom")[0].sex == "f"


def test_given_names_are_many_and_of_known_sex() -> None:
    assert len(BOOK.given) >= 1000
    assert set(BOOK.given.values()) <= {"m", "f", "mf"}


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшыьэюя", min_size=2, max_size=12).map(str.capitalize))
def test_any_word_has_a_nominative(word: str) -> None:
    readings = get_nominatives(BOOK, [word])
    assert readings
    assert all(reading.name and reading.sex in ("m", "f") for reading in readings)


@given(st.sampled_from(DECLINED), st.sampled_from([None, *CASES]))
def test_each_nominative_is_told_once_and_in_order(declined: tuple[str, str, str], case: str | None) -> None:
    readings = get_nominatives(BOOK, declined[0].split(), case)
    assert len({r.name for r in readings}) == len(readings)
    assert [r.weight for r in readings] == sorted((r.weight for r in readings), reverse=True)
