"""What English pages of agencies and administrations showed to be read wrongly: sentences of our own in their manner.

Where the class exists in the other languages, in them, too; and what must not be read so.
"""

from __future__ import annotations

import pytest

from hamkor.model import Document, Statements
from hamkor.pipeline import read_document


def read(text: str, published: str = "2025-11-10") -> Statements:  # a Monday
    return read_document(Document(id="page", text=text, published=published, digest="0")).statements


@pytest.mark.parametrize(
    "text",
    [
        "The delegation will visit the Chirchik plant, a museum and the office of a radio company.",
        "The governor intends to make a tour of the steel works, research laboratories and the botanical garden.",
        "The guests will take part in the launch of a truck assembly line and be received by the mayor.",
        "Official meetings are also expected to be held with the ministers of Uzbekistan.",
        "Губернатор намерен осмотреть сталелитейный завод, лаборатории и ботанический сад.",
        "Делегация посетит завод в Чирчике, музей и офис радиокомпании.",
    ],
)
def test_who_only_goes_to_see_promises_nothing(text: str) -> None:
    assert read(text).commitments == ()


@pytest.mark.parametrize(
    "text",
    [
        "The firm plans to build a mill in Osh, and its head will visit the site in May.",
        "The sides agreed to jointly inspect the river twice a year.",
        "Tashkent will host a fair of books in May.",
        "Стороны намерены построить в Оше мельницу.",
    ],
)
def test_what_is_done_beside_a_visit_is_still_promised(text: str) -> None:
    assert len(read(text).commitments) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday the delegation will visit a plant in Chirchik.",
        "Во вторник делегация посетит завод в Чирчике.",
        "On Tuesday the guests will be received by the mayor of Chirchik.",
    ],
)
def test_a_weekday_ahead_is_of_this_week_or_the_next(text: str) -> None:
    assert [(e.date and str(e.date), e.status) for e in read(text).events] == [("2025-11-11", "planned")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The fair kicked off on November 7 in Osh and will end on November 14.", "2025-11-07"),
        ("On Friday the delegation visited a plant in Chirchik.", "2025-11-07"),
        ("The fair will open on March 7 in Osh.", "2026-03-07"),
    ],
)
def test_what_began_is_not_of_next_year(text: str, day: str) -> None:
    assert str(read(text).events[0].date) == day


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met the ambassador of Japan in Osh. During the event they spoke of schools.",
        "The ambassador attended a handover ceremony in Osh. During the ceremony he thanked doctors.",
        "The presidents launched a trade zone in Osh. The opening ceremony followed their walk.",
        "A delegation came to the exhibition in Urumqi. At the opening ceremony of the exhibition the akim spoke.",
    ],
)
def test_words_for_any_event_mean_the_one_told_before(text: str) -> None:
    kinds = [e.type for e in read(text).events]
    assert len(kinds) == len(set(kinds))
    assert len(kinds) <= 2


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Akim (governor) of Akmola region Nurlan Asanov came.", "KZ-11"),
        ("The khokim (mayor) of Bukhara Botir Karimov spoke of the exports of the city.", "UZ-BU"),
        ("Аким (губернатор) Акмолинской области Нурлан Асанов приехал.", "KZ-11"),
    ],
)
def test_an_office_said_again_in_brackets_is_one(text: str, area: str) -> None:
    assert [(p.position, p.area) for p in read(text).people] == [("governor", area)]


def test_of_two_governors_each_has_an_area_of_his_own() -> None:
    text = "Akim (governor) of Akmola region Nurlan Asanov and the Kurgan Region Governor Aleksei Petrov met."
    assert [p.area for p in read(text).people] == ["KZ-11", "RU-KGN"]


@pytest.mark.parametrize(
    "text",
    ["By Anna Karimova - Steppe News:\n\nA mill was opened.", "A mill was opened.\n\nAnna Karimova, photo by Oleg Kim"],
)
def test_who_wrote_a_page_is_nobody_of_the_report(text: str) -> None:
    assert read(text).people == ()


@pytest.mark.parametrize(
    "text",
    [
        "Trade with the Russian Federation has grown.",
        "The border trade zone “Uzbekistan-Afghanistan” has been launched.",
        "The project for improvement of medical equipment is over: The Project for Improvement of Medical Equipment.",
    ],
)
def test_places_and_things_are_neither_bodies_nor_people(text: str) -> None:
    told = read(text)
    assert (told.organisations, told.people) == ((), ())


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Ambassador Botir Karimov stressed that trade grows. “We had a lot of good moments on this long way.”",
            "Botir Karimov",
        ),
        ("Ambassador Botir Karimov made the following remarks, “It is a joy to be here today.”", "Botir Karimov"),
        ("“The project is only at its very beginning,” said the official.", None),
        ("Guests saw a farm.\n\n“The President wants us to build greenhouses. There is a lot of land for them.”", None),
        ("Посол Ботир Каримов отметил рост. «У нас было много хороших дней на этом пути.»", "Ботир Каримов"),
    ],
)
def test_speech_that_stands_alone(text: str, speaker: str | None) -> None:
    assert [q.speaker for q in read(text).quotations] == [speaker]


def test_a_name_in_quotation_marks_is_no_speech() -> None:
    assert read("The firm makes tea. “Golden Leaf of the Steppe” is its brand.").quotations == ()


