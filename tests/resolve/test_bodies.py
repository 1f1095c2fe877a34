"""Organisations named in many documents: whose they are, in which language, in full or in short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Evidence, Organisation
from hamkor.resolve.bodies import KIND, compare_bodies, find_organisation_keys
from hamkor.resolve.grouping import group_tellings
from hamkor.resolve.telling import Telling
from hamkor.resolve.told_bodies import Named


def group(*named: tuple[str, str | None]) -> list[str]:
    told = []
    for number, (name, area) in enumerate(named):
        said = Organisation(name, Evidence("0", 0, len(name), name, "", ""), area=area)
        told.append(Telling(f"{number:02}", f"{number:02}", None, None, (), "ru", None, name, said))
    found = group_tellings(KIND, told)
    return [found[telling.id] for telling in told]


@pytest.mark.parametrize(
    "named",
    [
        [("Минтранс", "KG"), ("Transport vazirligi", "KG"), ("Қырғызстан Көлік министрлігі", None)],
        [("акимат", "KZ-71"), ("Әкімдік", "KZ-71"), ("mayor's office", "KZ-71"), ("Ostona hokimligi", None)],
        [("bosh konsulxona", "UZ"), ("Генеральное консульство Узбекистана в Алматы", None)],
        [("«Қамбар» халықаралық логистика орталығы", None), ("Камбар", None), ("“Qambar” logistika markazi", None)],
        [("Наманганский государственный университет", None), ("Namangan universiteti", None)],
        [("ЭСКАТО", None), ("ESCAP", None)],
        [("хокимият Шерабадского района", "UZ-SU"), ("Sherobod tumani hokimligi", None)],
        [("Өзбекистон темир йўллари", None), ("Uzbekistan Railways", "UZ"), ("O‘zbekiston temir yo‘llari", "UZ")],
    ],
)
def test_one_body_under_many_names(named: list[tuple[str, str | None]]) -> None:
    assert len(set(group(*named))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Минздрав", "UZ"), ("Ministry of Health", "KZ")),
        (("viloyat hokimligi", "UZ-SA"), ("shahar hokimligi", "UZ-SA")),
        (("акимат города", "KZ-79"), ("акимат области", "KZ-61")),
        (("управление транспорта", "KZ-10"), ("transport department of East Kazakhstan Region", "KZ-63")),
        (("Посольство Таджикистана в Узбекистане", "TJ"), ("Посольство Узбекистана в Таджикистане", "UZ")),
        (("Azamat Tekstil", "UZ"), ("Азамат Цемент", None)),
    ],
)
def test_near_misses_stay_apart(left: tuple[str, str | None], right: tuple[str, str | None]) -> None:
    one, other = group(left, right)
    assert one != other


def test_a_ministry_of_nobody_knows_whom_joins_none() -> None:
    assert compare_bodies(Named("Минздрав", None), Named("Ministry of Health", None)).judgement == "UNSURE"


def test_little_in_common_keeps_no_two_apart() -> None:
    assert compare_bodies(Named("Камбар", None), Named("Сарбон", None)).judgement == "UNSURE"


names = st.sampled_from(["Минздрав", "акимат", "Asian Development Bank", "АБР", "«Камбар» заводы", "KTZ"])
named = st.builds(Named, names, st.sampled_from([None, "KZ", "UZ", "KZ-75"]))


@given(named, named)
def test_the_order_of_the_two_makes_no_difference(left: Named, right: Named) -> None:
    assert compare_bodies(left, right) == compare_bodies(right, left)


@given(named)
def test_every_body_has_a_key(one: Named) -> None:
    assert find_organisation_keys(one)
