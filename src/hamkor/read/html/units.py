"""A page cut into its smallest blocks, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from hamkor.read.html.elements import (
    HEADINGS,
    HEADLINE_LINK,
    LABELS,
    PROSE,
    SILENT,
    STYLES,
    Element,
    clean,
    is_block,
)
from hamkor.read.html.tables import holds_names, is_data_table, read_cells, read_names
from hamkor.read.words import fold

__all__ = ["Element", "Unit", "clean", "find_units"]

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_SENTENCE_END = re.compile(r"[.!?:;…][»”\"')]*\s*\Z")


@dataclass(slots=True, eq=False)
class Unit:
    """The words of one innermost block.

    kind     heading | paragraph | item | row
    element  the block they stand in
    linked   how many characters are inside links
    headed   begins with a link as long as a headline
    table    number of the data table, from 0, of a row
    """

    kind: str
    text: str
    element: Element
    order: int
    linked: int = 0
    headed: bool = False
    table: int | None = None
    cells: tuple[str, ...] = ()
    folded: str = field(init=False)

    def __post_init__(self) -> None:
        self.folded = fold(self.text)

    @property
    def link_share(self) -> float:
        return min(1.0, self.linked / len(self.text))

    @property
    def is_link(self) -> bool:
        """Nothing but a link, as long as a headline, or begun by one."""
        return self.headed or (len(self.text) >= HEADLINE_LINK and self.link_share > 0.9)

    @property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text) is not None

    def ancestors(self) -> Iterator[Element]:
        """The block it stands in, then all around that."""
        yield self.element
        yield from self.element.iterancestors()


class _Walk:
    """The state of one walk through a page."""

    def __init__(self, every_break: bool) -> None:
        self.every_break = every_break
        self.units: list[Unit] = []
        self.blocks: list[Element] = []
        self.words: list[str] = []
        self.links = self.linked = self.lead_link = self.tables = 0

    def add_text(self, text: str | None) -> None:
        """Add what an element holds; in text laid out by its own line breaks, blank lines part paragraphs."""
        preset = text is not None and any(block.tag == "pre" for block in self.blocks)
        first, *others = _BLANK_LINE.split(text or "") if preset else [text]
        self.add(first)
        for paragraph in others:
            self.flush()
            self.add(paragraph)

    def add(self, text: str | None) -> None:
        if not text:
            return
        if self.links:
            size = len(text.strip())
            if not any(word.strip() for word in self.words) or self.lead_link < 0:
                self.lead_link = -(abs(self.lead_link) + size)  # negative while the unit is still in its first link
            self.linked += size
        elif text.strip() and self.lead_link < 0:
            self.lead_link = -self.lead_link
        self.words.append(text)

    def flush(self) -> None:
        text = clean("".join(self.words))
        if text and self.blocks:
            headed = abs(self.lead_link) >= HEADLINE_LINK
            self.units.append(Unit(self.kind(), text, self.blocks[-1], len(self.units), self.linked, headed))
        self.words, self.linked, self.lead_link = [], 0, 0

    def kind(self) -> str:
        for block in reversed(self.blocks):
            if block.tag in HEADINGS:
                return "heading"
            if block.tag == "li":
                return "item"
            if block.tag not in ("p", "div", "blockquote"):
                break
        return "paragraph"

    def line_break(self, element: Element) -> None:
        """Two breaks, or one after a sentence's end or a line in letters of its own, part paragraphs; else a space."""
        so_far = "".join(self.words)
        before = element.getprevious()
        styled = before is not None and before.tag in STYLES and not (before.tail or "").strip()
        if self.every_break or styled or so_far.endswith("\n") or _SENTENCE_END.search(so_far):
            self.flush()
        else:
            self.words.append("\n")

    def start(self, element: Element) -> None:
        tag = element.tag
        if tag == "br":
            self.line_break(element)
        elif is_block(element):
            self.flush()
            self.blocks.append(element)
        elif tag in LABELS and self.parts_labels(element):
            self.words.append(" ")
        if tag == "a":
            self.links += 1
        self.add_text(element.text)

    def parts_labels(self, element: Element) -> bool:
        """Whether a label stands right after another outside of prose: a day and a counter, say."""
        before = element.getprevious()
        prose = not self.blocks or self.blocks[-1].tag in PROSE
        return not prose and before is not None and before.tag in LABELS and not before.tail

    def end(self, element: Element) -> None:
        if is_block(element):
            self.flush()
            if self.blocks:
                self.blocks.pop()
        elif element.tag == "a":
            self.links -= 1
        self.add_text(element.tail)

    def take_names(self, listed: Element) -> None:
        """Names with what they are, as «name: what» each: the term or who answers, below what is to be done."""
        for words in read_names(listed):
            self.units.append(Unit("item", words, listed, len(self.units)))

    def take_table(self, table: Element) -> None:
        caption = clean("".join(table.xpath("string(caption)")))
        if caption:  # often the only place that tells the unit of the figures
            self.units.append(Unit("paragraph", caption, table, len(self.units)))
        for cells in read_cells(table):
            text = " | ".join(cell for cell in cells if cell)
            if text:
                self.units.append(Unit("row", text, table, len(self.units), table=self.tables, cells=cells))
        self.tables += 1


def find_units(root: Element, *, every_break: bool = False) -> list[Unit]:
    """All blocks of words under `root`, in page order; data tables as rows. May be empty.

    `every_break` lets each <br> part paragraphs, as letters use it.
    """
    walk = _Walk(every_break)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walk.end(element)
        elif element.tag in SILENT:
            element.text = None
            walk.start(element)
            events.skip_subtree()
        elif element.tag == "table" and is_data_table(element):
            walk.start(element)
            walk.take_table(element)
            events.skip_subtree()
        elif element.tag == "dl" and holds_names(element):
            walk.start(element)
            walk.take_names(element)
            events.skip_subtree()
        else:
            walk.start(element)
    walk.flush()
    return walk.units
