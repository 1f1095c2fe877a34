"""From one script of a language to the one its data are written in, and back; offsets map by construction.

A table says what each letter, or group of letters, of a script is read as; where it matters, after what and before
what it must stand for that. Words are mapped one by one and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hamkor.model import OffsetMap
from hamkor.text.edits import get_identity, make_map

IN, OUT = "in", "out"
APOSTROPHES = "'ʻʼ‘’`´"  # all are written as the first in a table
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, APOSTROPHES[0]))
_EDGE = {"after": r"(?<![^\W_])", "before": r"(?![^\W_])"}
_LOOK = {"after": "(?<={})", "before": "(?={})"}
_REMEMBERED = 100_000
_Runs = tuple[tuple[int, int], ...]  # where the way back begins anew within a word: here, and in the word as written


class Letters(NamedTuple):
    """Of one script: `written` is read as `read`.

    after, before  letters of which one must stand there; `^` the beginning of the word, `$` its end, `!` none of these
    way            `in` to the script of the data, `out` from it
    """

    written: str
    read: str
    after: str = ""
    before: str = ""
    way: str = IN


class Mapped(NamedTuple):
    """A word in the other script, with its runs."""

    text: str
    runs: _Runs


class Transliterator:
    """The letters of one way, compiled once.

    >>> cyrillic = Transliterator([Letters("ш", "sh"), Letters("а", "a"), Letters("ь", "")])
    >>> text, offsets = cyrillic.convert("5 шаш")
    >>> text, offsets.clean, offsets.original
    ('5 shash', (0, 4, 7), (0, 3, 5))
    """

    def __init__(self, letters: Iterable[Letters]) -> None:
        self._letters = sorted(letters, key=lambda row: (-len(row.written), not row.after + row.before))
        self._rules = re.compile("|".join(f"({_rule(row)})" for row in self._letters), re.IGNORECASE)
        self._words = _find_words_with(_list_marks(self._letters))
        self._known: dict[str, Mapped] = {}

    def convert(self, text: str) -> tuple[str, OffsetMap]:
        """The text in the script of the data, and the way back."""
        if not self._letters:
            return text, get_identity(text)
        pieces: list[str] = []
        runs: list[tuple[int, int]] = [(0, 0)]
        at = length = 0
        for met in self._words.finditer(text):
            new, within = self.map_word(met[0])
            length += met.start() - at
            pieces += (text[at : met.start()], new)
            runs += [(length + clean, met.start() + original) for clean, original in within]
            at, length = met.end(), length + len(new)
        pieces.append(text[at:])
        return "".join(pieces), make_map(runs, length + len(text) - at, len(text))

    def convert_plain(self, text: str) -> str:
        """The text in the other script, where nobody will ask for the way back."""
        return self._words.sub(lambda met: self.map_word(met[0]).text, text) if self._letters else text

    def map_word(self, word: str) -> Mapped:
        """One word in the other script; `runs` are empty where both advance together."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._map(word)
        return known

    def _map(self, word: str) -> Mapped:
        pieces: list[str] = []
        runs: list[tuple[int, int]] = []
        at = length = 0
        for met in self._rules.finditer(word.translate(_ONE_APOSTROPHE)):
            start, end = met.span()
            read = _in_case(self._letters[(met.lastindex or 1) - 1].read, word, start, end)
            length += start - at
            if not read and end == len(word) and length > 1:
                runs.append((length - 1, start))  # a mute last letter belongs to the one before
            pieces += (word[at:start], read)
            length, at = length + len(read), end
            if 0 < len(read) < end - start:
                runs.append((length - 1, end - 1))  # the last letter read reaches to the end of what it stands for
            if len(read) != end - start:
                runs.append((length, end))
        return Mapped("".join(pieces) + word[at:], tuple(runs))


def make_transliterators(rows: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], Transliterator]:
    """By script and way, from the rows of a table (columns script, way, written, read, after, before).

    What comes in is mapped from all scripts at once, under the script `""`: texts mix them.
    """
    by: dict[tuple[str, str], list[Letters]] = {("", IN): []}
    for row in rows:
        letters = Letters(row["written"], row["read"], row["after"] or "", row["before"] or "", row["way"])
        by.setdefault(("" if letters.way == IN else row["script"], letters.way), []).append(letters)
    return {key: Transliterator(letters) for key, letters in by.items()}


def _list_marks(letters: Sequence[Letters]) -> set[str]:
    """Characters of which one stands in every word that the rules change; all of a group where no single one does."""
    single = {row.written for row in letters if len(row.written) == 1}
    return single.union(*(row.written for row in letters if not single.intersection(row.written)))


def _find_words_with(marks: set[str]) -> re.Pattern[str]:
    either = marks | {c.upper() for c in marks if len(c.upper()) == 1}
    either |= set(APOSTROPHES) if APOSTROPHES[0] in marks else set()
    inside = re.escape("".join(sorted({*APOSTROPHES, *(c for c in either if not c.isalnum())})))
    return re.compile(rf"[\w{inside}]*[{re.escape(''.join(sorted(either)))}][\w{inside}]*")


def _rule(row: Letters) -> str:
    return _context(row.after, "after") + re.escape(row.written) + _context(row.before, "before")


def _context(letters: str, side: str) -> str:
    """What must stand on this side, as a look around."""
    if not letters:
        return ""
    if letters[0] == "!":
        return f"(?!{_class(letters[1:])})" if side == "before" else f"(?<!{_class(letters[1:])})"
    edge = "^" if side == "after" else "$"
    choices: Sequence[str] = [_EDGE[side]] if edge in letters else []
    plain = letters.replace(edge, "")
    return f"(?:{'|'.join([*choices, *([_LOOK[side].format(_class(plain))] if plain else [])])})"


def _class(letters: str) -> str:
    return f"[{re.escape(letters)}]"


def _in_case(read: str, word: str, start: int, end: int) -> str:
    """`read` in the case of what it stands for: a capital alone gives one capital, among capitals it gives all."""
    if not read or not word[start:end][:1].isupper():
        return read
    around = word[start + 1 : end + 1] or word[start - 1 : start]
    return read.upper() if around[:1].isupper() else read[0].upper() + read[1:]
