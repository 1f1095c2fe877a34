"""What writes a row of each kind as a plain object: for the command line, and for the files of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

_WRITERS: Mapping[str, tuple[str, str]] = {
    "document": ("kept", "write_document"),
    "people": ("bearers", "write_bearer"),
    "organisations": ("bearers", "write_bearer"),
    "thread": ("thread_json", "write_thread"),
    "series": ("series", "write_series"),
    "statistic": ("series", "write_release"),
}
_STATEMENT = ("kept", "write_statement")


def get_writer(kind: str) -> Callable[[Any], dict[str, Any]]:
    """What writes a row of this kind; its module is loaded only here, since some load much.

    >>> get_writer("people").__name__, get_writer("observation").__name__
    ('write_bearer', 'write_statement')
    """
    module, name = _WRITERS.get(kind, _STATEMENT)
    writer: Callable[[Any], dict[str, Any]] = getattr(import_module(f"hamkor.publish.{module}"), name)
    return writer
