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


def test_who_speaks_at_a_forum_tells_of_it() -> None:
    text = (
        "Премьер-министр Марат Асанов Түркістанда өтіп жатқан Қазақстан мен Қырғызстан арасындағы I өңіраралық "
        "ынтымақтастық форумында сөз сөйледі."
    )
    [forum] = read(text).events
    assert (forum.type, forum.status, forum.place) == ("forum", "held", "Түркістан")


SPEAKERS = [
    ("Марат Асанов, ҚР Сауда министрі:\n\n-Қырғызстан біз үшін сенімді көрші әрі одақтас.", "Марат Асанов"),
    (
        "Айжан Оспанова, ҚР Денсаулық сақтау министрі:\n\nБүгінде 700 студент оқып жатыр. Бұл жалғасады.",
        "Айжан Оспанова",
    ),
    ("«Тауар айналымы өсті. Шекаралас облыстың маңызы зор, – деді министр Марат Асанов.", "Марат Асанов"),
    ("Сауда министрі Марат Асанов: «Екі ел арасындағы сауда биыл өсті»,-деді.", "Марат Асанов"),
    (
        "«Екі облыс арасында жаңа базар ашу мәселесі қаралды», – делінген Көлік министрлігінің хабарламасында.",
        "Көлік министрлігі",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert [q.speaker for q in read(text).quotations] == [speaker]


NO_SPEECH = [
    "Жиынға мыналар қатысты:\n\nМарат Асанов, Сауда министрі;\n\nСерік Оспанов, Алматы облысының әкімі.",
    "«Қазақ темір»-дің басшысы Марат Асанов «Ақ жол»-ға келді.",
    "Серік Оспанов, әкім, былай бөлді:\n\n2 млн теңге – жолға, 3 млн теңге – мектепке.",
]


@pytest.mark.parametrize("text", NO_SPEECH)
def test_what_is_no_speech(text: str) -> None:
    assert not read(text).quotations


def test_a_flight_has_its_price() -> None:
    text = "Қазақстан мен Өзбекстан үш рейс ашты. Билеттер сатуға шығарылды, ұшу құны – бір бағытқа 40 мың теңге."
    assert [o.indicator for o in read(text).observations if o.unit_measure == "KZT"] == ["tariff"]


def test_two_verbs_of_one_object_are_one_thing() -> None:
    assert len(read(MET + "Тараптар туризмді дамыту және кеңейту мәселелерін талқылады.").commitments) == 1


def test_what_took_place_on_a_visit_abroad_was_not_at_home() -> None:
    text = (
        "АСТАНА. Хабар – Президент Асан Тоқтардың Өзбекстанға мемлекеттік сапары аясында Жоғары кеңестің "
        "екінші отырысы өтті. "
        "Отырыста Қазақстан министрі Нұрлан Оспанов пен Өзбекстан министрі Шавкат Кәрімов келісімге қол қойды."
    )
    assert {e.place_code for e in read(text).events} == {"UZ"}


@pytest.mark.parametrize("topic", ["Пойызға келсек,", "Жолға қарасақ,", "Мысалға алсақ,", "Қысқаша айтсақ,"])
def test_what_opens_a_topic_is_no_condition(topic: str) -> None:
    [found] = read(MET + f"{topic} Алматы мен Жалалабад арасында пойыз 2027 жылдың соңында жүруі тиіс.").commitments
    assert (found.stage, found.sector) == ("planned", "transport")
