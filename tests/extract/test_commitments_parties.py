"""Whose promise a thing is: sides at the level at which they act, bodies that deal, third nations."""

from __future__ import annotations

import pytest

from hamkor.extract.commitments import find_commitments
from hamkor.extract.flow import read_parts
from hamkor.model import Commitment, Document
from hamkor.prepare import prepare


def read(text: str, *, title: str | None = None) -> list[Commitment]:
    document = Document(id="test", text=text, digest="0", title=title, published="2025-11-18")
    return find_commitments(read_parts(prepare(document)))


OPENING = "Казахстан и Узбекистан провели переговоры. Узбекистан и Казахстан соседи. "
PARTIES = [
    ("Стороны договорились открыть в Стамбуле общий склад.", {"KZ", "UZ"}),
    ("Стороны договорились построить в Бухарской области завод.", {"KZ", "UZ"}),
    ("Договорились продлить дорогу и с Самаркандской областью.", {"KZ", "UZ-SA"}),
    ("Банк «Тулпар» и компания «Барс» подписали договор о кредите.", {"Банк «Тулпар»", "Барс"}),
    ("Компания «Барс» запустит рейсы между столицами.", {"KZ", "UZ", "Барс"}),
    ("Узбекская компания «Барс» предложила поставлять рис.", {"KZ", "Барс"}),
    ("Казахстан договорился с Кыргызстаном о поставках угля.", {"KZ", "KG"}),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties(text: str, parties: set[str]) -> None:
    assert set(read(OPENING + text)[0].parties) == parties


def test_regions_act_where_their_heads_do() -> None:
    text = "Хоким Ферганской области Анвар Каримов и посол Казахстана Ерлан Сагинов встретились. "
    found = read(text + "Узбекистан ценит соседей. Стороны договорились открыть школу.")
    assert set(found[0].parties) == {"UZ-FA", "KZ"}


def test_a_bank_is_a_side_of_a_text_about_one_country() -> None:
    text = (
        "Азиатский банк развития поможет Кыргызстану. Кыргызстан отремонтирует дороги. Азиатский банк развития доволен."
    )
    assert set(read(text)[0].parties) == {"KG", "Азиатский банк развития"}


def test_items_of_what_was_signed_have_the_parties_that_signed() -> None:
    text = (
        "Компания «Барс» и компания «Тулпар» подписали протокол. Он предусматривает, что:\n\n"
        "– на станции появится второй путь;\n\n– тариф на соль снижен."
    )
    found = read(OPENING + "\n\n" + text)
    assert [(c.stage, set(c.parties)) for c in found] == [("signed", {"Барс", "Тулпар"})] * 2


def test_rows_of_a_road_map_tell_term_and_who_is_responsible() -> None:
    text = "1 | Запустить автобус в Нукус | до 1 мая 2026 г. | АО «Барс»\n\n2 | Посадить сад | март 2026 г. | АО «Дала»"
    found = read(text, title="Дорожная карта Казахстана и Узбекистана")
    assert [(c.evidence.exact, str(c.due and c.due.end), c.responsible) for c in found] == [
        ("Запустить автобус в Нукус", "2026-05-01", ("Барс",)),
        ("Посадить сад", "2026-03", ("Дала",)),
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Ремонт моста уже идёт. Закончить его рассчитывают к 1 сентября 2026 года.", "2026-09-01"),
        ("Строительство порта идёт. Завершить работы обещают в 2027 году.", "2027"),
    ],
)
def test_the_next_clause_tells_the_term(text: str, due: str) -> None:
    (found,) = read(OPENING + text)
    assert str(found.due and found.due.end) == due


def test_what_was_completed_long_ago_is_background() -> None:
    assert read(OPENING + "Мост построен в 1982 году.") == []
    assert [c.stage for c in read(OPENING + "Мост построен в октябре 2025 года.")] == ["completed"]


