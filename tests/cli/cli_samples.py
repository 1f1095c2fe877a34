"""A ledger with a known content, whatever the stages before find in texts."""

from __future__ import annotations

import hashlib
import sqlite3
from decimal import Decimal
from pathlib import Path

from hamkor.ledger import Source, open_ledger
from hamkor.model import (
    Block,
    Commitment,
    Document,
    Event,
    Observation,
    OffsetMap,
    Organisation,
    Participant,
    PartOf,
    Period,
    Person,
    PreparedText,
    Quotation,
    Span,
    Statements,
)
from hamkor.model.evidence import Evidence, get_evidence

FIRST = (
    "Товарооборот Алматы и Узбекистана вырос на 20% и составил $850 млн, или около одной пятой всей торговли.\n"
    "\n"
    "Аким Ержан Тестбаев принял посла Бахрома Примерова. Стороны договорились до 1 марта 2026 года открыть рейс.\n"
    "\n"
    "=«Мы удвоим поставки», — сказал посол. Участвует компания «Пробный завод»."
)
SECOND = "В 2026 году Самарканд намерен поставить в Тараз 4,3 тыс. тонн винограда. Питомник обсудят позже."


def say(text: str, words: str) -> Evidence:
    start = text.index(words)
    return get_evidence(text, Span(start, start + len(words)), digest=get_digest(text))


def get_digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def prepare(id: str, text: str, *, published: str, publisher: str | None, url: str | None = None) -> PreparedText:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    title = f"Заголовок {id}"
    document = Document(id, text, get_digest(text), title=title, published=published, publisher=publisher, url=url)
    whole = OffsetMap((0,), (0,), len(text), len(text))
    return PreparedText(document, text, whole, "ru", (), published=published, publisher=publisher)


def figure(text: str, words: str, **fields: object) -> Observation:
    common: dict[str, object] = {
        "indicator": "trade_turnover", "subject": None, "qualifier": "exact", "status": "actual", "part_of": None,
        "time_period": Period("2025-01", "2025-09"), "ref_area": "KZ-75", "counterpart_area": "UZ",
    }  # fmt: skip
    return Observation(**{**common, **fields}, evidence=say(text, words), rule="probe")  # type: ignore[arg-type]


def get_first() -> tuple[PreparedText, Statements]:
    text = FIRST
    usd, pct = {"unit_measure": "USD"}, {"unit_measure": "PCT"}
    figures = (
        figure(text, "20%", measure="change", obs_value=Decimal(20), low=Decimal("19.5"), high=Decimal("20.5"), **pct),
        figure(
            text, "$850 млн", measure="level", obs_value=Decimal("8.5E+8"), low=Decimal(845_000_000),
            high=Decimal(855_000_000), **usd,
        ),
        figure(
            text, "одной пятой", measure="share", obs_value=Decimal(20), low=Decimal("18.33333333333"),
            high=Decimal("22.5"), qualifier="about", part_of=PartOf("trade_turnover", "KZ", "UZ"), **pct,
        ),
    )  # fmt: skip
    people = (
        Person("Ержан Тестбаев", "governor", "KZ-75", None, say(text, "Ержан Тестбаев")),
        Person("Бахром Примеров", "ambassador", "UZ", None, say(text, "Бахрома Примерова")),
    )
    there = tuple(Participant(person.name, person.position, person.area) for person in people)
    meeting = Event("meeting", Period("2025-12-27"), "Алматы", "KZ-75", "held", there, "CONSULT", say(text, "принял"))
    promise = Commitment(
        "agreed", "transport", ("KZ-75", "UZ"), Period("2026-03-01"), None, (), None, None, "date",
        say(text, "договорились до 1 марта 2026 года открыть рейс"), rule="agreed-to",
    )  # fmt: skip
    found = Statements(
        figures,
        (meeting,),
        (promise,),
        people,
        (Organisation("Пробный завод", say(text, "компания «Пробный завод»")),),
        (Quotation("Бахром Примеров", say(text, "=«Мы удвоим поставки")),),
    )
    url = "https://example.org/news?id=1&lang=ru"
    return prepare("desk-1", text, published="2025-12-28", publisher="Пробный вестник", url=url), found


def get_second() -> tuple[PreparedText, Statements]:
    grapes = figure(
        SECOND, "4,3 тыс. тонн", indicator="exports", subject="виноград", measure="level", obs_value=Decimal(4300),
        low=Decimal(4250), high=Decimal(4350), unit_measure="t", status="target", time_period=Period("2026"),
        ref_area="UZ-SA", counterpart_area="KZ-31",
    )  # fmt: skip
    nursery = Commitment(
        "discussed", "ecology", ("UZ-SA", "KZ-31"), None, None, (), None, None, None, say(SECOND, "Питомник обсудят")
    )
    return prepare("desk-2", SECOND, published="2026-01-15T09:30:00+05:00", publisher=None), Statements(
        (grapes,), (), (nursery,)
    )


def write_samples(file: Path) -> None:
    with open_ledger(file).writer(program="probe 1") as writer:
        for prepared, found in (get_first(), get_second()):
            writer.add(prepared, found, source=Source(prepared.document.text.encode()))


def check_whole(file: Path) -> int:
    """The number of documents of a ledger that passes every check of its database."""
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    off = """SELECT count(*) FROM statements LEFT JOIN documents ON documents.row_id = document
        WHERE substr(text, start + 1, "end" - start) IS NOT exact"""
    assert connection.execute(off).fetchone() == (0,)
    [(documents,)] = connection.execute("SELECT count(*) FROM documents")
    connection.close()
    return int(documents)
