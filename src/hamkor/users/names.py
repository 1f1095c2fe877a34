"""Names of users: as they are shown, and as they are looked up."""

from __future__ import annotations

import unicodedata

from hamkor.errors import UsageError

LONGEST = 64  # characters


def read_name(text: str, place: str = "name") -> str:
    """A name as it is shown: spaces at its ends left out, letters composed.

    Raises UsageError where it is empty, too long, or holds characters that cannot be seen.

    >>> read_name(" Лола  Каримова ")
    'Лола Каримова'
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or len(name) > LONGEST or not name.isprintable():
        expected = f"1 to {LONGEST} letters, digits, signs"
        raise UsageError(place, found=repr(text[: 2 * LONGEST]), expected=expected, do="choose another name")
    return name


def make_key(name: str) -> str:
    """A name as it is looked up: the same for names that differ in case or in the width of letters only.

    >>> make_key("Lola"), make_key("ＬＯＬＡ ")
    ('lola', 'lola')
    """
    return " ".join(unicodedata.normalize("NFKC", name[: 2 * LONGEST]).casefold().split())
