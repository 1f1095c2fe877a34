"""How a sentence begins that says more of an event told before: «это», «в частности», «встречу провели»."""

from __future__ import annotations

from hamkor.extract.commitments.words import get_words
from hamkor.extract.events.words import EventWords
from hamkor.extract.reading import Reading
from hamkor.model.value import value


@value(frozen=True, slots=True)
class Opening:
    """What the first words of a sentence say of the event that it tells.

    pointed   it is the one told before («это», “the memorandum was signed by …”)
    of_these  it is one of those told before («в частности»)
    led       who led the one told before («встречу провели»)
    """

    pointed: bool = False
    of_these: bool = False
    led: bool = False


def find_opening(reading: Reading, words: EventWords, number: int) -> Opening:
    """How sentence `number` begins, with or without what only opens it («по данным ведомства, …»)."""
    span = reading.sentences[number].sentence.span
    skipped = get_words(reading.language).opening(reading.folded[span.start : span.end])
    starts = {span.start, span.start + skipped}
    met = (any(key.match(reading.folded, at) for at in starts) for key in (words.pointing, words.of_these, words.led))
    return Opening(*met)
