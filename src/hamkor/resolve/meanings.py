"""What the words of a promise mean, whatever their language: a flight, a mill, irrigation, a second phase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hamkor.resolve.concepts import find_concepts
from hamkor.resolve.tables import load_rows
from hamkor.text.sounds import drop_signs, fold_word

_FIRST = 2  # letters of a word that has no sign of softness to lose
_LONGEST_END = 9  # letters that may follow a beginning: what goes on longer is another word
_MOST_WORDS = 4  # of what the table says by several words
_SURE, _LONGEST_REST = 5, 14  # letters of a beginning that compounds begin with, too («вагоноремонтной»); their rest
_REMEMBERED = 1 << 14  # meanings: each statement of a paragraph is read with all of it
_NO_TOPIC = frozenset({"state", "weak"})  # marks of words that only tell what an office is


class Meaning(NamedTuple):
    """What some words mean: concepts, the mark of their row, and how many words say so."""

    concepts: tuple[str, ...]
    mark: str
    words: int


class _Entry(NamedTuple):
    """The words of one way to say it: each a beginning, or whole where `whole` says so; of several the first counts."""

    rank: int
    words: tuple[str, ...]
    whole: tuple[bool, ...]
    concepts: tuple[str, ...]
    mark: str

    def fits(self, words: Sequence[str]) -> bool:
        return len(self.words) <= len(words) and all(map(_fits, self.words, self.whole, words))


def find_meaning(words: Sequence[str], at: int, language: str) -> Meaning | None:
    """What the folded words from `at` on mean in a language; of several the one of most words, then of most letters.

    >>> find_meaning(["торгового", "дома"], 0, "ru") == find_meaning(["savdo", "uyini"], 0, "uz")
    True
    >>> find_meaning(["торгового", "дома"], 0, "ru")
    Meaning(concepts=('tradehouse',), mark='rare', words=2)
    """
    return _find(tuple(words[at : at + _MOST_WORDS]), language)


@lru_cache(maxsize=_REMEMBERED)
def _find(words: tuple[str, ...], language: str) -> Meaning | None:
    soft = [_soften(word) for word in words]
    met = min((entry for entry in _list_begun(soft[0], language) if entry.fits(soft)), default=None)
    return Meaning(met.concepts, met.mark, len(met.words)) if met else _find_topic(words[0], language)


def _list_begun(word: str, language: str) -> Iterator[_Entry]:
    """The ways to say something whose first word this one may be."""
    known = _load(language)
    for end in range(1, len(word) + 1):
        yield from known.get(word[:end], ())


@lru_cache(maxsize=8)
def list_concepts(mark: str) -> frozenset[str]:
    """The concepts of a mark."""
    return frozenset(c for row in load_rows("promises") if row["mark"] == mark for c in row["concept"].split())


def fold_letters(word: str) -> str:
    """A word as the table writes it: small, with plain apostrophes."""
    return fold_word(word).replace("ʽ", "'")


def _find_topic(word: str, language: str) -> Meaning | None:
    """What the word means in names of organisations: of a ministry of water, water."""
    own = (meant for meant in find_concepts(word) if meant.language == language and meant.mark not in _NO_TOPIC)
    meant = next(own, None)
    return Meaning(meant.concepts, "field", 1) if meant else None


def _soften(word: str) -> str:
    """A word without its signs of softness, which endings take off («фестиваль», «фестивалі»)."""
    return drop_signs(word) if len(word) > _FIRST else word


def _fits(beginning: str, whole: bool, word: str) -> bool:
    if whole:
        return word == beginning
    longest = _LONGEST_REST if len(beginning) >= _SURE else _LONGEST_END
    return word.startswith(beginning) and len(word) - len(beginning) <= longest


@lru_cache(maxsize=16)
def _load(language: str) -> dict[str, list[_Entry]]:
    """The ways to say something by the beginning of their first word."""
    found: defaultdict[str, list[_Entry]] = defaultdict(list)
    ways = sorted(_list_entries(language), key=lambda e: (-len(e.words), -sum(map(len, e.words))))
    for rank, entry in enumerate(ways):
        found[entry.words[0]].append(entry._replace(rank=rank))
    return dict(found)


def _list_entries(language: str) -> Iterator[_Entry]:
    for row in load_rows("promises"):
        for cell in row.get(language, "").split():
            words = cell.split("_")
            bare = tuple(_soften(fold_letters(word.removeprefix("="))) for word in words if word)
            whole = tuple(word.startswith("=") for word in words if word)
            yield _Entry(0, bare, whole, tuple(row["concept"].split()), row["mark"])
