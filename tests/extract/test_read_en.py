"""What English news tell of promises and figures: sentences of our own by their class, near misses beside them.

Where the class exists in other languages, its sentences stand here, too.
"""

from __future__ import annotations

import pytest

from reading import read_text as read

PROMISES = [
    # A level that is to be reached.
    ("Trade between Uzbekistan and Turkey should reach $5 billion by 2027.", "planned", "trade"),
    ("The target, set by ministers of Kazakhstan and Georgia in May, is twelve days.", "planned", None),
    ("The rate for a container between Aktau and Baku will drop 10 percent from May.", "planned", "transport"),
    # Who learns, who heals, what runs.
    ("Ten nurses from Osh will leave for Tashkent in March for training.", "planned", "health"),
    ("Fifteen Uzbek midwives left for a two-week course in Shymkent.", "in_progress", None),
    ("Doctors from Mumbai operated on 26 children in Bishkek.", "completed", "health"),
    ("A direct bus between Osh and Namangan started on May 3.", "completed", "transport"),
    ("One more ferry a week will cross the Caspian between Azerbaijan and Turkmenistan.", "planned", "transport"),
    ("Kazakhstan and Uzbekistan switched the Yallama crossing to round-the-clock work.", "completed", None),
    ("Builders have laid 30 of the 75 kilometres of the road between Osh and Andijan.", "in_progress", "transport"),
    # Deals and papers.
    ("Firms of Aktobe and Orenburg closed six deals worth 1.2 billion roubles.", "signed", "trade"),
    ("A letter of intent was signed by Osh State University and Yessenov University.", "signed", "education"),
    # Who proposes, what is raised, what is off.
    ("A glass plant proposed by Seoul Glass would need 30 hectares in Navoi.", "proposed", "industry"),
    ("The possibility of a joint visa was raised by the Uzbek side at talks with Tajikistan.", "discussed", None),
    ("The trolleybus deal between Uralsk and Saratov, on the other hand, is dead.", "cancelled", "transport"),
    ("Three job fairs of Tajikistan and Kazakhstan are scheduled this spring.", "planned", "labour"),
]


@pytest.mark.parametrize(("text", "stage", "sector"), PROMISES)
def test_a_promise_is_read_by_the_words_newsrooms_use(text: str, stage: str, sector: str | None) -> None:
    [promise] = read(text).commitments
    assert promise.stage == stage
    assert sector in (None, promise.sector)


NO_PROMISES = [
    "The bus started late.",
    "He counts on luck in Osh.",
    "Cattle are raised on farms of Talas by hand.",
]


@pytest.mark.parametrize("text", NO_PROMISES)
def test_near_misses_promise_nothing(text: str) -> None:
    assert not read(text).commitments


DESCRIBED = [
    ("The bridge at Kaztalovka, promised for 2022, was finished in May by Kazakhstan and Russia.", "completed"),
    ("A direct Taldykorgan–Urumqi flight, promised two years ago, is flying at last.", "completed"),
    ("Мост в Кыркколе, обещанный ещё на 2022 год, сдан в мае Казахстаном и Россией.", "completed"),
    ("Рейс Ташкент — Ош, обещанный два года назад, наконец открыт.", "completed"),
]


@pytest.mark.parametrize(("text", "stage"), DESCRIBED)
def test_what_stands_between_commas_only_describes(text: str, stage: str) -> None:
    """No clause begins there, and what was promised long ago makes nothing old that is done now."""
    [promise] = read(text).commitments
    assert (promise.stage, promise.sector) == (stage, "transport")


FIGURES = [
    ("Kyrgyzstan lost $3.4 million when storms closed the Osh road.", ("other", "level", 3_400_000, "USD")),
    ("Exports of Kazakhstan lost $310 million compared with 2023.", ("exports", "change_abs", -310_000_000, "USD")),
    ("Dushanbe, a city of 1.2 million, has a park.", ("population", "level", 1_200_000, "person")),
    ("The number of scanners on the Kazakh side stayed at four.", ("other", "level", 4, "COUNT")),
    ("Three job fairs of Tajikistan and Kazakhstan are scheduled.", ("other", "level", 3, "COUNT")),
    ("Almaty and Osh run five passenger trains.", ("flights", "level", 5, "COUNT")),
    (
        "The plant in Shymkent will make 90 million packages of medicines a year.",
        ("production", "level", 90_000_000, "COUNT"),
    ),
]


