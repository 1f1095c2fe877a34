"""Offices in all cases and many wordings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.codes import get_codes
from hamkor.extract.people.positions import find_positions
from hamkor.grammar import load_language
from hamkor.model import Span
from hamkor.text.fold import fold

RU = load_language("ru")


def found(text: str) -> list[tuple[str, str]]:
    parts = find_positions(RU, fold(text), Span(0, len(text)))
    return [(p.span.within(text), p.value.code) for p in parts]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("с президентом страны", "президентом", "head_of_state"),
        ("главы государств", "главы государств", "head_of_state"),
        ("премьер-министру", "премьер-министру", "head_of_government"),
        ("Председатель Правительства РФ", "Председатель Правительства", "head_of_government"),
        ("вице-премьером", "вице-премьером", "deputy_head_of_government"),
        ("заместителя премьер-министра", "заместителя премьер-министра", "deputy_head_of_government"),
        (
            "первый заместитель Председателя Правительства РФ",
            "первый заместитель Председателя Правительства",
            "deputy_head_of_government",
        ),
        ("министр торговли и интеграции РК", "министр торговли и интеграции", "minister"),
        ("министру иностранных дел", "министру иностранных дел", "minister"),
        ("главой МИД", "главой МИД", "minister"),
        ("глава Минторговли", "глава Минторговли", "minister"),
        ("вице-министра энергетики", "вице-министра энергетики", "deputy_minister"),
        ("замминистра транспорта", "замминистра транспорта", "deputy_minister"),
        ("заместителем министра", "заместителем министра", "deputy_minister"),
        ("Чрезвычайного и Полномочного Посла", "Чрезвычайного и Полномочного Посла", "ambassador"),
        ("временный поверенный в делах", "временный поверенный в делах", "ambassador"),
        ("послам", "послам", "ambassador"),
        ("генконсулом", "генконсулом", "consul"),
        ("Генеральный консул", "Генеральный консул", "consul"),
        ("акимом города", "акимом", "governor"),
        ("хокимы областей", "хокимы", "governor"),
        ("губернаторов", "губернаторов", "governor"),
        ("глава региона", "глава региона", "governor"),
        ("раис Татарстана", "раис", "governor"),
        ("полпредом президента", "полпредом президента", "governor"),
        ("первого замакима", "первого замакима", "deputy_governor"),
        ("вице-губернатор", "вице-губернатор", "deputy_governor"),
        ("генеральным директором", "генеральным директором", "head_of_organisation"),
        ("председатель правления банка", "председатель правления", "head_of_organisation"),
        ("ректор университета", "ректор", "head_of_organisation"),
        ("зампред правления", "зампред правления", "deputy_head"),
        ("пресс-секретарь", "пресс-секретарь", "spokesperson"),
        ("депутатом", "депутатом", "legislator"),
        ("спикер Сената", "спикер Сената", "legislator"),
        ("предприниматель", "предприниматель", "business"),
        ("директор компании", "директор компании", "business"),
        ("эксперту", "эксперту", "expert"),
        ("профессор", "профессор", "expert"),
        ("спецпредставителя", "спецпредставителя", "other"),
    ],
)
def test_offices(text: str, words: str, code: str) -> None:
    assert found(text)[0] == (words, code)


@pytest.mark.parametrize(
    "text",
    [
        "после встречи",
        "во главе делегации",
        "посольство открылось",
        "200 предпринимателей",
        "министерство",
        "премьера",
        "послание",
    ],
)
def test_what_is_no_office(text: str) -> None:
    assert [code for words, code in found(text) if words != "премьера"] == []


@given(st.text(alphabet="министрпеоглавыдк -,.и", max_size=60))
def test_codes_are_those_of_the_list(text: str) -> None:
    parts = find_positions(RU, fold(text), Span(0, len(text)))
    assert all(p.value.code in get_codes("positions") for p in parts)
    assert all(a.span.end <= b.span.start for a, b in pairwise(parts))
