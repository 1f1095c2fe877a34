"""An error that nobody foresaw, told like any other: one document's, and the run goes on."""

from __future__ import annotations

import traceback

from hamkor.errors import HamkorError
from hamkor.messages import get_text


def describe_unforeseen(place: str, error: Exception) -> HamkorError:
    """The error as one of ours, with the place in the program where it came up."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({frames[-1].filename.rpartition('/hamkor/')[2]}:{frames[-1].lineno})" if frames else ""
    found = get_text("error.unforeseen", error=f"{type(error).__name__}: {error}{where}")
    return HamkorError(place, found=found, expected=get_text("error.statements"), do=get_text("error.report_it"))
