"""Words with capitals, and those of them that stand together as one name would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hamkor.extract.people.names import NameBook
from hamkor.grammar import Language, compile_kept
from hamkor.grammar.alternatives import any_of
from hamkor.model.value import value
from hamkor.text.fold import fold
from hamkor.text.sounds import APOSTROPHES

_LONGEST = 4  # words of a name
SHORT = 2  # letters of words that stand within names, too («Юн Со Хо»)


@value(frozen=True, slots=True)
class Word:
    """A word with a capital, or an initial; `capitals` where the text has it all in capitals."""

    text: str
    folded: str
    start: int
    end: int
    capitals: bool

    @property
    def initial(self) -> bool:
        return self.text.endswith(".")


@dataclass(frozen=True, slots=True)
class Written:
    """How names are written in a language, and the words with capitals that begin none."""

    word: re.Pattern[str]
    particles: re.Pattern[str]
    trailing: re.Pattern[str]
    stop: frozenset[str]
    not_after: frozenset[str]
    not_before: tuple[str, ...]
    determiners: frozenset[str]
    titles: frozenset[str]


def load_written(language: Language) -> Written:
    """How names are written, from names.toml; loaded once."""
    written: Written = language.remember("written names", _load)
    return written


def _load(language: Language) -> Written:
    upper, lower, joint = (language.get("names", f"letters.{key}") for key in ("upper", "lower", "joint"))
    word = rf"[{upper}][{lower}]+(?:[{re.escape(joint)}][{upper}]?[{lower}]+)*(?!\w)"
    capitals = rf"[{upper}]{{4,}}(?!\w)"
    letter = rf"[{upper}][{APOSTROPHES}]?"  # «Oʻ.»
    second = rf"(?:[{lower}][{APOSTROPHES}]?)?"  # «Sh.», «Yoʻ.»
    initial = rf"[{upper}]\.-[{upper}]\.|{letter}{second}\.(?=\s?[{upper}])|{letter}\.(?=\s?[,;()—–-]|\s?$)"
    pattern = compile_kept(rf"(?<![\w.-])(?:{initial}|{word}|{capitals})|(?<=\.)(?:{initial}|{word})")
    particles = any_of(language.get("names", "letters.particles"))
    return Written(
        pattern,
        re.compile(rf" (?:(?:{particles}) )+"),
        re.compile(rf" ({any_of(language.get('names', 'letters.trailing'))})\b"),
        frozenset(fold(w) for w in language.get("names", "stop.words")),
        frozenset(fold(w) for w in language.get("names", "stop.not_after")),
        tuple(fold(w) for w in language.get("names", "stop.not_before")),
        frozenset(fold(w) for w in language.get("names", "stop.determiners")),
        frozenset(fold(w) for w in language.get("names", "stop.titles")),
    )


def make_word(written: str, folded: str, start: int, end: int) -> Word:
    """Surnames are written «МИРЗОЕВ» by some."""
    capitals = end - start > SHORT and written.isupper() and "." not in written
    return Word(written.capitalize() if capitals else written, folded[start:end], start, end, capitals)


def list_runs(book: NameBook, written: Written, text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that follow one another with at most one space between, cut where a new name begins."""
    run: list[Word] = []
    for number, word in enumerate(words):
        within = _within(written, text, run[-1], word) if run else None
        if within is not None:
            run += within
        touches = bool(run) and (within is not None or _touch(text, run[-1], word))
        leads = _leads_to_surname(written, text, words, number)
        if touches and not _begins_name(run, word, leads=leads) and not _follows_whole(book, run, word):
            run.append(word)
            continue
        if run:
            yield run
        run = [word]
    if run:
        yield run


def _leads_to_surname(written: Written, text: str, words: Sequence[Word], number: int) -> bool:
    """Whether initials stand here that a surname follows: «В. Х. Петров», not «Петров В. Х.»."""
    while words[number].initial:
        if number + 1 == len(words) or not _touch(text, words[number], words[number + 1]):
            return False
        number += 1
    return words[number].folded not in written.stop


def _within(written: Written, text: str, first: Word, second: Word) -> list[Word] | None:
    """The words in small letters that stand within a name: «Урсула фон дер Ляйен»; None where there are none."""
    met = written.particles.fullmatch(text, first.end, second.start)
    if not met:
        return None
    return [
        Word(m.group(), m.group(), m.start(), m.end(), False)
        for m in re.compile(r"\w+").finditer(met.string, *met.span())
    ]


def _touch(text: str, first: Word, second: Word) -> bool:
    return text[first.end : second.start] == " " or (first.initial and first.end == second.start)


def _begins_name(run: Sequence[Word], word: Word, *, leads: bool) -> bool:
    """Initials before a surname begin a name, unless initials stand before them; a word after «Иванов И.» does, too."""
    if word.initial:
        return leads and not run[-1].initial
    return len(run) >= _LONGEST or (run[-1].initial and not run[0].initial) or (run[0].initial and not run[-1].initial)


def _follows_whole(book: NameBook, run: Sequence[Word], word: Word) -> bool:
    """Whether a given name stands after a whole name: two people side by side («Олжас Бектенов Ильхам Әлиевті …»).

    Where the last word alone has the case, so does any word of no name («Талғат Сейтбеков | Бўстонлиқ ишбилармонлари»).
    """
    if len(run) < 2 or word.initial or word.text.islower() or run[-1].initial:
        return False
    surname = book.is_surname(run[-1].text) and not book.is_given(run[-1].text)
    begun = run[0].initial or book.is_given(run[0].text) or (book.case_on_last and not book.is_surname(run[0].text))
    whole = surname and begun
    return whole and not book.is_surname(word.text) and (book.case_on_last or book.is_given(word.text))
