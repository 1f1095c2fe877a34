"""Roles in a sentence: who buys and who sells, who comes and goes where, whose waters they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from hamkor.model import Document
from hamkor.pipeline import read_document
from side_cases import Case, find_sides, load_cases, name_case


@pytest.mark.parametrize("case", load_cases(Path(__file__).with_name("flows.tsv")), ids=name_case)
def test_roles_tell_whose_a_figure_is(case: Case) -> None:
    assert find_sides(case) == (case.ref, case.counterpart or None)


_WHOLES = [line.split("\t") for line in Path(__file__).with_name("wholes.tsv").read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("text", "figure", "whole"), _WHOLES, ids=[row[0][:40] for row in _WHOLES])
def test_the_whole_of_a_share(text: str, figure: str, whole: str) -> None:
    observations = read_document(Document(id="x", text=text, digest="0")).statements.observations
    [part] = [o.part_of for o in observations if figure.startswith(o.evidence.exact)]
    assert part is not None
    assert f"{part.indicator} {part.ref_area} {part.counterpart_area}" == whole
