"""The lines of a document: which paragraph each goes on with, and what is an item or a row."""

from __future__ import annotations

import re

from hamkor.extract.observations.layout.line import Line
from hamkor.extract.observations.words import Words
from hamkor.extract.reading import ReadSentence
from hamkor.grammar import Scene
from hamkor.model import Sentence

_ITEM = re.compile(r"\s*(?:[-–—•·▪*]\s|\(?(?:\d{1,2}|\w)[.)]\s)")
_OPENING = (":", ";", ",", "?")
ROW = re.compile(r"\W{0,4}\ue011\s*[-—:]\s*[\ue000-\ue006]")  # “· China — 1.6 million”
BARE_ROW = re.compile(rf"{ROW.pattern}\W{{0,3}}")  # and nothing else
_WORD_AT = re.compile(r"\w")


def lay_line(
    words: Words, folded: str, scene: Scene, *, before: Line | None = None, read: ReadSentence | None = None
) -> Line:
    """The line of a scene, after the line `before` it."""
    if read is None:
        return Line(0, 0, scene, folded, words)
    laid = read.remember("line", lambda read: Line(0, 0, read.scene, folded, words, read))
    if before is None:
        return laid
    line = laid.move(before.number + 1, _paragraph(before, read))
    return line.move(line.number, before.paragraph) if _goes_on(line, before) else line


def _goes_on(line: Line, before: Line) -> bool:
    """Whether a new paragraph goes on with the figures of the one before it.

    It begins by pointing back («Bu ko'rsatkich …», “Of these …”), or is the next row of a list (“· China — 1.6 m”).
    """
    if line.paragraph == before.paragraph or not (line.figures and before.figures):
        return False
    if ROW.match(line.scene.text):
        return bool(ROW.match(before.scene.text))
    first = _WORD_AT.search(line.scene.text)
    return bool(first and any(c.start == first.start() for c in line.cues if "previous" in c.sorts))


def _paragraph(before: Line, read: ReadSentence) -> int:
    same = before.read and _in_one(before.read.sentence, read.sentence)
    return before.paragraph if same or before.scene.text.rstrip()[-1:] in _OPENING else before.paragraph + 1


def _in_one(before: Sentence, after: Sentence) -> bool:
    """Whether two sentences stand in one block, or in rows of one table."""
    return before.block == after.block or bool(before.row and after.row and before.row[0] == after.row[0])


def is_item(line: Line, before: Line) -> bool:
    """Whether a sentence is of a list: marked or numbered as an item, the rest of one, or after a semicolon."""
    if before.read and line.read and _in_one(before.read.sentence, line.read.sentence):
        return True
    marked = (line.read and line.read.sentence.kind in ("item", "cell")) or _ITEM.match(line.scene.text)
    return bool(marked) or before.scene.text.rstrip().endswith(";")
