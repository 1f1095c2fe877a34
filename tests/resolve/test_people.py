"""People told of in many documents: whom a name with its office, area and time means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamkor.model import Evidence, Person
from hamkor.resolve.grouping import group_tellings
from hamkor.resolve.people import KIND, compare_people, find_person_keys
from hamkor.resolve.telling import Telling
from hamkor.resolve.told_people import Told

SPRING = date(2025, 4, 2)
NAMES = ("Рустам Хамидов", "Rustam Hamidov", "Рүстем Хамидов", "Хамидов", "Наргиза Хамидова", "R. Hamidov", "Ван Лэй")
OFFICES = (("deputy_governor", "UZ-NG"), ("governor", "UZ-NG"), ("minister", "KG"))


def tell(id: str, name: str, position: str | None, area: str | None, *, day: date = SPRING) -> Telling:
    said = Person(name, position, area, None, Evidence("0", 0, len(name), name, "", ""))
    return Telling(id, id, day, "Косон хабари", (), "ru", None, name, said)


def group(*told: Telling) -> dict[str, str]:
    return group_tellings(KIND, told)


def test_one_person_in_four_spellings() -> None:
    names = ("Рустам Хамидов", "Rustam Hamidov", "Рустам Ҳамидов", "Rustam Khamidov")
    told = [tell(str(n), name, "deputy_governor", "UZ-NG") for n, name in enumerate(names)]
    assert set(group(*told).values()) == {"0"}


def test_one_person_holds_two_posts_one_after_the_other() -> None:
    found = group(
        tell("a", "Рустам Хамидов", "deputy_governor", "UZ-NG"),
        tell("b", "Rustam Hamidov", "governor", "UZ-FA", day=date(2026, 1, 9)),
    )
    assert found["a"] == found["b"]


def test_two_people_of_one_surname_hold_one_post_one_after_the_other() -> None:
    found = group(
        tell("a", "Рустам Хамидов", "deputy_governor", "UZ-NG"),
        tell("b", "Бобур Хамидов", "deputy_governor", "UZ-NG", day=date(2025, 9, 1)),
    )
    assert found["a"] != found["b"]


def test_a_surname_alone_is_who_then_held_the_post() -> None:
    found = group(
        tell("a", "Рустам Хамидов", "deputy_governor", "UZ-NG", day=date(2023, 5, 1)),
        tell("b", "Бобур Хамидов", "deputy_governor", "UZ-NG", day=date(2025, 9, 1)),
        tell("c", "Хамидов", "deputy_governor", "UZ-NG", day=date(2025, 11, 1)),
    )
    assert found["c"] == found["b"] != found["a"]


def test_a_surname_alone_that_fits_two_holders_is_neither() -> None:
    found = group(
        tell("a", "Рустам Хамидов", "deputy_governor", "UZ-NG"),
        tell("b", "Бобур Хамидов", "deputy_governor", "UZ-NG"),
        tell("c", "Хамидов", "deputy_governor", "UZ-NG"),
    )
    assert len(set(found.values())) == 3


@pytest.mark.parametrize(
    ("position", "area", "day"),
    [
        ("governor", "UZ-NG", SPRING),
        ("deputy_governor", "UZ-FA", SPRING),
        ("deputy_governor", "UZ-NG", date(2029, 1, 1)),
    ],
)
def test_a_surname_alone_in_another_post_place_or_time_stays_apart(position: str, area: str, day: date) -> None:
    found = group(
        tell("a", "Рустам Хамидов", "deputy_governor", "UZ-NG"), tell("b", "Хамидов", position, area, day=day)
    )
    assert found["a"] != found["b"]


def test_a_surname_without_a_post_tells_nobody() -> None:
    assert group(tell("a", "Хамидов", None, None)) == {}


def test_an_area_that_the_paragraph_names_is_evidence() -> None:
    words = "Заместители глав Наманганской и Ошской областей Рустам Хамидов и Азамат Бердиев открыли форум."
    found = group(
        replace(tell("a", "Рустам Хамидов", "deputy_governor", None), words=words),
        tell("b", "Хамидов", "deputy_governor", "UZ-NG", day=date(2025, 6, 1)),
    )
    assert found["a"] == found["b"]


def test_husband_and_wife_stay_apart() -> None:
    found = group(tell("a", "Нурлан Сатпаев", "governor", "KZ-55"), tell("b", "Нургуль Сатпаева", "other", "KZ-55"))
    assert found["a"] != found["b"]


def test_ministers_of_two_states_with_one_name_are_left_open() -> None:
    one = Told("алишер каримов", "minister", "UZ", None, (), 8100)
    other = Told("алишер каримов", "ambassador", "TJ", None, (), 8100)
    assert compare_people(one, other).judgement == "UNSURE"


told = st.builds(
    lambda name, office, quarter: Told(name.lower(), office[0], office[1], None, (), quarter),
    st.sampled_from(NAMES),
    st.sampled_from(OFFICES),
    st.integers(8090, 8110),
)


@given(told, told)
def test_the_order_of_the_two_makes_no_difference(left: Told, right: Told) -> None:
    assert compare_people(left, right) == compare_people(right, left)


@given(told)
def test_whoever_holds_an_office_has_a_key(one: Told) -> None:
    assert find_person_keys(one)


@given(st.permutations([(n, o) for n in NAMES[:4] for o in OFFICES]))
def test_the_order_of_the_documents_makes_no_difference(told: list[tuple[str, tuple[str, str]]]) -> None:
    found = group(*(tell(f"{name}/{position}", name, position, area) for name, (position, area) in told))
    again = group(*(tell(f"{name}/{position}", name, position, area) for name, (position, area) in sorted(told)))
    assert found == again
