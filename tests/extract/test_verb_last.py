"""Languages whose verb stands last: what it governs stands before it, and so do time, place and people."""

from __future__ import annotations

from hamkor.model import Commitment, Document, Event, Statements
from hamkor.pipeline import read_document


def commitments(text: str) -> list[Commitment]:
    return list(_read(text).commitments)


def events(text: str) -> list[Event]:
    return list(_read(text).events)


def _read(text: str) -> Statements:
    return read_document(Document(id="x", text=text, digest="0", published="2025-05-20")).statements


def test_the_last_verb_tells_the_stage_of_the_whole_list() -> None:
    found = commitments("Tomonlar suv taqsimoti, turizm va ta’lim sohasidagi loyihalarni muhokama qildi.")
    assert [(c.stage, c.sector) for c in found] == [
        ("discussed", "water"),
        ("discussed", "tourism"),
        ("discussed", "education"),
    ]


def test_each_verb_governs_what_stands_after_the_one_before() -> None:
    found = commitments("Hokimlar bozor ochishga kelishib oldi, kasalxona qurish masalasini ko‘rib chiqdi.")
    assert [(c.stage, c.sector) for c in found] == [("agreed", "trade"), ("discussed", "health")]


def test_a_colon_after_a_verb_that_governs_nothing_opens_its_list() -> None:
    found = commitments("Tomonlar quyidagilarga kelishib oldi: reyslarni ko‘paytirish; maktab qurish.")
    assert [(c.stage, c.sector) for c in found] == [("agreed", "transport"), ("agreed", "education")]


def test_the_sides_before_a_thing_are_no_part_of_it() -> None:
    [signed] = commitments("Ikki vazirlik o‘rtasida paxta yetkazib berish shartnomasi imzolandi.")
    assert signed.evidence.exact == "paxta yetkazib berish shartnomasi imzolandi"


def test_time_and_place_before_an_event_are_its_own() -> None:
    [met] = events("12-may kuni Termizda ikki viloyat hokimlari uchrashdi.")
    assert (str(met.date), met.place_code, met.status) == ("2025-05-12", "UZ-SU", "held")


def test_the_verb_after_an_event_tells_that_it_is_to_come() -> None:
    [forum] = events("Kelgusi oyda Xivada turizm forumini o‘tkazish rejalashtirilgan.")
    assert (forum.type, forum.status, forum.place_code) == ("forum", "planned", "UZ-XO")


def test_an_area_with_an_ending_of_its_own_is_not_whose_office_it_is() -> None:
    [met] = events("Toshkentda Qozog‘iston vaziri Marat Ospanov elchi bilan uchrashdi.")
    assert met.place_code == "UZ-TK"
    assert met.participants[0].area == "KZ"
