"""Whether two towns or two names are one, told in sounds and codes as promises hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from hamkor.resolve.promises import MAYBE
from hamkor.text.sounds import VOWELS, is_near, list_frames, measure_sounds

_SPELLED = str.maketrans({"S": "sh", "C": "ch", "O": "yo", "A": "a", "w": "o"})  # what else sounds are, is a letter
_LONGEST_CASE = 4  # sounds that a case adds to a name
_SHORTEST_NAME = 4
_SHORTEST_HEARD = 3  # sounds of a word that one language only writes
_LONG_ENOUGH = 5  # sounds of a name that its last vowel may be taken from
_SHORTEST_FRAME = 4  # consonants


def is_same_town(left: str, right: str) -> bool:
    """Whether two ends of ways are one place: by area and number, by area and sound, or by sound alone."""
    area, number, sounds = left.split(":")
    other_area, other_number, other_sounds = right.split(":")
    if area and other_area:
        return area == other_area and (number == other_number or _strip(sounds) == _strip(other_sounds))
    return is_same_sound(sounds, other_sounds) or _is_same_frame(sounds, other_sounds)


@lru_cache(maxsize=20_000)
def _is_same_frame(left: str, right: str) -> bool:
    """Whether two places that no list has in both languages have the same consonants but one (Шаартуз, Shahritus)."""
    frame, other = sorted((_get_frame(left), _get_frame(right)), key=len)
    if len(frame) < _SHORTEST_FRAME or frame[0] != other[0] or len(other) - len(frame) > 1:
        return False
    return frame == other or any(other[:at] + other[at + 1 :] == frame for at in range(1, len(other)))


def _get_frame(sounds: str) -> str:
    """The consonants of a place, those that neighbours hear apart as one (Ұзынағаш, Uzunogʻoch)."""
    return list_frames(sounds)[0].replace("C", "S")


def _strip(sounds: str) -> str:
    return "".join(sound for sound in sounds if sound not in VOWELS)


@lru_cache(maxsize=100_000)
def is_same_name(left: str, right: str) -> bool:
    """Whether two names are one: by their sounds, or by what their words mean."""
    sounds, _, words = left.removeprefix(MAYBE).partition("|")
    other_sounds, _, other_words = right.removeprefix(MAYBE).partition("|")
    if is_same_sound(sounds, other_sounds) or (bool(words) and set(words.split()) == set(other_words.split())):
        return True
    return _are_same_words((sounds, words), (other_sounds, other_words))


def _are_same_words(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether the words in a row mean the same, or one language only writes a word of the other («Хорезм Туз»)."""
    words, other_words = left[1].split(), right[1].split()
    if len(words) != len(other_words) or not set(words) & set(other_words):
        return False
    pairs = zip(words, other_words, strict=True)
    return all(a == b or _is_heard(a, right[0]) or _is_heard(b, left[0]) for a, b in pairs)


def _is_heard(word: str, sounds: str) -> bool:
    return len(word) >= _SHORTEST_HEARD and word in sounds


def is_same_sound(left: str, right: str) -> bool:
    """Whether two rows of sounds are one name, one of them perhaps in a case."""
    short, long = sorted((left, right), key=len)
    if len(short) >= _SHORTEST_NAME and len(long) - len(short) <= _LONGEST_CASE and long.startswith(short):
        return True
    return is_near(measure_sounds(left, right), len(short)) or _strip_end(left) == _strip_end(right)


def _strip_end(sounds: str) -> str:
    """A long name without the vowel that a case changes (Темирбаба, на Темирбабе)."""
    return sounds[:-1] if len(sounds) > _LONG_ENOUGH and sounds[-1] in VOWELS else sounds


def count_shared(left: Iterable[str], right: Iterable[str], same: Callable[[str, str], bool]) -> int:
    """How many of the left have one of their own among the right."""
    others, shared = list(right), 0
    for one in left:
        met = next((other for other in others if same(one, other)), None)
        if met is not None:
            others.remove(met)
            shared += 1
    return shared


def share_names(left: Iterable[str], right: Iterable[str]) -> str:
    """The sounds of a name that both bear; empty where there is none."""
    return next((a.partition("|")[0] for a in left for b in right if is_same_name(a, b)), "")


def write_sounds(sounds: str) -> str:
    """Sounds as a reader may say them.

    >>> write_sounds("mingCa"), write_sounds("temirtamSi")
    ('mingcha', 'temirtamshi')
    """
    return sounds.translate(_SPELLED)


def spell(town: str) -> str:
    """A town as reasons tell it: the code of its area, else its sounds."""
    area, _, sounds = town.split(":")
    return area or write_sounds(sounds)


def write_list(values: Iterable[str]) -> str:
    """Values as reasons tell them."""
    return ", ".join(values) or "none"
