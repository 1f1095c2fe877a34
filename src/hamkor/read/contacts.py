"""Lines at the end of a text that only say how to reach someone, or where to sign."""

from __future__ import annotations

import re

LONGEST = 200  # characters of such a line
_REACH = re.compile(
    r"\S@\S+\.\w|\+\d[\d\s()-]{7,}|\(\d{2,5}\)\s*\d{1,3}[\s-]?\d{2}|(?<!\d)\d{2,3}-\d{2}-\d{2}(?!\d)|\bwww\.\w|https?://"
)
_BLANK = re.compile(r"_{4,}|\.{8,}|…{3,}")


def is_contact(text: str) -> bool:
    """Whether a short line holds a telephone number, an address of mail or the web, or a blank to sign on.

    >>> is_contact("Исп. А. Ким, тел. (3812) 00-00-00"), is_contact("Chair ________ N. Beisekov")
    (True, True)
    >>> is_contact("Экспорт вырос на 12-15 % и составил 120-130 млн долларов.")
    False
    """
    return len(text) < LONGEST and (_REACH.search(text) is not None or is_blank(text))


def is_blank(text: str) -> bool:
    """Whether a line leaves a blank to sign or write on."""
    return _BLANK.search(text) is not None
