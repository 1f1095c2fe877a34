"""Why two are held to be one, in the user's language: the phrases of resolution, with the names of codes in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hamkor.codes.areas import find_area
from hamkor.messages import find_code, find_codes, get_language, get_text
from hamkor.messages.phrases import REASONS, translate
from hamkor.publish.places import tell_area

_BETWEEN = "; "
_CODE = re.compile(r"\b(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|[a-z]+(?:_[a-z]+)*)\b")
_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")
_GROUPS = ("position", "indicator", "sector", "stage", "event")


def tell_reasons(reasons: Iterable[str]) -> list[str]:
    """Each reason in the language of messages."""
    return [tell_reason(reason) for reason in reasons]


def tell_reason(reason: str) -> str:
    """One reason, or several of one comparison, in the language of messages.

    >>> from hamkor.messages import speak
    >>> with speak("ru"):
    ...     tell_reason("same surname: Ким; both are ambassador")
    'одна фамилия: Ким; оба — посол'
    """
    return _BETWEEN.join(_tell_parts(reason))


def _tell_parts(reason: str) -> Iterator[str]:
    language, point = get_language(), get_text("number.decimal")
    for part in reason.split(_BETWEEN):
        told = _CODE.sub(lambda met: _tell_code(met[0]), translate(part, language, REASONS))
        yield _POINT.sub(point, told)


def _tell_code(word: str) -> str:
    """The name of a code; any other word, and an English word that is its own name, as it is."""
    if word.isupper():
        return tell_area(word) if find_area(word) else word
    return next((find_code(group, word) for group in _GROUPS if word in find_codes(group)), word)
