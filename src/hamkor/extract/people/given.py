"""Towns that are somebody's given name here: «Мадина Ҳакимова», “Sofia Petrova”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hamkor.extract.people.names import NameBook, load_names
from hamkor.grammar import Language, Part

_SURNAME = re.compile(r" (\w+)")


def without_given_names(language: Language, text: str, areas: Iterable[Part]) -> list[Part]:
    """The areas of a sentence without towns whose name is a given one and that a surname follows."""
    book = load_names(language)
    return [part for part in areas if part.value.sort != "city" or not _is_given(book, text, part)]


def _is_given(book: NameBook, text: str, town: Part) -> bool:
    """Whether a surname with a capital stands right behind the town's bare name."""
    met = _SURNAME.match(text, town.span.end)
    if not met or not met[1][0].isupper() or not book.is_surname(met[1]):
        return False
    return book.is_given(town.span.within(text))
