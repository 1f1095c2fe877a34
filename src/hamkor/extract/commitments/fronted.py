"""Things that stand before the verb and who acts: «О запуске линии стороны договорились на встрече»."""

from __future__ import annotations

from hamkor.extract.commitments.words import ClauseWords


def find_fronted(words: ClauseWords, before: str, after: str) -> tuple[int, int] | None:
    """Where the thing stands in `before`, the words of a clause before its verb; None where it does not stand there.

    A topic with its preposition, then who acts, and after the verb only where and when; or what opens with a word for
    topics («Вопросы …»), and who acts after the verb. Only where who acts is told by words of the language.
    """
    start = words.opening(before)
    told = before[start:]
    rest = _without_setting(words, after)
    if words.topics.match(told):
        return (start, len(before.rstrip())) if words.actors.match(rest) else None
    if not words.about.match(told) or words.has_content(rest):
        return None
    acting = next((met for met in words.actors.finditer(told) if met.end() >= len(told.rstrip())), None)
    end = acting.start() if acting else 0
    return (start, start + end) if words.has_content(told[:end]) else None


def _without_setting(words: ClauseWords, after: str) -> str:
    first = after.lstrip()
    place = words.setting.match(first)
    return first[place.end() :].lstrip() if place else first
