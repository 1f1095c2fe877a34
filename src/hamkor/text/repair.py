"""Repair of broken text, step by step, each edit written down so that every offset leads back to the original."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

from hamkor.model import OffsetMap
from hamkor.text.edits import Edit, apply_edits, compose, get_identity
from hamkor.text.scripts import mend_word

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
SPACES = "\u00a0\u202f\u2009\u2007\u2002\u2003\u3000"
_OTHER_BREAK = re.compile("[\f\v\x85\u2028\u2029]|\r(?!\n)")
_LONE_HYPHEN = re.compile(r"(?<=[^\s\d] )-(?= \S)|(?<=\d )-(?= [^\s\d])")
_MARKS = ".!?…:;,"
_COMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")  # a letter and the marks over or under it
_STRESS = "\u0300\u0301"
_GLUED = re.compile(r"[.!?…:;,]+[»”)\"]?(?=[«“„\"(]?[^\W\d_a-zа-яё])")
_GLUED_YEAR = re.compile(r"(?<=[^\W\d_]{3})[.!?](?=\d{4}[- ]?[^\W\d_])")  # a sentence that begins with a year
_GLUED_COMMA = re.compile(r",(?=[^\W\d_])")
_BEFORE_MARK = '»”%)]"'
_LETTER_MARKS = "ʻʼ"  # apostrophes that are letters in Unicode, and part of the one before: «Gʻ» is one letter
_SPACED_MARK = re.compile(r"[ \t]+(?=[,;:!?.…»”)](?:[\s»”)]|$))")
_DOUBLED = re.compile(r"(?<= ) +")
_LINE_HYPHEN = re.compile(r"([^\W\d_]+)-[ \t]*\r?\n[ \t]*(?=([^\W\d_]+))")
_LATIN_RUN = re.compile("[A-Za-z]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[.!?…;\n]")
_LABEL_WORDS = 2
_LONGEST_RUN = 200  # characters of an address, and
_LONGEST_LINE = 4000  # of a line, that are looked back over: a text without spaces must not cost its square
_DOMAINS = frozenset({"com", "org", "net", "info", "biz", "gov", "edu", "io", "kz", "uz", "ru", "kg", "tj", "tm", "az"})


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, the way back to the original, and the names of the steps that changed something."""

    text: str
    offsets: OffsetMap
    steps: tuple[str, ...] = ()


def drop_invisible(text: str) -> Iterator[Edit]:
    """Soft hyphens, zero-width characters and direction marks go."""
    for character in INVISIBLE:
        if character in text:
            return (Edit(m.start(), m.end(), "") for m in re.finditer(f"[{INVISIBLE}]+", text))
    return iter(())


def make_line_breaks(text: str) -> Iterator[Edit]:
    """Ends of pages, separators of lines and paragraphs, carriage returns that stand alone become line breaks."""
    return (Edit(m.start(), m.end(), "\n") for m in _OTHER_BREAK.finditer(text))


def compose_letters(text: str) -> Iterator[Edit]:
    """A letter and its mark written apart («и» and a breve) become the one letter they are; marks of stress go."""
    if is_normalized("NFC", text) and not any(mark in text for mark in _STRESS):
        return
    for met in _COMPOSED.finditer(text):
        whole = normalize("NFC", met.group())
        whole = whole.rstrip(_STRESS) if _CYRILLIC.match(whole) else whole
        if whole != met.group():
            yield Edit(met.start(), met.end(), whole)


def make_plain_spaces(text: str) -> Iterator[Edit]:
    """No-break, thin and wide spaces become the common one."""
    for character in SPACES:
        if character in text:
            return (Edit(m.start(), m.end(), " ") for m in re.finditer(f"[{SPACES}]", text))
    return iter(())


def make_dashes(text: str) -> Iterator[Edit]:
    """A hyphen between spaces is a dash, as programs without one write it; not between numbers."""
    return (Edit(m.start(), m.end(), "—") for m in _LONE_HYPHEN.finditer(text)) if " - " in text else iter(())


def join_line_hyphens(text: str) -> Iterator[Edit]:
    """A word broken by a hyphen at the end of a line is one word again; where the text elsewhere writes it with its
    hyphen, the hyphen stays."""
    if "-\n" not in text and "-\r\n" not in text and "- \n" not in text:
        return
    folded = text.lower()
    for met in _LINE_HYPHEN.finditer(text):
        left, right = met.group(1), met.group(2)
        if right[0].islower() and left[-1].islower():
            kept = f"{left}-{right}".lower() in folded
            yield Edit(met.end(1), met.end(), "-" if kept else "")


def mend_alike_letters(text: str) -> Iterator[Edit]:
    """Latin letters that look like Cyrillic ones become these inside a Cyrillic word, and the reverse."""
    if not _CYRILLIC.search(text):
        return
    at = 0
    for met in _LATIN_RUN.finditer(text):
        start, end = met.span()
        if start < at or not _is_suspect(text, start, end):
            continue
        start, end = _whole_word(text, start, end)
        mended = mend_word(text[start:end], alone_in_cyrillic=end - start == 1)
        if mended != text[start:end]:
            yield Edit(start, end, mended)
        at = end


