"""What the sentence over a list says of the events in its items: «Стороны договорились: — открыть …»."""

from __future__ import annotations

from hamkor.extract.commitments.minutes import find_head, get_minutes_words
from hamkor.extract.commitments.stages import find_triggers
from hamkor.extract.events.mentions import Mention
from hamkor.extract.events.words import EventWords
from hamkor.extract.reading import Reading

_STATUS = {"agreed": "planned", "planned": "planned", "proposed": "proposed"}  # by the stage that a head tells


def get_head_status(reading: Reading, words: EventWords, mention: Mention) -> str | None:
    """planned | proposed for an item of a list whose head says so and that tells nothing past itself; else None."""
    if not mention.item or words.held.search(reading.folded, mention.clause.start, mention.clause.end):
        return None
    return _STATUS.get(_find_stage(reading, mention.number) or "")


def _find_stage(reading: Reading, number: int) -> str | None:
    """The stage that the last sentence before the items tells, where it ends in a colon."""
    head = next((s for s in reversed(reading.sentences[:number]) if s.sentence.kind != "item"), None)
    if head is None:
        return None
    span = head.sentence.span
    folded = reading.folded[span.start : span.end]
    if not folded.rstrip().endswith(":"):
        return None
    found = find_head(get_minutes_words(reading.language), folded, find_triggers(reading.language, head.scene), None)
    return found.stage if found else None
