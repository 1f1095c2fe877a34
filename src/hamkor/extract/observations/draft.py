"""A figure read: all that an observation says, before its words are quoted; and what was read before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from hamkor.codes.sorts import SORTS
from hamkor.extract.observations.indicator.terms import TRADE
from hamkor.extract.observations.layout import BARE_ROW, ROW, Figure, Line, is_item
from hamkor.extract.observations.roles import list_codes
from hamkor.extract.observations.words import Words
from hamkor.model import Interval, PartOf, Period
from hamkor.model.value import value


@value(frozen=True, slots=True)
class Sides:
    """Whose figure it is: codes of areas, None for a side that is no one area or not there."""

    ref: str | None = None
    counterpart: str | None = None

    @property
    def both(self) -> bool:
        return bool(self.ref and self.counterpart)


@value(frozen=True, slots=True)
class Focus:
    """The two sides that the document is about, as its title and first sentences name them.

    sides    city, region or country, as the document tells of them
    regions  the region told of most in each of the two countries
    digest   it tells of other sides in each paragraph
    told     the two countries told of most, though one of them may be no side
    local    the cities and regions whose own officials the text tells of
    """

    sides: Sides = Sides()
    regions: Sides = Sides()
    digest: bool = False
    told: Sides = Sides()
    acting: str | None = None
    local: frozenset[str] = frozenset()

    @property
    def countries(self) -> Sides:
        return Sides(get_country(self.sides.ref), get_country(self.sides.counterpart))

    @property
    def states(self) -> Sides:
        """Whom «the two countries» means: the document's own, else those told of most."""
        return self.countries if self.sides.both else self.told


@value(frozen=True, slots=True)
class Site:
    """What stands somewhere, is built or is to be: where, with whose part in it, and whether it is told what it is."""

    sides: Sides
    named: bool


@value(frozen=True, slots=True)
class Trade:
    """Exports or imports of one side that a sentence tells of by who buys from it or supplies it.

    number, place  the sentence that tells it, and where in it the word for a buyer or supplier stands
    """

    indicator: str
    owner: str
    partners: tuple[str, ...]
    number: int
    place: int


@value(frozen=True, slots=True)
class Announced:
    """The months that a sentence without figures, of that number, says the next ones are of."""

    period: Period
    number: int


@value(frozen=True, slots=True)
class Size:
    """How much: the measure, the number with its bounds, unit and qualifier.

    kind  money, percent, count, measure, times or fraction: of a bare number, that of the figure that lent it its unit
    """

    kind: str
    measure: str
    value: Decimal
    bounds: Interval
    unit: str
    qualifier: str


@value(frozen=True, slots=True)
class Draft:
    figure: Figure
    size: Size
    indicator: str
    sides: Sides
    period: Period | None
    status: str
    one_sided: bool = False
    subject: str | None = None
    part_of: PartOf | None = None


_COUNT = "COUNT"
_PERCENT, _TIMES = "PCT", "TIMES"
_REACH_OF_SUM = 3  # figures back that the words «этой суммы» reach
_REACH_OF_TRADE = 4  # sentences back in which a side's whole trade may have been told
RECENT = 100  # figures that may still lend their indicator, sides or time


