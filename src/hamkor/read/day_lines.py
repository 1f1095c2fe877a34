"""Lines that tell when something was published: little but a day, and not a sentence, a term or a day of change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hamkor.read.dates import PrintedDay, find_days
from hamkor.read.words import fold, get_words

LONGEST = 100  # characters of a line that tells little but a day
MOST_WORDS = 8  # beside the day
NEAR = 40  # characters before a day in which words say what day it is
SHORTEST_WORD = 3  # letters of a word that tells something
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_SENTENCE_END = re.compile(r"(?:\w{3,}|\d)[»”\"')]*[.!?…;]\s*\Z")  # «2025 г.» ends none


def find_publication_day(text: str) -> str | None:
    """The first day in `text` that is not said to be today's, that of a change, or the end of a term.

    >>> find_publication_day("Обновлено: 13.03.2026. Опубликовано 12.03.2026")
    '2026-03-12'
    >>> find_publication_day("Срок: до 1 сентября 2026 года") is None
    True
    """
    end = 0
    for found in find_days(text):
        before = fold(text[max(end, found.start - NEAR) : found.start])
        if not (any(word in before for word in get_words("other_day")) or _ends_term(text, before, found)):
            return found.day
        end = found.end
    return None


def _ends_term(text: str, before: str, found: PrintedDay) -> bool:
    """Whether a day ends a term: «до 1 сентября», “deadline: …”, «1-sentabrgacha»."""
    words = _WORD.findall(before)
    named = any(word.startswith(get_words("terms")) for word in words)
    after = fold(text[found.start : found.end + NEAR])[: found.end - found.start + NEAR // 2]
    until = any(re.search(rf"{re.escape(word)}(?!\w)", after) for word in get_words("until_after"))
    return named or until or bool(words and before.rstrip().endswith(words[-1]) and words[-1] in get_words("until"))


def is_day_line(text: str) -> bool:
    """Whether a short line holds little but a day: "12 мая 2026, 10:15", "г. Костанай, 18 июня 2025 года".

    A sentence that names a day is none, nor is a term.

    >>> is_day_line("Рейс откроют 1 июня 2026 года."), is_day_line("Срок: 1 июня 2026 года")
    (False, False)
    """
    days = list(find_days(text))
    if not days or len(text) > LONGEST:
        return False
    before, after = text[: days[0].start], text[days[-1].end :]
    if len(re.findall(r"\w+", f"{before} {after}")) > MOST_WORDS or _tells(text, before, after):
        return False
    near = fold(before[-NEAR:])
    return not _ends_term(text, near, days[0])


def begins_with_day(text: str) -> bool:
    """Whether nothing is told before the first day of a text, as where a dateline opens it.

    >>> begins_with_day("Ташкент, 4 июня 2026. Форум открылся."), begins_with_day("Форум открылся 4 июня 2026 года.")
    (True, False)
    """
    first = next(find_days(text), None)
    return first is not None and not _find_telling(text[: first.start])


def _tells(text: str, before: str, after: str) -> bool:
    """Whether the words around the days of a line tell of them: a sentence, or a part of one.

    What only labels a day («Опубликовано …»), a place or a name beside it tells nothing.
    """
    if fold(before).startswith((*get_words("publication_day"), *get_words("other_day"))):
        return False
    told, rest = _find_telling(before), _find_telling(after)
    adjoins = bool(told and re.search(rf"{re.escape(told[-1])}\s+\Z", before))
    begins = bool(told and text.lstrip("-–—•· ").startswith(told[0]))
    return adjoins or begins or bool((told or rest) and _SENTENCE_END.search(text))


def _find_telling(text: str) -> Sequence[str]:
    """The words of a line that begin small and are none of those that go with days."""
    words = (word for word in _WORD.findall(text) if word[0].islower() and len(word) >= SHORTEST_WORD)
    return [word for word in words if not fold(word).startswith(get_words("day_words"))]


def without_days(text: str) -> str:
    """A line without the days it prints, the word for "year" after them, and what parted them from the rest.

    >>> without_days("Тобольские ведомости, 23 апреля 2026 г.")
    'Тобольские ведомости'
    """
    for day in reversed(list(find_days(text))):
        text = text[: day.start].rstrip(" ,;|·") + text[day.end :]
    return re.sub(r"\s+\w{1,2}\.$", "", text).strip(" ,;|·—–-")
