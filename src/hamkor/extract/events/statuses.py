"""Whether an event was held, is planned or only proposed."""

from __future__ import annotations

import re

from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.words import EventWords
from hamkor.extract.reading import Reading
from hamkor.model import Period, Span

_NEAR = 60  # characters around the words of an event that tell its tense


def get_status(reading: Reading, words: EventWords, mention: Mention, when: Period | None) -> str:
    """held | planned | proposed: by the rule, the event's own words, the date, then the words around them."""
    if mention.status:
        return mention.status
    published = reading.published
    if when and published and when.last < published:
        return "held"
    if words.proposed.search(reading.folded, *_around(mention)):
        bid = words.bids.search(reading.folded, *_before(mention))
        return "proposed" if bid or not _says(words.planned, reading, mention) else "planned"
    ahead = bool(when and published and when.first > published)
    return "planned" if ahead or _is_ahead(reading, words, mention) else "held"


def _is_ahead(reading: Reading, words: EventWords, mention: Mention) -> bool:
    """By the event's own words, then what stands before them, then (where no verb is of the past) around them."""
    before = _before(mention)
    if _says(words.planned, reading, mention) or words.coming.search(reading.folded, before[0], mention.words.end):
        return True
    if _says(words.held, reading, mention):
        return False
    around = _around(mention)
    return bool(words.planned.search(reading.folded, *around)) and not words.held.search(reading.folded, *around)


def _says(pattern: re.Pattern[str], reading: Reading, mention: Mention) -> bool:
    return bool(pattern.search(reading.folded, mention.words.start, mention.words.end))


def _around(mention: Mention) -> tuple[int, int]:
    near = Span(mention.words.start - _NEAR, mention.words.end + _NEAR)
    return max(mention.clause.start, near.start), min(mention.clause.end, near.end)


def _before(mention: Mention) -> tuple[int, int]:
    return max(mention.clause.start, mention.words.start - _NEAR), mention.words.start
