"""Reads the figures of a small text and shows each on one line, so that tests can be read as tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hamkor.extract.flow import read_parts
from hamkor.extract.observations import find_observations
from hamkor.model import Document, Observation
from hamkor.prepare import prepare

PUBLISHED = "2025-12-28"

ReadFigures = Callable[[str, str], list[str]]


def read_observations(text: str, title: str) -> list[Observation]:
    document = Document(id="test", text=text, digest="0", title=title, published=PUBLISHED, language_hint="ru")
    return find_observations(read_parts(prepare(document)))


def show(figure: Observation) -> str:
    """`indicator measure value unit period ref>counterpart status`, `-` for what is not told; values to four digits."""
    value = f"{float(round(figure.obs_value, 4)):f}".rstrip("0").rstrip(".")
    areas = f"{figure.ref_area or '-'}>{figure.counterpart_area or '-'}"
    return f"{figure.indicator} {figure.measure} {value} {figure.unit_measure} {figure.time_period or '-'} {areas} {figure.status}"


@pytest.fixture
def read_figures() -> ReadFigures:
    return lambda text, title: [show(figure) for figure in read_observations(text, title)]


@pytest.fixture
def observe() -> Callable[[str, str], list[Observation]]:
    return read_observations