@pytest.mark.parametrize(("text", "told"), FIGURES)
def test_a_figure_says_what_its_own_words_say(text: str, told: tuple[str, str, float, str]) -> None:
    [figure] = read(text).observations
    assert (figure.indicator, figure.measure, figure.obs_value, figure.unit_measure) == told


NO_FIGURES = [
    "The port of Kuryk in Kazakhstan is building a third berth and a fourth pier.",
    "In Tajikistan the median age is 22.",
    "The two exchanged opinions about saiga.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_ordinals_ages_and_people_are_no_figures(text: str) -> None:
    assert not read(text).observations


EACH = [
    ("Both cities, Bishkek and Dushanbe, plan to plant 5,000 trees each.", [("KG-GB", None), ("TJ-DU", None)]),
    ("Оба города, Бишкек и Душанбе, посадят по 5 тысяч деревьев.", [("KG-GB", None), ("TJ-DU", None)]),
    ("Екі өңір, Ош пен Әндіжан, әрқайсысы 50 гектардан жер бөледі.", [("KG-GO", None), ("UZ-AN", None)]),
    (
        "Osh and Andijan will send 80 schoolchildren from each region to camps of the other.",
        [("KG-GO", "UZ-AN"), ("UZ-AN", "KG-GO")],
    ),
]


@pytest.mark.parametrize(("text", "sides"), EACH)
def test_each_of_both_has_as_much(text: str, sides: list[tuple[str, str | None]]) -> None:
    assert [(f.ref_area, f.counterpart_area) for f in read(text).observations] == sides


def test_what_is_wanted_is_compared_with_what_has_been() -> None:
    wanted, been = read(
        "Some 300 riders are expected in Talas between August 10 and 14, up from 220 in 2024."
    ).observations
    assert (been.status, str(been.time_period)) == ("actual", "2024")
    assert wanted.obs_value == 300


def test_after_several_partners_a_figure_is_of_none_of_them() -> None:
    text = (
        "Uzbekistan received 3 million foreign guests. From Kyrgyzstan came 781,000 visitors, from Tajikistan 766,000, "
        "from Kazakhstan 548,000. The committee hopes for 10 million arrivals this year."
    )
    last = read(text).observations[-1]
    assert (last.ref_area, last.counterpart_area) == ("UZ", None)


def test_a_capital_that_acts_is_its_state() -> None:
    title = "Kazakhstan and Georgia run a shuttle train"
    text = "Kazakhstan and Georgia run a shuttle train. Baku, meanwhile, has promised to lower transit fees by 10%."
    [figure] = read(text, title).observations
    assert "AZ" in (figure.ref_area, figure.counterpart_area)


def test_the_sides_are_the_two_whose_officials_dealt() -> None:
    text = (
        "Airlines of Kazakhstan add seats. Kazakhstan's fleet grows.\n\nOn June 5 Uzbek Tourism Minister Farrux Olimov "
        "and Kyrgyz Deputy Minister Aigul Bekova signed a memorandum. Under it the sides will train 60 mountain guides."
    )
    figure = read(text, "How Kazakhstan flies").observations[-1]
    assert (figure.ref_area, figure.counterpart_area) == ("UZ", "KG")


def test_a_company_called_by_a_region_makes_no_governor_of_it() -> None:
    text = (
        "Jizzakh Province in Uzbekistan opened a pump factory. It was built together with China's Hebei Flow.\n\n"
        "Governor Rustam Ochilov said the province had attracted $640 million in foreign investment."
    )
    [person] = read(text, "Uzbek province opens pump factory").people
    assert person.area == "UZ-JI"


GOES_ON = [
    "Tajikistan and Kazakhstan signed an agreement. It provides for a database. Inspectors will carry out checks.",
    "Таджикистан и Казахстан подписали соглашение. Оно предусматривает создание базы. Инспекторы проведут проверки.",
]


@pytest.mark.parametrize("text", GOES_ON)
def test_what_a_paper_provides_for_its_paragraph_goes_on_to_tell(text: str) -> None:
    assert {promise.stage for promise in read(text).commitments} == {"signed"}


MINUTES = [
    ("Views were exchanged on wedding tourism.", "discussed"),
    ("It was decided not to proceed with the landfill.", "cancelled"),
    ("The Parties welcomed the completion of the Sumsar water main.", "completed"),
]


@pytest.mark.parametrize(("clause", "stage"), MINUTES)
def test_a_clause_of_minutes_tells_how_the_thing_stands(clause: str, stage: str) -> None:
    text = f"MINUTES\nof the meeting of Osh and Andijan\n\n1. To open a clinic in Osh by May 2026.\n\n2. {clause}"
    assert [promise.stage for promise in read(text).commitments] == ["agreed", stage]


TAKING_PART = [
    ("To the fair in Samarkand 120 companies have signed up.", "participants", 120),
    ("Thirty firms spent three days in Aktobe on a business mission.", "participants", 30),
    ("From January to June 186,000 people from Uzbekistan stayed in Osh for at least one night.", "tourists", 186_000),
]


@pytest.mark.parametrize(("text", "indicator", "number"), TAKING_PART)
def test_who_comes_is_told_by_what_they_do(text: str, indicator: str, number: int) -> None:
    assert (indicator, number) in {(f.indicator, f.obs_value) for f in read(text).observations}


HALVES = [
    ("The Khujand fair will be held in the first half of May 2026.", "2026-05-01", "2026-05-15"),
    ("Ярмарка в Худжанде пройдёт во второй половине февраля 2026 года.", "2026-02-16", "2026-02-28"),
    (
        "Ўзбекистон ва Қозоғистон форуми 2026 йил май ойининг биринчи ярмида Термизда бўлиб ўтади.",
        "2026-05-01",
        "2026-05-15",
    ),
    (
        "O'zbekiston va Qozog'iston forumi 2026-yil may oyining ikkinchi yarmida bo'lib o'tadi.",
        "2026-05-16",
        "2026-05-31",
    ),
    ("Форум 2026 жылғы мамыр айының екінші жартысында Шымкентте өтеді.", "2026-05-16", "2026-05-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), HALVES)
def test_half_of_a_month_is_no_half_of_a_year(text: str, first: str, last: str) -> None:
    [event] = read(text).events
    assert event.date
    assert (event.date.start, event.date.end) == (first, last)


EVENTS = [
    (
        "A tourism fair, to which 120 firms have signed up, will open in Samarkand on May 24.",
        "forum",
        "UZ-SA",
        "planned",
    ),
    ("The governors of Osh and Andijan met in Namangan at the invitation of the former.", "meeting", "UZ-NG", "held"),
    (
        "The joint water commission of Tajikistan and Uzbekistan will meet in Bukhara next month.",
        "forum",
        "UZ-BU",
        "planned",
    ),
    ("The sides resolved to hold a student olympiad in Samarkand on 20–24 April.", "other", "UZ-SA", "planned"),
]


@pytest.mark.parametrize(("text", "kind", "place", "status"), EVENTS)
def test_an_event_is_where_and_as_its_own_verb_says(text: str, kind: str, place: str, status: str) -> None:
    assert (kind, place, status) in {(e.type, e.place_code, e.status) for e in read(text).events}


NO_EVENTS = [
    "Trains will be assembled in Astana by Kazakh engineers.",
    "Only $1.8 million of raisins was left for visiting buyers from Aktau.",
    "The two governors shook hands on a plant for boilers.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_only_sounds_like_a_meeting_or_a_visit_is_none(text: str) -> None:
    assert not [e for e in read(text).events if e.type in ("meeting", "visit")]