def part_glued(text: str) -> Iterator[Edit]:
    """Sentences and clauses glued together («дело.Об», «года,но») are parted; initials and addresses are not.

    After a colon whose list fell out a new line begins.
    """
    places = {m.end(): m for m in _GLUED.finditer(text) if _is_glued(text, m)}
    places.update((m.end(), m) for m in _GLUED_YEAR.finditer(text) if not _in_address(text, m.start()))
    commas = (m.end() for m in _GLUED_COMMA.finditer(text) if _parts_words(text, m.start()))
    parted = {_after_quote(text, m): "\n" if _leads_in(text, m) else " " for m in places.values()}
    for place in sorted({*parted, *commas}):
        yield Edit(place, place, parted.get(place, " "))


def mend_spaces(text: str) -> Iterator[Edit]:
    """Doubled spaces become one; spaces before a punctuation mark go."""
    doubled = _DOUBLED.finditer(text) if "  " in text else ()
    spans = sorted({*(m.span() for m in doubled), *(m.span() for m in _spaced_marks(text))})
    at = 0
    for start, end in spans:
        if end > at:
            yield Edit(max(start, at), end, "")
            at = end


STEPS: tuple[tuple[str, Callable[[str], Iterable[Edit]]], ...] = (
    ("invisible characters", drop_invisible),
    ("kinds of line break", make_line_breaks),
    ("letters and their marks", compose_letters),
    ("kinds of space", make_plain_spaces),
    ("hyphens for dashes", make_dashes),
    ("hyphens at line ends", join_line_hyphens),
    ("letters that look alike", mend_alike_letters),
    ("glued sentences", part_glued),
    ("broken spaces", mend_spaces),
)


def repair(text: str) -> Repaired:
    """The text after all of `STEPS`, in their order. Quotation marks stay as they are: folding makes them equal.

    >>> repaired = repair("Это общее дело.Об этом шла речь .")
    >>> repaired.text, repaired.steps
    ('Это общее дело. Об этом шла речь.', ('glued sentences', 'broken spaces'))
    """
    offsets = get_identity(text)
    changed: list[str] = []
    for name, step in STEPS:
        edits = tuple(step(text))
        if edits:
            text, then = apply_edits(text, edits)
            offsets = compose(offsets, then)
            changed.append(name)
    return Repaired(text, offsets, tuple(changed))


def _spaced_marks(text: str) -> Iterator[re.Match[str]]:
    """A space before a mark is no error where the mark opens something: « .5» or «...»."""
    if any(f" {mark}" in text for mark in _MARKS + "»”)"):
        yield from _SPACED_MARK.finditer(text)


def _is_glued(text: str, met: re.Match[str]) -> bool:
    start, end = met.span()
    if not (text[start - 1 : start].isalnum() or text[start - 1 : start] in _BEFORE_MARK) or start == 0:
        return False
    word = _word_before(text, start)
    if met.group() == "." and len(word.rstrip(_LETTER_MARKS)) == 1 and not word.isdigit():
        return False  # т.е.Ташкент, г.Ташкент, Gʻ.Karimov
    if not _letter_after(text, end).isupper():
        return False
    return not _in_address(text, start)


def _parts_words(text: str, comma: int) -> bool:
    return text[comma - 1 : comma].isalpha() and not _in_address(text, comma)


def _leads_in(text: str, met: re.Match[str]) -> bool:
    """Whether a glued colon ends a clause whose list fell out; after one or two words it follows a label."""
    clause = _CLAUSE_END.split(text[max(0, met.start() - _LONGEST_RUN) : met.start()])[-1]
    return met.group() == ":" and len(clause.split()) > _LABEL_WORDS


def _word_before(text: str, end: int) -> str:
    start = end
    while start and end - start < 30 and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def _letter_after(text: str, at: int) -> str:
    return text[at + 1 : at + 2] if text[at : at + 1] in '«“„"(' else text[at : at + 1]


def _in_address(text: str, at: int) -> bool:
    """Whether the run of characters around `at` is an address of the web or of mail, or a name of a site."""
    low = max(0, at - _LONGEST_RUN)
    start = max(text.rfind(" ", low, at), text.rfind("\n", low, at), low - 1) + 1
    end = next((i for i in range(at, min(len(text), at + 60)) if text[i].isspace()), min(len(text), at + 60))
    run = text[start:end]
    if "://" in run or "@" in run or run.startswith("www."):
        return True
    tail = re.match(r"\.([A-Za-z]{2,4})\b", text[at : at + 6])
    return bool(tail and tail.group(1).lower() in _DOMAINS and text[at - 1 : at].isascii())


def _after_quote(text: str, met: re.Match[str]) -> int:
    """After the mark; a straight quotation mark that opens stays with what follows."""
    if met.group()[-1] != '"':
        return met.end()
    line = text.rfind("\n", max(0, met.start() - _LONGEST_LINE), met.start()) + 1
    opens = text.count('"', max(line, met.start() - _LONGEST_LINE), met.end()) % 2 == 1
    return met.end() - 1 if opens else met.end()


def _is_suspect(text: str, start: int, end: int) -> bool:
    """A run of Latin letters that touches a Cyrillic one, or a single one that stands where a short word does."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_cyrillic(before) or _is_cyrillic(after):
        return True
    single = end - start == 1 and text[start].islower()
    alone = single and after == " " and before in ("", " ", "\n", "(", "«", "“", '"')
    following = text[end + 1 : end + 2]
    last = text[max(0, start - 4) : start].rstrip(' ,(«“"—')[-1:]
    return alone and (_is_cyrillic(following) or following.isdigit()) and _is_cyrillic(last)


def _is_cyrillic(character: str) -> bool:
    return "\u0400" <= character <= "\u04ff"


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalpha():
        start -= 1
    met = _LETTERS.match(text, end)
    return start, met.end() if met else end
