"""Kazakh as newsrooms and regional administrations write it: what they promise, and what they only say."""

from __future__ import annotations

import pytest

from reading import read_text as read

MET = "Алматы облысы мен Жалалабад облысының әкімдері кездесті. "
LISTS = [
    ("Кездесуде өнеркәсіп, мәдениет, экспорт пен импорт, энергетика салалары талқыланды.", 4, "trade"),
    ("Қырғызстан Қазақстаннан ұн, цемент, тоқыма және дәрі импорттауға дайын.", 1, "trade"),
    ("Тараптар байланысты нығайту, сауда мен тауар айналымын арттыру жөнінде келісті.", 2, "trade"),
]


@pytest.mark.parametrize(("text", "number", "sector"), LISTS)
def test_a_list_is_as_many_things_as_it_names(text: str, number: int, sector: str) -> None:
    found = read(MET + text).commitments
    assert len(found) == number
    assert sum(c.sector == sector for c in found) == 1


SAID = [
    "«Күш біріктірсек, тиімді жобалар іске асады деген сенімдемін», – деді ол.",
    "Тараптар 2024 жылғы суару кезеңінің қорытындыларын талқылады.",
    "Тараптар өңірдегі қазіргі жағдайды талқылады.",
    "Сапар 5 қыркүйекке жоспарланған. Сапар мәселесі келісілді.",
]


@pytest.mark.parametrize("text", SAID)
def test_what_is_only_said(text: str) -> None:
    assert not read(MET + text).commitments


def test_what_stands_in_the_plan() -> None:
    [found] = read(MET + "Құны 2 млн доллар болатын 12 зауытты салу жоспарда.").commitments
    assert (found.stage, found.sector) == ("planned", "industry")


def test_jobs_of_a_plant_are_no_promise_beside_it() -> None:
    found = read(MET + "Облыста зауыт салынады. Нәтижесінде 300 жұмыс орнын ашу көзделген.").commitments
    assert [c.sector for c in found] == ["industry"]


def test_a_visit_is_told_once_with_its_place() -> None:
    text = "Алматы облысының делегациясы Жалалабад облысында болды. Сапар барысында келіссөз жүргізілді."
    [visit] = [e for e in read(text).events if e.type == "visit"]
    assert visit.place_code == "KG-J"


def test_a_spokesman_takes_no_part() -> None:
    text = (
        "Өзбекстан президенті Марат Асанов 5 маусымда Қазақстанға барады. Бұл туралы баспасөз хатшысы Қанат Оспанов "
        "хабарлады. «Қазақстанға сапары барысында екіжақты кездесулер өтеді», – деп жазды Оспанов."
    )
    events = read(text).events
    assert [e.type for e in events] == ["visit", "meeting"]
    assert "Қанат Оспанов" not in {p.name for e in events for p in e.participants}
