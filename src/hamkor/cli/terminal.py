"""What is known of where a command writes to: a terminal or not, how wide, with colours or not."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO

import click

NARROWEST, FALLBACK = 20, (100, 45)


def is_terminal(stream: IO[str]) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def get_width() -> int:
    """Columns of the terminal; COLUMNS says otherwise; 100 where there is none."""
    return max(NARROWEST, shutil.get_terminal_size(FALLBACK).columns)


def wants_colour(stream: IO[str]) -> bool:
    """Colours stand on a terminal only, and not where NO_COLOR is set (no-color.org)."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def note(text: str) -> None:
    """A line for the user beside the answer: on standard error, so that a pipe holds the answer alone."""
    sys.stdout.flush()
    click.echo(text, err=True)
