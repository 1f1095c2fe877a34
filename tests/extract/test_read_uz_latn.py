"""What careful reading of Uzbek pages asks for: classes of sentences, each with near ones that say something else.

Figures stand in read_uz_latn.tsv (¶ parts lines of a text), where the class exists with sentences of other languages.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from hamkor.model import Document, Observation
from hamkor.model.statements import Statements
from hamkor.pipeline import read_document

_TABLE = Path(__file__).with_name("read_uz_latn.tsv")


def read(text: str, title: str | None = None) -> Statements:
    full = f"{title}\n\n{text}" if title else text
    return read_document(Document(id="x", text=full, digest="0", published="2025-11-14", title=title)).statements


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
