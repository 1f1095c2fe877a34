"""Figures of what stands somewhere: its jobs, output and land are of that place, whatever two the document is about."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document


class Case(NamedTuple):
    """A text and the figure asked for, with the areas that are wanted; an empty counterpart is none."""

    language: str
    title: str
    text: str
    figure: str
    ref: str
    counterpart: str


_LINES = Path(__file__).with_name("sites.tsv").read_text(encoding="utf-8").splitlines()[2:]
CASES = [Case(*line.split("\t")) for line in _LINES]


def _find_sides(case: Case) -> tuple[str | None, str | None]:
    text = case.text.replace("\\n", "\n\n")
    read = read_document(Document(id="x", title=case.title, text=text, digest="0"))
    found = [o for o in read.statements.observations if case.figure.startswith(o.evidence.exact)]
    assert len(found) == 1, [o.evidence.exact for o in read.statements.observations]
    return found[0].ref_area, found[0].counterpart_area


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language}: {c.figure}, {c.ref}" for c in CASES])
def test_what_stands_somewhere_is_of_that_place(case: Case) -> None:
    assert _find_sides(case) == (case.ref, case.counterpart or None)
