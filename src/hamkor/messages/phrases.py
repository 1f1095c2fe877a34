"""The stages say in English what went wrong, and why things are one; here it is said in the user's language.

What no table knows stays as it is: it is told in any case.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HOLE = "{}"


ERRORS, REASONS = "errors", "reasons"


def translate(phrase: str, language: str, table: str = ERRORS) -> str:
    """A phrase of an error, or of a reason, in `language`; unchanged where it is not known.

    >>> translate("more than 5 redirects", "ru")
    'больше 5 переадресаций'
    """
    exact, patterns = _load(language, table)
    if phrase in exact:
        return exact[phrase]
    found = ((pattern.fullmatch(phrase), told) for pattern, told in patterns)
    return next((told.format(*match.groups()) for match, told in found if match), phrase)


@cache
def _load(language: str, table: str) -> tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]:
    """Phrases as they are, and those with holes, the longest first, so that the most telling one is taken."""
    file = Path(__file__).with_name(f"{language}.{table}.tsv")
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    rows = [(said, told) for said, _, told in (line.partition("\t") for line in lines if not line.startswith("#"))]
    holes = sorted((row for row in rows if _HOLE in row[0]), key=lambda row: -len(row[0]))
    return dict(rows), [(_compile(said), told) for said, told in holes]


def _compile(said: str) -> re.Pattern[str]:
    return re.compile("(.+)".join(map(re.escape, said.split(_HOLE))), re.S)
