"""What is told of two areas is the same whether it is looked up or looked for."""

from __future__ import annotations

import pytest
from ledger_samples import get_statements, get_text, prepare

from hamkor.ledger import Filter, Ledger
from hamkor.model import Statements

PAIRS = (("KZ", "UZ"), ("UZ", "KZ-75"), ("KZ", "KG"), ("TM", "TJ"))


@pytest.mark.parametrize("newest_first", [False, True])
def test_looked_up_or_looked_for(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, *, newest_first: bool) -> None:
    for id_ in ("a", "b", "c"):
        with ledger.writer() as writer:
            writer.add(prepare(id_, get_text()), get_statements(get_text()))
    found = []
    for rare in (1000, -1):
        monkeypatch.setattr("hamkor.ledger.views.base._RARE", rare)
        asked = [Filter(between=pair, newest_first=newest_first) for pair in PAIRS]
        asked += [Filter(about=area, newest_first=newest_first) for area in ("KZ", "UZ-TK", "TM")]
        with ledger.view() as view:
            rows = [[row.id for row in view.find_statements("observation", one, most=2)] for one in asked]
            of_them = [[row.id for row in view.find_documents(one, start=1, most=2)] for one in asked]
            told_by = [[(row.name, row.documents) for row in view.count_publishers(one)] for one in asked]
        found.append((rows, of_them, told_by))
        with ledger.writer() as writer:  # another state: nothing is remembered
            writer.add(prepare("z", f"{rare}"), Statements())
    assert found[0] == found[1]
    assert any(found[0][0])