@dataclass(slots=True)
class Story:
    """What is known while a document is read from its beginning: its focus, its title, the figures so far.

    `told` are all figures, `drafts` the latest of them: what lies further back lends nothing, so that the cost of a
    figure does not grow with the text before it.
    """

    words: Words
    focus: Focus
    title: Line | None = None
    published: date | None = None
    currency: str | None = None  # that of most amounts of the text
    told: list[Draft] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    others: dict[Focus, list[Draft]] = field(default_factory=dict)  # the same of the parts that are of other sides
    before: Line | None = None  # the sentence before
    opener: Line | None = None  # the sentence that opened the list that is being read
    preamble: Line | None = None  # the sentence before that one, in its paragraph
    earlier: Line | None = None  # the sentence before `before`
    held: Period | None = None  # the days of the gathering told of last
    region: str | None = None  # the region told of last
    regions: dict[str, str] = field(default_factory=dict)  # and the last of each country
    pairs: list[Sides] = field(default_factory=list)  # regions of two countries told of together, in order
    site: Site | None = None  # what the last sentences tell to stand somewhere
    remitted: bool = False  # whether its paragraph tells of money that people send home
    sites: dict[str | None, tuple[Site, frozenset[str]]] = field(default_factory=dict)  # by place, with their nouns
    work: str | None = None  # the country of the dam or power station that its paragraph or the title names
    flow: str | None = None  # exports or imports: which way the trade goes that its paragraph tells of
    trade: Trade | None = None  # whose trade is told of by who buys or supplies
    meeting: Sides | None = None  # where its paragraph told that people met, and whose guests they were
    way: Sides | None = None  # the ends of the way that its paragraph told of last
    announced: Announced | None = None  # the months that a sentence without figures tells of
    acting: str | None = None  # the country whose authorities the document tells of, whatever a part of it is about
    results: Announced | None = None  # the first of these
    seen: set[str | None] = field(default_factory=set)  # countries that the title and the text so far have named
    travelled: Sides | None = None  # the ends of the way told of last, paragraphs before, too
    standing: str | None = None  # whether what the sentence tells of stands or is to be
    stood: str | None = None  # the same of the sentence before

    @property
    def home(self) -> str | None:
        """The country that a text means where it names none: whose authorities it tells of, else its language's."""
        return self.acting or self.words.home or None

    def is_flow(self, indicator: str) -> bool:
        """Whether an indicator is told of a stretch of time: money that people send home, too."""
        return indicator in SORTS.flows or (self.remitted and indicator == "other")

    def pass_by(self, region: str | None) -> None:
        """Take note of a region that a sentence tells of."""
        if region:
            self.region = self.regions[region.split("-")[0]] = region

    def see_site(self, site: Site, nouns: Iterable[str]) -> None:
        """Take note of an undertaking that a sentence places somewhere, and of the nouns that name it."""
        if site.named:
            before = self.sites.get(site.sides.ref, (site, frozenset()))[1]
            self.sites[site.sides.ref] = (site, before | set(nouns))

    def meet(self, pair: Sides | None) -> None:
        """Take note of two regions of two countries that a sentence tells of together."""
        if pair:
            self.pairs.append(pair)

    @property
    def pair(self) -> Sides:
        """Whom «the two regions» means: the document's own, else the pair told last where its own were never one."""
        own, last = self.focus.regions, self.pairs[-1] if self.pairs else None
        met = any({one.ref, one.counterpart} == {own.ref, own.counterpart} for one in self.pairs)
        return last if last and not met else own

    def turn_to(self, focus: Focus) -> None:
        """Go on with a part of the document: what was told of other sides lends it nothing."""
        if focus != self.focus:
            self.others[self.focus] = self.drafts
            self.focus, self.drafts = focus, self.others.get(focus, [])

    def tell(self, drafts: Iterable[Draft]) -> None:
        told = list(drafts)
        self.told.extend(told)
        self.drafts = [*self.drafts, *told][-RECENT:]

    def is_in_paragraph(self, line: Line) -> bool:
        """Whether a sentence stands in the paragraph of the one before it."""
        return self.before is not None and self.before.paragraph == line.paragraph

    def find_opener(self, line: Line) -> Line | None:
        """The sentence whose colon opened the list that a sentence goes on with («Стороны договорились:»)."""
        if self.before is None:
            return None
        if self.before.scene.text.rstrip().endswith(":"):
            return self.before
        in_rows = bool(ROW.match(line.scene.text) and ROW.match(self.before.scene.text))
        if in_rows or is_item(line, self.before):
            return self.opener
        return self.before if BARE_ROW.fullmatch(line.scene.text) else None  # rows that no colon opens

    def find_preamble(self) -> Line | None:
        """The sentence before the opener of a list, in its paragraph: it may tell what the list is of."""
        if self.opener is None or self.opener is not self.before:
            return self.preamble if self.opener else None
        told = self.earlier
        return told if told and told.paragraph == self.opener.paragraph else None

    def see(self, line: Line) -> None:
        """Take note of the countries that a sentence names, or for which somebody acts in it."""
        self.seen.update(map(get_country, list_codes(line)))

    def pass_to(self, line: Line) -> None:
        """Go on to the next sentence."""
        self.before, self.earlier = line, self.before

    def in_sentence(self, figure: Figure) -> Draft | None:
        """The figure before this one in its sentence."""
        draft = self.drafts[-1] if self.drafts else None
        return draft if draft and draft.figure.line.number == figure.line.number else None

    def find_sum(self, figure: Figure) -> Draft | None:
        """The amount that «этой суммы», «из них» point back at: the last, be it of the sentence before; else None."""
        if not figure.cues("sum"):
            return None
        before = self.in_paragraph(figure)
        if before and before.size.measure in ("change", "multiple") and before.size.unit in (_PERCENT, _TIMES):
            return before  # «экспорт вырос на 9%; треть его …»: of what grew
        levels = [d for d in self.drafts[-_REACH_OF_SUM:] if d.size.measure == "level"]
        amounts = [d for d in levels if not d.figure.given.get("joined") or d.figure.line.number < figure.line.number]
        return amounts[-1] if amounts else None

    def find_pointed(self, figure: Figure) -> list[Draft]:
        """The count of things, paragraphs before, that words behind a number point at («принадлежат 1182 из них»)."""
        if not figure.line.between(*figure.after, "sum"):
            return []
        levels = [d for d in self.drafts[-_REACH_OF_SUM:] if d.size.measure == "level" and d.size.unit == _COUNT]
        return levels[-1:]

    def find_traded(self, figure: Figure, *indicators: str) -> Draft | None:
        """The trade of one side alone told last, within a few sentences: what its partners sent or bought is of it."""
        near = (d for d in reversed(self.drafts) if d.figure.line.number >= figure.line.number - _REACH_OF_TRADE)
        levels = (d for d in near if d.indicator in TRADE and d.size.measure == "level" and d.status == "actual")
        latest = next((d for d in levels if d.sides.ref and not d.sides.counterpart), None)
        return latest if latest and (not indicators or latest.indicator in indicators) else None

    def find_counted(self) -> Draft | None:
        """The latest count of things or people, where no other amount was told since."""
        levels = [d for d in self.drafts if d.size.measure == "level"]
        return levels[-1] if levels and levels[-1].size.kind == "count" else None

    def in_paragraph(self, figure: Figure) -> Draft | None:
        """The figure before this one in its paragraph."""
        draft = self.drafts[-1] if self.drafts else None
        return draft if draft and draft.figure.line.paragraph == figure.line.paragraph else None


@lru_cache(maxsize=4096)
def get_country(code: str | None) -> str | None:
    """The country of an area's code.

    >>> get_country("KZ-75")
    'KZ'
    """
    return code.split("-")[0] if code else None


def join(code: str, frame: Sides) -> Sides:
    """One named side set into the frame: for its own country's side there, else as the other side of the first.

    >>> join("CN", Sides("KZ", "UZ"))
    Sides(ref='KZ', counterpart='CN')
    """
    if code in (frame.ref, frame.counterpart):
        return frame
    if get_country(code) == get_country(frame.ref):
        return Sides(code, frame.counterpart)
    if get_country(code) == get_country(frame.counterpart):
        return Sides(frame.ref, code)
    return Sides(frame.ref, code) if frame.ref else Sides(code)
