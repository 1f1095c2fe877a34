"""Text that some program read in a wrong encoding and wrote again, undone where that can be done without loss."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from functools import lru_cache

from hamkor.read.encoding import SAMPLE, Decoded, find_single_byte

TRIED = 1_000  # characters from the first beyond ASCII, on which it is tried
FEWEST_BROKEN = 4  # characters beyond ASCII from which a text is tried as one encoded twice
MOST_MARKED = 0.6  # share of letters with marks beyond which a text is in no Latin script
_BEYOND = re.compile(r"[^\x00-\x7f]")


def mend_twice_encoded(decoded: Decoded) -> Decoded:
    """Text that was once read in a wrong encoding and written again: «РўРѕСЂРіРѕРІР»СЏ», «Òîðãîâëÿ» are «Торговля».

    Only where all of it can be undone, which a text that is right as it is never lets.
    """
    first = _BEYOND.search(decoded.text)
    begun = decoded.text[first.start() : first.start() + TRIED] if first else ""
    for charset in ("cp1251", "cp1252"):
        if _undo(begun, charset, whole=False):
            mended = _undo(decoded.text, charset, whole=True)
            notice = f"the text had been read as {charset} and written again; this was undone"
            return Decoded(mended.lstrip("\ufeff"), "utf-8", notice) if mended else decoded
    return decoded


def _undo(text: str, charset: str, *, whole: bool) -> str | None:
    """What `text` was before it was read as `charset`; None where it never was. The end of a part may be broken off."""
    if sum(char > "\x7f" for char in text) < FEWEST_BROKEN:
        return None
    try:
        content = b"".join(_encode_back(char, charset) for char in text)
    except UnicodeError:
        return None
    try:
        return getincrementaldecoder("utf-8")().decode(content, whole)
    except UnicodeDecodeError:
        return content.decode(find_single_byte(content[:SAMPLE])) if _is_marked(text) else None


def _is_marked(text: str) -> bool:
    """Whether nearly all letters are Latin ones with marks: so looks Cyrillic misread, and no language."""
    letters = [char for char in text if char.isalpha()]
    return sum("À" <= char <= "ÿ" for char in letters) > MOST_MARKED * len(letters)


@lru_cache(4096)
def _encode_back(char: str, charset: str) -> bytes:
    """The byte a character was made of; one without a letter in the encoding stood as itself. Raises UnicodeError."""
    return bytes([ord(char)]) if "\x80" <= char <= "\xa0" else char.encode(charset)
