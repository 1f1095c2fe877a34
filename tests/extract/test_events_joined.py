"""One event told several times, events that depend on one another, who took part, and PLOVER types."""

from __future__ import annotations

import pytest

from hamkor.extract.events import find_events
from hamkor.extract.flow import read_parts
from hamkor.model import Document, Event
from hamkor.prepare import prepare


def read(text: str, published: str = "2025-11-18") -> list[Event]:
    return find_events(read_parts(prepare(Document(id="test", text=text, digest="0", published=published))))


def test_words_that_point_back_are_no_new_event() -> None:
    found = read(
        "Аким Ерлан Касымов встретился с послом Азизом Каримовым. В ходе встречи речь шла о рисе. "
        "Участники встречи поблагодарили хозяев. По итогам переговоров составлен план."
    )
    assert [e.type for e in found] == ["meeting"]
    assert [p.name for p in found[0].participants] == ["Ерлан Касымов", "Азиз Каримов"]


def test_words_that_point_back_stand_for_an_event_told_nowhere_else() -> None:
    assert [e.type for e in read("По итогам переговоров цены снизили.")] == ["meeting"]


def test_another_partner_is_another_meeting() -> None:
    found = read(
        "Посол Азиз Каримов встретился с акимом Ерланом Касымовым. Позже посол провёл переговоры с компанией «Сигма»."
    )
    assert [e.type for e in found] == ["meeting", "meeting"]


def test_meeting_with_a_day_of_its_own_is_another() -> None:
    found = read("Сегодня министры провели переговоры. 3 октября состоялась встреча их заместителей.")
    assert [str(e.date) for e in found] == ["2025-11-18", "2025-10-03"]


def test_same_forum_counts_once() -> None:
    found = read("В Бухаре прошёл форум молодых врачей. На форуме молодых врачей выступил хоким.")
    assert len(found) == 1
    assert found[0].place_code == "UZ-BU"


def test_past_and_coming_sessions_are_two() -> None:
    found = read("В Оше завершился форум аграриев. Следующий форум состоится в 2026 году в Таразе.")
    assert [(e.status, e.place_code) for e in found] == [("held", "KG-GO"), ("planned", "KZ-31")]


def test_same_day_is_that_of_what_was_told_before() -> None:
    found = read("3 марта 2025 года министры подписали договор о рыбе. В тот же день открылся пункт пропуска.")
    assert [str(e.date) for e in found] == ["2025-03-03", "2025-03-03"]


def test_same_year_is_told_by_the_sentence_before() -> None:
    found = read("В 2023 году вузы подписали договор. В том же году послом в Латвии стал Азиз Каримов.")
    assert [(e.type, str(e.date)) for e in found] == [("signing", "2023"), ("appointment", "2023")]


def test_meetings_of_a_visit_are_at_its_place_and_time() -> None:
    found = read("16–17 ноября хоким Азиз Каримов находился в Казани. Он встретился с ректорами вузов.")
    assert [(str(e.date), e.place_code) for e in found] == [("2025-11-16/2025-11-17", "RU-TA")] * 2


def test_dateline_dates_no_event() -> None:
    found = read("АСТАНА, 18 ноября. Посол Азиз Каримов встретился с ректорами.", published="2025-11-20")
    assert found[0].date is None
    assert found[0].place is None


def test_dateline_places_where_the_host_acts() -> None:
    found = read("АСТАНА, 18 ноября. Премьер-министр Казахстана Ерлан Касымов принял губернатора края Петра Сомова.")
    assert (found[0].place, found[0].place_code) == ("Астана", "KZ-71")


def test_term_of_what_is_signed_is_not_its_day() -> None:
    found = read("В мае 2025 года стороны подписали программу обменов на 2025–2027 годы.")
    assert str(found[0].date) == "2025-05"


def test_time_of_a_figure_is_not_the_day_of_an_event() -> None:
    found = read("На форуме в Хиве назвали итоги торговли за девять месяцев 2025 года.")
    assert found[0].date is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Хоким пригласил коллег на форум мастеров.", "proposed"),
        ("Хоким предложил провести форум мастеров.", "proposed"),
        ("Идёт подготовка к форуму мастеров.", "planned"),
        ("Стороны договорились провести форум мастеров.", "planned"),
        ("Форум мастеров запланирован на весну.", "planned"),
        ("В форуме мастеров участвовали гости. Форум мастеров прошёл шумно.", "held"),
    ],
)
def test_status_is_told_by_the_words_around(text: str, status: str) -> None:
    assert [e.status for e in read(text) if e.type == "forum"] == [status]


def test_bodies_take_part_where_no_people_are_named() -> None:
    found = read("В ходе встречи с руководством ассоциации «ЧистыйГород» обсудили отходы.")
    assert [p.name for p in found[0].participants] == ["ЧистыйГород"]


def test_sides_take_part_where_nobody_is_named() -> None:
    found = read("Казахстан и Узбекистан ведут торг. Подписан протокол.")
    assert {p.name for p in found[0].participants} == {"KZ", "UZ"}


def test_people_keep_their_office_and_area() -> None:
    found = read("Аким Туркестанской области Ерлан Касымов принял посла Латвии Яна Озолса.")
    first = found[0].participants[0]
    assert (first.name, first.position, first.area) == ("Ерлан Касымов", "governor", "KZ-61")


def test_doubled_sentence_is_one_event_with_both_places() -> None:
    line = "Ректоры встретились с учителями в городе Арысь."
    found = read(f"{line}\n\n{line}\n\nШёл дождь.")
    assert len(found) == 1
    assert len(found[0].evidence.also) == 1


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("Министры провели переговоры.", "CONSULT"),
        ("Завтра министры встретятся в Оше.", "AGREE"),
        ("Хоким предложил провести форум мастеров.", "REQUEST"),
        ("Стороны подписали протокол.", "SUPPORT"),
        ("В Оше открылся завод.", "COOPERATE"),
    ],
)
def test_plover_type(text: str, plover: str) -> None:
    assert [e.plover for e in read(text)] == [plover]
