"""Promises that have sides and kind in common, and nothing that tells which of its kind each is."""

from __future__ import annotations

from datetime import date

import pytest

from hamkor.model import Commitment
from hamkor.model.evidence import Evidence
from hamkor.resolve.judgement import POSITIVE
from hamkor.resolve.promise_findings import find_loose_sides
from hamkor.resolve.promise_names import find_lender
from hamkor.resolve.promise_particulars import find_other_lender, find_same_body
from hamkor.resolve.promises import Promise
from hamkor.resolve.telling import Telling
from hamkor.resolve.threads import KIND


def take(language: str, words: str, *parties: str, told: date = date(2025, 3, 14)) -> Promise:
    """What counts of a promise that is all of its document's words."""
    said = Evidence("0", 0, len(words), words, "", "")
    promise = Commitment("agreed", "water", parties, None, None, (), None, None, None, said)
    item = KIND.take(Telling(words, words, told, None, (), language, None, words, promise))
    assert item is not None
    return item


EBRD = ("ЕБРР", "EBRD", "ЕҚДБ", "Yevropa tiklanish va taraqqiyot banki", "Европа тикланиш ва тараққиёт банки")


@pytest.mark.parametrize("name", EBRD)
def test_a_bank_is_one_whatever_the_language(name: str) -> None:
    assert find_lender(name) == "European Bank for Reconstruction and Development"


@pytest.mark.parametrize("name", ["Жібек зауыты", "Silk Mill", "Шёлковый комбинат", "Ipak fabrikasi", "Ипак фабрикаси"])
def test_a_works_is_no_bank(name: str) -> None:
    assert not find_lender(name)


PIPES = {
    "ru": "построить водопровод для посёлков",
    "en": "build a water pipeline for the villages",
    "kk": "ауылдарға су құбырын салу",
    "uz": "qishloqlarga suv quvuri qurish",
}
BANKS = {
    "ru": ("Исламский банк развития", "Азиатский банк развития"),
    "en": ("Islamic Development Bank", "Asian Development Bank"),
    "kk": ("Ислам даму банкі", "Азия даму банкі"),
    "uz": ("Islom taraqqiyot banki", "Osiyo taraqqiyot banki"),
}


@pytest.mark.parametrize("left", PIPES)
@pytest.mark.parametrize("right", PIPES)
def test_loans_of_two_banks_are_two(left: str, right: str) -> None:
    one = take(left, PIPES[left], "TJ-KT", BANKS[left][0])
    same, other = (take(right, PIPES[right], "TJ-KT", bank) for bank in BANKS[right])
    assert find_same_body(one, same)
    assert not find_other_lender(one, same)
    assert find_other_lender(one, other)
    assert not find_same_body(one, other)
    assert KIND.compare(one, other).score < KIND.compare(one, same).score


def test_a_bank_beside_which_none_is_told_speaks_against_nothing() -> None:
    one, other = take("ru", PIPES["ru"], "TJ-KT", "ЕБРР"), take("en", PIPES["en"], "TJ-KT", "Silk Mill")
    assert find_other_lender(one, other) is None


def test_sides_that_only_fit_fit_less_after_nine_months() -> None:
    one = take("ru", "построить молочный завод", "KZ-33", "KG-Y")
    soon = take("kk", "сүт зауытын салу", "KZ", "KG-C", "UZ", told=date(2025, 8, 2))
    late = take("kk", "сүт зауытын салу", "KZ", "KG-C", "UZ", told=date(2026, 2, 2))
    found = [find_loose_sides(one, other) for other in (soon, late)]
    assert found[0]
    assert found[1]
    assert found[0].strength < found[1].strength
    assert KIND.compare(one, late).judgement != POSITIVE


def test_two_countries_promise_each_other_much() -> None:
    one = take("uz", "oʻquv grantlari ajratish", "UZ", "TJ")
    again = take("ru", "выделить учебные гранты", "UZ", "TJ", told=date(2026, 3, 2))
    soon = take("ru", "выделить учебные гранты", "UZ", "TJ", told=date(2025, 4, 2))
    assert find_loose_sides(one, again)
    assert not find_loose_sides(one, soon)


def test_regions_and_what_is_named_may_take_years() -> None:
    regions = [take("ru", "построить молочный завод", "KZ-33", "KG-Y", told=date(year, 3, 1)) for year in (2023, 2026)]
    assert find_loose_sides(*regions) is None
    named = [
        take("ru", "построить завод «Алтын бұлақ»", "KZ-33", "KG-Y", told=date(2023, 3, 1)),
        take("kk", "«Алтын бұлақ» зауытын салу", "KZ", "KG", "UZ", told=date(2026, 3, 1)),
    ]
    assert find_loose_sides(*named) is None
