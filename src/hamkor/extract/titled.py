"""Which sentence is the title of its document, said before the text that tells the same in full."""

from __future__ import annotations

from hamkor.extract.reading import Reading
from hamkor.text.fold import fold

_END = (".", "!", "?", "…", ":", ";")
_QUOTES = "\"»”“' )"


def is_title(reading: Reading, number: int) -> bool:
    """Whether the first sentence is a paragraph of its own that is the title, or ends without a mark as titles do."""
    if (
        number
        or len(reading.sentences) < 2
        or reading.sentences[0].sentence.block == reading.sentences[1].sentence.block
    ):
        return False
    said = reading.sentences[0].sentence.span.within(reading.prepared.text).strip()
    return fold(said) == fold(reading.title or "") or not said.rstrip(_QUOTES).endswith(_END)


__all__ = ["is_title"]
