"""Names of outlets and of whom they credit, in whatever script and case, brought to one key."""

from __future__ import annotations

import re
from functools import lru_cache

from hamkor.text.sounds import get_sounds

_WORD = re.compile(r"[^\W_]+(?:['‘’ʻʼʽ`´][^\W_]+)*")
_FEWEST = 3  # letters of a word that tells a name from another


@lru_cache(maxsize=10_000)
def get_publisher(name: str) -> str:
    """The sounds of the words of a name.

    >>> get_publisher("“Jondor tongi”") == get_publisher("Жондор тонги")
    True
    """
    words = [word for word in _WORD.findall(name) if len(word) >= _FEWEST] or _WORD.findall(name)
    return " ".join(sounds for word in words if (sounds := get_sounds(word.lower())))


def is_credited(publisher: str, credited: str) -> bool:
    """Whether the key of who is credited names this publisher: all words of the shorter of the two."""
    one, other = set(publisher.split()), set(credited.split())
    return bool(one and other) and (one <= other or other <= one)
