"""The turnover of which a partner has a share: all that the first side has, for nothing is a share of itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document

_FILE = Path(__file__).with_name("shares_of_partners.tsv")
ROWS = [row.split("\t") for row in _FILE.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("whole", "share", "text"), ROWS, ids=[row[2][:40] for row in ROWS])
def test_the_share_of_a_partner_is_of_all_trade(whole: str, share: str, text: str) -> None:
    found = read_document(Document(id="told", text=text, digest="0")).statements.observations
    parts = [o.part_of for o in found if o.obs_value == Decimal(share)]
    assert [f"{p.ref_area} {p.counterpart_area}" for p in parts if p and p.indicator == "trade_turnover"] == [whole]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Andijon viloyatida yiliga 40 ming tonna paxta qayta ishlanadi.", "actual"),
        ("Андижон вилоятида йилига 3 минг тонна кўмир қазиб олинади.", "actual"),
        ("Tomonlar zavod qurishga kelishdi. Unda yiliga 40 ming tonna paxta qayta ishlanadi.", "target"),
        (
            "Farg‘onada fabrika ishga tushdi, fabrika yiliga 3 ming tonna ip yigiradi, deb xabar beradi “Vodiy”.",
            "actual",
        ),
    ],
)
def test_a_verb_of_now_or_later_is_of_now_where_told_with_how_often(text: str, status: str) -> None:
    found = read_document(Document(id="told", text=text, digest="0", published="2025-04-03")).statements.observations
    assert [o.status for o in found] == [status]
