"""Later steps told obliquely: who left, who came, what stands; and what such reports do with a promise."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.extract.test_states_told import check_state
from tests.extract.test_states_told import read as read_text
from tests.publish.test_traced import find_traced, read
from tests.tables import check_all

from hamkor.ledger import open_ledger
from hamkor.model import Commitment, Evidence, Period
from hamkor.resolve.following import Report, follow
from hamkor.resolve.promise_deeds import find_deeds, find_stage_ahead

TABLE = Path(__file__).parent / "told" / "oblique.tsv"
TODAY = date(2026, 3, 1)


def tell(day: date, stage: str, *, due: str = "", does: str = "", weak: bool = False) -> Report:
    term = Period(due) if due else None
    return Report(f"{day}{stage}", str(day), day, stage, term, frozenset(does.split()), weak=weak)


def promise(stage: str, rule: str, due: str = "") -> Commitment:
    term = Period(due) if due else None
    said = Evidence("0", 0, 1, "x")
    return Commitment(stage, "", (), term, None, (), None, None, None, said, rule=rule)


def test_what_is_told_obliquely_has_its_state() -> None:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")][1:]
    check_all(check_state, [(line, *line.split("\t")) for line in lines])


@pytest.mark.parametrize(
    ("before", "stage"),
    [("proposed", "proposed"), ("in_progress", "in_progress"), ("signed", "signed"), ("completed", "completed")],
)
def test_that_it_waits_moves_nothing(before: str, stage: str) -> None:
    waits = tell(date(2025, 9, 1), "planned", does="waits")
    assert follow([tell(date(2025, 1, 1), before), waits], TODAY).stage == stage


def test_what_was_agreed_and_waits_is_only_planned() -> None:
    waits = tell(date(2025, 9, 1), "planned", does="waits")
    assert follow([tell(date(2025, 1, 1), "agreed"), waits], TODAY).stage == "planned"


def test_what_is_put_off_and_waits_is_put_off() -> None:
    later = tell(date(2025, 9, 1), "planned", does="waits postpones")
    assert follow([tell(date(2025, 1, 1), "in_progress"), later], TODAY).stage == "planned"


def test_what_ends_it_outweighs_what_puts_it_off_on_one_day() -> None:
    day = date(2025, 9, 1)
    told = [tell(day, "cancelled"), tell(day, "planned", does="postpones")]
    for order in (told, told[::-1]):
        assert follow([tell(date(2025, 1, 1), "agreed"), *order], TODAY).stage == "cancelled"


@pytest.mark.parametrize(
    ("rule", "due", "words", "does"),
    [
        ("planned-still-not", "2026", (), {"waits"}),
        ("planned-none-yet", "", (), {"waits"}),
        ("planned-none-yet", "2027", (), set()),  # not in 2026 but in 2027
        ("planned-moved", "", (), {"waits"}),
        ("planned-moved", "", ("postpones",), {"postpones"}),
        ("planned-moved", "2027", ("postpones",), {"postpones"}),
        ("planned-not-by-then", "", (), {"postpones"}),
        ("planned-future", "", (), set()),
    ],
)
def test_what_the_rule_says_a_report_does(rule: str, due: str, words: tuple[str, ...], does: set[str]) -> None:
    assert find_deeds(promise("planned", rule, due), words) == does


@pytest.mark.parametrize(
    ("rule", "things", "due", "stage"),
    [
        ("progress-active", {"festival"}, "2026-09", "planned"),
        ("progress-active", {"festival"}, "2025-09", "in_progress"),
        ("progress-active", {"mill"}, "2026-09", "in_progress"),
        ("progress-sold", {"mill"}, "2026-09", "planned"),
        ("progress-sold", {"mill"}, "", "in_progress"),
    ],
)
def test_what_lies_ahead_is_prepared_not_under_way(rule: str, things: set[str], due: str, stage: str) -> None:
    assert find_stage_ahead(promise("in_progress", rule, due), things, TODAY) == stage


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("«Алтын-Жээк» на берегу Иссык-Куля заселён на две трети, рады в Ташкентской области.", True),
        ("«Кок-Жээк» на берегу Иссык-Куля заселён на две трети, рады в Ташкентской области.", False),
    ],
)
def test_a_name_of_its_own_is_enough(tmp_path: Path, text: str, joined: bool) -> None:
    ledger = open_ledger(tmp_path / "told.db")
    promised = "Иссык-Кульская и Ташкентская области договорились отремонтировать к маю санаторий «Алтын-Жээк»."
    read(ledger, tmp_path, [("p1", "2025-01-10", promised), ("t1", "2025-12-10", text)])
    assert (("p1", "t1") in find_traced(ledger)) == joined


@pytest.mark.parametrize(
    "text",
    [
        "Мост в Кадамжае не откроют раньше мая 2027 года, признали в Баткенской области.",
        "The bridge in Kadamjay will not open before May 2027, Batken Region admitted.",
        "Боткен вилояти: Қадамжойдаги кўприк 2027 йил майидан олдин очилмайди.",
        "Botken viloyati: Qadamjoydagi ko‘prik 2027-yil mayidan oldin ochilmaydi.",
        "Баткен облысы: Қадамжайдағы көпір 2027 жылдың мамырына дейін ашылмайды.",
    ],
)
def test_not_before_a_time_is_put_off_without_a_term(text: str) -> None:
    [told] = [c for c in read_text(text).commitments if c.stage != "discussed"]
    assert (told.stage, told.due) == ("planned", None)