def test_a_list_of_goods_is_one_thing_of_trade() -> None:
    found = read(OPENING + "Стороны обсудили поставки муки, тканей и мебели.")
    assert [c.sector for c in found] == ["trade"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Вузы обменяются студентами во II квартале.", "2026-06"),
        ("Стороны планируют за восемь месяцев открыть цех.", "None"),
        ("Рейс, обещанный к декабрю, не взлетит.", "None"),
    ],
)
def test_times_without_a_year_lie_ahead_of_what_is_planned(text: str, due: str) -> None:
    assert str((found := read(OPENING + text)[0].due) and found.end) == due


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Банк предоставит Казахстану заём в 20 млн долларов на ремонт сельских школ.", "education"),
        ("Банк откроет кредитную линию.", "finance"),
        ("Стороны обсудили поставки сухого молока.", "trade"),
        ("Узбекистан поставит Казахстану 900 млн кВт·ч.", "energy"),
    ],
)
def test_a_loan_is_of_what_it_is_for(text: str, sector: str) -> None:
    assert [c.sector for c in read(OPENING + text)] == [sector]


def test_a_time_that_opens_a_sentence_is_the_term_of_all_its_verbs() -> None:
    found = read(OPENING + "До конца 2027 года стороны заменят насосы и построят две подстанции.")
    assert [str(c.due and c.due.end) for c in found] == ["2027-12-31", "2027-12-31"]


def test_a_lender_that_a_document_opens_with_is_its_side() -> None:
    found = read(
        "Евразийский банк развития предоставит Таджикистану кредит. Соглашение подписано в Душанбе. Евразийский банк "
        "развития обсуждает с Таджикистаном и линию в Узбекистан."
    )
    assert {c.parties for c in found if c.stage == "signed"} == {("TJ", "Евразийский банк развития")}


def test_minutes_charge_the_bodies_that_they_name() -> None:
    text = "ПРОТОКОЛ\n\nРЕШИЛИ:\n\n1. Поручить Министерству транспорта Казахстана согласовать график."
    (found,) = read(text, title="Протокол встречи делегаций Казахстана и Узбекистана")
    assert "Министерство транспорта Казахстана" in found.parties


LISTS = [
    (
        "Стороны договорились о запуске поезда до Джизака и подготовке меморандума между Ферганским государственным"
        " университетом и Ошским государственным университетом.",
        [{"KZ", "UZ"}, {"Ферганский государственный университет", "Ошский государственный университет"}],
    ),
    (
        "Стороны договорились о поставках риса и открытии клиники компанией «Барс».",
        [{"KZ", "UZ"}, {"KZ", "UZ", "Барс"}],
    ),
]


@pytest.mark.parametrize(("text", "parties"), LISTS)
def test_who_deals_in_the_next_thing_of_a_list_need_not_deal_in_this(text: str, parties: list[set[str]]) -> None:
    found = read(OPENING + text)
    assert [set(one.parties) for one in found] == parties
    assert found[0].instrument is None


AGAIN = [
    ("Компания «Барс» шьёт форму. Авиакомпания откроет рейсы в Джизак.", {"KZ", "UZ"}),
    ("Авиакомпания «Тулпар» летает в Актау. Авиакомпания откроет рейсы в Джизак.", {"KZ", "UZ", "Тулпар"}),
    (
        "Авиакомпания «Тулпар» летает в Актау. Компания «Барс» шьёт форму. Авиакомпания откроет рейсы в Джизак.",
        {"KZ", "UZ", "Тулпар"},
    ),
]


@pytest.mark.parametrize(("text", "parties"), AGAIN)
def test_the_airline_is_what_was_called_so(text: str, parties: set[str]) -> None:
    assert set(read(OPENING + text)[-1].parties) == parties


WISHED = [
    ("Мы заинтересованы в том, чтобы ткачи пришли в Кентау.", "ткачи пришли в Кентау", "proposed"),
    ("Стороны договорились о том, что весной откроется рейс в Нукус.", "весной откроется рейс в Нукус", "agreed"),
    ("Аким настаивает на том, чтобы дорогу построили до осени.", None, None),
]


@pytest.mark.parametrize(("text", "words", "stage"), WISHED)
def test_a_word_that_points_at_a_clause_is_no_thing_and_a_wish_is_not_done(
    text: str, words: str | None, stage: str | None
) -> None:
    assert [(c.evidence.exact, c.stage) for c in read(OPENING + text)] == ([(words, stage)] if words else [])
