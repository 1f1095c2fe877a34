"""The main text of a page: the part of it whose words speak for themselves, each told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hamkor.read.blocks import Piece
from hamkor.read.contacts import is_contact
from hamkor.read.html.ends import find_end
from hamkor.read.html.furniture import find_furniture
from hamkor.read.html.home import find_home
from hamkor.read.html.parts import get_tokens, is_long
from hamkor.read.html.repeats import find_repeated
from hamkor.read.html.units import Element, Unit
from hamkor.read.words import get_word_set

LEAD = 25  # characters of a lead that stands outside its article's body
BESIDE = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "h2", "h3", "h4"})
BYLINE = 70  # characters of a last line that only names someone


@dataclass(frozen=True)
class Page:
    """The units of a page with what is known of them so far.

    title    the heading that names the article
    summary  what the page says to machines that it is about, folded
    """

    units: list[Unit]
    title: Unit | None = None
    summary: str = ""

    @cached_property
    def furniture(self) -> set[Unit]:
        return find_furniture(self.units)

    @cached_property
    def repeated(self) -> set[Unit]:
        return find_repeated([unit for unit in self.units if unit not in self.furniture])


def find_body(page: Page) -> list[Unit]:
    """The units of the main text in their order, the lead first, without title and furniture. May be empty."""
    inside = _best_part(page)
    chosen = [unit for unit in page.units if unit in inside and _belongs(page, unit)]
    chosen = _after_title(page, chosen)
    chosen = find_home(find_end(page.units, page.title, chosen))
    return _trim(_leads(page, chosen) + chosen)


def _best_part(page: Page) -> set[Unit]:
    """The units of the element whose own worth is greatest; of equals the innermost."""
    worth: dict[Element, float] = defaultdict(float)
    members: dict[Element, list[Unit]] = defaultdict(list)
    for unit in page.units:
        value = _worth(page, unit)
        for element in unit.ancestors():
            worth[element] += value
            members[element].append(unit)
    if not worth or max(worth.values()) <= 0:
        return set()
    best = max(
        worth, key=lambda element: (worth[element], -len(members[element]), sum(1 for _ in element.iterancestors()))
    )
    return set(members[best]).union(*(members[beside] for beside in _find_beside(best, worth)))


def _find_beside(best: Element, worth: dict[Element, float]) -> list[Element]:
    """What stands beside the best part where that is one paragraph: a short text between menu and foot of a page."""
    parent = best.getparent()
    if best.tag != "p" or parent is None:
        return []
    return [beside for beside in parent if beside.tag in BESIDE and worth.get(beside, -1.0) >= 0]


def _worth(page: Page, unit: Unit) -> float:
    """What a unit adds to the worth of the part it stands in, in characters: text more, furniture and links less."""
    size = len(unit.text)
    if unit in page.repeated or unit is page.title or unit.kind == "heading":
        return 0.0
    if unit in page.furniture or unit.link_share > 0.6:
        return -0.7 * min(size, 200)
    if unit.kind == "row":
        return 0.5 * size
    if is_long(unit) or unit.kind == "item" or unit.ends_sentence or unit.element.tag == "p":
        return size * (1 - 1.5 * unit.link_share)
    return -float(min(size, 30))


def _belongs(page: Page, unit: Unit) -> bool:
    if unit in page.furniture or unit in page.repeated or unit is page.title:
        return False
    if page.title is not None and unit.folded == page.title.folded:
        return False
    if unit.kind in ("row", "heading"):
        return True
    if unit.link_share > 0.6:
        return False
    told = unit.kind == "item" or unit.element.tag in ("p", "table") or unit.ends_sentence or is_long(unit)
    return told or _is_lead(page, unit)


def _is_lead(page: Page, unit: Unit) -> bool:
    """Whether a line without a full stop opens the text: the page's own summary, or what a break parts from it."""
    if len(unit.text) < LEAD or unit.text.count(" ") < 3 or unit.linked:
        return False
    if page.summary.startswith(unit.folded) or get_tokens(unit.element) & get_word_set("lead_names"):
        return True
    around = page.units[max(0, unit.order - 1) : unit.order + 2]
    opens = unit is around[0] or around[0].element is not unit.element
    return opens and around[-1].element is unit.element and is_long(around[-1])


def _after_title(page: Page, chosen: list[Unit]) -> list[Unit]:
    """Without what stands above the title, unless most of the text does."""
    if page.title is None:
        return chosen
    later = [unit for unit in chosen if unit.order > page.title.order]
    return later if sum(len(unit.text) for unit in later) * 2 > sum(len(unit.text) for unit in chosen) else chosen


def _leads(page: Page, chosen: list[Unit]) -> list[Unit]:
    """Paragraphs between the title and the body that stand outside it: the lead."""
    if page.title is None or not chosen:
        return []
    known = {unit.folded for unit in chosen}
    between = [unit for unit in page.units[page.title.order + 1 : chosen[0].order] if _belongs(page, unit)]
    leads = [
        unit
        for unit in between
        if len(unit.text) >= LEAD and unit.text.count(" ") >= 3 and not unit.linked and unit.folded not in known
    ]
    return [unit for unit in leads if unit.kind in ("paragraph", "heading")]


def _trim(chosen: list[Unit]) -> list[Unit]:
    """Without a byline, headings or link lists at the end."""
    while chosen and _is_left_over(chosen[-1], len(chosen)):
        chosen = chosen[:-1]
    return chosen


def _is_left_over(unit: Unit, how_many: int) -> bool:
    if unit.kind == "heading":
        return True
    if how_many > 1 and unit.kind == "paragraph" and is_contact(unit.text):
        return True
    return how_many > 1 and unit.kind == "paragraph" and len(unit.text) <= BYLINE and not unit.ends_sentence


def get_pieces(units: Sequence[Unit]) -> list[Piece]:
    """Units as pieces of a document's text."""
    return [Piece(unit.kind, unit.text, unit.table, unit.cells) for unit in units]


def get_length(units: Sequence[Unit]) -> int:
    """How many characters of running text units hold."""
    return sum(len(unit.text) for unit in units if unit.kind != "heading")
