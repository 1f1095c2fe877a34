"""What stands around a text: parts of the page by what they are, lines by what they say, cards of other articles."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from hamkor.read.dates import is_day_line
from hamkor.read.html.units import Element, Unit
from hamkor.read.words import fold, get_word_set, get_words, holds, starts_with

PART_TAGS = frozenset({"nav", "footer", "aside", "figure", "figcaption", "dialog", "menu", "caption", "amp-img"})
PART_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert"})
STRONG_TAGS = frozenset({"nav", "footer", "figcaption"})
LONG = 80  # characters from which a paragraph without links is taken for text
SHORT_NOTICE = 300  # characters up to which a paragraph may be a notice of the site
SHORT_WORD = 40  # characters up to which one word at its beginning makes a line furniture
SHORT_INVITATION = 160  # characters of a line that invites to a network
SHORT_STAMP = 60  # characters of a line that holds the day of publication
LABELLED_STAMP = 120  # and of one that begins with what day it is: "Updated … | Published …"
LONGEST_CARD = 600  # characters of a teaser with its headline
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


@cache
def _tokens(names: str) -> frozenset[str]:
    return frozenset(token.lower() for token in _TOKENS.findall(names))


def get_tokens(element: Element) -> frozenset[str]:
    """The words that an element's class names and id are made of."""
    return _tokens(f"{element.get('class') or ''} {element.get('id') or ''}")


def _is_part(element: Element) -> bool:
    """Whether the page's own marks call this element furniture."""
    if element.tag in ("html", "body", "main"):
        return False
    if element.tag in PART_TAGS or element.get("role") in PART_ROLES or element.get("aria-hidden") == "true":
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return True
    return bool(get_tokens(element) & get_word_set("parts"))


def _is_strong(element: Element) -> bool:
    return element.tag in STRONG_TAGS or bool(get_tokens(element) & get_word_set("strong_parts"))


def is_hidden(unit: Unit) -> bool:
    """Whether a block, or one around it, is not shown."""
    return any(
        element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") for element in unit.ancestors()
    )


def is_long(unit: Unit) -> bool:
    return len(unit.text) >= LONG and unit.link_share < 0.4


def find_furniture(units: list[Unit]) -> set[Unit]:
    """The units that belong to furniture: by their part of the page, as a card of another article, by their words."""
    return _in_parts(units) | _in_cards(units) | {unit for unit in units if is_notice(unit)}


def _in_parts(units: list[Unit]) -> set[Unit]:
    """Units inside parts; a part that holds most of the page's long paragraphs is none."""
    verdicts: dict[Element, bool] = {}
    inside: dict[Element, list[Unit]] = defaultdict(list)
    for unit in units:
        for element in unit.ancestors():
            if verdicts.setdefault(element, _is_part(element)):
                inside[element].append(unit)
    whole = sum(len(unit.text) for unit in units if is_long(unit)) or 1
    return {
        unit
        for element, members in inside.items()
        if _stays_part(element, members, whole)
        for unit in members
        if not (element.tag == "figure" and unit.kind == "row")  # a table stands in a figure as pictures do
    }


def _stays_part(element: Element, members: list[Unit], whole: int) -> bool:
    """Whether a part is furniture still, seen what share of the page's long paragraphs it holds."""
    share = sum(len(unit.text) for unit in members if is_long(unit)) / whole
    if share <= 0.5:
        return True
    most = 1.0 if get_tokens(element) & get_word_set("certain_parts") else 0.9
    return _is_strong(element) and share <= most and not any(unit.element.tag == "h1" for unit in members)


def _in_cards(units: list[Unit]) -> set[Unit]:
    """Units in elements that stand three times or more beside each other, each with the headline of something else."""
    inside: dict[Element, list[Unit]] = defaultdict(list)
    headed: dict[tuple[Element, str, str], set[Element]] = defaultdict(set)
    told: set[Element] = set()  # elements with a sentence before any headline: a link there is no headline of theirs
    for unit in units:
        for element in unit.ancestors():
            inside[element].append(unit)
            parent = element.getparent()
            if unit.is_link and parent is not None and element not in told:
                headed[parent, element.tag, element.get("class") or ""].add(element)
        if unit.ends_sentence and not unit.linked:
            told.update(unit.ancestors())
    return {
        unit
        for (parent, tag, names), cards in headed.items()
        if len(cards) >= 3 and _are_cards(parent, (tag, names), [inside[card] for card in cards])
        for card in cards
        for unit in inside[card]
    }


def _are_cards(parent: Element, kind: tuple[str, str], cards: list[list[Unit]]) -> bool:
    alike = sum(child.tag == kind[0] and (child.get("class") or "") == kind[1] for child in parent)
    sizes = [sum(len(unit.text) for unit in card) for card in cards]
    return len(cards) * 5 >= alike * 3 and max(sizes) <= LONGEST_CARD


def is_notice(unit: Unit) -> bool:
    """Whether the words themselves are furniture: «Read also: …», «Photo: …», a counter, a time."""
    words = unit.folded.lstrip("([{—–-•*· ")
    if unit.kind == "row":
        return _is_label_row(unit)
    if len(words) <= SHORT_NOTICE and (_begins_notice(words) or holds(words, "holds") or _invites(words)):
        return True
    numbered = unit.kind == "heading" and re.search(r"\d", words)  # "3. 25 %" heads its paragraph
    return (not numbered and not re.search(r"[^\W\d]{2}", words)) or _is_stamp(unit)


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


def _is_stamp(unit: Unit) -> bool:
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
    telling = not begin.isalpha()
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
