"""Reads the figures of a small text and shows each on one line, so that tests can be read as tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from hamkor.extract.flow import read_parts
from hamkor.extract.observations import find_observations
from hamkor.model import Document, Observation
from hamkor.prepare import prepare

PUBLISHED = "2025-12-28"


def read_observations(text: str, title: str | None = None, published: str = PUBLISHED) -> list[Observation]:
    """The figures of a Russian text; its language is given, for some texts are too short to tell."""
    prepared = prepare(Document(id="test", text=text, digest="0", title=title, published=published))
    return find_observations(read_parts(replace(prepared, language="ru", notice=None)))


@pytest.fixture
def observe() -> Callable[..., list[Observation]]:
    return read_observations
