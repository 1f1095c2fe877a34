"""Roles in a sentence: who buys and who sells, who comes and goes where, whose waters they are."""

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


_LINES = Path(__file__).with_name("flows.tsv").read_text(encoding="utf-8").splitlines()[2:]
CASES = [Case(*line.split("\t")) for line in _LINES]


def _find_sides(case: Case) -> tuple[str | None, str | None]:
    text = case.text.replace("\\n", "\n\n")
    read = read_document(Document(id="x", title=case.title, text=text, digest="0"))
    found = [o for o in read.statements.observations if case.figure.startswith(o.evidence.exact)]
    assert len(found) == 1, [o.evidence.exact for o in read.statements.observations]
    return found[0].ref_area, found[0].counterpart_area


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language}: {c.figure}, {c.ref}" for c in CASES])
def test_roles_tell_whose_a_figure_is(case: Case) -> None:
    assert _find_sides(case) == (case.ref, case.counterpart or None)


_WHOLES = [line.split("\t") for line in Path(__file__).with_name("wholes.tsv").read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("text", "figure", "whole"), _WHOLES, ids=[row[0][:40] for row in _WHOLES])
def test_the_whole_of_a_share(text: str, figure: str, whole: str) -> None:
    observations = read_document(Document(id="x", text=text, digest="0")).statements.observations
    [part] = [o.part_of for o in observations if figure.startswith(o.evidence.exact)]
    assert part is not None
    assert f"{part.indicator} {part.ref_area} {part.counterpart_area}" == whole
