"""Lines that are no text by what they say: «Read also: …», «Photo: …», a counter, a stamp, a copyright notice."""

from __future__ import annotations

import re

from hamkor.read.day_lines import is_day_line
from hamkor.read.html.units import Unit
from hamkor.read.words import fold, get_word_set, get_words, holds, starts_with

SHORT_NOTICE = 300  # characters up to which a paragraph may be a notice of the site
SHORT_WORD = 40  # characters up to which one word at its beginning makes a line furniture
SHORT_INVITATION = 160  # characters of a line that invites to a network
SHORT_STAMP = 60  # characters of a line that holds the day of publication
_COPYRIGHT = re.compile(r"copyright\W*(?:\(c\)|©|\d{4})")
LABELLED_STAMP = 120  # and of one that begins with what day it is: "Updated … | Published …"


def is_notice(unit: Unit) -> bool:
    """Whether the words themselves are furniture: «Read also: …», «Photo: …», a counter, a time."""
    words = unit.folded.lstrip("([{—–-•*· ")
    if unit.kind == "row":
        return _is_label_row(unit)
    if len(words) <= SHORT_STAMP * 2 and starts_with(words, "captions"):
        return True
    if len(words) <= SHORT_NOTICE and (_begins_notice(words) or holds(words, "holds") or _invites(words)):
        return True
    numbered = unit.kind == "heading" and re.search(r"\d", words)  # "3. 25 %" heads its paragraph
    return (not numbered and not re.search(r"[^\W\d]{2}", words)) or is_stamp(unit)


def _is_label_row(unit: Unit) -> bool:
    """Whether a row only says when the page was published or changed, or how often it was seen."""
    if len(unit.cells) != 2 or not all(unit.cells):
        return False
    name, value = (fold(cell) for cell in unit.cells)
    dated = holds(name, "publication_day") or holds(name, "other_day")
    counted = value.isdigit() and starts_with(f"{name.rstrip(':')}:", "starts")
    return (dated and is_day_line(value)) or counted


def _invites(words: str) -> bool:
    return len(words) <= SHORT_INVITATION and holds(words, "networks") and holds(words, "invitations")


def is_stamp(unit: Unit) -> bool:
    """Whether a short line is a day with a name or counter beside it, not a sentence about that day."""
    if starts_with(unit.folded, "other_day") or starts_with(unit.folded, "publication_day"):
        return len(unit.text) < LABELLED_STAMP and is_day_line(unit.text)
    told = unit.ends_sentence and unit.element.tag == "p"
    return len(unit.text) < SHORT_STAMP and not told and is_day_line(unit.text)


def _begins_notice(words: str) -> bool:
    """A word alone makes short lines notices only: "Comments (3)", not "Comments by the minister were …"."""
    if not starts_with(words, "starts"):
        return False
    begin = max((word for word in get_words("starts") if words.startswith(word)), key=len)
    telling = not begin.isalpha() or _COPYRIGHT.match(words) is not None
    return telling or (len(words) <= SHORT_WORD and not words.endswith("."))


def ends_text(unit: Unit, after: Unit | None = None) -> bool:
    """Whether the line heads what no longer belongs to the text: «Latest news», «Comments (3)».

    A heading such as «Other interviews» does so where a headline with a link comes `after` it.
    """
    words = re.sub(r"[\s:()\d.…>»]+$", "", unit.folded)
    if len(words) > SHORT_WORD:
        return False
    others = unit.kind == "heading" and after is not None and after.is_link and starts_with(words, "others")
    return others or words in get_word_set("after_text")