@pytest.mark.parametrize("verb", ["amounted to", "reached", "was at the level of"])
def test_a_noun_that_begins_a_sentence_gives_no_order(verb: str) -> None:
    text = f"In January-July the two sides traded. Export from Kyrgyzstan to Uzbekistan {verb} $159 million."
    figure = read(text).observations[-1]
    assert (figure.status, figure.qualifier, figure.ref_area) == ("actual", "exact", "KG")


def test_an_order_is_still_one() -> None:
    assert read("Export 15 tons of flour to Osh by May.").observations[0].status == "target"


@pytest.mark.parametrize(
    "text",
    [
        "Until the end of November it is planned to receive 56 million kWh, in December - 118 million kWh.",
        "До конца ноября планируется получить 56 млн кВт·ч, в декабре — 118 млн кВт·ч.",
    ],
)
def test_a_time_that_a_dash_gives_to_the_next_figure_is_its_own(text: str) -> None:
    periods = [str(f.time_period) for f in read(text).observations]
    assert periods[0] != periods[1] == "2025-12"


def test_a_time_behind_a_figure_still_dates_it() -> None:
    figure = read("It is planned to receive 56 million kWh of electricity in December.").observations[0]
    assert str(figure.time_period) == "2025-12"


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 the trade of Uzbekistan reached $34 billion. Trade with China made $6.9 billion. Chinese imports "
        "made $5 billion.",
        "В 2024 году торговля Узбекистана достигла 34 млрд долларов. С Китаем — 6,9 млрд. Китайский импорт составил "
        "5 млрд долларов.",
    ],
)
def test_imports_called_by_a_partner_come_from_it(text: str) -> None:
    figure = next(f for f in read(text).observations if f.indicator == "imports")
    assert (figure.ref_area, figure.counterpart_area) == ("UZ", "CN")


def test_who_has_the_next_rank_has_it_in_the_turnover() -> None:
    text = (
        "In 2024 the trade of Uzbekistan reached $34 billion.\n\nMost was traded with China, $6.9 billion. In "
        "particular, Chinese imports made $5 billion.\n\nIn second place is Russia with $5.2 billion, "
        "while it remains the largest export market."
    )
    figure = read(text).observations[-1]
    assert (figure.indicator, figure.ref_area, figure.counterpart_area) == ("trade_turnover", "UZ", "RU")


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("There are 144 enterprises with Afghan capital in the region.", ("UZ-SU", "AF")),
        ("There are 144 enterprises with Afghan capital in the country.", ("UZ", "AF")),
    ],
)
def test_what_is_in_the_region_is_of_the_one_told_of_last(text: str, areas: tuple[str, str]) -> None:
    before = "Uzbekistan and Afghanistan opened a zone in the Surkhandarya region. Afghan traders came to it. "
    figure = read(before + text).observations[-1]
    assert (figure.ref_area, figure.counterpart_area) == areas


def test_who_went_abroad_is_no_host_at_home() -> None:
    text = (
        "UST-KAMENOGORSK. STEPPE NEWS — A delegation of East Kazakhstan region headed by akim Danial Omarov came to an "
        "exhibition in Urumqi.\n\nDanial Omarov met with businessmen of Xinjiang."
    )
    assert {e.place_code for e in read(text).events} == {"CN-XJ"}


def test_part_of_a_name_with_a_hyphen_is_no_place() -> None:
    events = read("The akim took part in the China-Eurasia Expo exhibition in the city of Urumqi.").events
    assert {e.place_code for e in events} == {"CN-XJ"}


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A loan for the rehabilitation of water and wastewater infrastructure in Jizzakh was signed.", "water"),
        ("A contract for the rehabilitation of roads in Jizzakh was signed.", "transport"),
        ("An agreement on the rehabilitation of patients was signed.", "health"),
    ],
)
def test_what_is_rehabilitated_tells_the_sector(text: str, sector: str) -> None:
    assert [c.sector for c in read(text).commitments] == [sector]


def test_one_person_who_meets_others_each_time_has_two_meetings() -> None:
    text = (
        "Rustam Karimov will meet with President Shavkat Omarov. A working meeting is planned between Rustam Karimov "
        "and Deputy Prime Minister of Uzbekistan Elyor Aliev."
    )
    assert [e.type for e in read(text).events] == ["meeting", "meeting"]


def test_who_holds_another_office_is_not_the_one_who_speaks() -> None:
    text = (
        "“Trade grows every year,” noted Prime Minister Olzhas Asanov of Kazakhstan. “We spoke of filling the "
        "reservoir this spring,” said the Kazakh Minister of Water Resources."
    )
    assert [q.speaker for q in read(text).quotations] == ["Olzhas Asanov", None]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("The embassy of Japan handed over 22 GGP projects in Tajikistan.", "projects_count"),
        ("Last year 5 US companies came to Osh.", "enterprises"),
    ],
)
def test_things_counted_under_an_acronym(text: str, indicator: str) -> None:
    assert [f.indicator for f in read(text).observations] == [indicator]


def test_who_is_told_of_at_a_meeting_makes_no_other_one() -> None:
    text = (
        "Mayor Zhenis Toktorov of Osh met with khokim Shukhrat Rahmonov. During the meeting, Osh Mayor Zhenis "
        "Toktorov was given an order by the decree of President Shavkat Omarov."
    )
    assert [e.type for e in read(text).events] == ["meeting"]


def test_the_event_is_first_one_of_its_own_kind() -> None:
    text = (
        "Firms have signed contracts worth $1 billion, the minister told the Kazakh-Tajik Business Forum on Wednesday. "
        "The event took place in Astana."
    )
    assert [e.place_code for e in read(text).events if e.type == "forum"] == ["KZ-71"]
