"""What a sentence says became of a thing: what is denied, done in part, paused or goes on is not told as done."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tables import check_all

from hamkor.model import Document, Statements
from hamkor.pipeline import read_document

TABLE = Path(__file__).parent / "states_told.tsv"
AFTER = {"ru": "Об этом сообщили в пятницу.", "en": "The office said so on Monday.", "kk": "Бұл туралы кеше айтылды."}
UZBEK = {"uz-Latn": "Bu haqda kecha aytildi.", "uz-Cyrl": "Бу ҳақда кеча айтилди."}
# Stages of promises and states of traces that mean so.
MEANS = {
    "open": {"planned", "waits", "late", "stopped", "none"},
    "owed": {"planned", "waits", "ahead"},  # it should have been by now
    "part": {"in_progress", "going", "done"},
    "done": {"completed", "whole", "held", "served", "used"},  # what is used was opened
    "going": {"in_progress", "going"},
    "stopped": {"stopped"},
    "ended": {"stopped", "cancelled"},  # that it is for a time is told when it is joined
    "late": {"planned", "late"},
    "dropped": {"cancelled", "dropped"},
}


def read(text: str) -> Statements:
    return read_document(Document(id="d", text=text, digest="0", published="2025-11-20")).statements


def check_state(language: str, state: str, text: str) -> None:
    found = read(f"{text} {(AFTER | UZBEK)[language]}")
    told = [c.stage for c in found.commitments if c.evidence.start < len(text)]
    told += [t.state for t in found.traces if t.evidence.start < len(text)]
    assert (told or ["none"])[0] in MEANS[state], told
    held = [e.rule for e in found.events if e.type == "opening" and e.status == "held" and e.evidence.start < len(text)]
    assert state not in ("open", "owed") or not held


def test_what_became_of_a_thing_is_told() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    check_all(check_state, [(line, *line.split("\t")) for line in lines])


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Очистка канала в Кадамжае продолжится весной.", None),
        ("Очистка канала в Кадамжае продолжится до конца 2026 года.", "2026-12-31"),
        ("The cleaning of the canal in Kadamjay will continue in spring.", None),
        ("Қадамжойдаги канални тозалаш баҳорда давом эттирилади.", None),
    ],
)
def test_when_it_goes_on_is_no_term(text: str, due: str | None) -> None:
    [promise] = read(text).commitments
    assert (promise.stage, str(promise.due) if promise.due else None) == ("in_progress", due)


@pytest.mark.parametrize(
    "text",
    [
        "Родильное отделение, обещанное Баткену к лету, пациенток пока не принимает.",
        "The ward in Batken, due last summer, is not in use yet.",
        "Botkendagi bo‘lim, yozga va’da qilingan, hali ochilmagan.",
        "Боткендаги бўлим, ёзга ваъда қилинган, ҳали очилмаган.",
        "Баткен облысындағы бөлімше, жазға уәде етілген, науқастарды әлі қабылдамайды.",
    ],
)
def test_a_clause_goes_on_over_what_is_put_into_it(text: str) -> None:
    told = read(text).traces
    assert any(t.state == "waits" and t.evidence.exact == text.rstrip(".") for t in told), told


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("Последний из двенадцати троллейбусов прибыл в Павлодар 14 июня.", 0),
        ("Делегация Оша прибыла в Павлодар 14 июня.", 1),
        ("The last of the twelve trams arrived in Pavlodar on June 14.", 0),
        ("A delegation from Osh arrived in Pavlodar on June 14 by train.", 1),
        ("Кеше Павлодарға соңғы трамвай келді.", 0),
        ("Kecha Pavlodarga so‘nggi tramvay keldi.", 0),
    ],
)
def test_what_is_no_guest_makes_no_visit(text: str, visits: int) -> None:
    assert len([e for e in read(text).events if e.type == "visit"]) == visits
