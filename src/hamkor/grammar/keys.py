"""What the folder of a language must hold: the keys of `languages/keys.toml`, each with its form and its meaning."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hamkor.grammar.language import LANGUAGES

_TOLD = re.compile(r"(?P<form>\w+)(?P<fields>(?: \w+\??)*)(?: = (?P<first>[^:]+))?: (?P<meaning>.+)", re.S)
COLUMNS = "columns"  # the key under which a file's table of tab-separated values is told


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a language's folder.

    file      without its ending; `name` dotted where the key stands in a table of the file
    form      text, number, switch, list, map, records or columns (see keys.toml)
    fields    of records and columns: name → whether it must be there
    first     what a new folder begins with, as keys.toml writes it; None for nothing
    required  whether a folder must have it
    """

    file: str
    name: str
    form: str
    fields: Mapping[str, bool]
    first: str | None
    meaning: str
    required: bool = True


def list_keys() -> list[Key]:
    """All keys, by file, in the order in which keys.toml tells them.

    >>> next(key.meaning for key in list_keys() if (key.file, key.name) == ("lists", "and"))
    'what joins two things of a list'
    """
    told = tomllib.loads((LANGUAGES / "keys.toml").read_text("utf-8"))
    return [_read_key(file, name, text) for file, table in told.items() for name, text in _flatten("", table)]


def _flatten(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(f"{prefix}{name}.", value)
        else:
            yield prefix + name, value


def _read_key(file: str, name: str, text: str) -> Key:
    met = _TOLD.fullmatch(text)
    if not met:
        raise ValueError(f"keys.toml: {file}: {name}: {text!r} is not `form: meaning`")
    fields = {field.rstrip("?"): not field.endswith("?") for field in met["fields"].split()}
    return Key(file, name.rstrip("?"), met["form"], fields, met["first"], met["meaning"], not name.endswith("?"))


__all__ = ["COLUMNS", "Key", "list_keys"]
