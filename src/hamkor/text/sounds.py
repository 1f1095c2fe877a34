"""Words as sounds: one spelling for the many that a name has across languages, and how far two lie apart."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from hamkor.text.tables import read_table
from hamkor.text.transliterate import APOSTROPHES as _KINDS

_DATA = Path(__file__).parent / "data"
APOSTROPHES = _KINDS + "ʽ"  # and that of the data of Uzbek
VOWELS = frozenset("aAeOowui")
FAR = 9.0  # farther than any name from another spelling of it
_LIMIT = 0.55  # beyond which no further look is worth its time
_SIGNS = str.maketrans("", "", "ьъ")
_VOWELS_APART, _APART = 0.7, 1.2
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_ALIKE = str.maketrans("ghczdC", "kkkstS")
_SOFT_C = re.compile("c(?=[eiA])")  # cement, цемент; elsewhere it is a k
_GLIDE = re.compile("y(?=[aAeOowui])")
_DOUBLED = re.compile(r"([^aAeOowu])\1+")  # two vowels in a row may be two syllables
_X_AS_TWO = "ks"


class _Costs(NamedTuple):
    apart: dict[tuple[str, str], float]
    dropped: dict[tuple[str, str], float]


def fold_word(word: str) -> str:
    """Small letters and one kind of apostrophe; ё stays apart from е, unlike in `hamkor.text.fold`."""
    return word.lower().translate(_ONE_APOSTROPHE).replace("i̇", "i")


def drop_signs(word: str) -> str:
    """A small word without the signs that some endings take off («фестиваль», «фестивалі»)."""
    return word.translate(_SIGNS)


@lru_cache(maxsize=100_000)
def get_sounds(word: str) -> str:
    """The sounds of one word; letters of scripts that the table does not hold stay as they are.

    >>> get_sounds("Мирзиёев"), get_sounds("Mirziyoyev"), get_sounds("Xoʻjayev"), get_sounds("Ходжаев")
    ('mirziOev', 'mirziOev', 'hwjaev', 'hojaev')
    """
    letters, pattern = _letters()
    heard = pattern.sub(lambda met: letters[met[0]], fold_word(word))
    heard = _GLIDE.sub("", heard).replace("y", "i").replace("'", "").replace("-", "")
    return _DOUBLED.sub(r"\1", heard)


@lru_cache(maxsize=100_000)
def get_all_sounds(word: str) -> tuple[str, ...]:
    """The sounds of a word, and those that it has where x stands for two («Alexey»)."""
    plain = get_sounds(word)
    folded = fold_word(word)
    return (plain, get_sounds(folded.replace("x", _X_AS_TWO))) if "x" in folded else (plain,)


@lru_cache(maxsize=200_000)
def measure_words(left: str, right: str) -> float:
    """How far two words lie apart: 0 for one name in two spellings; the same from either side.

    >>> measure_words("Жўрабек", "Журабек") < 0.1 < measure_words("Бектенов", "Бектанов")
    True
    """
    return min(measure_sounds(a, b) for a in get_all_sounds(left) for b in get_all_sounds(right))


@lru_cache(maxsize=100_000)
def list_frames(word: str) -> tuple[str, ...]:
    """What the spellings of a word have in common: its consonants, those taken for one another as one; a vowel that
    it begins with leaves a mark. Two where x may stand for two sounds.

    >>> list_frames("Тошкент"), list_frames("Tashkent"), list_frames("Өзбекстан"), list_frames("Uzbekiston")
    (('tSknt',), ('tSknt',), ('asbkstn',), ('asbkstn',))
    """
    return tuple(dict.fromkeys(map(_frame, get_all_sounds(word))))


def _frame(sounds: str) -> str:
    first = "a" if sounds[:1] in VOWELS else ""
    heard = soften(sounds).translate(_ALIKE)
    return first + "".join(sound for sound in heard if sound not in VOWELS)


def soften(sounds: str) -> str:
    """Sounds with each c that is heard as s: cement is цемент."""
    return _SOFT_C.sub("s", sounds)


def is_near(distance: float, length: int) -> bool:
    """Whether words of about this many sounds that lie so far apart are one name."""
    return distance <= (0.2 if length <= 3 else 0.35 if length <= 5 else 0.48)


@lru_cache(maxsize=200_000)
def measure_sounds(left: str, right: str) -> float:
    """The least sum of costs that makes one row of sounds the other; FAR as soon as it cannot be small."""
    if left == right:
        return 0.0
    if left > right:
        left, right = right, left
    return _align(left, right)


def _align(left: str, right: str) -> float:
    losses = _list_drops(right)
    if _is_far_at(left, right, 0) or _is_far_at(left, right, -1):
        return FAR
    row = [0.0, *accumulate(losses)]
    for sound, loss in zip(left, _list_drops(left), strict=True):
        at = row[0] + loss
        new = [at]
        for other, other_loss, diagonal, above in zip(right, losses, row, row[1:], strict=False):
            same = diagonal if sound == other else diagonal + _differ(sound, other)
            at = min(same, above + loss, at + other_loss)
            new.append(at)
        row = new
        if min(row) > _LIMIT:
            return FAR
    return round(row[-1], 4)


def _is_far_at(left: str, right: str, end: int) -> bool:
    """Whether what they begin (0) or end (-1) with costs too much already."""
    if not left or not right or left[end] == right[end]:
        return False
    return min(_differ(left[end], right[end]), _list_drops(left)[end], _list_drops(right)[end]) > _LIMIT


@lru_cache(maxsize=100_000)
def _list_drops(word: str) -> tuple[float, ...]:
    """What it costs to leave out each sound of a word."""
    return tuple(_drop(word, at) for at in range(len(word)))


@lru_cache(maxsize=4096)
def _differ(left: str, right: str) -> float:
    known = _costs().apart.get((left, right))
    if known is not None:
        return known
    return _VOWELS_APART if left in VOWELS and right in VOWELS else _APART


def _drop(word: str, at: int) -> float:
    return _drop_beside(word[at], word[at - 1 : at] if at else "", word[at + 1 : at + 2])


@lru_cache(maxsize=8192)
def _drop_beside(sound: str, before: str, after: str) -> float:
    dropped = _costs().dropped
    beside = ["", before, after] + (["vowel"] if VOWELS & {before, after} else [])
    return min((dropped[sound, b] for b in beside if (sound, b) in dropped), default=_APART)


@lru_cache(maxsize=1)
def _letters() -> tuple[dict[str, str], re.Pattern[str]]:
    letters = {row["written"]: row["sound"] for row in read_table(_DATA / "letters.tsv")}
    longest_first = sorted(letters, key=len, reverse=True)
    return letters, re.compile("|".join(map(re.escape, longest_first)))


@lru_cache(maxsize=1)
def _costs() -> _Costs:
    apart: dict[tuple[str, str], float] = {}
    dropped: dict[tuple[str, str], float] = {}
    for row in read_table(_DATA / "costs.tsv"):
        left, right, cost = row["left"], row["right"], float(row["cost"])
        if right:
            apart[left, right] = apart[right, left] = cost
        else:
            dropped[left, row["beside"]] = cost
    return _Costs(apart, dropped)
