"""The system's Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE_MS = 120_000  # a busy machine may be slow
SERIOUS = {"serious", "critical"}  # faults that axe must not find


def find_browser() -> str | None:
    """The system's Chromium; HAMKOR_BROWSER names another."""
    named = os.environ.get("HAMKOR_BROWSER")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def launch() -> Iterator[Browser]:
    """A browser; where there is none, the test is skipped and says so."""
    program = find_browser()
    if program is None:
        pytest.skip("no Chromium is installed: pages were not tried in a browser")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()
