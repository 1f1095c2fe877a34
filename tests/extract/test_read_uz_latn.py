"""What careful reading of Uzbek pages asks for: classes of sentences, each with near ones that say something else.

Figures stand in read_uz_latn.tsv (¶ parts lines of a text), where the class exists with sentences of other languages.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from hamkor.model import Observation
from hamkor.model.statements import Statements
from reading import read_text

_TABLE = Path(__file__).with_name("read_uz_latn.tsv")


def read(text: str, title: str | None = None) -> Statements:
    return read_text(f"{title}\n\n{text}" if title else text, title)


def find(text: str, number: float | str, title: str | None = None) -> Observation:
    value = Decimal(str(number))
    [figure] = [o for o in read(text, title).observations if o.obs_value == value]
    return figure


def load() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def tell(figure: Observation, name: str) -> str:
    """A field as the table writes it: a time by its beginning, a whole by its three parts."""
    value = getattr(figure, name)
    if name == "time_period" and value:
        return str(value.start)
    if name == "part_of" and value:
        return f"{value.indicator}:{value.ref_area}:{value.counterpart_area}"
    return str(value)


@pytest.mark.parametrize("row", load(), ids=lambda row: f"{row['fields']}: {row['text'][:40]}")
def test_figures_are_read_as_a_careful_reader_would(row: dict[str, str]) -> None:
    figure = find(row["text"].replace("¶", "\n"), row["number"])
    wanted = dict(field.split("=") for field in row["fields"].split())
    assert {name: tell(figure, name) for name in wanted} == wanted


def test_a_project_is_of_the_two_that_agreed_on_it_in_a_text_on_one_of_them() -> None:
    text = (
        "Navoiy viloyati yarim yilda 96 million dollarlik mahsulot eksport qildi. Eksportning 38 foizi Afg‘onistonga, "
        "21 foizi Rossiyaga to‘g‘ri keldi.\n\n4-iyul kuni viloyat hokimi Ulug‘bek Normatov Tojikistonning Xatlon "
        "viloyati raisi Davlatali Rahimzoda bilan uchrashdi. Tomonlar chegarada bozor ochishga kelishib oldi. "
        "Loyihaga 5 million dollar yo‘naltiriladi."
    )
    figure = find(text, 5000000, "Navoiy pishgan hosilini qayerga sotmoqda?")
    assert (figure.ref_area, figure.counterpart_area) == ("UZ-NW", "TJ-KT")


EVENTS = [
    ("Toshhovuzda Urganchdagi “Xiva Gilam” firmasining do‘koni ochildi.", ("opening", "TM-D")),
    ("Urganchda “Xiva Gilam” firmasining do‘koni ochildi.", ("opening", "UZ-XO")),
    ("Chegara postida kecha kengaytirish ishlari boshlandi.", ("opening", None)),
    ("Tadbirkorlar 22–24-may kunlari Tojikiston poytaxtida bo‘lib qaytdi.", ("visit", "TJ-DU")),
    ("Hokim mehmonlarni Termizda o‘tadigan “Bahor” festivaliga taklif etdi.", ("other", "UZ-SU")),
    ("Fermerlar Termizda o‘tadigan xalqaro ko‘rgazmaga tayyorlanmoqda.", ("forum", "UZ-SU")),
    ("Shuningdek, Namanganda Qozog‘iston madaniyati kunlarini o‘tkazishga kelishib olindi.", ("other", "UZ-NG")),
    ("Aviakompaniya Istanbulga haftasiga 4 ta reys ochadi.", ("opening", None)),
    ("Toshhovuz bilan vizasiz sayohat yo‘lga qo‘yilishi rejalashtirilgan, u mayda boshlanadi.", ("opening", None)),
    ("Elevator 22 million dollarga tushadi va 2026-yil iyulida ishga tushiriladi.", ("opening", None)),
]


@pytest.mark.parametrize(("text", "told"), EVENTS)
def test_events_are_of_their_kind_and_where_they_are(text: str, told: tuple[str, str | None]) -> None:
    assert (told[0], told[1]) in [(e.type, e.place_code) for e in read(text).events]


def test_what_the_next_sentence_says_of_a_paper_is_no_second_signing() -> None:
    text = (
        "O‘zbekiston va Koreya qarz bitimini imzoladi. Hujjat 1-noyabr kuni Seul shahrida rasmiylashtirildi. "
        "Uni vazir Aziz Karimov imzoladi."
    )
    assert [(e.type, e.place_code) for e in read(text).events] == [("signing", "KR-11")]


PROMISES = [
    ("Samarqandda bog‘ barpo etish bo‘yicha maslahatlashuv ham bo‘ldi.", "discussed"),
    ("Тузни Остонага жўнатиш ҳақида ҳам гап бўлди.", "discussed"),
    ("Yuklarni poyezdda jo‘natish masalasida esa bir to‘xtamga kelinmadi.", "discussed"),
    ("Biz yiliga 300 tonna baliq xarid qilishga tayyormiz, dedi hokim.", "proposed"),
    ("Gullar festivaliga Shimkentdan bog‘bonlar taklif etildi.", "proposed"),
    ("Rejalashtirilgan stadion suv tanqisligi bois loyihadan chiqarib tashlandi.", "cancelled"),
    ("Koreyalik mutaxassislar viloyatda issiqxona barpo etmoqda.", "in_progress"),
    ("Ovchilar yozda o‘zaro guvohnomalarni tan olishni boshlagan.", "in_progress"),
]


@pytest.mark.parametrize(("text", "stage"), PROMISES)
def test_promises_have_the_stage_that_their_verb_tells(text: str, stage: str) -> None:
    assert [c.stage for c in read(text).commitments] == [stage]


@pytest.mark.parametrize(
    "text",
    [
        "To‘xtatilgan zavodga tomonlar qaytish niyatida emas.",
        "Kredit imtiyozli shartlarda ajratilgan.",
        "Tojikistonga 11 million dollarlik sement va sabzavot jo‘natildi.",
        "Kelgusi yilda u yerga 5 ming tonna gilos jo‘natilishi kutilmoqda.",
        "Rais safar yakunini shunday baholadi: “Endi ish kerak”.",
    ],
)
def test_what_is_denied_lent_sent_or_only_expected_is_no_promise(text: str) -> None:
    assert read(text).commitments == ()


PARTIES = [
    (
        "Xorazm viloyati Toshhovuz bilan vizasiz sayohatni yo‘lga qo‘yadi.",
        "O‘zbekiston va Qozog‘iston",
        {"UZ-XO", "TM"},
    ),
    ("Pekin bilan fitosanitariya protokoli imzolandi.", "O‘zbekiston va Qozog‘iston gilos sotadi", {"UZ", "CN"}),
    (
        "Urganch aeroporti Istanbulga haftasiga 4 ta reys ochadi.",
        "Xorazm viloyati va Qozog‘iston",
        {"Urganch aeroporti", "TR"},
    ),
]


@pytest.mark.parametrize(("text", "title", "parties"), PARTIES)
def test_a_third_that_is_dealt_with_or_flown_to_is_a_party(text: str, title: str, parties: set[str]) -> None:
    [promise] = read(text, title).commitments
    assert set(promise.parties) == parties


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Navbatni internet orqali band qilish tizimini ishga tushirishga qaror qilindi, muddat – 2026-yil 1-fevral.",
         "2026-02-01"),
        ("Ikki viloyat o‘rmon barpo etishga va’da berdi, ekish fevralda boshlanadi.", "2026-02"),
        ("Kompaniya issiqxona quradi: qiymati 18 mln dollar bo‘lgan majmua 2026-yil iyunda ishga tushadi.", "2026-06"),
    ],
)  # fmt: skip
def test_a_term_told_behind_a_promise_is_its_own(text: str, due: str) -> None:
    [promise] = read(text).commitments
    assert promise.due is not None
    assert str(promise.due.start) == due


SECTORS = [
    ("Plastik idish qabul qilish shoxobchalarini ko‘paytirishga kelishildi.", "ecology"),
    ("Sug‘orish kanallarini betonlash muhokama qilindi.", "water"),
    ("Sex qurishga 2 gektar yer ajratishga kelishildi.", "industry"),
]


@pytest.mark.parametrize(("text", "sector"), SECTORS)
def test_land_given_for_something_is_of_that(text: str, sector: str) -> None:
    assert [c.sector for c in read(text).commitments] == [sector]


def test_why_something_was_dropped_tells_no_sector() -> None:
    [promise] = read("Golf maydoni qurish suv tanqisligi bois bekor qilindi.").commitments
    assert promise.sector != "water"


WRITTEN = [
    ("AKTAU, November 13, 2025 – The governor today received the minister.", "2025-11-13"),
    ("ANDIJON, 13-noyabr. Viloyat hokimi bugun O‘sh meri Bekzat Joldoshevni qabul qildi.", "2025-11-13"),
    ("ANDIJON, 3-noyabr. Viloyat hokimi bugun O‘sh meri Bekzat Joldoshevni qabul qildi.", "2025-11-14"),
]


@pytest.mark.parametrize(("text", "day"), WRITTEN)
def test_today_is_the_day_that_a_report_was_written_on_some_days_before(text: str, day: str) -> None:
    assert [str(e.date.start) if e.date else None for e in read(text).events] == [day]


def test_what_is_of_the_same_day_was_where_the_event_before_was() -> None:
    text = (
        "10-noyabr kuni Dushanbeda “Soft” kompaniyasining vakolatxonasi ish boshladi. Unda 35 dasturchi ishlaydi. "
        "Ular mahalliy yoshlar. Shu kuni ikki vazirlik elektron imzolarni tan olish to‘g‘risida memorandum imzoladi."
    )
    assert [(e.type, e.place_code) for e in read(text).events] == [("opening", "TJ-DU"), ("signing", "TJ-DU")]
