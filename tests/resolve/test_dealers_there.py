"""A bank's branch that no table knows as a thing: told by the bank that promised it, in the town that was promised."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.publish.test_traced import find_traced, read

from hamkor.ledger import open_ledger

PROMISED = (
    "Банк «Арал Капитал» до конца октября откроет отделение в Караколе. "
    "Так решили Иссык-Кульская и Алматинская области."
)


@pytest.mark.parametrize(
    "told",
    [
        "Банк «Арал Капитал» начал обслуживать клиентов в Караколе.",
        "“Aral Kapital” banki Qorako‘lda mijozlarga xizmat ko‘rsata boshladi.",
        "“Арал Капитал” банки Қоракўлда мижозларга хизмат кўрсата бошлади.",
        "«Арал Капитал» банкі Қаракөлде клиенттерге қызмет көрсете бастады.",
    ],
)
def test_who_promised_acts_there(tmp_path: Path, told: str) -> None:
    ledger = open_ledger(tmp_path / "told.db")
    read(ledger, tmp_path, [("p1", "2025-03-10", PROMISED), ("t1", "2025-11-10", told)])
    assert ("p1", "t1") in find_traced(ledger)


@pytest.mark.parametrize(
    "told",
    [
        "«Арал Капитал» начал обслуживать клиентов в Нарыне.",
        "«Арал Капитал» начал строить в Караколе мост.",
        "«Кол Капитал» начал обслуживать клиентов в Караколе.",
        "“Aral Kapital” banki Norinda mijozlarga xizmat ko‘rsata boshladi.",
    ],
)
def test_another_town_thing_or_bank_is_another(tmp_path: Path, told: str) -> None:
    ledger = open_ledger(tmp_path / "told.db")
    read(ledger, tmp_path, [("p1", "2025-03-10", PROMISED), ("t1", "2025-11-10", told)])
    assert ("p1", "t1") not in find_traced(ledger)
