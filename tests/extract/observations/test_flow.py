"""What a paragraph told of a trade goes on: which way it goes, whose it is, of which months, whether it is done."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from hamkor.model import Document, Observation
from hamkor.pipeline import read_document


class Case(NamedTuple):
    """A text and a figure of it, with what is wanted; nothing wanted of a time is not asked."""

    language: str
    title: str
    text: str
    figure: str
    indicator: str
    ref: str
    counterpart: str
    period: str
    status: str


_LINES = Path(__file__).with_name("flow.tsv").read_text(encoding="utf-8").splitlines()[2:]
CASES = [Case(*line.split("\t")) for line in _LINES]


def _find(case: Case) -> Observation:
    document = Document(id="x", title=case.title or None, text=case.text, digest="0", published="2025-11-20")
    found = read_document(document).statements.observations
    return next(o for o in found if case.figure.startswith(o.evidence.exact))


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language}: {c.text[-40:]}" for c in CASES])
def test_what_was_told_before_goes_on(case: Case) -> None:
    found = _find(case)
    told = (found.indicator, found.ref_area or "", found.counterpart_area or "", str(found.status))
    assert told == (case.indicator, case.ref, case.counterpart, case.status)
    assert not case.period or str(found.time_period) == case.period
