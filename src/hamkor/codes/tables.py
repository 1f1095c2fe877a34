"""Code lists as they lie beside this file: read once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent


class UnknownCodeError(KeyError):
    """A code that its list does not hold."""

    def __init__(self, code: str, file: str) -> None:
        super().__init__(f"{file}.tsv: found {code!r}; expected one of its codes")


@lru_cache(maxsize=32)
def read_rows(file: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `<file>.tsv`; the first line that is no comment names the columns."""
    lines = [
        line
        for line in (_FOLDER / f"{file}.tsv").read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:])


@lru_cache(maxsize=32)
def read_codes(file: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of `<file>.tsv` by their first column, in the file's order."""
    return {next(iter(row.values())): row for row in read_rows(file)}


def get_row(file: str, code: str) -> Mapping[str, str]:
    """The row of a code. Raises UnknownCodeError where the list does not hold it."""
    row = read_codes(file).get(code)
    if row is None:
        raise UnknownCodeError(code, file)
    return row
